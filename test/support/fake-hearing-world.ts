import type { RawMail } from '../../functions/adapters/mailer.ts';
import type { ReturnKind } from '../../functions/adapters/returns.ts';
import type { SignUps } from '../../functions/adapters/sign-ups.ts';
import { type Care, placeInLine } from '../../functions/core/sending/care.ts';
import { readMailEvent } from '../../functions/core/sending/ses-event.ts';
import { STREAM_TAG } from '../../functions/core/sending/stream.ts';
import { type Instant, plusSeconds } from '../../functions/core/time.ts';
import { hear } from '../../functions/hearing/hear.ts';
import { weigh } from '../../functions/hearing/weigh.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { fakeSendingWorld } from './fake-sending-world.ts';
import { returnsInMemory } from './returns-in-memory.ts';

/** What becomes of a mail in a mailbox: SES's words for it. */
export const FATES = {
  gone: { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General' } },
  full: { eventType: 'Bounce', bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } },
  complaint: { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } },
  delayed: { eventType: 'DeliveryDelay', deliveryDelay: {} },
} as const;
export type FateName = keyof typeof FATES;

/** Sending and what comes back of it, in memory and in a time of its own. */
export function fakeHearingWorld(start: Instant, fateOf: (mail: RawMail) => FateName | undefined) {
  const world = fakeSendingWorld(start, { claiming: () => {}, taken: () => {} });
  const sent: { readonly at: Instant; readonly mail: RawMail }[] = [];
  const confirmed: Instant[] = [];
  let events: string[] = [];
  let care: Care | undefined;

  const mailer = {
    async send(mail: RawMail) {
      const outcome = await world.mailer.send(mail);
      if (outcome.is !== 'sent') return outcome;
      sent.push({ at: world.now(), mail });
      const fate = fateOf(mail);
      if (fate !== undefined) {
        const given = { ...mail.tags, [STREAM_TAG]: mail.stream };
        const tags = Object.fromEntries(Object.entries(given).map(([name, one]) => [name, [one]]));
        const facts = { messageId: `m-${sent.length}`, timestamp: world.now(), tags };
        events.push(JSON.stringify({ ...FATES[fate], mail: facts }));
      }
      return outcome;
    },
  };
  const returns = returnsInMemory();
  const signUps: SignUps = {
    async sent(now) {
      confirmed.push(now);
    },
    sentSince: async (from) => confirmed.filter((at) => at >= from).length,
    care: async () => care,
    async beCareful(told) {
      care = { ...told, ...(care?.next && { next: care.next }) };
    },
    async takePlace(now) {
      const { place, next } = placeInLine(care?.next, now);
      if (care !== undefined) care = { ...care, next };
      return place;
    },
  };
  const account = {
    quota: async () => {
      const yesterday = plusSeconds(world.now(), -86_400);
      const sentToday = sent.filter(({ at }) => at > yesterday).length;
      return { perDay: -1, sentToday, perSecond: 14 };
    },
    sentSince: async (from: Instant) => sent.filter(({ at }) => at >= from).length,
  };
  const all = { ...world, mailer, returns, signUps, account };

  /** The feedback door, with one batch. */
  async function hearAll(batch: readonly string[]): Promise<readonly string[]> {
    const heard = new Set<ReturnKind>();
    for (const one of batch) {
      const event = readMailEvent(one);
      if (event === undefined) throw new Error('not an SES event');
      const { of } = await hear(all, event);
      if (of !== undefined) heard.add(of);
    }
    return weigh(all, heard);
  }

  return {
    ...all,
    sent,
    /** What SES has to tell and has not told yet. */
    take(): readonly string[] {
      const told = events;
      events = [];
      return told;
    },
    hearAll,
    /** A tick, and all that it put on the queue; nobody hears of what came back. */
    async minute(): Promise<string> {
      const { is } = await takeDue(all);
      const ready = world.receive();
      for (const due of ready) await sendDue(all, due);
      world.delete(ready, false);
      return is;
    },
  };
}
