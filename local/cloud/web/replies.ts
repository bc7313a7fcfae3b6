import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_WORDS, type OwnWords } from '../../../functions/core/replies/own-words.ts';
import { readMail } from '../../../functions/core/replies/read-mail.ts';
import { strip } from '../../../functions/core/replies/strip.ts';
import type { Received } from '../ses/received.ts';
import type { Tables } from '../tables.ts';
import type { Stack } from '../template/stack.ts';
import { plainItem } from './subscribers.ts';

/** What became of one inbound mail. */
export interface ReplyOutcome {
  readonly messageId: string;
  readonly from: string;
  /** What the person newly wrote. */
  readonly text: string;
  readonly intent?: string;
  /** Absent while nothing has become of it yet. */
  readonly outcome?: string;
  readonly until?: string;
  /** What was not sure, where the reader was asked. */
  readonly because?: string;
  /** A person reads it. */
  readonly toAuthor?: boolean;
  readonly distress?: boolean;
}

/** Inbound mails in order of arrival, each with what the table says became of it. */
export async function replies(
  tables: Tables,
  stack: Stack,
  received: Received,
): Promise<readonly ReplyOutcome[]> {
  const all = await Promise.all(stack.tables.map(({ name }) => tables.items(name)));
  const records = new Map(
    all
      .flat()
      .map(plainItem)
      .filter(({ pk }) => String(pk).startsWith('inbound#'))
      .map((item) => [String(item['pk']).slice('inbound#'.length), item]),
  );
  const own = ownWords(stack);
  return Promise.all(
    received.all().map(async ({ messageId, from, raw }) => {
      const { intent, outcome, until, because, toAuthor, distress } = (records.get(messageId) ??
        {}) as Partial<ReplyOutcome>;
      return {
        messageId,
        from,
        text: await newlyWritten(raw, own),
        ...(intent !== undefined && { intent }),
        ...(outcome !== undefined && { outcome }),
        ...(until !== undefined && { until }),
        ...(because !== undefined && { because }),
        ...(toAuthor !== undefined && { toAuthor }),
        ...(distress !== undefined && { distress }),
      };
    }),
  );
}

async function newlyWritten(raw: Buffer, own: OwnWords): Promise<string> {
  const mail = await readMail(raw);
  return mail.kind === 'mail' ? strip(mail.text, own) : '';
}

/** What the stack's mails say, as a function of it carries it; a stack without mails says nothing. */
function ownWords({ functions }: Stack): OwnWords {
  const file = [...functions.values()]
    .map(({ directory }) => join(directory, 'content', 'own-words.json'))
    .find((path) => existsSync(path));
  return file === undefined ? NO_WORDS : (JSON.parse(readFileSync(file, 'utf8')) as OwnWords);
}
