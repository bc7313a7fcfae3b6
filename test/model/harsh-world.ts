import assert from 'node:assert/strict';
import type { Broadcasts } from '../../functions/adapters/broadcasts.ts';
import type { AskedDue } from '../../functions/adapters/due-index.ts';
import type { RawMail } from '../../functions/adapters/mailer.ts';
import type { IssueId } from '../../functions/core/newsletter.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import type { AttemptId, Ended } from '../../functions/core/reader/subscriber.ts';
import {
  type Due,
  type DueMessage,
  type Found,
  freshStart,
} from '../../functions/core/sending/due.ts';
import type { Together } from '../../functions/core/sending/pace.ts';
import type { TaggedMail } from '../../functions/core/sending/proof.ts';
import { type Instant, plusSeconds } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { newBrake } from '../../functions/sending/brake.ts';
import { newsletterOf } from '../../functions/sending/issues.ts';
import { publishIssues } from '../../functions/sending/publish.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { dueIn } from '../../local/memory/due-index.ts';
import { at } from '../support/builders.ts';
import { fakeSendingWorld } from '../support/fake-sending-world.ts';
import { type Life, lived, type Reach, unlessNoAnswer } from './life.ts';
import type { Promises } from './promises.ts';
import type { Run } from './steps.ts';

/** So far back an index can be behind, in seconds. */
const MOST_LAG = 60;

/**
 * All that sending touches, as rough as AWS is: doors whose clocks differ, an index that is behind,
 * messages that come twice, in any order and long after.
 */
export function harshWorld(start: Instant, promises: Promises) {
  const world = fakeSendingWorld(start, {
    claiming: () => {},
    taken(mail, answer) {
      took.push({ mail, at: world.now() });
      promises.mails.taken(mail, answer !== 'late', deployed());
    },
  });
  const took: { readonly mail: TaggedMail; readonly at: Instant }[] = [];
  const { table } = world;
  const messages: Together<DueMessage>[] = [];
  let index: readonly { readonly at: Instant; readonly dues: readonly Found[] }[] = [];
  let brake = newBrake();
  let deployedAt = '' as Instant;
  const deployed = () => ({ courses: world.library.courses, at: deployedAt });

  /** What the index held so many seconds ago. */
  function stale(lag: number): readonly Found[] {
    if (lag === 0) return table.dues();
    const at = plusSeconds(world.now(), -lag);
    return index.findLast((one) => one.at <= at)?.dues ?? [];
  }

  const dueIndex = (lag: number) => ({
    ...world.dueIndex,
    due: async (asked: AskedDue) => dueIn(stale(lag), asked),
  });

  /** SES can never deliver to an address: its reader is to have nothing more. */
  async function ended(one: Ended) {
    const saved = await table.leavers.save(one);
    const reader = table.everyone().find(({ id }) => id === one.id);
    if (saved === 'saved' && reader !== undefined) promises.readers.wished(reader, world.now());
    return saved;
  }

  /** What a sender learns goes to the promises only while it lives. */
  function watched(reach: Reach, untroubled: boolean) {
    const subscribers = reach({
      ...table,
      leavers: { ...table.leavers, save: ended },
      requests: {
        ...table.requests,
        leavers: {
          ...table.requests.leavers,
          async save(one: Ended) {
            const saved = await table.requests.leavers.save(one);
            if (saved === 'saved') promises.readers.gaveUp(one.id);
            return saved;
          },
        },
      },
      // What somebody has asked for when their item is claimed, and not when somebody sets out to.
      async claim(due: Due, attempt: AttemptId, at: Instant) {
        promises.mails.claiming(due, attempt, at);
        const claimed = await table.claim(due, attempt, at);
        if (claimed.is === 'claimed') promises.mails.claimed(due, world.now());
        return claimed;
      },
    });
    const mailer = reach(world.mailer);
    return {
      subscribers,
      mailer: {
        async send(mail: RawMail) {
          const id = mail.tags['subscriber'] as SubscriberId;
          const { kind, course, lesson } = mail.tags;
          const name = [kind, course, lesson].join(' ').trim();
          promises.mails.addressed(id, mail.to);
          promises.mails.trying(id, name, world.now());
          const outcome = await mailer.send(mail);
          promises.mails.answered(id, name, outcome, { now: world.now(), untroubled });
          return outcome;
        },
      },
    };
  }

  /** What is begun is as it is, whoever hears of it. */
  const broadcasts: Broadcasts = {
    ...world.broadcasts,
    async start(issue, at) {
      const starting = world.broadcasts.start(issue, at);
      const begun = (await world.broadcasts.all()).find(({ id }) => id === issue.id)?.started;
      if (begun !== undefined) promises.mails.news.began(begun);
      return starting;
    },
  };

  /** The author's own commands, which nothing keeps from being carried out. */
  async function steer(deed: 'pause' | 'resume' | 'cancel', id: IssueId): Promise<void> {
    const { news } = promises.mails;
    if (deed === 'pause' && (await broadcasts.pause(id))) news.paused(id);
    if (deed === 'resume' && (await broadcasts.resume(id, world.now()))) news.resumed(id);
    if (deed === 'cancel' && (await broadcasts.cancel(id))) news.cancelled(id);
  }

  /** A door of the engine, in one run of it. */
  function door(run: Partial<Run> = {}) {
    const { backwards = false, again = false, twice = false, skew = 0, lag = 0 } = run;
    const now = () => plusSeconds(world.now(), skew);

    async function tick(reach: Reach): Promise<void> {
      const queue = reach({
        ...world.queue,
        put: async (given: Parameters<typeof world.queue.put>[0]) => {
          const { stopped } = await world.dueIndex.state();
          const asked = given.every(({ dues }) => dues.every(({ request }) => request));
          assert.ok(stopped === undefined || asked, 'no letter goes while letters are stopped');
          messages.push(...given);
          promises.mails.queued(world.now());
          await world.queue.put(given);
        },
      });
      const doorsWorld = { ...world, broadcasts: reach(broadcasts) };
      await takeDue({ ...doorsWorld, now, queue, dueIndex: reach(dueIndex(lag)) });
    }

    async function publish(reach: Reach): Promise<void> {
      const { library } = world;
      const subscribers = reach({ load: table.load, save: table.save });
      await publishIssues({ broadcasts: reach(broadcasts), subscribers, library, now });
    }

    async function send(life: Life): Promise<void> {
      world.answer(run.answers ?? []);
      const received = world.receive();
      const ordered = backwards ? [...received].reverse() : received;
      const batch = twice ? [...ordered, ...ordered] : ordered;
      const ended = await lived(life, async (reach) => {
        const doorsWorld = {
          ...world,
          ...watched(reach, isUntroubled(life)),
          now,
          brake,
          newsletter: newsletterOf(reach(broadcasts), now),
          dueIndex: reach(world.dueIndex),
          proofs: reach(world.proofs),
        };
        return Promise.all(
          batch.map(async (due) => ({ due, as: await unlessNoAnswer(sendDue(doorsWorld, due)) })),
        );
      });
      world.answer([]);
      if (ended === 'dead') {
        brake = newBrake();
        return;
      }
      const failed = ended.filter(({ as }) => as === 'failed').map(({ due }) => due);
      world.delete(
        received.filter((due) => !failed.includes(due)),
        again,
      );
    }
    return { tick, send, publish };
  }

  return {
    table,
    door,
    now: world.now,
    courses: () => world.library.courses,
    deployed,
    /** Every mail that SES took, with the moment. */
    took: took as readonly (typeof took)[number][],
    deploy(courses: Courses) {
      world.deploy(courses);
      deployedAt = world.now();
    },
    proofsCome: world.proofsCome,
    bring: world.bring,
    steer,
    async resumeAll() {
      for (const { id, paused } of await broadcasts.all()) if (paused) await steer('resume', id);
    },
    /** When there is something to do for an issue, of those that lie in the package or were begun. */
    async ofIssues(): Promise<readonly Instant[]> {
      const here = new Set(world.library.newsletters.map(({ id }) => id));
      const all = (await broadcasts.all()).filter(
        ({ id, stage }) => stage === 'running' || here.has(id),
      );
      return all.flatMap(({ next }) => next ?? []);
    },
    stop: async () => {
      const { releasedAt } = await world.dueIndex.state();
      const figures = { letters: 100, bounces: 10, complaints: 0 };
      const since = world.now();
      const requests = freshStart(since);
      await world.dueIndex.stop({ since, because: 'bounces', figures, requests }, releasedAt);
    },
    release: () => world.dueIndex.release(world.now()),
    /** Sending rests, until it goes on by the author's word. */
    hold: () => world.dueIndex.hold(at('9999-12-31T00:00:00Z')),
    letGoOn: () => world.dueIndex.lift(),
    isStopped: async () => (await world.dueIndex.state()).stopped !== undefined,
    pass(seconds: number) {
      const at = plusSeconds(world.now(), -2 * MOST_LAG);
      const known = index.findLastIndex((one) => one.at <= at);
      index = [...index.slice(Math.max(0, known)), { at: world.now(), dues: table.dues() }];
      world.pass(seconds);
    },
    async put(due: Due) {
      const message = { dues: [due], delaySeconds: 0 };
      messages.push(message);
      await world.queue.put([message]);
    },
    async redrive(which: number) {
      const message = messages.at(-1 - which);
      if (message !== undefined) await world.queue.put([{ ...message, delaySeconds: 0 }]);
    },
  };
}

export type HarshWorld = ReturnType<typeof harshWorld>;

const isUntroubled = ({ troubles = [], meanwhile }: Life): boolean =>
  troubles.length === 0 && meanwhile === undefined;
