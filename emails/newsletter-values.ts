import type { EmailAddress } from '../functions/core/address.ts';
import { composeIssue, type IssueComposition } from '../functions/core/mail/compose-issue.ts';
import type { CompiledMail, SlotValues } from '../functions/core/mail/template.ts';
import type { IssueMail } from '../functions/core/reader/issues.ts';
import type { Subscriber } from '../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../functions/core/time.ts';
import type { Words } from '../functions/core/words/words.ts';
import { WEB_URL } from './examples.ts';
import type { LessonMail, NewsletterMail, NoticeMail } from './mails.ts';
import { TITLE } from './title.ts';

/** Any one will do: nothing of it is shown. */
const SENDER: IssueComposition['sender'] = {
  publicationName: 'Letters',
  fromName: 'Letters',
  fromAddress: 'letters@example.com' as EmailAddress,
  replyDomain: 'reply.example.com',
  webUrl: WEB_URL,
};

/** A mail of the newsletter, for somebody. */
export interface ForReader {
  readonly reader: Subscriber;
  readonly words: Words;
  readonly mail: CompiledMail;
  readonly told: IssueComposition['told'];
}

/** What an issue or a digest is filled with, by what composes it in the sender; nothing for any other mail. */
export function newsletterValues(
  one: LessonMail | NoticeMail | NewsletterMail,
  { reader, ...composition }: ForReader,
): SlotValues {
  const owed = owedIn(one);
  if (owed === undefined) return {};
  return composeIssue(reader, { ...composition, owed, title: TITLE, sender: SENDER }).values;
}

const A_DAY = '2026-12-31' as LocalDate;

function owedIn(one: LessonMail | NoticeMail | NewsletterMail): IssueMail | undefined {
  if (one.kind === 'newsletter') return { kind: 'issue', issue: one.issue.id, on: one.issue.date };
  return one.kind === 'notice' && one.name === 'digest' ? { kind: 'digest', on: A_DAY } : undefined;
}
