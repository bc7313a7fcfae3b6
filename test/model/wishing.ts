import { offered } from '../../functions/core/course.ts';
import { beginAgain } from '../../functions/core/reader/courses.ts';
import { byReader } from '../../functions/core/reader/fact.ts';
import * as lifecycle from '../../functions/core/reader/lifecycle.ts';
import { pauseNewsletter, resumeNewsletter } from '../../functions/core/reader/newsletter-pause.ts';
import { askedAgain, type Request, requestFor } from '../../functions/core/reader/request.ts';
import {
  type Ended,
  type Leaver,
  reads,
  type Subscriber,
} from '../../functions/core/reader/subscriber.ts';
import { type LocalDate, localDate, plusSeconds } from '../../functions/core/time.ts';
import { firstSecret, type SubscriberId } from '../../functions/core/token.ts';
import { change } from '../../functions/runtime/change.ts';
import { endAll } from '../../functions/runtime/leaving.ts';
import { askingAt, sayYes } from '../../functions/runtime/say-yes.ts';
import { leaveThrough } from '../../functions/web/leave-by-link.ts';
import { grant } from '../../functions/web/wish.ts';
import { fakeLibrary } from '../support/fake-library.ts';
import { addressOf } from './addresses.ts';
import { erasing } from './erasing.ts';
import type { HarshWorld } from './harsh-world.ts';
import { lived, type Reach, type Trouble, unlessNoAnswer } from './life.ts';
import { moving, SECRET_KEY } from './moving.ts';
import type { Readers } from './readers.ts';
import { type Asked, type Changing, type Ending, isEnding, isMoving } from './steps.ts';

/** Its words; the courses are the world's. */
const PACKAGE = fakeLibrary();

type SignUp = Asked & { readonly wish: 'sign up' };
const isSignUp = (asked: Asked): asked is SignUp => asked.wish === 'sign up';

/** Readers who ask for something: by the real steps of the pages, the form and replies. */
export function wishing(world: HarshWorld, readers: Readers) {
  const { table } = world;
  /** What each mail that asks was about, by address and newest first. */
  const buttons = new Map<SubscriberId, readonly Request['asked'][]>();
  const found = (id: SubscriberId) => table.everyone().find((one) => one.id === id);
  const present = () => ({ now: world.now(), courses: world.courses() });

  /** Whoever asks may hear that it failed, or nothing: what was stored holds all the same. */
  const struck = (trouble: Trouble | undefined, work: (reach: Reach) => Promise<void>) =>
    unlessNoAnswer(lived({ troubles: trouble ? [trouble] : [] }, work));

  async function signUp({ who: id, rhythm, more, course, trouble }: SignUp): Promise<void> {
    const open = offered(world.courses());
    const chosen = open.find(({ slug }) => slug === course) ?? open[0];
    if (chosen === undefined) return;
    const form = { ...rhythm, address: addressOf(id), newsletter: more === true };
    const fresh = { id, secret: firstSecret(SECRET_KEY, id), now: world.now(), details: {} };
    const request = requestFor({ ...form, course: chosen }, found(id), fresh);
    if (request === undefined) return;
    await struck(trouble, async (reach) => {
      const { make } = reach({
        async make(one: Request) {
          const making = table.requests.make(one);
          if (!(await making)) return false;
          readers.signedUp(one, world.now());
          buttons.set(id, [one.asked, ...(buttons.get(id) ?? [])]);
          moves.hold(one);
          return true;
        },
      });
      // Whoever is told that there is one already had it made, or had asked before.
      await make(request);
      const asked = await table.requests.load(id);
      if (asked !== undefined) await world.put({ id, dueAt: world.now(), request: true });
    });
  }

  /** @param which of the mails that asked: the newest being nought */
  async function confirm(id: SubscriberId, which: number, reach: Reach): Promise<void> {
    const button = buttons.get(id)?.[which];
    if (button === undefined) return;
    const library = { ...PACKAGE, courses: world.courses() };
    const asking = await askingAt({ subscribers: reach(table) }, id, button);
    const [addition] =
      asking.known && reads(asking.known) ? (asking.request?.asked.adds ?? []) : [];
    const requests = {
      ...table.requests,
      grant: (...given: Parameters<typeof table.requests.grant>) =>
        atOnce(
          id,
          () => table.requests.grant(...given),
          (reader) => {
            readers.saidYes(given[0], button);
            if (addition === undefined) readers.confirmed(reader, world.now());
            else readers.added(reader, world.now());
            moves.hold(reader);
          },
        ),
    };
    const wordings = { keep: async () => {} };
    const yes = { subscribers: reach({ ...table, requests }), library, wordings, now: world.now };
    const answered = await sayYes(yes, asking, addition, byReader('page'));
    if (answered === 'changed' || answered.became === undefined) return;
    // The page puts what is due by it on the queue at once.
    const { dueAt } = answered.became;
    if (dueAt !== undefined && dueAt <= world.now()) await world.put({ id, dueAt });
  }

  async function askAgain(id: SubscriberId, reach: Reach): Promise<void> {
    const request = await table.requests.load(id);
    const again = request && askedAgain(request, world.now());
    if (again === undefined) return;
    const { save } = reach({
      async save(one: Subscriber) {
        const saved = await table.save(one);
        if (saved === 'saved') readers.askedAgain(id, world.now());
        return saved;
      },
    });
    await save(again);
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
        return beginAgain(reader, wish.course, undefined, present());
      case 'newsletter':
        return lifecycle.takeNewsletter(reader, wish.on, present());
      case 'alongside':
        return lifecycle.takeAlongside(reader, wish.on, present());
      case 'pause the newsletter': {
        const [from, until] = [day(reader, wish.from), day(reader, wish.until)];
        return pauseNewsletter(
          reader,
          { ...(from && { from }), ...(until && { until }) },
          present(),
        );
      }
      case 'resume the newsletter':
        return resumeNewsletter(reader, present());
      case 'pause the letters':
        return lifecycle.pause(reader, { letters: true }, present());
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
        () => readers.wished(after, world.now()),
      ),
    end: (ended: Ended) =>
      atOnce(
        ended.id,
        () => table.leavers.save(ended),
        (after) => readers.wished(after, world.now()),
      ),
    async giveUp(ended: Ended) {
      const saved = await table.requests.leavers.save(ended);
      if (saved === 'saved') readers.gaveUp(ended.id);
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

  /** The table, of which what is stored counts as wished. */
  function stored(reach: Reach) {
    const { save, end, giveUp } = reach(wishful);
    const leavers = { ...table.leavers, save: end };
    const requests = { ...table.requests, leavers: { ...table.requests.leavers, save: giveUp } };
    return { ...table, save, leavers, requests };
  }

  /** The page of an unsubscribe link, as any letter has it. */
  async function leaveBy(token: string): Promise<boolean> {
    const subscribers = stored((part) => part);
    const left = await leaveThrough({ subscribers, now: world.now }, token, 'unsubscribe', {
      channel: 'one-click',
      details: byReader('one-click'),
    });
    return left.is !== 'unknown';
  }
  const moves = moving(world, readers, leaveBy);
  const erasures = erasing(world, readers, moves.forget);

  async function wishes(wish: Asked): Promise<void> {
    if (isSignUp(wish)) return signUp(wish);
    if (wish.wish === 'confirm' || wish.wish === 'ask again') {
      const { wish: what, who } = wish;
      await struck(wish.trouble, (reach) =>
        what === 'confirm' ? confirm(who, 0, reach) : askAgain(who, reach),
      );
      return;
    }
    if (wish.wish === 'old button') {
      await struck(undefined, (reach) => confirm(wish.who, wish.which, reach));
      return;
    }
    if (isMoving(wish)) return moves.wishes(wish);
    const who = await moves.whereIs(wish.who);
    if (wish.wish === 'erase') return erasures.wishes(wish, who);
    await struck(wish.trouble, async (reach) => {
      const subscribers = stored(reach);
      if (isEnding(wish)) await endAll(subscribers, who, { end: (one) => ends(wish, one) });
      else await change(subscribers, who, (reader) => decide(wish, reader));
    });
  }
  async function comesToItsEnd(): Promise<void> {
    await moves.comesToItsEnd();
    erasures.comesToItsEnd();
  }
  return { wishes, stored, comesToItsEnd };
}
