import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correspondenceIn } from '../../functions/adapters/correspondence.ts';
import type { Counters } from '../../functions/adapters/counter-items.ts';
import { countsIn } from '../../functions/adapters/counts.ts';
import { subscriberKey } from '../../functions/adapters/item.ts';
import type { RawMail } from '../../functions/adapters/mailer.ts';
import { subscribersIn } from '../../functions/adapters/subscribers.ts';
import { parseAddress } from '../../functions/core/address.ts';
import { COUNTERS, type Counter } from '../../functions/core/counting.ts';
import { answerDetail } from '../../functions/core/reader/asked-link.ts';
import { take } from '../../functions/core/reader/courses.ts';
import { rejoin } from '../../functions/core/reader/lifecycle.ts';
import { requestFor } from '../../functions/core/reader/request.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import type { LinkSecret, SubscriberId } from '../../functions/core/token.ts';
import { mintToken, subscriberId } from '../../functions/core/token.ts';
import { handleReply } from '../../functions/replying/handle-reply.ts';
import { change } from '../../functions/runtime/change.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at, enrollment, reader, received } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { COURSE, fakeLibrary, PUBLICATION } from '../support/fake-library.ts';
import { notSent } from '../support/fake-sending-world.ts';
import { REPLY_STORIES as STORIES, type Story } from '../support/reply-stories.ts';
import { senderOf } from '../support/sender.ts';
import { itemOf } from '../support/stored-items.ts';

/**
 * A mail is delivered again by SES and Lambda: after a crash, after a refusal, or for no reason. Here the
 * door dies at each of its calls in turn, before it is made and after, and the mail comes once more.
 */

const NOW = at('2026-11-23T10:00:00Z');
const WEB = 'https://letters.example.com';
const PRESENT = { now: NOW, courses: [COURSE] };

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

type Blow = 'before' | 'after';
interface Calls {
  count: number;
  /** Strikes when so many calls were made. */
  readonly at?: number;
  readonly how?: Blow;
}

/** All that a door talks to: it dies at one call, and would make no other. */
function mortal<Of extends object>(service: Of, calls: Calls): Of {
  return new Proxy(service, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (typeof found === 'object' && found !== null) return mortal(found, calls);
      // Where a mail lies is known without asking anybody.
      if (typeof found !== 'function' || name === 'placeOf') return found;
      return async (...given: unknown[]) => {
        const strikes = calls.count === calls.at;
        calls.count += 1;
        if (strikes && calls.how === 'before') throw new Error('killed');
        const answer: unknown = await found.apply(target, given);
        if (strikes) throw new Error('killed');
        return answer;
      };
    },
  });
}

let people = 0;

async function worldOf({ text, who, asks, header, to = 'reply' }: Story) {
  people += 1;
  const name = `r${people}`;
  const key = await subscribersIn(dynalite.name, dynalite.config).idKey(() => new Uint8Array(32));
  const address = parseAddress(`${name}@example.net`);
  if (address === undefined) throw new Error('no address');
  const id = subscriberId(key, address);
  const secret = `secret-${name}` as LinkSecret;
  const one = reader({
    id,
    address,
    secret,
    name: 'Somebody',
    enrollments: [enrollment({ received: received('closeness') })],
    dueAt: at('2026-11-24T07:00:00Z'),
    ...who,
  });
  const subscribers = subscribersIn(dynalite.name, dynalite.config);
  const fresh = { id, secret, now: NOW, details: {} };
  const { zone, hour, days } = one;
  const form = { address, zone, hour, days, course: COURSE, newsletter: asks === 'newsletter' };
  const request = asks && requestFor(form, asks === 'newsletter' ? one : undefined, fresh);
  if (request) await subscribers.requests.make(request);
  if (asks !== 'letters') await rawItemsIn(dynalite).put(itemOf(one));
  const recipient = mintToken(secret, id, to, request ? answerDetail(request.asked) : '');
  const mail = [
    `From: ${address}`,
    'To: letters@reply.example.com',
    'Subject: Hello',
    `Message-ID: <${name}@example.net>`,
    ...(header === undefined ? [] : [header]),
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\r\n');
  const arrival = {
    messageId: name,
    recipients: [`${to === 'reply' ? to : 'unsub'}+${recipient}@reply.example.com`],
    verdicts: { spam: 'PASS', virus: 'PASS', dmarc: 'PASS' },
  };
  const sent: RawMail[] = [];
  const refusals = { left: 0 };
  const before = await counters();
  const counted: Counter[] = [];
  const services = {
    subscribers,
    correspondence: correspondenceIn(dynalite.name, dynalite.config),
    inbox: {
      read: async () => new TextEncoder().encode(mail),
      placeOf: () => `s3://mails/${name}`,
    },
    mailer: {
      async send(raw: RawMail) {
        if (refusals.left-- > 0) return notSent('retry');
        sent.push(raw);
        return { is: 'sent', messageId: `out-${sent.length}` } as const;
      },
    },
    wordings: { keep: async () => undefined },
    probes: { current: async () => undefined },
    dueIndex: { state: async () => ({}) },
    queue: { put: async () => {} },
  };
  const world = (calls: Calls) => ({
    ...mortal(services, calls),
    library: fakeLibrary(),
    sender: senderOf(PUBLICATION, WEB),
    idKey: async () => key,
    now: () => NOW,
  });
  /** Delivers the mail, and says whether the door lived. */
  const deliver = async (calls: Calls = { count: 0 }) => {
    try {
      return (await handleReply(world(calls), arrival)).outcome;
    } catch {
      return 'died' as const;
    } finally {
      const all = grown(before, await counters());
      counted.splice(0, counted.length, ...all);
    }
  };
  return { id, address, subscribers, sent, counted, refusals, deliver, messageId: name };
}

/** The one letter that all of them had. */
async function counters(): Promise<Counters['counts']> {
  const [one] = await countsIn(dynalite.name, dynalite.config).all();
  return (
    one?.counts ?? (Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Counters['counts'])
  );
}

const grown = (before: Counters['counts'], after: Counters['counts']): readonly Counter[] =>
  COUNTERS.flatMap((name) => Array<Counter>(after[name] - before[name]).fill(name));

type Delivered = Awaited<ReturnType<typeof worldOf>>;

/** What a mail has come to: who they are, what is recorded and remembered of it, and who was written to. */
async function cameTo({ id, address, subscribers, sent, counted }: Delivered) {
  const known = (await subscribers.load(id)) ?? (await subscribers.requests.load(id));
  const { id: _, address: __, secret: ___, revision: ____, ...one } = known ?? {};
  const { answers, asked } = await correspondence().memory(id);
  const mails = await Promise.all(
    sent.map(async ({ to, raw }) => {
      const { subject, text } = await PostalMime.parse(raw);
      const said = (text ?? '').replace(/\/[a-z-]+\/[a-z2-7]{16}\.\S+/g, '/LINK');
      return {
        to: to === address ? 'reader' : 'author',
        subject,
        said: said.replace(/r\d+@/g, ''),
      };
    }),
  );
  return { one, facts: await factsOf(id), answers, asked, mails, counted: [...counted] };
}

async function factsOf(id: SubscriberId) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(dynalite.config));
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: dynalite.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :fact)',
      ExpressionAttributeValues: { ':pk': subscriberKey(id).pk, ':fact': 'fact#' },
    }),
  );
  return Items.map(({ pk: _, ...fact }) => fact);
}

const correspondence = () => correspondenceIn(dynalite.name, dynalite.config);
const stageOf = async ({ messageId }: Delivered) =>
  (await rawItemsIn(dynalite).get({ pk: `inbound#${messageId}`, sk: 'outcome' }))?.['stage'];

describe.each(Object.entries(STORIES))('%s', (_, story) => {
  test('undisturbed, and delivered once more', async () => {
    const one = await worldOf(story);
    expect(await one.deliver()).not.toBe('died');
    const before = await cameTo(one);
    expect(before.mails.map(({ to }) => to)).toEqual(story.mails);
    expect(before.counted).toEqual(story.counts);
    expect(await one.deliver()).toBe('redelivered');
    expect(await cameTo(one)).toEqual(before);
    expect(
      await rawItemsIn(dynalite).get({ pk: `inbound#${one.messageId}`, sk: 'outcome' }),
    ).not.toHaveProperty('kept');
  });

  test.each(['before', 'after'] as const)('killed %s each of its calls', async (how) => {
    const control = await worldOf(story);
    await control.deliver();
    const wanted = await cameTo(control);
    let struck = 0;
    for (let place = 0; struck === place; place += 1) {
      const one = await worldOf(story);
      if ((await one.deliver({ count: 0, at: place, how })) !== 'died') break;
      struck += 1;
      const mayHaveGone = (await stageOf(one)) !== 'open';
      await one.deliver();
      const { mails, ...rest } = await cameTo(one);
      const { mails: all, ...others } = wanted;
      expect(rest, `call ${place}`).toEqual(others);
      expect(mails, `call ${place}`).toEqual(mayHaveGone ? all.slice(0, mails.length) : all);
    }
    expect(struck, 'there is something to strike').toBeGreaterThan(6);
  });

  test('SES takes nothing just now', async () => {
    const control = await worldOf(story);
    await control.deliver();
    const one = await worldOf(story);
    one.refusals.left = 1;
    expect(await one.deliver()).toBe(story.mails.length > 0 ? 'died' : 'applied');
    await one.deliver();
    expect(await cameTo(one)).toEqual(await cameTo(control));
  });

  test('delivered twice at the same moment', async () => {
    const control = await worldOf(story);
    await control.deliver();
    const one = await worldOf(story);
    const both = await Promise.all([one.deliver(), one.deliver()]);
    if (both.includes('died')) await one.deliver();
    expect(await cameTo(one)).toEqual(await cameTo(control));
  });
});

describe('what changed meanwhile stays', () => {
  test.each([
    ['who took their leave back', STORIES['a stop by who gets letters alone']],
    ['whose letters alone had ended', STORIES['a stop by who gets the newsletter, too']],
  ])('of %s', async (_, story) => {
    if (story === undefined) throw new Error('no such story');
    const one = await worldOf(story);
    one.refusals.left = 1;
    expect(await one.deliver()).toBe('died');
    await change(one.subscribers, one.id, (stored) =>
      stored.standing.is === 'left'
        ? rejoin(stored, stored.standing.at, PRESENT)
        : take(stored, COURSE, PRESENT),
    );
    const back = await one.subscribers.load(one.id);
    await one.deliver();
    expect(await one.subscribers.load(one.id)).toEqual(back);
    expect(back?.standing.is).toBe('active');
    expect(back?.enrollments).not.toContainEqual(expect.objectContaining({ stopped: true }));
  });
});

test('what a mail is about is told as they had it when they wrote, whatever it changes', async () => {
  const issues = { from: '2026-11-23' as LocalDate, had: { on: '2026-11-22' as LocalDate } };
  const last = { at: at('2026-11-22T07:00:00Z'), on: issues.had.on, newsletter: true as const };
  const who = { newsletter: true, issues, last };
  const text = 'Please stop the newsletter, but keep the letters coming.';
  const one = await worldOf({ text, who, mails: ['reader'], counts: [] });
  expect(await one.deliver()).toBe('applied');
  expect(await one.subscribers.load(one.id)).toMatchObject({ newsletter: false });
  const outcome = await rawItemsIn(dynalite).get({ pk: `inbound#${one.messageId}`, sk: 'outcome' });
  expect(outcome?.['letter']).toBe('issue#2026-11-22');
});
