import { describe, expect, test } from 'vitest';
import { dumpOf } from '../support/dump.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { linkIn, type Person, person } from '../support/visitor.ts';
import { delayOf, struckIn, WEATHER } from '../support/weather.ts';

/**
 * The doors that people reach, struck at each of their calls to the table in turn: at the first, the
 * second, and so on, until a journey has none left to strike. Whoever reads that it failed presses
 * again, as people do; a mail is delivered again by SES, and its news by SQS. What they asked for comes true
 * once, in its time, and each change has one record.
 */

/** Killed before a call is killed after the one before it. */
const KINDS = ['kill-after', 'lost-answer'] as const;
const RHYTHM = { zone: 'Europe/Berlin', hour: 8 };

const { cloud, outside } = shippedCloud('2026-11-23T09:00:10Z', { weather: WEATHER });

/** Presses again when it failed, which it does not twice. */
async function pressing(press: () => Promise<Response>): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) if ((await press()).status < 500) return;
  throw new Error('failed again and again');
}

async function joins(one: Person, more: object = {}): Promise<void> {
  await pressing(() => one.signUp({ ...RHYTHM, ...more }));
  await outside.advance('PT2M');
  await pressing(() => one.confirm());
  await outside.advance('PT2M');
}

const storedOf = ({ address }: Pick<Person, 'address'>) =>
  outside.json<{
    readonly item: {
      readonly dueAt?: string;
      readonly standing: { readonly is: string };
      readonly newsletter: boolean;
      readonly enrollments: readonly { readonly stopped?: true }[];
    };
    readonly beside: readonly { readonly sk?: string }[];
  }>(`/_local/subscribers/${address}`);
const itemOf = async (one: Person) => (await storedOf(one)).item;
/** The kinds of all records of somebody, oldest first. */
const factsOf = async (one: Pick<Person, 'address'>) =>
  (await storedOf(one)).beside.flatMap(({ sk = '' }) => /^fact#.*#(.*)$/.exec(sk)?.[1] ?? []);
const standingOf = async (one: Person) => (await itemOf(one)).standing.is;

/** Asks on their page for the link to what is their own, and finds it in their mail. */
async function ownLink(one: Person, matter: string): Promise<string> {
  const page = linkIn(await one.latest(), 'preferences');
  await pressing(() => outside.press(page, { action: 'mail', matter }));
  await outside.settle();
  return linkIn(await one.latest(), 'own');
}

/** The link that somebody's journey presses. */
const links = new Map<string, string>();
const movedTo = ({ address }: Person) => `new-${address}`;
const newAddressOf = (one: Person) => person(outside, movedTo(one));

interface Journey {
  readonly door: 'web' | 'replies' | 'feedback';
  /** The records that there are of them afterwards. */
  readonly facts: readonly string[];
  /** Within how many minutes their mail comes, where one does. */
  readonly within?: number;
  readonly before: (one: Person) => Promise<void>;
  readonly act: (one: Person) => Promise<void>;
  readonly after: (one: Person, mailsBefore: number) => Promise<void>;
}

const JOURNEYS: Readonly<Record<string, Journey>> = {
  'a sign-up': {
    door: 'web',
    facts: [],
    within: 1,
    before: async () => {},
    act: (one) => pressing(() => one.signUp(RHYTHM)),
    async after(one) {
      expect(await one.mails(), 'one confirmation').toHaveLength(1);
      linkIn(await one.latest(), 'confirm');
    },
  },
  'a confirmation': {
    door: 'web',
    facts: ['asked', 'confirmed'],
    within: 1,
    async before(one) {
      await pressing(() => one.signUp(RHYTHM));
      await outside.advance('PT2M');
    },
    act: (one) => pressing(() => one.confirm()),
    async after(one) {
      expect(await standingOf(one)).toBe('active');
      expect(await one.mails(), 'and one welcome').toHaveLength(2);
    },
  },
  'a leave': {
    door: 'web',
    facts: ['asked', 'confirmed', 'left'],
    before: (one) => joins(one),
    async act(one) {
      const link = linkIn(await one.latest(), 'unsubscribe');
      await pressing(() => fetch(link, { method: 'POST' }));
    },
    async after(one, mailsBefore) {
      expect(await standingOf(one)).toBe('left');
      expect(await one.mails(), 'and no mail about it').toHaveLength(mailsBefore);
    },
  },
  'a reply': {
    door: 'replies',
    facts: ['asked', 'confirmed', 'paused'],
    before: (one) => joins(one),
    // Nothing may have become of it yet: SES brings it again after a minute, and after two more.
    async act(one) {
      await one.writes('Please pause my letters until next Friday.');
    },
    async after(one, mailsBefore) {
      expect(await standingOf(one)).toBe('paused');
      const answers = (await one.mails()).length - mailsBefore;
      // Once they may have gone, answers are not sent again.
      expect(answers, 'at most one answer').toBeLessThanOrEqual(1);
    },
  },
  // Read again when the letters have stopped, it would mean the newsletter.
  'a reply that means something else the second time': {
    door: 'replies',
    facts: ['asked', 'confirmed', 'left'],
    before: (one) => joins(one, { newsletter: true }),
    async act(one) {
      await one.writes('stop');
    },
    async after(one, mailsBefore) {
      expect(await itemOf(one)).toMatchObject({
        standing: { is: 'active' },
        newsletter: true,
        enrollments: [{ stopped: true }],
      });
      const answers = (await one.mails()).length - mailsBefore;
      expect(answers, 'at most one answer').toBeLessThanOrEqual(1);
    },
  },
  'a pause by their page': {
    door: 'web',
    facts: ['asked', 'confirmed', 'paused'],
    before: (one) => joins(one),
    async act(one) {
      const page = linkIn(await one.latest(), 'preferences');
      await pressing(() => outside.press(page, { action: 'pause', for: 'week' }));
    },
    async after(one, mailsBefore) {
      expect(await standingOf(one)).toBe('paused');
      expect(await one.mails(), 'and no mail about it').toHaveLength(mailsBefore);
    },
  },
  'an erasure by their page': {
    door: 'web',
    facts: ['erased'],
    async before(one) {
      await joins(one);
      await one.writes('My sister Wilhelmina and I have not talked in months.');
      links.set(one.address, await ownLink(one, 'erase'));
    },
    act: (one) => pressing(() => outside.press(links.get(one.address) ?? '')),
    async after(one, mailsBefore) {
      // Proofs name nobody after a quarter of an hour.
      await outside.advance('PT20M');
      const { text } = await dumpOf(cloud(), outside);
      expect(text.includes(one.address), 'in table and buckets').toBe(false);
      expect(await one.mails(), 'and no mail about it').toHaveLength(mailsBefore);
    },
  },
  'another address': {
    door: 'web',
    facts: [],
    async before(one) {
      await joins(one);
      const link = await ownLink(one, 'address');
      await pressing(() => outside.press(link, { email: movedTo(one) }));
      await outside.settle();
      links.set(one.address, linkIn(await newAddressOf(one).latest(), 'new-address'));
    },
    act: (one) => pressing(() => outside.press(links.get(one.address) ?? '')),
    async after(one, mailsBefore) {
      const there = newAddressOf(one);
      expect(await standingOf(there)).toBe('active');
      expect((await factsOf(there)).sort()).toEqual(['asked', 'confirmed', 'moved']);
      expect(await itemOf(there), 'letters are due there').toHaveProperty('dueAt');
      expect(await itemOf(one), 'and none at the old one').not.toHaveProperty('dueAt');
      expect(await one.mails()).toHaveLength(mailsBefore);
    },
  },
  'news that their mailbox is gone': {
    door: 'feedback',
    facts: ['asked', 'confirmed', 'suppressed'],
    async before(one) {
      // News that may be a day late would come with letters of many days; that is another test's.
      const kinds = WEATHER.kinds?.filter((kind) => kind !== 'late-events');
      await outside.post('/_local/weather', { ...WEATHER, kinds });
      await joins(one);
    },
    async act(one) {
      const mailbox = { service: 'mailboxes', kind: 'gone', containing: one.address };
      await outside.fault(mailbox);
      await ownLink(one, 'letters');
      // SQS brings news again when its time of invisibility is over.
      await outside.advance('PT30M');
    },
    async after(one) {
      expect(await standingOf(one)).toBe('suppressed');
    },
  },
};

describe.each(Object.entries(JOURNEYS))('%s', (name, journey) => {
  const { door, facts, within, before, act, after } = journey;

  test.each(KINDS)('%s at each of its calls to the table', async (kind) => {
    let struck = 0;
    for (let left = 0; left === 0; struck += 1) {
      const one = person(outside, `${name.replaceAll(' ', '-')}-${kind}-${struck}@example.net`);
      await before(one);
      const mailsBefore = (await one.mails()).length;
      const began = Date.parse(await outside.now());
      const weather = await struckIn(outside);
      await outside.fault({ service: 'dynamodb', kind, function: door, after: struck });
      await act(one);
      await outside.advance('PT5M');
      left = (await outside.json<readonly unknown[]>('/_local/faults')).length;
      await fetch(`${outside.url}/_local/faults`, { method: 'DELETE' });
      await after(one, mailsBefore);
      expect((await factsOf(one)).sort(), 'each change has one record').toEqual(facts);
      if (within === undefined) continue;
      const late = Math.floor((Date.parse((await one.latest()).date) - began) / 60_000);
      expect(late, 'in time').toBeLessThanOrEqual(
        within + delayOf(weather, await struckIn(outside)),
      );
    }
    expect(struck, 'there is something to strike').toBeGreaterThan(2);
  });
});
