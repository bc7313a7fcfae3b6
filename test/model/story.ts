import { type Courses, woken } from '../../functions/core/reader/owed.ts';
import type { Rhythm } from '../../functions/core/reader/schedule.ts';
import { localDate, secondsBetween } from '../../functions/core/time.ts';
import { at } from '../support/builders.ts';
import { IDS } from './addresses.ts';
import { COURSES } from './deployments.ts';
import { harshWorld } from './harsh-world.ts';
import { hearing } from './hearing.ts';
import { importing } from './importing.ts';
import { type Life, lived, unlessNoAnswer } from './life.ts';
import { losing } from './losing.ts';
import { Promises } from './promises.ts';
import type { Asked, Run, Step } from './steps.ts';
import { wishing } from './wishing.ts';

/** Ticks that go well come so many minutes apart: the leases end in between, and holds, and rests. */
const CALM = [0, 1, 1, 5, 11, 6, 1, 5, 11, 6, 1];

/** One world with its readers, from the steps of a run to the end of all courses. */
function story() {
  const promises = new Promises();
  const world = harshWorld(at('2026-10-23T09:00:00Z'), promises);
  const { table } = world;
  const { wishes: asks, ...wishers } = wishing(world, promises.readers);
  const hears = hearing(world, promises.readers, wishers.stored);
  const losses = losing(world, promises);
  const imports = importing(world, promises);

  async function wishes(wish: Asked): Promise<void> {
    if (!losses.isOfLost(wish)) await asks(wish);
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
    await world.door(run).publish((part) => part);
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
    promises.dayIsKept(world.deployed(), { from, now: world.now(), stopped });
  }

  /** To the next moment at which something is due. */
  async function skip(): Promise<void> {
    const issues = (await world.ofIssues()).filter((at) => at > world.now());
    const moments = [...table.dues().map(({ dueAt }) => dueAt), ...issues];
    const dues = moments.map((at) => secondsBetween(world.now(), at));
    const next = Math.min(...dues);
    if (next > 0 && next < Number.POSITIVE_INFINITY) wait(Math.ceil(next / 60));
  }

  async function deploy(courses: Courses): Promise<void> {
    world.deploy(courses);
    for (const reader of table.everyone()) {
      const awake = woken(reader, courses, world.now());
      if (awake !== undefined) await table.save(awake);
    }
  }

  /** Lets all courses come to their end with nothing going wrong any more. */
  async function comesToItsEnd(): Promise<void> {
    await losses.restore();
    const [all = []] = COURSES;
    if (world.courses().length < all.length) await deploy(all);
    world.proofsCome(true);
    await world.release();
    await world.resumeAll();
    const isOver = async () => table.dues().length + (await world.ofIssues()).length === 0;
    for (let tick = 0; tick < 300 && !(await isOver()); tick += 1) {
      wait(16);
      await skip();
      await minute();
    }
    await wishers.comesToItsEnd();
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
        // What readers had is reckoned by the courses of then, so nobody deploys before they are back.
        await losses.restore();
        return deploy(one.courses);
      case 'proofs':
        return world.proofsCome(one.come);
      case 'expire':
        for (const id of table.expire(world.now())) promises.readers.gaveUp(id);
        return;
      case 'redrive':
        return world.redrive(one.which);
      case 'work':
        return work(one.run);
      case 'issues':
        return world.bring(one.issues);
      case 'publish':
        await unlessNoAnswer(lived(one, world.door(one).publish));
        return;
      case 'backup':
        return losses.keep();
      case 'loss':
        return losses.lose(one);
      case 'restore':
        return losses.restore();
      case 'import':
        return imports(one);
      case 'returned':
        return hears(one);
      case 'steer':
        return world.steer(one.deed, one.which);
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
