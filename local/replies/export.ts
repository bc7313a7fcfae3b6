import { compileContent, contentFolder } from '../../emails/compile.ts';
import type { Inbox } from '../../functions/adapters/inbox.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { MAX_OBJECT_BYTES } from '../../functions/core/replies/caps.ts';
import { NO_WORDS, type OwnWords } from '../../functions/core/replies/own-words.ts';
import { readMail } from '../../functions/core/replies/read-mail.ts';
import { strip } from '../../functions/core/replies/strip.ts';
import { itemsIn, type Source } from '../account/items.ts';

/** Where labelled replies are taken from. */
export interface ExportFrom {
  readonly source: Source;
  /** The raw mails, when the words are wanted, too: a person's words, so never by default. */
  readonly words?: Inbox;
}

/** What an author said of a mail, and how it had been read; nothing of whom it is from. */
export interface Labelled {
  readonly mail: string;
  readonly label: string;
  readonly at: string;
  readonly intent: string;
  readonly outcome: string;
  readonly because?: string;
}

/** The label in a record of the table; undefined when there is none. */
export function labelledIn(item: Attributes): Labelled | undefined {
  const text = (name: string) => (typeof item[name] === 'string' ? item[name] : undefined);
  const [label, mail, at] = [text('label'), text('messageId'), text('receivedAt')];
  if (item['sk'] !== 'outcome' || !label || !mail || !at) return undefined;
  const because = text('because');
  const read = { intent: text('intent') ?? '', outcome: text('outcome') ?? '' };
  return {
    mail,
    label,
    at,
    intent: read.intent,
    outcome: read.outcome,
    ...(because && { because }),
  };
}

/** All labels, a line of JSON each, for a corpus of one's own. */
export async function* exported({ source, words }: ExportFrom): AsyncGenerator<string> {
  const own = words === undefined ? NO_WORDS : (await compileContent(contentFolder())).ownWords;
  for await (const item of itemsIn(source, 'outcome')) {
    const labelled = labelledIn(item);
    if (labelled === undefined) continue;
    const text = words === undefined ? undefined : await wordsOf(labelled.mail, words, own);
    yield JSON.stringify(text === undefined ? labelled : { ...labelled, text });
  }
}

/** What they newly wrote, while the mail still lies in its bucket: for a month. */
async function wordsOf(
  messageId: string,
  inbox: Inbox,
  own: OwnWords,
): Promise<string | undefined> {
  try {
    const bytes = await inbox.read(messageId, MAX_OBJECT_BYTES + 1);
    const mail = await readMail(bytes);
    return mail.kind === 'mail' ? strip(mail.text, own) : undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
    throw error;
  }
}
