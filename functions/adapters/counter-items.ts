import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { COUNTERS, type Count, type Counted, type Counter } from '../core/counting.ts';
import type { Instant } from '../core/time.ts';
import { type Attributes, aCount, itemOf, MAJOR, optional } from './stored.ts';
import { aCourse, aDay, aLesson } from './stored-values.ts';

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** Counters and what was counted already: all that lies under one key, which is all that some doors may touch. */
export const COUNTS = 'counts';

/**
 * The sort key of a counter. Letters are counted by the month, in UTC: a course goes on for years, and its author
 * edits it. An issue goes out once.
 */
export function counterName(of: Counted, at: Instant): string {
  return of.is === 'letter'
    ? `letter#${at.slice(0, 7)}#${of.course}#${of.lesson}`
    : `${of.is}#${of.on}`;
}

/** What is counted, as a reply's record names it: `letter#closer#closeness`, or `issue#2026-12-03`. */
export const nameOfCounted = (of: Counted): string =>
  of.is === 'letter' ? `letter#${of.course}#${of.lesson}` : `${of.is}#${of.on}`;

/** What a counter stands at. */
export interface Counters {
  readonly of: Counted;
  /** Of a letter: the month, as in `2026-11`. */
  readonly month?: string;
  readonly counts: Readonly<Record<Counter, number>>;
}

/** @returns undefined for an item that is none, or of a mail that this code does not know. @throws UnreadableItem */
export function countersIn(fields: Attributes): Counters | undefined {
  const [is, ...parts] = String(fields['sk']).split('#');
  const item = itemOf('counter', fields);
  const counts = Object.fromEntries(
    COUNTERS.map((name) => [name, optional(item, name, aCount) ?? 0]),
  ) as Readonly<Record<Counter, number>>;
  if (is === 'letter') {
    const [month = '', course, lesson] = [parts[0], aCourse(parts[1]), aLesson(parts[2])];
    return course && lesson && { of: { is, course, lesson }, month, counts };
  }
  const on = aDay(parts[0]);
  return on && (is === 'issue' || is === 'digest') ? { of: { is, on }, counts } : undefined;
}

/** So much is added to one counter. */
type Sums = ReadonlyMap<string, ReadonlyMap<Counter, number>>;

/** What adds to counters, an action each, as a transaction has one for an item at most. */
export const addingTo = (TableName: string, sums: Sums): Actions =>
  [...sums].map(([sk, added]) => {
    const names = [...added.keys()];
    return {
      Update: {
        TableName,
        Key: { pk: COUNTS, sk },
        UpdateExpression: `SET v = if_not_exists(v, :v) ADD ${names.map((name) => `${name} :${name}`).join(', ')}`,
        ExpressionAttributeValues: {
          ':v': MAJOR,
          ...Object.fromEntries([...added].map(([name, count]) => [`:${name}`, count])),
        },
      },
    };
  });

/** What counts all of these, each once. */
export function counted(TableName: string, counts: readonly Count[]): Actions {
  const sums = new Map<string, Map<Counter, number>>();
  for (const { of, counter, at } of counts) {
    const name = counterName(of, at);
    const sum = sums.get(name) ?? new Map<Counter, number>();
    sums.set(name, sum.set(counter, (sum.get(counter) ?? 0) + 1));
  }
  return addingTo(TableName, sums);
}
