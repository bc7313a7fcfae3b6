import type { Attributes } from '../../functions/adapters/stored.ts';
import { aText } from '../../functions/adapters/stored.ts';
import type { CourseSlug } from '../../functions/core/course.ts';
import { hasAddress } from '../../functions/core/reader/lifecycle.ts';
import { isForgotten, type Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Instant } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import type { Desk } from './desk.ts';
import { placesOf, type StandingName, standingOf } from './readers.ts';
import { readerIn } from './seen.ts';

/** One line of a list. */
export interface ReaderLine {
  readonly id: SubscriberId;
  /** Absent of somebody who has moved away, or had everything erased. */
  readonly address?: string;
  readonly name?: string;
  readonly standing: StandingName;
  readonly courses: readonly { readonly course: CourseSlug; readonly place: string }[];
  readonly newsletter: boolean;
  readonly dueAt?: Instant;
}

/** What a page is asked for. */
export interface PageWishes {
  readonly standing?: Exclude<StandingName, 'unreadable'>;
  readonly course?: string;
  /** What an earlier page called `next`. */
  readonly after?: string;
  /** How many lines; 50 unless said, 200 at most. */
  readonly lines?: number;
}

/** Some of them, in no order that means anything. */
export interface ReadersPage {
  readonly readers: readonly ReaderLine[];
  /** Asks for the next page; absent when the table is over. A page may be short, or empty, and not the last. */
  readonly next?: string;
}

const LINES = 50;
export const MOST_LINES = 200;

/** A page looks at so many items at most, whatever it finds: a thousandth of a cent. */
const LOOKS = 4;
const LOOKED = 500;

/** A page of everybody, in four requests at most. @returns undefined when `after` is of no page */
export async function readersPage(
  desk: Desk,
  wishes: PageWishes,
): Promise<ReadersPage | undefined> {
  const lines = Math.min(wishes.lines ?? LINES, MOST_LINES);
  let behind: Attributes | undefined;
  if (wishes.after !== undefined) {
    behind = keyIn(wishes.after);
    if (behind === undefined) return undefined;
  }
  const readers: ReaderLine[] = [];
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const page = await desk.items.scan({ kinds: KINDS, limit: LOOKED, behind });
    for (const item of page.items) {
      const line = lineOf(item, wishes, desk);
      if (line !== undefined) readers.push(line);
      if (readers.length === lines) return { readers, next: nameOf(item) };
    }
    behind = page.behind;
    if (behind === undefined) return { readers };
  }
  return { readers, ...(behind && { next: nameOf(behind) }) };
}

const KINDS = ['subscriber', 'request'];

/** Somebody as a line, if they are asked for. */
function lineOf(item: Attributes, wishes: PageWishes, { courses, now }: Desk) {
  const read = readerIn(item);
  if (read?.is !== 'read' || isForgotten(read.subscriber, now)) return undefined;
  const { subscriber } = read;
  const line = inLine(subscriber, courses);
  if (wishes.standing !== undefined && line.standing !== wishes.standing) return undefined;
  const isIn = subscriber.enrollments.some(({ course }) => course === wishes.course);
  return wishes.course === undefined || isIn ? line : undefined;
}

function inLine(subscriber: Subscriber, courses: Desk['courses']): ReaderLine {
  const { id, address, name, newsletter, dueAt } = subscriber;
  return {
    id,
    ...(hasAddress(subscriber) && { address }),
    ...(name !== undefined && { name }),
    standing: standingOf(subscriber),
    courses: placesOf(subscriber, courses),
    newsletter,
    ...(dueAt !== undefined && { dueAt }),
  };
}

/** A key as a word that a shell takes as it is. */
const nameOf = ({ pk, sk }: Attributes): string =>
  Buffer.from(JSON.stringify([pk, sk])).toString('base64url');

function keyIn(name: string): Attributes | undefined {
  try {
    const [pk, sk] = JSON.parse(Buffer.from(name, 'base64url').toString('utf8')) as unknown[];
    return aText(pk) && aText(sk) ? { pk, sk } : undefined;
  } catch {
    return undefined;
  }
}
