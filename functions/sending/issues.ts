import type { Broadcasts } from '../adapters/broadcasts.ts';
import { type Library, wordsFor } from '../adapters/library.ts';
import { UnreadableItem } from '../adapters/stored.ts';
import type { Sender } from '../core/mail/compose.ts';
import { composeIssue } from '../core/mail/compose-issue.ts';
import type { CompiledMail } from '../core/mail/template.ts';
import type { OutgoingMail } from '../core/mail/write.ts';
import type { IssueId } from '../core/newsletter.ts';
import { areIssuesEarly } from '../core/reader/instead.ts';
import { type IssueMail, isIssueTime, looked } from '../core/reader/issues.ts';
import { afterSending, arranged, type Courses } from '../core/reader/owed.ts';
import { areIssuesPaused } from '../core/reader/pauses.ts';
import { reads, type Subscriber } from '../core/reader/subscriber.ts';
import { isNewsletterPaused, type Started, sendingOf } from '../core/sending/broadcast.ts';
import type { Claimed } from '../core/sending/doubt.ts';
import { type Instant, plusSeconds } from '../core/time.ts';

/** The issues on their way, as a sender knows them. */
export interface Newsletter {
  /** Undefined while the newsletter is paused. */
  sending(): Promise<readonly Started[] | undefined>;
  mailOf(id: IssueId): Promise<CompiledMail>;
}

/** So long a sender goes by what it knows, in seconds: what is cancelled stops within a tick. */
const KNOWN_SECONDS = 15;

/** Asks the table no more often than it has to: an issue's mail never changes once it was started. */
export function newsletterOf(
  broadcasts: Pick<Broadcasts, 'all' | 'mailOf'>,
  now: () => Instant,
): Newsletter {
  let known: { readonly until: Instant; readonly all: ReturnType<Broadcasts['all']> } | undefined;
  const mails = new Map<IssueId, CompiledMail>();
  return {
    async sending() {
      if (known === undefined || known.until <= now()) {
        known = { until: plusSeconds(now(), KNOWN_SECONDS), all: broadcasts.all() };
      }
      const { all } = known;
      try {
        const broadcasts = await all;
        return isNewsletterPaused(broadcasts) ? undefined : sendingOf(broadcasts);
      } catch (error) {
        known = undefined;
        throw error;
      }
    },
    async mailOf(id) {
      const mail = mails.get(id) ?? (await broadcasts.mailOf(id));
      mails.set(id, mail);
      return mail;
    },
  };
}

/** What looking for issues touches. */
export interface IssueWorld {
  readonly newsletter: Newsletter;
  readonly library: Pick<Library, 'courses' | 'languages' | 'words' | 'notice' | 'title'>;
  readonly sender: Sender;
  now(): Instant;
}

type ClaimedReader = Claimed['subscriber'];

/** The table did not answer: nothing is known of an issue, and nothing is wrong with a mail. */
export class NotTold extends Error {}

/** @throws NotTold for what fails on the way, and as it is what can't be read */
async function told<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    throw cause instanceof UnreadableItem ? cause : new NotTold('not told', { cause });
  }
}

/** What a look came to: a mail, or nothing, and then they go on as they are without it. */
export type IssueLook =
  | {
      readonly is: 'mail';
      readonly owed: IssueMail;
      readonly mail: OutgoingMail;
      readonly becomes: Subscriber;
    }
  | {
      readonly is: 'nothing';
      readonly reader: ClaimedReader;
      /** The same of who they are by then. */
      readonly next: (latest: Subscriber, now: Instant) => Subscriber;
    };

/**
 * Looks for the issues that somebody is owed at this due moment, if it is one for issues at all.
 *
 * @returns undefined when it is none: nothing waits, or what waits is paused
 * @throws NotTold when the table does not answer
 */
export async function lookForIssues(
  world: IssueWorld,
  reader: ClaimedReader,
): Promise<IssueLook | undefined> {
  const { library, newsletter, now } = world;
  const { courses } = library;
  const { claim } = reader;
  if (!reads(reader) || areIssuesPaused(reader, now())) return undefined;
  if (!isIssueTime(reader, claim.due, courses, now())) return undefined;
  const sending = await told(newsletter.sending());
  if (sending === undefined) return undefined;
  const found = looked(reader, sending, courses, now());
  const { mail: owed, issues: about, subscriber } = found;
  if (owed === undefined || areIssuesEarly(found.ready, reader, now())) {
    const without = owed === undefined ? { ...subscriber, claim } : reader;
    return { is: 'nothing', reader: without, next: nothingFor(sending, courses) };
  }
  const words = wordsFor(library, reader.enrollments[0]?.course);
  const mail =
    owed.kind === 'issue'
      ? await told(newsletter.mailOf(owed.issue))
      : library.notice('digest', words.language);
  return {
    is: 'mail',
    owed,
    mail: composeIssue(reader, {
      owed,
      mail,
      told: about,
      words,
      title: library.title,
      sender: world.sender,
    }),
    becomes: afterSending({ ...subscriber, claim }, owed, courses, now()),
  };
}

/** Somebody for whom nothing was found, as they are by then; there may be something for them now. */
const nothingFor =
  (sending: readonly Started[], courses: Courses) =>
  (latest: Subscriber, now: Instant): Subscriber => {
    const { mail, subscriber } = looked(latest, sending, courses, now);
    return arranged(mail === undefined ? subscriber : latest, courses, now);
  };
