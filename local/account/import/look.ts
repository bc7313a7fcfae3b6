import { randomBytes } from 'node:crypto';
import type { Fact } from '../../../functions/core/reader/fact.ts';
import {
  firstMailOf,
  type ImportFate,
  importedBy,
  importedRequest,
  importedSubscriber,
  importFateOf,
  type Known,
  type Start,
} from '../../../functions/core/reader/import.ts';
import { type WarmUpDay, warmUpDays } from '../../../functions/core/reader/import-days.ts';
import type { Incoming } from '../../../functions/core/reader/import-row.ts';
import type { Courses, OwedLetter } from '../../../functions/core/reader/owed.ts';
import type { Request } from '../../../functions/core/reader/request.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { type Instant, localDate, nextDay, UTC } from '../../../functions/core/time.ts';
import {
  firstSecret,
  type IdKey,
  type LinkSecret,
  type SecretKey,
  type SubscriberId,
  subscriberId,
} from '../../../functions/core/token.ts';
import { RefusedError } from '../restore/home.ts';
import type { List } from './list.ts';
import type { Stored } from './table.ts';

/** What is written for one person. */
export type ImportWrite =
  | { readonly is: 'put'; readonly subscriber: Subscriber; readonly facts: readonly Fact[] }
  | { readonly is: 'ask'; readonly request: Request };

/** What becomes of somebody: by the list, or by who they are here. */
export type Became =
  | Exclude<ImportFate['is'], 'known'>
  | `here: ${Known}`
  /** They may have meant all letters of this author. */
  | 'here: reads, left there';

/** All that an import would do. */
export interface Look {
  /** By what becomes of them, with the lines. */
  readonly lines: ReadonlyMap<Became, readonly number[]>;
  readonly days: readonly WarmUpDay[];
  /** Readers who come and are owed nothing: they are at the end, or read the newsletter alone. */
  readonly quiet: number;
  /** What goes out on the first of the days, most often first. */
  readonly firstDay: readonly (readonly [mail: string, count: number])[];
  writes(idKey: IdKey, secretKey: SecretKey): Generator<ImportWrite>;
}

interface Around {
  readonly now: Instant;
  readonly courses: Courses;
  readonly reason: string;
  /** Mails on the first day. */
  readonly first: number;
  /** Letters a day that the account has room for in all. */
  readonly most: number;
}

/**
 * Decides about everybody on a list, and on which day who begins: from tomorrow on, so that there is a
 * night to look again.
 *
 * @throws RefusedError when the account can't send so many letters a day
 */
export function lookAt(list: List, stored: Stored, around: Around): Look {
  const { courses, now, reason } = around;
  // Without a key nobody is known, and any will do to look.
  const key = stored.idKey ?? (randomBytes(32) as Uint8Array as IdKey);
  const lines = new Map<Became, number[]>();
  const coming: { readonly incoming: Incoming; readonly mail: OwedLetter | undefined }[] = [];
  for (const incoming of list.people.values()) {
    const { address } = incoming.newcomer;
    const fate = importFateOf(incoming.newcomer, stored.known.get(subscriberId(key, address)));
    const is = becameOf(fate, incoming);
    const same = lines.get(is);
    if (same === undefined) lines.set(is, [incoming.line]);
    else same.push(incoming.line);
    if (fate.is === 'known') continue;
    coming.push({ incoming, mail: firstMailOf(incoming.newcomer, courses) });
  }
  const mailed = coming.filter(({ mail }) => mail !== undefined);
  const days = daysFor(mailed.length, stored, around);
  const starts = startsOn(days);
  const planned = coming.map((one) => ({
    ...one,
    start: one.mail === undefined ? undefined : starts.next().value,
  }));
  const firstMails = mailed.slice(0, days[0]?.count ?? 0).flatMap(({ mail }) => mail ?? []);
  return {
    lines,
    days,
    quiet: (lines.get('comes')?.length ?? 0) + (lines.get('asked')?.length ?? 0) - mailed.length,
    firstDay: counted(firstMails.map(mailName)),
    *writes(idKey, secretKey) {
      for (const { incoming, start } of planned) {
        const id = subscriberId(idKey, incoming.newcomer.address);
        yield writeOf(incoming, start, { id, secret: firstSecret(secretKey, id) });
      }
    },
  };

  function writeOf(
    incoming: Incoming,
    start: Start | undefined,
    keys: { readonly id: SubscriberId; readonly secret: LinkSecret },
  ): ImportWrite {
    const { newcomer, evidence, facts } = incoming;
    const details = importedBy(evidence, reason);
    if (newcomer.standing.is === 'pending' && start !== undefined) {
      return { is: 'ask', request: importedRequest(newcomer, keys, start, details, now) };
    }
    const subscriber = importedSubscriber(newcomer, keys, start, { now, courses });
    return { is: 'put', subscriber, facts: [...facts, { kind: 'imported', at: now, details }] };
  }
}

function becameOf(fate: ImportFate, { newcomer: { standing } }: Incoming): Became {
  if (fate.is !== 'known') return fate.is;
  return fate.known === 'reads' && standing.is === 'left'
    ? 'here: reads, left there'
    : `here: ${fate.known}`;
}

function daysFor(
  count: number,
  { waiting, reading }: Stored,
  { now, first, most }: Around,
): readonly WarmUpDay[] {
  const from = nextDay(localDate(now, UTC));
  const days = warmUpDays(count, { from, first, room: Math.max(0, most - reading), waiting });
  if (days !== undefined) return days;
  throw new RefusedError(
    `This account may send ${most} letters a day, which ${count} more readers beside the ${reading} ` +
      'there are would exceed. Ask AWS for more (npm run setup -- --production), or bring a part of ' +
      'the list. Nothing was changed.',
  );
}

function* startsOn(days: readonly WarmUpDay[]): Generator<Start, undefined> {
  for (const { day, count } of days) {
    for (let place = 0; place < count; place += 1) yield { day, place };
  }
  return undefined;
}

const mailName = (mail: OwedLetter): string => {
  if (mail.kind === 'confirmation') return 'the confirmation, with its button';
  return mail.kind === 'welcome' ? `${mail.course}: the welcome` : `${mail.course}/${mail.lesson}`;
};

function counted(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
