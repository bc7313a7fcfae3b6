import { STATE, stateIn } from '../../functions/adapters/due-index.ts';
import { ISSUE_SHARDS, SHARDS } from '../../functions/adapters/item.ts';
import { OUTLINES, outlineFrom } from '../../functions/adapters/outlines.ts';
import { CARE, careIn } from '../../functions/adapters/sign-ups.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { lettersADay, type Quota } from '../../functions/core/sending/pace.ts';
import {
  beginOf,
  type Instant,
  instant,
  type LocalDate,
  localDate,
  plusDays,
  plusSeconds,
  type Zone,
} from '../../functions/core/time.ts';
import type { Desk } from './desk.ts';
import type { Span } from './items.ts';
import { readerIn } from './seen.ts';
import { type Watch, watchOver } from './watch.ts';

/** A count that ends somewhere: beyond it, it is known that there are more. */
export interface AtLeast {
  readonly count: number;
  readonly more: boolean;
}

/** What lets mails go, or keeps them. */
export interface Sending {
  /** SES refused the whole account: nothing goes before this moment. */
  readonly heldUntil?: Instant;
  /** SES gives no answers: one probe a minute goes. */
  readonly restsSince?: Instant;
  /** Too many letters came back: none go until `kindling release`. */
  readonly stopped?: { readonly since: Instant; readonly because: string };
  /** The form asks for more than an address, or sends its mails slowly. */
  readonly form: 'open' | 'careful' | 'slow';
}

/** How things stand now. */
export interface Today extends Watch {
  readonly now: Instant;
  /** The author's day. */
  readonly day: LocalDate;
  readonly zone: Zone;
  /** Mails that come due after now and before this day is over. */
  readonly due: AtLeast;
  /** Mails whose moment has come, and that have not gone. */
  readonly waiting: AtLeast;
  /** Of those that have waited longest, how many were looked at, and of how many nobody knows whether they went. */
  readonly doubt: { readonly looked: number; readonly count: number };
  /** All mails of the account within 24 hours, and what SES lets it send in them; -1 is no limit. */
  readonly quota: {
    readonly sent: number;
    readonly perDay: number;
    /** For letters: some are kept back for confirmations and answers. */
    readonly left: number;
    readonly perSecond: number;
  };
  readonly sending: Sending;
  /** Courses that were deployed once, that somebody read then, and that the folder has no more. */
  readonly missing: readonly string[];
}

/**
 * How things stand, in about forty requests, and as many more as a hundred thousand who are due at once take:
 * nobody is looked at but the few who have waited longest.
 */
export async function today(desk: Desk): Promise<Today> {
  const { now, content, items, courses, account } = desk;
  const { zone } = content.publication.defaults;
  const day = localDate(now, zone);
  const coming = {
    from: plusSeconds(now, 1),
    to: plusSeconds(beginOf(plusDays(day, 1), zone), -1),
  };
  const [due, waiting, doubt, quota, state, care, kept, watch] = await Promise.all([
    counted(desk, coming),
    counted(desk, { from: LONG_AGO, to: now }),
    doubtAt(desk),
    account.quota(),
    items.get(STATE),
    items.get(CARE),
    items.all({ pk: OUTLINES }),
    watchOver(account),
  ]);
  const known = new Set<string>(courses.map(({ slug }) => slug));
  return {
    now,
    day,
    zone,
    due,
    waiting,
    doubt,
    quota: quotaOf(quota),
    sending: sendingIn(state ?? {}, care, now),
    missing: kept.map((item) => outlineFrom(item).slug).filter((slug) => !known.has(slug)),
    ...watch,
  };
}

const LONG_AGO = instant(new Date(0));

/** An answer counts about ten thousand entries, so a shard's share of three hundred thousand readers is counted. */
const PAGES = 4;

/** How many entries of all shards lie in a span. */
async function counted(
  { items }: Pick<Desk, 'items'>,
  span: Omit<Span, 'shard'>,
): Promise<AtLeast> {
  if (span.to < span.from) return { count: 0, more: false };
  const shards = await Promise.all(
    [...SHARDS, ...ISSUE_SHARDS].map(async (shard) => {
      let [count, pages]: [number, number] = [0, 0];
      let behind: Attributes | undefined;
      do {
        const page = await items.countDue({ shard, ...span }, behind);
        count += page.count;
        behind = page.behind;
        pages += 1;
      } while (behind !== undefined && pages < PAGES);
      return { count, more: behind !== undefined };
    }),
  );
  return {
    count: shards.reduce((sum, { count }) => sum + count, 0),
    more: shards.some(({ more }) => more),
  };
}

/** Of each shard so many who have waited longest are looked at. */
const LOOKED = 8;

/** A claim that is older than this is not just being sent, in seconds. */
const IN_FLIGHT = 60;

async function doubtAt({ items, now }: Desk): Promise<Today['doubt']> {
  const spans = [...SHARDS, ...ISSUE_SHARDS].map((shard) => ({ shard, from: LONG_AGO, to: now }));
  const entries = (await Promise.all(spans.map((span) => items.due(span, LOOKED)))).flat();
  const keys = entries.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
  const found = (await items.batch(keys)).flatMap((item) => {
    const read = readerIn(item);
    return read?.is === 'read' ? [read.subscriber] : [];
  });
  const since = plusSeconds(now, -IN_FLIGHT);
  const count = found.filter(({ claim }) => claim !== undefined && claim.since <= since).length;
  return { looked: keys.length, count };
}

function quotaOf(quota: Quota): Today['quota'] {
  const { sentToday: sent, perDay, perSecond } = quota;
  const left = perDay < 0 ? -1 : Math.max(0, lettersADay(quota) - sent);
  return { sent, perDay, left, perSecond };
}

function sendingIn(state: Attributes, care: Attributes | undefined, now: Instant): Sending {
  const { holdUntil, resting, stopped } = stateIn(state);
  return {
    ...(holdUntil !== undefined && holdUntil > now && { heldUntil: holdUntil }),
    ...(resting && { restsSince: resting.since }),
    ...(stopped && { stopped: { since: stopped.since, because: stopped.because } }),
    form: formIn(care, now),
  };
}

function formIn(fields: Attributes | undefined, now: Instant): Sending['form'] {
  const care = fields && careIn(fields);
  if (care?.slowUntil !== undefined && care.slowUntil > now) return 'slow';
  return care !== undefined && care.until > now ? 'careful' : 'open';
}
