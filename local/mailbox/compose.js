/** @typedef {import('./api.js').Message} Message */

/** RFC 2047 §2: a word is at most 75 characters; 45 bytes in base64 leave room for its frame. */
const WORD_BYTES = 45;
const LINE = 76;

/**
 * The answer of a reader to a mail, as a mail program writes it: threaded, the mail quoted below.
 *
 * @param {import('./api.js').WholeMessage} mail that is being answered
 * @param {string} words
 * @param {number} now on the cloud's clock
 * @returns {{ id: string, raw: string }} its Message-ID, and RFC 5322 with CRLF line ends
 */
export function answerTo(mail, words, now) {
  const reader = addressIn(mail.to);
  const parent = messageIdOf(mail);
  const id = `<${crypto.randomUUID()}@${reader.slice(reader.lastIndexOf('@') + 1)}>`;
  const headers = [
    `From: <${reader}>`,
    `To: <${replyAddressOf(mail)}>`,
    `Subject: ${encodedWords(`Re: ${mail.subject.replace(/^(re:\s*)+/i, '')}`)}`,
    `Date: ${mailDate(now)}`,
    `Message-ID: ${id}`,
    `In-Reply-To: ${parent}`,
    `References: ${[headerOf(mail, 'References'), parent].filter(Boolean).join('\r\n ')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const body = `${words.trim()}\n\n${attribution(mail)}\n${quoted(mail.text)}\n`;
  const encoded = base64(body.replace(/\r?\n/g, '\r\n'));
  const lines = encoded.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return { id, raw: `${headers.join('\r\n')}\r\n\r\n${lines.join('\r\n')}\r\n` };
}

/** `ann@example.com` of `Ann <ann@example.com>`. @param {string} mailbox */
export const addressIn = (mailbox) => /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim();

/** Where a mail program sends an answer (RFC 5322 §3.6.2). @param {Message} mail */
export const replyAddressOf = ({ replyTo, from }) => addressIn(replyTo || from);

/** The first field of a name. @param {Message} mail @param {string} name */
export function headerOf({ headers }, name) {
  const found = headers.find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found?.[1].replace(/\s+/g, ' ').trim();
}

/** SES gives a mail its id when it takes it, whatever the sender wrote. @param {Message} mail */
export const messageIdOf = (mail) =>
  headerOf(mail, 'Message-ID') ?? `<${mail.id}@email.amazonses.com>`;

/** `On Tue, Nov 24, 2026 at 7:00 AM Closer Letters <letters@example.com> wrote:` @param {Message} mail */
function attribution(mail) {
  const when = new Date(mail.date);
  const day = when.toLocaleDateString('en-US', { dateStyle: 'full' });
  const [weekday, date, year] = day
    .split(', ')
    .map((word, index) => (index < 2 ? short(word) : word));
  const time = when.toLocaleTimeString('en-US', { timeStyle: 'short' }).replace(/\s/g, ' ');
  const from = mail.from.includes('<') ? mail.from : `<${mail.from}>`;
  return `On ${weekday}, ${date}, ${year} at ${time} ${from} wrote:\n`;
}

/** `Tue` of Tuesday, `Nov 24` of November 24. @param {string} word */
const short = (word) => word.replace(/^(\p{L}{3})\p{L}*/u, '$1');

/** @param {string} text */
const quoted = (text) =>
  text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

/** `Tue, 24 Nov 2026 07:00:12 +0100` (RFC 5322 §3.3), in this computer's zone. @param {number} now */
function mailDate(now) {
  const date = new Date(now);
  const minutes = -date.getTimezoneOffset();
  const local = new Date(now + minutes * 60_000).toUTCString().replace('GMT', '');
  const [hours, rest] = [Math.abs(minutes) / 60, Math.abs(minutes) % 60].map(twoDigits);
  return `${local}${minutes < 0 ? '-' : '+'}${hours}${rest}`;
}

/** @param {number} number */
const twoDigits = (number) => String(Math.floor(number)).padStart(2, '0');

/** RFC 2047 where it is needed, never cutting inside a letter. @param {string} text */
function encodedWords(text) {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  if (/^[\x20-\x7e]*$/.test(line)) return line;
  /** @type {string[]} */
  const words = [];
  let word = '';
  for (const letter of line) {
    if (bytes(word + letter).length > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${base64(part)}?=`).join('\r\n ');
}

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text);

/** @param {string} text */
const base64 = (text) =>
  btoa(Array.from(bytes(text), (byte) => String.fromCharCode(byte)).join(''));
