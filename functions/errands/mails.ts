import type { ErrandEnd, Errands } from '../adapters/errands.ts';
import type { Library } from '../adapters/library.ts';
import type { Mailer } from '../adapters/mailer.ts';
import type { RateLimit } from '../adapters/rate-limit.ts';
import { letterName } from '../core/course.ts';
import {
  type ErrandName,
  type ErrandRefusal,
  errandFact,
  keptFromMail,
  type Task,
} from '../core/reader/errand.ts';
import { againLimit } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { letterAgain } from '../runtime/letter-again.ts';
import { letterHad } from '../runtime/letter-had.ts';
import { askThere, type NewAddressWorld, wishThere } from '../runtime/new-address.ts';
import type { OwedMailWorld } from '../runtime/owed-mail.ts';
import { isWithin } from '../runtime/within.ts';
import { refused } from './came.ts';

interface Remembering {
  readonly errands: Pick<Errands, 'takeUp'>;
}

interface AgainWorld extends OwedMailWorld, Remembering {
  readonly library: OwedMailWorld['library'] & Pick<Library, 'has'>;
  readonly rateLimit: RateLimit;
  readonly mailer: Mailer;
}

/** A letter that they had goes out once more, as by the button beside it on their page; nothing else moves. */
export async function sendAgain(
  world: AgainWorld,
  reader: Subscriber,
  name: ErrandName,
  task: Task & { readonly is: 'again' },
): Promise<ErrandEnd | 'changed'> {
  const kept = keptFromMail(reader);
  if (kept !== undefined) return refused(kept);
  const { course, lesson } = task.letter;
  const found = letterHad(world, reader, letterName(course, lesson));
  if (found === undefined) return refused('no-such-letter');
  const at = world.now();
  if (!(await isWithin(world, reader, [againLimit(at)]))) return refused('too-many');
  const mail = letterAgain(world, reader, { course: found.enrollment.course, lesson });
  const fact = errandFact(task, at);
  if ((await world.errands.takeUp(name, { reader, fact })) === 'changed') return 'changed';
  const sent = await world.mailer.send(mail);
  switch (sent.is) {
    case 'sent':
      return { answer: { is: 'done' }, from: 'decided' };
    case 'in-doubt':
      return { answer: { is: 'in-doubt' }, from: 'decided' };
    case 'not-sent':
      return notDone(reader, task, at, 'not-sent');
  }
}

/** Another address: nothing changes until its mailbox says yes, and it is asked as from the reader's page. */
export async function askNewMailbox(
  world: NewAddressWorld & Remembering,
  reader: Subscriber,
  name: ErrandName,
  task: Task & { readonly is: 'address' },
): Promise<ErrandEnd | 'changed'> {
  const kept = keptFromMail(reader);
  if (kept !== undefined) return refused(kept);
  if (task.to === reader.address) return refused('same-address');
  const at = world.now();
  const wish = await wishThere(world, reader, task.to);
  const isAsked = wish.is === 'mail' || wish.is === 'again';
  const fact = errandFact(task, at);
  if (isAsked && (await world.errands.takeUp(name, { reader, fact })) === 'changed')
    return 'changed';
  const came = await askThere(world, reader, wish);
  switch (came) {
    case 'asked':
      return { answer: { is: 'done' }, from: 'decided' };
    case 'overtaken':
      return { answer: { is: 'in-doubt' }, from: 'decided' };
    case 'lies-there':
    case 'taken':
      return { answer: { is: came }, from: 'decided' };
    default:
      return isAsked ? notDone(reader, task, at, came) : refused(came);
  }
}

/** It was begun, and recorded, and no mail has gone: its record says why. */
const notDone = (
  reader: Subscriber,
  task: Exclude<Task, { is: 'erase' }>,
  at: Parameters<typeof errandFact>[1],
  because: ErrandRefusal,
): ErrandEnd => ({
  ...refused(because),
  from: 'decided',
  recorded: { reader, fact: errandFact(task, at, because) },
});
