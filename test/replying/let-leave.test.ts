import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { Stage } from '../../functions/adapters/correspondence.ts';
import type { RawMail } from '../../functions/adapters/mailer.ts';
import { type IdKey, subscriberId } from '../../functions/core/token.ts';
import { handleReply } from '../../functions/replying/handle-reply.ts';
import { at, reader } from '../support/builders.ts';
import { fakeLibrary, PUBLICATION } from '../support/fake-library.ts';
import { notSent } from '../support/fake-sending-world.ts';
import { fakeSubscribers } from '../support/fake-subscribers.ts';
import { senderOf } from '../support/sender.ts';
import { itemOf, ofNewerMajor } from '../support/stored-items.ts';

const NOW = at('2026-11-22T10:00:00Z');
const KEY = new Uint8Array(32) as IdKey;
const { address } = reader();
const ID = subscriberId(KEY, address);
const ARRIVAL = {
  messageId: 'one',
  recipients: ['letters@reply.example.com'],
  verdicts: { spam: 'PASS', virus: 'PASS', dmarc: 'PASS' },
};
const WORDS = 'Please unsubscribe me. We moved to the sea, and my sister says hello to you.';
const MAIL = `From: ${address}\r\nSubject: Hello\r\n\r\n${WORDS}\r\n`;

/** A reader whose item this code can't read, and what SES took; a blow falls upon each of the first sends. */
async function worldWith(blows: readonly ('after' | 'before')[] = []) {
  const subscribers = fakeSubscribers();
  await subscribers.put(ofNewerMajor(itemOf(reader({ id: ID }))));
  const sent: RawMail[] = [];
  const left = [...blows];
  let stage: Stage = 'open';
  const world = {
    subscribers,
    correspondence: {
      begin: async () => ({ stage, receivedAt: at('2026-11-22T09:00:00Z') }),
      keep: async () => 'saved' as const,
      takeUp: async () => {
        stage = 'decided';
        return true;
      },
      reach: async (_: string, reached: Stage) => {
        stage = reached;
      },
      memory: async () => ({ answers: [], seen: [] }),
      remember: async () => {},
      settle: async () => {},
      label: async () => {},
      attribute: async () => {},
    },
    inbox: {
      read: async () => new TextEncoder().encode(MAIL),
      placeOf: () => 's3://mails/one',
    },
    mailer: {
      async send(mail: RawMail) {
        const blow = left.shift();
        if (blow === 'before') return notSent('retry');
        sent.push(mail);
        if (blow === 'after') throw new Error('killed');
        return { is: 'sent', messageId: 'out' } as const;
      },
    },
    wordings: { keep: async () => undefined },
    probes: { current: async () => undefined },
    dueIndex: { state: async () => ({}) },
    queue: { put: async () => {} },
    library: fakeLibrary(),
    sender: senderOf(PUBLICATION),
    idKey: async () => KEY,
    now: () => NOW,
  };
  return { world, sent, subscribers };
}

describe('somebody leaves whose item can’t be read, with words beside it', () => {
  test('which go to the author, and to nobody else', async () => {
    const { world, sent, subscribers } = await worldWith();
    expect((await handleReply(world, ARRIVAL)).outcome).toBe('applied');
    expect(await subscribers.raw(ID)).toMatchObject({ standing: { is: 'left', by: 'reply' } });
    expect(sent.map(({ to }) => to)).toEqual([PUBLICATION.author.address]);
    expect((await PostalMime.parse(sent[0]?.raw ?? '')).text).toContain('my sister says hello');
  });

  test.for([
    ['killed after SES took the copy, and delivered again', 'after'],
    ['SES takes nothing just now, and it is delivered again', 'before'],
  ] as const)('once: %s', async ([, blow]) => {
    const { world, sent, subscribers } = await worldWith([blow]);
    await expect(handleReply(world, ARRIVAL)).rejects.toThrow();
    await handleReply(world, ARRIVAL);
    expect(await subscribers.raw(ID)).toMatchObject({ standing: { is: 'left' } });
    expect(sent).toHaveLength(1);
    expect(await handleReply(world, ARRIVAL)).toEqual({ outcome: 'redelivered' });
  });
});
