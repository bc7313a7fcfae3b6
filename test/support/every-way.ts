type Way = (text: string) => string;

/**
 * Looks for words in a text in every way in which they may stand there: as they are, in other letters, in
 * Base64 and base64url at any place, percent-encoded, quoted-printable, in hexadecimal, in what HTML and
 * JSON escape, and in two of these within each other.
 *
 * @returns the words that stand there
 */
export function foundIn(text: string, words: readonly string[]): readonly string[] {
  const plain = fromJson(text);
  const once = viewsOf(plain);
  const views = [plain, ...once, ...once.flatMap(viewsOf)].map((view) => view.toLowerCase());
  return words.filter((word) => views.some((view) => view.includes(word.toLowerCase())));
}

const viewsOf = (text: string): readonly string[] =>
  WAYS.map((way) => way(text)).filter((view) => view !== '' && view !== text);

/** JSON may stand in JSON: so there may be several backslashes. */
const fromJson: Way = (text) =>
  text
    .replaceAll(/\\+u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\\+r/g, '\r')
    .replaceAll(/\\+n/g, '\n')
    .replaceAll(/\\+"/g, '"');

/** Bytes that were escaped one by one, as the UTF-8 that they were. */
const fromBytes = (text: string, escaped: RegExp): string =>
  text.replaceAll(escaped, (all) =>
    Buffer.from(all.replaceAll(/[^0-9a-f]/gi, ''), 'hex').toString('utf8'),
  );

const fromPercent: Way = (text) => fromBytes(text, /(?:%[0-9a-f]{2})+/gi);

/** RFC 2045 §6.7: a line may be broken anywhere. */
const fromQuotedPrintable: Way = (text) =>
  fromBytes(text.replaceAll(/=\r?\n/g, ''), /(?:=[0-9a-f]{2})+/gi);

const fromHtml: Way = (text) =>
  text.replaceAll(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Number(code)));

const fromHex: Way = (text) =>
  (text.match(/(?:[0-9a-f]{2}){6,}/gi) ?? [])
    .map((run) => Buffer.from(run, 'hex').toString('utf8'))
    .join('\n');

/** In lines as mails have them, and from any place: other letters may stand before what was encoded. */
const fromBase64: Way = (text) =>
  (text.replaceAll(/([\w+/-]{60,})\r?\n(?=[\w+/-])/g, '$1').match(/[\w+/-]{8,}/g) ?? [])
    .flatMap((run) => [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64')))
    .map((bytes) => bytes.toString('utf8'))
    .join('\n');

const WAYS = [fromPercent, fromQuotedPrintable, fromHtml, fromHex, fromBase64];
