import type { EmailAddress } from '../../functions/core/address.ts';
import * as lifecycle from '../../functions/core/reader/lifecycle.ts';
import { type Courses, woken } from '../../functions/core/reader/owed.ts';
import { isOpen, joined, requestFor } from '../../functions/core/reader/request.ts';
import type { Rhythm } from '../../functions/core/reader/schedule.ts';
import type { Leaver, Subscriber } from '../../functions/core/reader/subscriber.ts';
import {
  type LocalDate,
  localDate,
  plusSeconds,
  secondsBetween,
} from '../../functions/core/time.ts';
import type { LinkSecret, SubscriberId } from '../../functions/core/token.ts';
import { change } from '../../functions/runtime/change.ts';
import { endAll } from '../../functions/runtime/leaving.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { at, course, lesson } from './builders.ts';
import { type Answer, fakeSendingWorld } from './fake-sending-world.ts';
import { type Life, lived } from './mortal.ts';
import { Promises } from './promises.ts';

export const COURSES: readonly Courses[] = [
  ['a', 'b', 'c', 'd'],
  ['a', 'x', 'b', 'c', 'd'],
  ['a', lesson('y', { forThosePast: 'next-day' }), 'b', 'c', 'd'],
  [lesson('z', { forThosePast: 'at-the-end' }), 'a', 'b', 'c', 'd'],
  ['a', 'c', 'd'],
  ['c', 'a', 'b', 'd'],
  ['a', 'b', 'c', 'd', 'e'],
].map((lessons) => [course(lessons)]);

export const IDS = [
  'aaaaaaaaaaaaaaaa',
  'baaaaaaaaaaaaaaa',
  'iaaaaaaaaaaaaaaa',
] as unknown as readonly [SubscriberId, SubscriberId, SubscriberId];

export type Wish =
  | { readonly wish: 'sign up'; readonly rhythm: Rhythm }
  | { readonly wish: 'reschedule'; readonly rhythm: Rhythm }
  | {
      readonly wish: 'pause';
      readonly from?: number | undefined;
      readonly until?: number | undefined;
    }
  | { readonly wish: 'confirm' }
  | { readonly wish: 'resume' | 'rejoin' }
  | { readonly wish: 'leave' | 'complain' };
export type Asked = Wish & { readonly who: SubscriberId };
/** These two touch nothing but what every version of an item has. */
type Ending = Asked & { readonly wish: 'leave' | 'complain' };
type Changing = Asked & { readonly wish: 'reschedule' | 'pause' | 'resume' | 'rejoin' };
const isEnding = (asked: Asked): asked is Ending =>
  asked.wish === 'leave' || asked.wish === 'complain';
export type Step =
  | { readonly is: 'wish'; readonly asked: Asked }
  | { readonly is: 'wait'; readonly minutes: number }
  /** On to the next moment at which something is due, and some work in that minute. */
  | { readonly is: 'day'; readonly runs: readonly Run[] }
  | { readonly is: 'deploy'; readonly courses: Courses }
  /** Whether proofs come. */
  | { readonly is: 'proofs'; readonly come: boolean }
  | { readonly is: 'work'; readonly run: Run };

/** One tick, or what the queue holds: done by a process that may end early. */
export interface Run {
  readonly job: 'tick' | 'send';
  readonly endsAt?: number | undefined;
  readonly effect: boolean;
  readonly meanwhile?: { readonly at: number; readonly what: Asked } | undefined;
  readonly answers: readonly Answer[];
  readonly backwards: boolean;
  readonly again: boolean;
}

/** One world with its readers, from the steps of a run to the end of all courses. */
function story() {
  const promises = new Promises();
  const found = (id: SubscriberId) => world.table.everyone().find((one) => one.id === id);
  const world = fakeSendingWorld(at('2026-10-23T09:00:00Z'), {
    claiming: (due, attempt) => promises.claiming(due, attempt, world.now()),
    taken: (mail) => promises.taken(mail, world.library.courses),
  });
  const present = () => ({ now: world.now(), courses: world.library.courses });

  async function signUp(id: SubscriberId, given: Rhythm): Promise<void> {
    const known = found(id);
    const [only] = world.library.courses;
    if (only === undefined) return;
    const form = { ...given, address: 'ann@example.com' as EmailAddress, newsletter: false };
    const fresh = { id, secret: 'secret' as LinkSecret, now: world.now(), details: {} };
    const request = requestFor({ ...form, course: only }, known, fresh);
    if (request === undefined || !(await world.table.requests.make(request))) return;
    promises.signedUp(request);
    await world.queue.put([{ dues: [{ id, dueAt: world.now(), request: true }], delaySeconds: 0 }]);
  }

  async function confirm(id: SubscriberId): Promise<void> {
    const { requests } = world.table;
    const [request, known] = [await requests.load(id), await world.table.load(id)];
    if (request === undefined || !isOpen(request, world.now())) return;
    const reader = joined(request, known, present());
    if ((await requests.grant(request, reader, [])) === 'saved') promises.wished(reader);
  }

  const day = (reader: Subscriber, ahead: number | undefined): LocalDate | undefined =>
    ahead === undefined
      ? undefined
      : localDate(plusSeconds(world.now(), ahead * 86_400), reader.zone);

  function decide(wish: Changing, reader: Subscriber): lifecycle.Change {
    switch (wish.wish) {
      case 'resume':
        return lifecycle.resume(reader, present());
      case 'rejoin':
        return lifecycle.rejoin(reader, present());
      case 'reschedule':
        return lifecycle.reschedule(reader, wish.rhythm, present());
      case 'pause': {
        const [from, until] = [day(reader, wish.from), day(reader, wish.until)];
        return lifecycle.pause(
          reader,
          { ...(from && { from }), ...(until && { until }) },
          present(),
        );
      }
    }
  }

  const ends = ({ wish }: Ending, one: Leaver) => {
    const now = world.now();
    const { left, suppressed } = lifecycle;
    return wish === 'leave' ? left(one, 'reply', now) : suppressed(one, 'complaint', now);
  };

  async function wishes(wish: Asked): Promise<void> {
    if (wish.wish === 'sign up') return signUp(wish.who, wish.rhythm);
    if (wish.wish === 'confirm') return confirm(wish.who);
    if (isEnding(wish)) {
      const changed = await endAll(world.table, wish.who, { end: (one) => ends(wish, one) });
      const after = found(wish.who);
      if (changed.is === 'changed' && after !== undefined) promises.wished(after);
      return;
    }
    const changed = await change(world.table, wish.who, (reader) => decide(wish, reader));
    if (changed.is === 'changed') promises.wished(changed.after);
  }

  async function send(life: Life, backwards: boolean, again: boolean): Promise<void> {
    const batch = world.receive();
    const ended = await lived(life, async (reach) => {
      const { subscribers, dueIndex, mailer, proofs } = world;
      const mortal = {
        ...world,
        subscribers: reach(subscribers),
        dueIndex: reach(dueIndex),
        mailer: reach(mailer),
        proofs: reach(proofs),
      };
      return Promise.all(
        (backwards ? [...batch].reverse() : batch).map((due) => sendDue(mortal, due)),
      );
    });
    if (ended !== 'dead') world.delete(batch, again);
  }

  async function work({ job, meanwhile, answers, backwards, again, ...death }: Run): Promise<void> {
    const life: Life = {
      ...death,
      ...(meanwhile && { meanwhile: { at: meanwhile.at, act: () => wishes(meanwhile.what) } }),
    };
    world.answer(answers);
    if (job === 'send') await send(life, backwards, again);
    if (job === 'tick') {
      await lived(life, (reach) =>
        takeDue({ ...world, dueIndex: reach(world.dueIndex), queue: reach(world.queue) }),
      );
    }
    world.answer([]);
  }

  const wait = (minutes: number) => world.pass(minutes * 60);

  async function skip(): Promise<void> {
    const dues = world.table.dues().map(({ dueAt }) => secondsBetween(world.now(), dueAt));
    const next = Math.min(...dues);
    if (next > 0 && next < Number.POSITIVE_INFINITY) wait(Math.ceil(next / 60));
  }

  async function deploy(courses: Courses): Promise<void> {
    world.deploy(courses);
    for (const reader of world.table.everyone()) {
      const awake = woken(reader, courses, world.now());
      if (awake !== undefined) await world.table.save(awake);
    }
  }

  /** Lets all courses come to their end with nothing going wrong any more. */
  async function comesToItsEnd(): Promise<void> {
    world.proofsCome(true);
    for (let tick = 0; tick < 200 && world.table.dues().length > 0; tick += 1) {
      wait(16);
      await skip();
      await takeDue(world);
      await send({}, false, false);
    }
    for (const reader of world.table.everyone()) {
      promises.allCameTo(reader, world.library.courses, localDate(world.now(), reader.zone));
    }
  }

  async function take(one: Step): Promise<void> {
    switch (one.is) {
      case 'wish':
        return wishes(one.asked);
      case 'wait':
        return wait(one.minutes);
      case 'day':
        await skip();
        await takeDue(world);
        for (const each of one.runs) await work(each);
        return;
      case 'proofs':
        return world.proofsCome(one.come);
      case 'deploy':
        return deploy(one.courses);
      case 'work':
        return work(one.run);
    }
  }
  return { take, comesToItsEnd, deploy, wishes };
}

/** @throws when a promise is broken on the way or at the end */
export async function told(steps: readonly Step[], first: Rhythm): Promise<void> {
  const { take, comesToItsEnd, deploy, wishes } = story();
  await deploy(COURSES[0] ?? []);
  await wishes({ who: IDS[0], wish: 'sign up', rhythm: first });
  await wishes({ who: IDS[0], wish: 'confirm' });
  for (const one of steps) await take(one);
  await comesToItsEnd();
}
