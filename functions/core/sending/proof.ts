import type { CourseSlug, LessonId } from '../course.ts';
import type { IssueId } from '../newsletter.ts';
import type { OwedMail } from '../reader/owed.ts';
import type { AttemptId } from '../reader/subscriber.ts';
import { type Instant, parseLocalDate } from '../time.ts';
import { parseSubscriberId, type SubscriberId } from '../token.ts';

/** One mail of the send queue, as the tags of its sending name it. */
export interface TaggedMail {
  readonly id: SubscriberId;
  readonly attempt: AttemptId;
  readonly owed: OwedMail;
}

/** A mail that SES says it took, and when. */
export interface ProvenMail {
  readonly owed: OwedMail;
  readonly at: Instant;
}

/** All that the proofs of some minutes say about one reader, and about themselves. */
export interface Found {
  readonly mails: readonly ProvenMail[];
  /** When SES took the newest mail of which there is a proof, whoever got it. */
  readonly newest?: Instant;
  /** Parts that should be there and could not be read. */
  readonly missing: number;
}

/** A mail's tags: they come back with its proof, and may hold letters, digits, `_` and `-` only. */
export const tagsOf = ({ id, attempt, owed }: TaggedMail): Readonly<Record<string, string>> => ({
  subscriber: id,
  attempt,
  ...owed,
});

/** Tags as SES gives them back: each may have several values. */
export type GivenTags = Readonly<Record<string, readonly string[] | undefined>>;

/** Reads the tags of a mail of the send queue; undefined for any other mail. */
export function taggedMail(given: GivenTags): TaggedMail | undefined {
  const id = parseSubscriberId(given['subscriber']?.[0] ?? '');
  const attempt = given['attempt']?.[0] as AttemptId | undefined;
  const kind = given['kind']?.[0] ?? '';
  const owed = Object.hasOwn(OWED, kind) ? OWED[kind as OwedMail['kind']](given) : undefined;
  return id && attempt && owed && { id, attempt, owed };
}

/** Reads a mail's tags back, by its kind: one that nobody reads would never be known as sent. */
const OWED: { readonly [Kind in OwedMail['kind']]: (given: GivenTags) => OwedMail | undefined } = {
  confirmation(given) {
    const request = given['request']?.[0];
    return request === undefined ? undefined : { kind: 'confirmation', request };
  },
  welcome(given) {
    const course = courseIn(given);
    return course && { kind: 'welcome', course };
  },
  lesson(given) {
    const course = courseIn(given);
    const lesson = given['lesson']?.[0] as LessonId | undefined;
    const again = given['again']?.[0];
    return course && lesson && { kind: 'lesson', course, lesson, ...(again && { again }) };
  },
  issue(given) {
    const issue = given['issue']?.[0] as IssueId | undefined;
    const on = dayIn(given);
    return issue && on && { kind: 'issue', issue, on };
  },
  digest(given) {
    const on = dayIn(given);
    return on && { kind: 'digest', on };
  },
};

const dayIn = (given: GivenTags) => parseLocalDate(given['on']?.[0] ?? '');
const courseIn = (given: GivenTags) => given['course']?.[0] as CourseSlug | undefined;
