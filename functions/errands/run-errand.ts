import type { ErrandEnd, Errands } from '../adapters/errands.ts';
import type { Library } from '../adapters/library.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import {
  type Errand,
  type ErrandAnswer,
  isErased,
  parseErrand,
  type Task,
} from '../core/reader/errand.ts';
import { BY_AUTHOR } from '../core/reader/fact.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { untilSaved } from '../runtime/change.ts';
import { type ErasingWorld, erase } from '../runtime/erase.ts';
import type { NewAddressWorld } from '../runtime/new-address.ts';
import type { OwedMailWorld } from '../runtime/owed-mail.ts';
import { refused } from './came.ts';
import { askNewMailbox, sendAgain } from './mails.ts';

/** All that errands touch. */
export interface ErrandsWorld extends NewAddressWorld, ErasingWorld, OwedMailWorld {
  readonly errands: Errands;
  /** Of the table that all of it lies in. */
  readonly table: string;
  readonly subscribers: Pick<Subscribers, 'load' | 'save' | 'requests'>;
  readonly moves: ErasingWorld['moves'];
  readonly library: OwedMailWorld['library'] & Pick<Library, 'has'>;
}

const IN_DOUBT = { is: 'in-doubt' } as const;

/**
 * Runs one errand, once: a repetition is answered like the first. One that was broken off when its mail may have
 * gone sends none, as an answer to a reply; erasing goes on where it was.
 *
 * @param given as it came in
 */
export async function runErrand(world: ErrandsWorld, given: unknown): Promise<ErrandAnswer> {
  const errand = parseErrand(given);
  if (errand === undefined) return refused('not-understood').answer;
  if (errand.table !== world.table) return refused('other-table').answer;
  const { errands, subscribers } = world;
  return untilSaved(async () => {
    const stage = await errands.begin(errand.name, world.now());
    if (stage.is === 'done') return stage.answer;
    const isBegun = stage.is === 'decided';
    if (isBegun && errand.task.is !== 'erase') return IN_DOUBT;
    const reader = await subscribers.load(errand.reader);
    const came: ErrandEnd | 'changed' =
      reader === undefined
        ? { answer: { is: 'unknown' }, from: stage.is }
        : await doFor(world, reader, errand, isBegun);
    if (came === 'changed') return came;
    // Another delivery may have come to the end of it meanwhile: its answer holds.
    return (await errands.finish(errand.name, came)) === 'changed' ? 'changed' : came.answer;
  });
}

/** @param isBegun by an earlier delivery */
function doFor(
  world: ErrandsWorld,
  reader: Subscriber,
  { name, task }: Errand,
  isBegun: boolean,
): Promise<ErrandEnd | 'changed'> {
  switch (task.is) {
    case 'again':
      return sendAgain(world, reader, name, task);
    case 'address':
      return askNewMailbox(world, reader, name, task);
    case 'erase':
      return eraseAll(world, reader, { name, task, isBegun });
  }
}

async function eraseAll(
  world: ErrandsWorld,
  reader: Subscriber,
  {
    name,
    task,
    isBegun,
  }: Pick<Errand, 'name'> & {
    readonly task: Task & { readonly is: 'erase' };
    readonly isBegun: boolean;
  },
): Promise<ErrandEnd | 'changed'> {
  if (isErased(reader))
    return isBegun
      ? { answer: { is: 'done' }, from: 'decided' }
      : { answer: { is: 'unchanged' }, from: 'open' };
  // From here on it is this errand that erased them, whichever delivery comes to the end of it.
  if (!isBegun && (await world.errands.takeUp(name)) === 'changed') return 'changed';
  const { is } = await erase(world, reader, { ...BY_AUTHOR, reason: task.reason });
  return { answer: { is: is === 'changed' ? 'done' : 'unchanged' }, from: 'decided' };
}
