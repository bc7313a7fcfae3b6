import { describe, expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { Probe } from '../../functions/core/reader/probe.ts';
import { type IdKey, subscriberId } from '../../functions/core/token.ts';
import { decisionOn } from '../../functions/replying/judge.ts';
import { whoWrote } from '../../functions/replying/who-wrote.ts';
import { mailOf } from '../core/replies/mail.ts';
import { at, reader } from '../support/builders.ts';
import { fakeLibrary, PUBLICATION } from '../support/fake-library.ts';
import { fakeSubscribers } from '../support/fake-subscribers.ts';
import { senderOf } from '../support/sender.ts';

const NOW = at('2026-11-22T10:00:00Z');
const ADDRESS = 'doctor-abc@reply.example.com' as EmailAddress;
const KEY = new Uint8Array(32) as IdKey;

function worldWith(registered: Probe | undefined) {
  const subscribers = fakeSubscribers();
  subscribers.seed(reader({ id: subscriberId(KEY, ADDRESS), address: ADDRESS }));
  return {
    subscribers,
    probes: { current: async () => registered },
    library: fakeLibrary(),
    sender: senderOf(PUBLICATION),
    idKey: async () => KEY,
    now: () => NOW,
  };
}

/** As SES delivers a mail that it sent itself: with the header that it puts on all of them. */
async function outcome(registered: Probe | undefined, dmarc: string): Promise<string> {
  const world = worldWith(registered);
  const mail = await mailOf(`From: ${ADDRESS}`, 'Feedback-ID: 1.eu-west-1.AmazonSES', '', 'stop');
  const verdicts = { spam: 'PASS', virus: 'PASS', dmarc };
  const arrival = { messageId: 'one', recipients: ['letters@reply.example.com'], verdicts };
  const writer = await whoWrote(world, arrival, mail);
  if (writer === undefined || !('subscriber' in writer)) return 'nobody';
  return decisionOn(world, arrival, mail, writer).intent;
}

const probe = { address: ADDRESS, until: at('2026-11-22T10:10:00Z') };

describe('mail from our reply domain', () => {
  test.for<readonly [reason: string, Probe | undefined, dmarc: string, intent: string]>([
    ['is our own, and changes nothing', undefined, 'PASS', 'none'],
    ['but the registered probe’s is read', probe, 'PASS', 'unsubscribe'],
    ['if DMARC says that it is', probe, 'FAIL', 'none'],
    ['and nothing less', probe, 'GRAY', 'none'],
    ['for minutes', { address: ADDRESS, until: NOW }, 'PASS', 'none'],
    [
      'and no other of the domain',
      { address: 'doctor-x@reply.example.com' as EmailAddress, until: probe.until },
      'PASS',
      'none',
    ],
  ])('%s', async ([, registered, dmarc, intent]) => {
    expect(await outcome(registered, dmarc)).toBe(intent);
  });
});
