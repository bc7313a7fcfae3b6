import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { decodeWords } from 'postal-mime';
import { addressesIn, type Header, header, headersOf } from './mime-headers.ts';

/** A mail that SES took, and what it made of it. */
export interface SentMail {
  readonly id: string;
  /** ISO, on the cloud's clock. */
  readonly at: string;
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}

/** A mail as its reader sees it: what `GET /_local/messages` lists. */
export interface Message {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly date: string;
  /** As delivered: with the Message-ID and Date that SES gives. */
  readonly headers: readonly Header[];
  readonly text: string;
  readonly html: string;
}

/** Every mail that SES took, kept in files when there is a folder for them. */
export class Mailbox {
  readonly #directory: string | undefined;
  readonly #mails: SentMail[] = [];
  readonly #messages = new Map<string, Promise<Message>>();

  constructor(dataDir: string | undefined) {
    this.#directory = dataDir && join(dataDir, 'mailbox');
    if (this.#directory !== undefined) this.#load(this.#directory);
  }

  add(mail: SentMail): void {
    this.#mails.push(mail);
    if (this.#directory === undefined) return;
    const { raw, ...facts } = mail;
    const path = join(this.#directory, String(this.#mails.length).padStart(8, '0'));
    writeFileSync(`${path}.eml`, raw);
    // Written last: a mail without its facts was cut off, and is no mail.
    writeFileSync(`${path}.json`, JSON.stringify(facts));
  }

  /** How many there are. */
  get count(): number {
    return this.#mails.length;
  }

  /** One mail as its reader sees it. */
  async message(id: string): Promise<Message | undefined> {
    const mail = this.find(id);
    return mail && this.#message(mail);
  }

  find(id: string): SentMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  /** Oldest first. @param to only mails to this address @param after only those behind this one */
  messages(to: string | undefined, after?: string): Promise<readonly Message[]> {
    const wanted = to?.toLowerCase();
    const from = after === undefined ? 0 : this.#mails.findIndex(({ id }) => id === after) + 1;
    return Promise.all(
      this.#mails
        .slice(from)
        .filter(
          ({ recipients }) =>
            wanted === undefined || recipients.some((one) => one.toLowerCase() === wanted),
        )
        .map((mail) => this.#message(mail)),
    );
  }

  #message(mail: SentMail): Promise<Message> {
    const known = this.#messages.get(mail.id) ?? messageOf(mail);
    this.#messages.set(mail.id, known);
    return known;
  }

  #load(directory: string): void {
    mkdirSync(directory, { recursive: true });
    const files = readdirSync(directory).filter((name) => name.endsWith('.json'));
    for (const name of files.sort()) {
      const path = join(directory, name);
      const facts = JSON.parse(readFileSync(path, 'utf8')) as Omit<SentMail, 'raw'>;
      this.#mails.push({ ...facts, raw: readFileSync(path.replace(/json$/, 'eml')) });
    }
  }
}

/** SES's own Message-ID for a mail (us-east-1 has the domain without a region). */
export const messageIdHeader = (id: string) => `<${id}@email.amazonses.com>`;

/** The header fields as they arrive: SES replaces Message-ID and Date, and takes its own out. */
export function deliveredHeaders({ id, at, raw }: SentMail): readonly Header[] {
  const kept = headersOf(raw).filter(([name]) => !/^(message-id|date|bcc|x-ses-.*)$/i.test(name));
  return [
    ...kept,
    ['Message-ID', messageIdHeader(id)],
    ['Date', new Date(at).toUTCString().replace('GMT', '+0000')],
  ];
}

/** A mail as it is handed over to its receiver. */
export function deliveredMail(mail: SentMail): Buffer {
  const end = /\r?\n\r?\n/.exec(mail.raw.toString('latin1'));
  const body = end === null ? Buffer.alloc(0) : mail.raw.subarray(end.index + end[0].length);
  const top = deliveredHeaders(mail).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${top.join('')}\r\n`), body]);
}

async function messageOf(mail: SentMail): Promise<Message> {
  const headers = deliveredHeaders(mail);
  const { text = '', html = '' } = await PostalMime.parse(mail.raw);
  const [replyTo = null] = addressesIn(header(headers, 'reply-to') ?? '');
  return {
    id: mail.id,
    from: decodeWords(header(headers, 'from') ?? ''),
    to: mail.recipients.join(', '),
    replyTo,
    subject: decodeWords(header(headers, 'subject') ?? ''),
    date: mail.at,
    headers,
    text,
    html,
  };
}
