import assert from 'node:assert/strict';
import { offered } from '../../functions/core/course.ts';
import { byReader } from '../../functions/core/reader/fact.ts';
import * as lifecycle from '../../functions/core/reader/lifecycle.ts';
import { type Courses, woken } from '../../functions/core/reader/owed.ts';
import { askedAgain, reads, requestFor } from '../../functions/core/reader/request.ts';
import type { Rhythm } from '../../functions/core/reader/schedule.ts';
import type { Ended, Leaver, Subscriber } from '../../functions/core/reader/subscriber.ts';
import {
  type LocalDate,
  localDate,
  plusSeconds,
  secondsBetween,
} from '../../functions/core/time.ts';
import { firstSecret, type SubscriberId } from '../../functions/core/token.ts';
import { change } from '../../functions/runtime/change.ts';
import { endAll } from '../../functions/runtime/leaving.ts';
import { askingAt, sayYes } from '../../functions/runtime/say-yes.ts';
import { leaveThrough } from '../../functions/web/leave-by-link.ts';
import { grant } from '../../functions/web/wish.ts';
import { at } from '../support/builders.ts';
import { harshWorld } from './harsh-world.ts';
import { type Life, lived, unlessNoAnswer } from './life.ts';
import { moving } from './moving.ts';
import { Promises } from './promises.ts';
import {
  type Asked,
  addressOf,
  type Changing,
  COURSES,
  type Ending,
  ID_KEY,
  IDS,
  isEnding,
  isMoving,
  type Run,
  type Step,
} from './steps.ts';

/** Ticks that go well come so many minutes apart: the leases end in between, and holds, and rests. */
const CALM = [0, 1, 1, 5, 11, 6, 1, 5, 11, 6, 1];

type SignUp = Asked & { readonly wish: 'sign up' };
const isSignUp = (asked: Asked): asked is SignUp => asked.wish === 'sign up';

/** One world with its readers, from the steps of a run to the end of all courses. */
function story() {
  const promises = new Promises();
  const world = harshWorld(at('2026-10-23T09:00:00Z'), promises);
  const { table } = world;
  const found = (id: SubscriberId) => table.everyone().find((one) => one.id === id);
  const present = () => ({ now: world.now(), courses: world.courses() });

  async function signUp({ who: id, rhythm, more, course }: SignUp): Promise<void> {
    const open = offered(world.courses());
    const chosen = open.find(({ slug }) => slug === course) ?? open[0];
    if (chosen === undefined) return;
    const form = { ...rhythm, address: addressOf(id), newsletter: more === true };
    const fresh = { id, secret: firstSecret(ID_KEY, id), now: world.now(), details: {} };
    const request = requestFor({ ...form, course: chosen }, found(id), fresh);
    if (request === undefined || !(await table.requests.make(request))) return;
    promises.signedUp(request, world.now());
    await world.put({ id, dueAt: world.now(), request: true });
  }

  async function confirm(id: SubscriberId): Promise<void> {
    const library = { courses: world.courses() };
    const asking = await askingAt({ subscribers: table }, id);
    const [addition] =
      asking.known && reads(asking.known) ? (asking.request?.asked.adds ?? []) : [];
    const requests = {
      ...table.requests,
      grant: (...given: Parameters<typeof table.requests.grant>) =>
        atOnce(
          id,
          () => table.requests.grant(...given),
          (reader) => {
            if (addition === undefined) promises.confirmed(reader, world.now());
            else promises.added(reader, world.now());
            moves.hold(reader);
          },
        ),
    };
    const yes = { subscribers: { ...table, requests }, library, now: world.now };
    const answered = await sayYes(yes, asking, addition, byReader('page'));
    if (answered === 'changed' || answered.became === undefined) return;
    // The page puts what is due by it on the queue at once.
    const { dueAt } = answered.became;
    if (dueAt !== undefined && dueAt <= world.now()) await world.put({ id, dueAt });
  }

  async function askAgain(id: SubscriberId): Promise<void> {
    const request = await table.requests.load(id);
    const again = request && askedAgain(request, world.now());
    if (again === undefined || (await table.save(again)) !== 'saved') return;
    promises.askedAgain(id, world.now());
    await world.put({ id, dueAt: world.now(), request: true });
  }

  const day = (reader: Subscriber, ahead: number | undefined): LocalDate | undefined =>
    ahead === undefined
      ? undefined
      : localDate(plusSeconds(world.now(), ahead * 86_400), reader.zone);

  /** The last leave of theirs, which its link takes back. */
  const leaveOf = ({ standing }: Subscriber) =>
    standing.is === 'left' ? standing.at : world.now();

  function decide(wish: Changing, reader: Subscriber): lifecycle.Change {
    switch (wish.wish) {
      case 'resume':
        return lifecycle.resume(reader, present());
      case 'rejoin':
        // Of who moved away, no mail has such a link.
        return lifecycle.hasAddress(reader)
          ? lifecycle.rejoin(reader, leaveOf(reader), present())
          : { is: 'unchanged' };
      case 'take':
        return grant({ is: 'take', course: wish.course }, reader, present());
      case 'stop':
        return grant({ is: 'stop-course', course: wish.course }, reader, present());
      case 'begin again':
        return grant({ is: 'again-course', course: wish.course }, reader, present());
      case 'turns':
        return grant({ is: 'turns' }, reader, present());
      case 'in a row':
        return grant({ is: 'in-a-row' }, reader, present());
      case 'reschedule':
        return lifecycle.reschedule(reader, wish.rhythm, present());
      case 'away': {
        const [from, until] = [day(reader, wish.from), day(reader, wish.until)];
        if (until === undefined) return { is: 'unchanged' };
        return lifecycle.away(reader, { until, ...(from && { from }) }, present());
      }
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

  /** What somebody asked for holds from the moment at which it is stored, whoever hears of that. */
  const wishful = {
    save: (after: Subscriber) =>
      atOnce(
        after.id,
        () => table.save(after),
        () => promises.wished(after, world.now()),
      ),
    end: (ended: Ended) =>
      atOnce(
        ended.id,
        () => table.leavers.save(ended),
        (after) => promises.wished(after, world.now()),
      ),
    async giveUp(ended: Ended) {
      const saved = await table.requests.leavers.save(ended);
      if (saved === 'saved') promises.gaveUp(ended.id);
      return saved;
    },
  };

  /** A write to the table in memory is done when the call returns: nobody acts before it is told. */
  function atOnce<T>(
    id: SubscriberId,
    write: () => Promise<T>,
    tell: (after: Subscriber) => void,
  ): Promise<T> {
    const before = found(id)?.revision;
    const writing = write();
    const after = found(id);
    if (after !== undefined && after.revision !== before) tell(after);
    return writing;
  }

  /** The page of an unsubscribe link, as any letter has it. */
  async function leaveBy(token: string): Promise<void> {
    const subscribers = {
      ...table,
      leavers: { ...table.leavers, save: wishful.end },
      requests: {
        ...table.requests,
        leavers: { ...table.requests.leavers, save: wishful.giveUp },
      },
    };
    const left = await leaveThrough({ subscribers, now: world.now }, token, 'unsubscribe', {
      channel: 'one-click',
      details: byReader('one-click'),
    });
    assert.notEqual(left.is, 'unknown', 'an unsubscribe link works for ever');
  }
  const moves = moving(world, promises, leaveBy);

  async function wishes(wish: Asked): Promise<void> {
    if (isSignUp(wish)) return signUp(wish);
    if (wish.wish === 'confirm') return confirm(wish.who);
    if (wish.wish === 'ask again') return askAgain(wish.who);
    if (isMoving(wish)) return moves.wishes(wish);
    const who = await moves.whereIs(wish.who);
    // The answer to their change is lost, and the SDK makes it once more.
    const life: Life = wish.repeated ? { troubles: [{ at: 0, is: 'repeat', effect: true }] } : {};
    await lived(life, async (reach) => {
      const { save, end, giveUp } = reach(wishful);
      if (isEnding(wish)) {
        const leavers = { ...table.leavers, save: end };
        const requests = {
          ...table.requests,
          leavers: { ...table.requests.leavers, save: giveUp },
        };
        await endAll({ leavers, requests }, who, { end: (one) => ends(wish, one) });
      } else {
        await change({ load: table.load, save }, who, (reader) => decide(wish, reader));
      }
    });
  }

  async function work(run: Run): Promise<void> {
    const { job, troubles, meanwhile } = run;
    const life: Life = {
      troubles,
      ...(meanwhile && { meanwhile: { at: meanwhile.at, act: () => meanwhiles(meanwhile.what) } }),
    };
    const door = world.door(run);
    if (job === 'send') await door.send(life);
    else await unlessNoAnswer(lived(life, door.tick));
  }

  /** Somebody else acts, in the middle of what is going on. */
  async function meanwhiles(what: NonNullable<Run['meanwhile']>['what']): Promise<void> {
    if (what === 'tick') return calmTick();
    if (what === 'send') return world.door().send({});
    return wishes(what);
  }

  const calmTick = async () => {
    await world.door().tick((part) => part);
  };

  const wait = (minutes: number) => world.pass(minutes * 60);

  /** A minute: what waits is sent, and whoever is due comes on the queue. */
  async function minute(run: Partial<Run> = {}): Promise<void> {
    await world.door(run).tick((part) => part);
    await world.door(run).send({});
  }

  async function calm(): Promise<void> {
    const from = world.now();
    world.proofsCome(true);
    for (const minutes of CALM) {
      wait(minutes);
      await minute();
    }
    const stopped = await world.isStopped();
    promises.dayIsKept(world.courses(), { from, now: world.now(), stopped });
  }

  /** To the next moment at which something is due. */
  async function skip(): Promise<void> {
    const dues = table.dues().map(({ dueAt }) => secondsBetween(world.now(), dueAt));
    const next = Math.min(...dues);
    if (next > 0 && next < Number.POSITIVE_INFINITY) wait(Math.ceil(next / 60));
  }

  async function deploy(courses: Courses): Promise<void> {
    world.deploy(courses);
    promises.deployed(world.now());
    for (const reader of table.everyone()) {
      const awake = woken(reader, courses, world.now());
      if (awake !== undefined) await table.save(awake);
    }
  }

  /** Lets all courses come to their end with nothing going wrong any more. */
  async function comesToItsEnd(): Promise<void> {
    const [all = []] = COURSES;
    if (world.courses().length < all.length) await deploy(all);
    world.proofsCome(true);
    await world.release();
    for (let tick = 0; tick < 200 && table.dues().length > 0; tick += 1) {
      wait(16);
      await skip();
      await minute();
    }
    await moves.comesToItsEnd();
    for (const reader of table.everyone()) {
      promises.allCameTo(reader, world.courses(), localDate(world.now(), reader.zone));
    }
  }

  async function act(one: Step): Promise<void> {
    switch (one.is) {
      case 'wish':
        return wishes(one.asked);
      case 'wait':
        return wait(one.minutes);
      case 'day':
        await skip();
        await minute();
        for (const each of one.runs) await work(each);
        return;
      case 'troubled day':
        await skip();
        await calmTick();
        for (const each of one.runs) await work(each);
        return;
      case 'calm':
        return calm();
      case 'outage':
        for (let passed = 0; passed < one.minutes; passed += 2) {
          await minute({ answers: Array<typeof one.answer>(9).fill(one.answer) });
          wait(2);
        }
        return;
      case 'stopped':
        return stopped(one.minutes, one.run);
      case 'brake':
        return one.on ? world.stop() : world.release();
      case 'deploy':
        return deploy(one.courses);
      case 'proofs':
        return world.proofsCome(one.come);
      case 'redrive':
        return world.redrive(one.which);
      case 'work':
        return work(one.run);
    }
  }

  /** Letters are stopped for a while, in which ticks come, and one goes wrong. */
  async function stopped(minutes: number, run: Run): Promise<void> {
    await world.stop();
    for (let quarter = 0; quarter < 4; quarter += 1) {
      await minute();
      wait(minutes / 4);
    }
    await work(run);
    await world.release();
  }

  async function take(one: Step): Promise<void> {
    await act(one);
    promises.kept();
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
