import { issuePath } from '../newsletter.ts';
import type { IssueMail } from '../reader/issues.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import { minterOf } from '../token.ts';
import type { Words } from '../words/words.ts';
import { type Choice, type ChoicePicture, choicesOf } from './choices.ts';
import { listHeaders, type Sender, slotValues } from './compose.ts';
import { asWanted } from './discreet.ts';
import type { CompiledMail } from './template.ts';
import type { OutgoingMail } from './write.ts';

/** What a mail of the newsletter is put together from, besides its reader. */
export interface IssueComposition {
  readonly owed: IssueMail;
  readonly mail: CompiledMail;
  /** The issues that a digest tells of, with their titles. */
  readonly told: readonly Pick<TitledIssue, 'id' | 'title'>[];
  readonly choice: ChoicePicture;
  readonly sender: Sender;
  readonly words: Words;
}

interface TitledIssue {
  readonly id: string;
  readonly title: string;
}

/**
 * Puts a mail of the newsletter together for one reader: an issue, whose copy on the web is everybody's and
 * has no token, or a digest. Leaving by its links ends the newsletter alone.
 */
export function composeIssue(
  subscriber: Subscriber,
  { owed, mail, told, choice, sender, words }: IssueComposition,
): OutgoingMail {
  const { webUrl } = sender;
  const list = 'newsletter' as const;
  const link = ({ id, title }: Pick<TitledIssue, 'id' | 'title'>): Choice => ({
    label: title,
    url: webUrl + issuePath(id),
  });
  return {
    mail: asWanted(mail, subscriber, { is: 'issue' }, words),
    values: {
      ...slotValues(subscriber, { course: undefined, webUrl, words, list }),
      ...(owed.kind === 'issue'
        ? { webCopyUrl: webUrl + issuePath(owed.issue) }
        : choicesOf(told.map(link), choice)),
    },
    headers: listHeaders(subscriber, sender, words, minterOf(subscriber), list),
  };
}
