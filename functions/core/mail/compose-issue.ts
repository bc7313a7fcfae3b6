import { issuePath } from '../newsletter.ts';
import type { IssueMail } from '../reader/issues.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import { minterOf } from '../token.ts';
import type { Words } from '../words/words.ts';
import { listHeaders, type Sender, slotValues } from './compose.ts';
import { asWanted } from './discreet.ts';
import type { CompiledMail } from './template.ts';
import { type TitlePicture, type Told, titlesOf } from './titles.ts';
import type { OutgoingMail } from './write.ts';

/** What a mail of the newsletter is put together from, besides its reader. */
export interface IssueComposition {
  readonly owed: IssueMail;
  readonly mail: CompiledMail;
  /** The issues that a digest tells of, oldest first. */
  readonly told: readonly Told[];
  readonly title: TitlePicture;
  readonly sender: Sender;
  readonly words: Words;
}

/**
 * Puts a mail of the newsletter together for one reader: an issue, whose copy on the web is everybody's and
 * has no token, or a digest. Leaving by its links ends the newsletter alone.
 */
export function composeIssue(
  subscriber: Subscriber,
  { owed, mail, told, title, sender, words }: IssueComposition,
): OutgoingMail {
  const { webUrl } = sender;
  const list = 'newsletter' as const;
  return {
    mail: asWanted(mail, subscriber, { is: 'issue' }, words),
    values: {
      ...slotValues(subscriber, { course: undefined, webUrl, words, list }),
      ...(owed.kind === 'issue'
        ? { webCopyUrl: webUrl + issuePath(owed.issue) }
        : titlesOf(told, webUrl, title)),
    },
    headers: listHeaders(subscriber, sender, words, minterOf(subscriber), list),
  };
}
