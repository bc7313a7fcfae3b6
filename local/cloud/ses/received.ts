import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A mail that reached us. */
export interface ReceivedMail {
  readonly messageId: string;
  /** ISO, on the cloud's clock. */
  readonly at: string;
  readonly from: string;
  readonly recipients: readonly string[];
  /** Where a rule stored it, as `/bucket/key`; none when no rule did. */
  readonly paths: readonly string[];
  /** As stored, with what SES puts on top. */
  readonly raw: Buffer;
}

/** What was received, in order of arrival; kept in files when there is a folder for them. */
export class Received {
  readonly #directory: string | undefined;
  readonly #mails: ReceivedMail[] = [];

  constructor(dataDir: string | undefined) {
    this.#directory = dataDir && join(dataDir, 'inbound');
    if (this.#directory === undefined) return;
    mkdirSync(this.#directory, { recursive: true });
    const files = readdirSync(this.#directory).filter((name) => name.endsWith('.json'));
    for (const name of files.sort()) {
      const path = join(this.#directory, name);
      const facts = JSON.parse(readFileSync(path, 'utf8')) as Omit<ReceivedMail, 'raw'>;
      this.#mails.push({ ...facts, raw: readFileSync(path.replace(/json$/, 'eml')) });
    }
  }

  add(mail: ReceivedMail): void {
    this.#mails.push(mail);
    if (this.#directory === undefined) return;
    const { raw, ...facts } = mail;
    const path = join(this.#directory, String(this.#mails.length).padStart(8, '0'));
    writeFileSync(`${path}.eml`, raw);
    writeFileSync(`${path}.json`, JSON.stringify(facts));
  }

  all(): readonly ReceivedMail[] {
    return this.#mails;
  }

  /** Without the mails themselves. */
  list(): readonly Omit<ReceivedMail, 'raw'>[] {
    return this.#mails.map(({ raw: _, ...facts }) => facts);
  }
}
