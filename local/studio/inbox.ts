import { Temporal } from 'temporal-polyfill';
import { subscriberKey } from '../../functions/adapters/item.ts';
import { hasAddress } from '../../functions/core/reader/lifecycle.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import type { Desk } from '../desk/desk.ts';
import { type Inbox, type ReplyLine, replies } from '../desk/replies.ts';
import { readerIn } from '../desk/seen.ts';

/** A month of what people wrote, with what its lines are told by. */
export interface InboxTold extends Inbox {
  /** Who waits since the month before; only beside the current month. */
  readonly before: readonly ReplyLine[];
  /** By id, what a reader is called: a name, or an address. */
  readonly people: Readonly<Record<string, string>>;
  /** By `course/letter`, its subject. */
  readonly subjects: Readonly<Record<string, string>>;
}

/** @param month the current one, if not said */
export async function inboxTold(desk: Desk, month: string | undefined): Promise<InboxTold> {
  const current = desk.now.slice(0, 'YYYY-MM'.length);
  const isCurrent = month === undefined || month === current;
  const [inbox, last] = await Promise.all([
    replies(desk, month),
    isCurrent ? replies(desk, monthBefore(current)) : undefined,
  ]);
  const before = last?.waiting ?? [];
  const { waiting, answered, understood, asked } = inbox;
  return {
    ...inbox,
    before,
    people: await peopleOf(desk, [...before, ...waiting, ...answered, ...understood, ...asked]),
    subjects: Object.fromEntries(
      desk.courses.flatMap(({ slug, lessons }) =>
        lessons.map(({ id, subject }) => [`${slug}/${id}`, subject]),
      ),
    ),
  };
}

const monthBefore = (month: string): string =>
  Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString();

async function peopleOf({ items }: Desk, lines: readonly ReplyLine[]) {
  const ids = [...new Set(lines.flatMap(({ reader }) => reader ?? []))];
  const called: Record<SubscriberId, string> = {};
  for (const item of await items.batch(ids.map((id) => subscriberKey(id)))) {
    const read = readerIn(item);
    if (read?.is !== 'read') continue;
    const { id, name, address } = read.subscriber;
    if (name !== undefined || hasAddress(read.subscriber)) called[id] = name ?? address;
  }
  return called;
}
