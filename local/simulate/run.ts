import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { epochSeconds, type Instant, instant, plusSeconds } from '../../functions/core/time.ts';
import { type Limits, type SentMail, type SimulatedEngine, simulatedEngine } from './engine.ts';
import type { SimulatedLibrary } from './library.ts';
import type { MadeUp } from './readers.ts';

/** All that came of it. */
export interface Lived {
  /** What the engine sent, oldest first. */
  readonly sent: readonly SentMail[];
  /** Each reader as they are in the end, in the order of their numbers; who has not confirmed yet is nobody. */
  readonly readers: readonly (Subscriber | undefined)[];
  /** Mails that went more than two hours late, and those that were owed by the end. */
  readonly late: number;
  readonly waiting: number;
  /** How often a reader was looked at for an issue. */
  readonly told: number;
}

/** What somebody does at a moment. */
interface Deed {
  readonly at: Instant;
  readonly act: (engine: SimulatedEngine) => Promise<void>;
}

/**
 * Lives through some days, from one moment at which something happens to the next.
 *
 * @param end the first moment that is not lived through
 */
export async function live(
  library: SimulatedLibrary,
  readers: readonly MadeUp[],
  {
    limits,
    start,
    end,
  }: { readonly limits: Limits; readonly start: Instant; readonly end: Instant },
): Promise<Lived> {
  const engine = simulatedEngine(library, limits, start);
  const deeds = inOrder(readers.flatMap(deedsOf));
  let heard = 0;
  for (let at = start; at < end; at = await nextMoment(engine, deeds.next())) {
    engine.passTo(at);
    for (const { act } of deeds.until(at)) await act(engine);
    if (isMinute(at)) await engine.minute();
    await engine.send();
    for (; heard < engine.sent.length; heard += 1) {
      const press = pressAfter(readers, engine.sent[heard]);
      if (press !== undefined) deeds.add(press);
    }
  }
  return {
    sent: engine.sent,
    readers: await Promise.all(
      readers.map((reader) => engine.subscribers.load(engine.idOf(reader))),
    ),
    late: engine.late(),
    waiting: engine.due().filter(({ dueAt }) => dueAt < end).length,
    told: engine.told(),
  };
}

/** What somebody does whatever the engine does. */
function deedsOf(reader: MadeUp): readonly Deed[] {
  const { asks, pauses, leaves } = reader;
  const asking: Deed = { at: asks, act: (engine) => engine.asks(reader) };
  const pausing = pauses.map(
    (wish): Deed => ({ at: wish.at, act: (engine) => engine.pauses(reader, wish) }),
  );
  if (leaves === undefined) return [asking, ...pausing];
  return [asking, ...pausing, { at: leaves, act: (engine) => engine.leaves(reader) }];
}

/** They press the button of a mail that has come, and not before. */
function pressAfter(readers: readonly MadeUp[], mail: SentMail | undefined): Deed | undefined {
  const reader = mail?.owed.kind === 'confirmation' ? readers[mail.reader - 1] : undefined;
  if (mail === undefined || reader === undefined) return undefined;
  return { at: plusSeconds(mail.at, reader.takes), act: (engine) => engine.saysYes(reader) };
}

/** Deeds as they come, the earliest first; more of them may come to mind. */
function inOrder(all: readonly Deed[]) {
  const deeds = [...all].sort((one, other) => (one.at < other.at ? -1 : 1));
  return {
    next: () => deeds[0]?.at,
    until(at: Instant): readonly Deed[] {
      const later = deeds.findIndex((one) => one.at > at);
      return deeds.splice(0, later < 0 ? deeds.length : later);
    },
    add(deed: Deed): void {
      const later = deeds.findIndex((one) => one.at > deed.at);
      deeds.splice(later < 0 ? deeds.length : later, 0, deed);
    },
  };
}

const MINUTE = 60;
const isMinute = (at: Instant): boolean => epochSeconds(at) % MINUTE === 0;

/** The minute that a moment is in the end of: a whole one is its own. */
const minuteFrom = (at: Instant): number => Math.ceil(epochSeconds(at) / MINUTE) * MINUTE;

/** The next moment at which somebody does something, the queue has something, or a minute has work. */
async function nextMoment(engine: SimulatedEngine, deed: Instant | undefined): Promise<Instant> {
  const now = engine.now();
  const soonest = (Math.floor(epochSeconds(now) / MINUTE) + 1) * MINUTE;
  const [first = Number.POSITIVE_INFINITY] = [deed, engine.readyAt()]
    .flatMap((at) => (at === undefined ? [] : [epochSeconds(at)]))
    .sort((one, other) => one - other);
  // Nothing comes before the next minute but these.
  if (first <= soonest) return atSecond(first);
  const issue = await engine.publishAt();
  const work = engine.due().reduce((one, { dueAt }) => (dueAt < one ? dueAt : one), issue ?? NEVER);
  return atSecond(Math.min(first, Math.max(soonest, minuteFrom(work))));
}

/** After all that can be said in four digits, nothing happens any more. */
const NEVER = '9999-12-31T00:00:00Z' as Instant;

const atSecond = (second: number): Instant => instant(new Date(second * 1000));
