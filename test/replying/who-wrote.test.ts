import { describe, expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import { NEWSLETTER } from '../../functions/core/mail/compose.ts';
import { answerDetail, requestName } from '../../functions/core/reader/asked-link.ts';
import {
  type IdKey,
  type LinkSecret,
  mintToken,
  subscriberId,
} from '../../functions/core/token.ts';
import { whoWrote } from '../../functions/replying/who-wrote.ts';
import { mailOf } from '../core/replies/mail.ts';
import { at, reader, request } from '../support/builders.ts';
import { fakeSubscribers } from '../support/fake-subscribers.ts';

const KEY = new Uint8Array(32) as IdKey;
const FORMER = 'ann@example.net' as EmailAddress;
const NOW_AT = 'anna@example.org' as EmailAddress;
const [former, moved] = [subscriberId(KEY, FORMER), subscriberId(KEY, NOW_AT)];
const SECRET = 'the secret of her old links' as LinkSecret;
const SINCE = at('2026-11-22T09:00:00Z');
const BEFORE = at('2026-11-12T09:00:00Z');
const named = (moment = SINCE) => ({ name: requestName(moment) });

/** Somebody has moved; both at her old address and at her new one a request is open. */
function world() {
  const subscribers = fakeSubscribers();
  const hers = reader({ id: moved, address: NOW_AT });
  subscribers.seed(hers);
  const asked = { at: SINCE, ...named(), details: {} };
  const strangers = request({ id: former, address: FORMER, asked, newsletter: false });
  subscribers.seed(strangers);
  subscribers.seed(
    request({ id: moved, address: NOW_AT, newsletter: true, asked: { ...asked, of: 'reader' } }),
  );
  return {
    subscribers: {
      ...subscribers,
      movedTo: async (id: string, isTheirs: (secret: LinkSecret) => boolean) =>
        id === former && isTheirs(SECRET) ? moved : undefined,
    },
    probes: { current: async () => undefined },
    sender: { replyDomain: 'reply.example.com' },
    idKey: async () => KEY,
    now: () => SINCE,
  };
}

describe('what a yes answers', () => {
  test.for<readonly [why: string, detail: string, of: string | undefined]>([
    [
      'the request at who they are now, not at the address that they left',
      answerDetail(named()),
      moved,
    ],
    ['not one that was made since the mail', answerDetail(named(BEFORE)), undefined],
    ['nor, by a mail from before requests had names, one that has', answerDetail({}), undefined],
    ['and an answer to a letter is a yes to none', '', undefined],
  ])('%s', async ([, detail, of]) => {
    const token = mintToken(SECRET, former, 'reply', detail);
    const arrival = {
      recipients: [`reply+${token}@reply.example.com`],
      verdicts: { spam: 'PASS', virus: 'PASS', dmarc: 'PASS' },
    };
    const writer = await whoWrote(world(), arrival, await mailOf(`From: ${FORMER}`, '', 'yes'));
    if (writer === undefined || !('subscriber' in writer)) throw new Error('nobody wrote');
    expect(writer.subscriber.id).toBe(moved);
    expect(writer.request?.id).toBe(of);
  });
});

describe('which list a mail is about', () => {
  test.for<readonly [why: string, box: string, detail: string, list: string]>([
    ['an answer to a letter', 'reply', '', 'letters'],
    ['an answer to an issue', 'reply', NEWSLETTER, 'newsletter'],
    ['the mailto of a letter', 'unsub', '', 'letters'],
    ['the mailto of an issue, also once they have moved', 'unsub', NEWSLETTER, 'newsletter'],
    ['a yes to a mail that asked', 'reply', answerDetail({ name: requestName(SINCE) }), 'letters'],
  ])('%s', async ([, box, detail, list]) => {
    const token = mintToken(SECRET, former, box === 'reply' ? 'reply' : 'unsubscribe', detail);
    const arrival = {
      recipients: [`${box}+${token}@reply.example.com`],
      verdicts: { spam: 'PASS', virus: 'PASS', dmarc: 'PASS' },
    };
    const writer = await whoWrote(world(), arrival, await mailOf(`From: ${FORMER}`, '', 'stop'));
    expect(writer?.list).toBe(list);
  });

  test('a mail without a token is about the letters, whatever it was sent to', async () => {
    const arrival = {
      recipients: ['reply+nobody@reply.example.com'],
      verdicts: { spam: 'PASS', virus: 'PASS', dmarc: 'PASS' },
    };
    const writer = await whoWrote(world(), arrival, await mailOf(`From: ${NOW_AT}`, '', 'stop'));
    expect(writer?.list).toBe('letters');
  });
});
