import { inboxOf, outcomeKey } from '../../functions/adapters/inbound.ts';
import { type Attributes, aText } from '../../functions/adapters/stored.ts';
import { anId, anInstant } from '../../functions/adapters/stored-values.ts';
import type { Instant } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import type { Desk } from './desk.ts';

/** What became of one mail that somebody wrote: words of ours, and nothing of theirs. */
export interface ReplyLine {
  readonly messageId: string;
  readonly at: Instant;
  /** Absent where nobody knows whose it was. */
  readonly reader?: SubscriberId;
  /** What it answers: `closer/closeness`, or `issue 2026-12-03`. */
  readonly letter?: string;
  readonly intent: string;
  readonly outcome: string;
  readonly until?: string;
  readonly because?: string;
  /** A person reads it. */
  readonly toAuthor: boolean;
  readonly distress: boolean;
  /** As what the author said it should have been read: `no-wish`, or a wish. */
  readonly label?: string;
  /** The author said that it is answered. */
  readonly answered: boolean;
}

/** The inbound mails of a month. One that was understood and has words for a person is in two lists. */
export interface Inbox {
  /** `2026-11`, in UTC. */
  readonly month: string;
  /** A person reads these, and has not said that they are answered: who is in distress first, then the oldest. */
  readonly waiting: readonly ReplyLine[];
  readonly answered: readonly ReplyLine[];
  /** A wish was understood and done. */
  readonly understood: readonly ReplyLine[];
  /** It was not sure, and the reader was asked. */
  readonly asked: readonly ReplyLine[];
  /** Automatic mail, repetitions, and what was dropped. */
  readonly ignored: number;
  /** The month has more, which were not read. */
  readonly more: boolean;
}

/** So many mails of a month are read, the first of it. */
const MOST = 1000;

export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The mails of a month: a question for their names, and one for each hundred of them. */
export async function replies(desk: Desk, month = desk.now.slice(0, 7)): Promise<Inbox> {
  const { items, behind } = await desk.items.query({ pk: inboxOf(month), limit: MOST });
  const all = await replyLines(
    desk,
    items.map(({ sk }) => String(sk).split('#')[1] ?? ''),
  );
  return { ...sorted(all), month, more: behind !== undefined };
}

/** What became of mails, in the order in which they came. */
export async function replyLines(
  { items }: Pick<Desk, 'items'>,
  mails: readonly string[],
): Promise<readonly ReplyLine[]> {
  const found = await items.batch(mails.map(outcomeKey));
  return found
    .flatMap((item) => replyIn(item) ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** One mail's record; undefined while nothing has become of it. */
export function replyIn(item: Attributes): ReplyLine | undefined {
  const text = (name: string) => aText(item[name]);
  const [messageId, at] = [text('messageId'), anInstant(item['receivedAt'])];
  const [intent, outcome] = [text('intent'), text('outcome')];
  if (!messageId || at === undefined || !intent || !outcome) return undefined;
  const reader = anId(item['reader']);
  const [letter, until, because] = [text('letter'), text('until'), text('because')];
  const label = text('label');
  return {
    messageId,
    at,
    ...(reader && { reader }),
    ...(letter && { letter: letterInWords(letter) }),
    intent,
    outcome,
    ...(until && { until }),
    ...(because && { because }),
    toAuthor: item['toAuthor'] === true,
    distress: item['distress'] === true,
    ...(label && { label }),
    answered: item['answered'] === true,
  };
}

/** `letter#closer#tea` as `closer/tea`, and `issue#2026-12-03` as `issue 2026-12-03`. */
function letterInWords(name: string): string {
  const [is = '', ...of] = name.split('#');
  return is === 'letter' ? of.join('/') : `${is} ${of.join(' ')}`;
}

/** Into which list each mail goes. */
export function sorted(all: readonly ReplyLine[]): Omit<Inbox, 'month' | 'more'> {
  const forAuthor = all.filter(({ toAuthor }) => toAuthor);
  const waiting = forAuthor.filter(({ answered }) => !answered);
  const asked = all.filter(({ outcome }) => ASKED.has(outcome));
  const understood = all.filter(({ outcome }) => outcome === 'applied');
  return {
    waiting: [
      ...waiting.filter(({ distress }) => distress),
      ...waiting.filter(({ distress }) => !distress),
    ],
    answered: forAuthor.filter(({ answered }) => answered),
    understood,
    asked,
    ignored: all.filter((one) => !one.toAuthor && !asked.includes(one) && !understood.includes(one))
      .length,
  };
}

const ASKED: ReadonlySet<string> = new Set(['confirm-asked', 'clarify-asked']);
