import { beforeEach, describe, expect, test } from 'vitest';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { addressIn, annWithALetter, linkIn, type Mail, type Person } from '../support/visitor.ts';
import { buttonsIn, pressIn } from '../support/wish-buttons.ts';

const AUTHOR = 'author@example.com';
let ann: Person;

const { outside } = shippedCloud('2026-11-23T09:00:00Z');

/** Each test has a reader of its own, called Ann, with one letter, and a letter day at eight. */
beforeEach(async () => {
  ann = await annWithALetter(outside);
});

interface Item {
  readonly address?: string;
  readonly hour: number;
  readonly days: string;
  readonly dueAt?: string;
  readonly standing: { readonly is: string; readonly until?: string };
}

const stored = async (): Promise<Item> =>
  (await outside.json<{ item: Item }>(`/_local/subscribers/${ann.address}`)).item;

const press = async (label: RegExp, mail?: Mail) =>
  pressIn(outside, mail ?? (await ann.latest()), label);

/** A mail to us as it stands. */
const write = async (raw: readonly string[], to: string, verdicts = {}) =>
  outside.becameOf(await outside.receives(raw.join('\r\n'), to, verdicts));

describe('a question carries its answer', () => {
  beforeEach(async () => {
    expect(await ann.replies('pause until 03/04')).toMatchObject({
      outcome: 'clarify-asked',
      because: 'ambiguous-date',
      toAuthor: true,
    });
    expect((await stored()).standing.is).toBe('active');
  });

  test('with exactly what may have been meant, and “neither” last', async () => {
    const labels = [...buttonsIn(await ann.latest()).keys()];
    expect(labels).toEqual([
      expect.stringContaining('March 2027'),
      expect.stringContaining('April 2027'),
      'Neither, I was just telling you',
    ]);
  });

  test('a button does it, and the page has the way back', async () => {
    const page = await press(/April/);
    expect((await stored()).standing).toMatchObject({ is: 'paused', until: '2027-04-03' });
    const [, back = ''] = /href="(\/wish\/[^"]+)"/.exec(page) ?? [];
    await outside.press(`${new URL(back, outside.url)}`);
    expect((await stored()).standing.is).toBe('active');
  });

  test.each([
    ['The first one', '2027-03-04'],
    ['I meant April', '2027-04-03'],
  ])('so do words: %s', async (words, until) => {
    expect(await ann.replies(words)).toMatchObject({ intent: 'pause', outcome: 'applied', until });
    expect((await stored()).standing).toMatchObject({ is: 'paused', until });
    expect((await ann.latest()).text, 'and that is said').toContain('Your letters are paused');
  });

  test('“neither” changes nothing, and is not asked again', async () => {
    const before = (await ann.mails()).length;
    expect((await ann.replies('Neither, I was just telling you')).outcome).toBe('forwarded');
    expect((await stored()).standing.is).toBe('active');
    expect(await ann.mails()).toHaveLength(before);
    expect((await ann.replies('The first one')).outcome, 'it is settled').toBe('forwarded');
  });

  test('somebody who wants something else gets that', async () => {
    expect((await ann.replies('weekdays only')).outcome).toBe('applied');
    expect(await stored()).toMatchObject({ days: '12345', standing: { is: 'active' } });
    expect((await ann.replies('The first one')).outcome, 'it is settled').toBe('forwarded');
  });

  test('a copy of the question with no mark changes nothing, and is read by a person', async () => {
    const { text, replyTo } = await ann.latest();
    const raw = [`From: ${ann.address}`, 'Subject: x', '', 'Thanks!', '', ...text.split('\n')];
    expect((await write(raw, addressIn(replyTo))).outcome).toBe('forwarded');
    expect((await stored()).standing.is).toBe('active');
  });

  test('after a week nobody knows what “the first one” was', async () => {
    await outside.advance('P7D');
    expect((await ann.replies('The first one')).outcome).toBe('forwarded');
    expect((await stored()).standing.is).toBe('active');
  });
});

describe('an answer is true, and takes back what it says', () => {
  test('another rhythm, on a half hour', async () => {
    const before = await stored();
    expect(await ann.replies('Only Mondays and Thursdays at 6:30 pm, please')).toMatchObject({
      intent: 'schedule',
      outcome: 'applied',
      toAuthor: false,
      distress: false,
    });
    expect(await stored()).toMatchObject({ hour: 18.5, days: '14' });
    expect((await ann.latest()).text.replace(/\s+/g, ' ')).toMatch(
      /Your letters come every Monday and Thursday at 18:30 \(.+\)\. Your next letter: (Monday|Thursday), /,
    );
    await press(/Take it back/);
    expect(await stored()).toMatchObject({ hour: 8, days: '1234567', dueAt: before.dueAt });
  });

  test('a letter that is skipped', async () => {
    const { dueAt } = await stored();
    expect((await ann.replies('skip the next letter')).outcome).toBe('applied');
    const { subject, text } = await ann.latest();
    expect(subject).toBe('We skip a letter');
    expect(text).toContain('Your next letter: ');
    expect((await stored()).dueAt).not.toBe(dueAt);
    await press(/Take it back/);
    expect((await stored()).dueAt).toBe(dueAt);
  });

  test('an open pause promises no letter', async () => {
    await ann.replies('pause');
    const { text } = await ann.latest();
    expect(text).toContain('No letter comes until you tell us to go on.');
    expect(text).not.toContain('Your next letter');
  });

  test('two wishes in one mail, told in one mail', async () => {
    const before = (await ann.mails()).length;
    const words = 'Weekdays only please, and pause until December 20.';
    expect(await ann.replies(words)).toMatchObject({ outcome: 'applied', until: '2026-12-20' });
    expect(await stored()).toMatchObject({ days: '12345', standing: { until: '2026-12-20' } });
    expect(await ann.mails()).toHaveLength(before + 1);
    const text = (await ann.latest()).text.replace(/\s+/g, ' ');
    expect(text).toContain('Your letters come on weekdays');
    expect(text).toContain('Your letters are paused until Sunday');
    await press(/Take it back/);
    expect(await stored()).toMatchObject({ days: '1234567', standing: { is: 'active' } });
  });

  test('a wish that is corrected the same day is done, and told', async () => {
    await ann.replies('pause until Monday');
    expect((await ann.replies('pause until Friday')).outcome).toBe('applied');
    expect((await ann.latest()).text).toContain('until Friday');
  });
});

test('beyond what people say in a day, nothing is done silently: a person reads it', async () => {
  for (let days = 2; days < 8; days += 1) {
    expect((await ann.replies(`pause for ${days} days`)).outcome).toBe('applied');
  }
  const { standing } = await stored();
  const before = (await ann.mails()).length;
  expect(await ann.replies('pause for 9 days')).toMatchObject({
    outcome: 'forwarded',
    toAuthor: true,
  });
  expect((await stored()).standing).toEqual(standing);
  expect(await ann.mails()).toHaveLength(before);
  expect((await ann.replies('Please unsubscribe me')).outcome, 'who leaves leaves').toBe('applied');
  expect((await stored()).standing.is).toBe('left');
});

describe('somebody’s data', () => {
  test('is erased after one more press, and no letter comes in between', async () => {
    const asked = await ann.replies('Please unsubscribe me and delete all my data.');
    expect(asked).toMatchObject({ outcome: 'applied', toAuthor: true });
    expect((await stored()).standing.is).toBe('left');
    expect((await outside.mailsTo(AUTHOR)).length).toBeGreaterThan(0);
    const last = await ann.latest();
    await outside.advance('P3D');
    expect(await ann.latest(), 'no letter').toEqual(last);
    const late = buttonsIn(last).get('Erase my data') ?? '';
    expect((await fetch(late)).status, 'its hour is over').toBe(410);
    expect(await (await outside.press(late)).text()).toContain('Look in your inbox');
    expect((await stored()).address).toBe(ann.address);
    const fresh = linkIn(await ann.latest(), 'own');
    expect(await (await outside.press(fresh)).text()).toContain('Your data is erased');
    const table = JSON.stringify(await outside.json('/_local/table'));
    expect(table).not.toContain(ann.address);
  });

  test('is a file after one press', async () => {
    expect(await ann.replies('Please send me all the data you have about me')).toMatchObject({
      intent: 'export',
      outcome: 'applied',
      toAuthor: true,
    });
    const file = JSON.parse(await press(/Get my data/)) as { readonly items: readonly object[] };
    expect(JSON.stringify(file)).toContain(ann.address);
    expect(JSON.stringify(file)).not.toContain('secret');
    expect((await stored()).standing.is).toBe('active');
  });
});

describe('whose mail it is', () => {
  test('the same mail days later changes nothing', async () => {
    const to = addressIn((await ann.latest()).replyTo);
    const raw = [`From: ${ann.address}`, 'Subject: x', 'Message-ID: <one@example.net>', '', 'stop'];
    expect((await write(raw, to)).outcome).toBe('applied');
    await press(/keep me on/);
    await outside.advance('P2D');
    expect((await write(raw, to)).outcome).toBe('ignored-duplicate');
    expect((await stored()).standing.is).toBe('active');
  });

  test('somebody else, by DMARC’s word, can’t act with a reader’s token: she is asked', async () => {
    const to = addressIn((await ann.latest()).replyTo);
    const raw = ['From: Bob <bob@example.org>', 'Subject: Re: A letter', '', 'stop'];
    expect(await write(raw, to)).toMatchObject({ intent: 'unsubscribe', outcome: 'confirm-asked' });
    expect((await stored()).standing.is).toBe('active');
    await press(/Stop my letters/);
    expect((await stored()).standing.is).toBe('left');
  });
});
