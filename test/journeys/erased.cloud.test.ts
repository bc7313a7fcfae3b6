import { expect, test } from 'vitest';
import { dumpOf, proofsIn } from '../support/dump.ts';
import { foundIn } from '../support/every-way.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { linkIn, type Person, person } from '../support/visitor.ts';
import { buttonsIn } from '../support/wish-buttons.ts';

/**
 * Whoever is erased leaves no trace in the table and the bucket but the keyed ids that they had: a reader with
 * all that there can be of one, and each word of theirs looked for in every way it may be written.
 */

const { cloud, outside } = shippedCloud('2026-11-23T09:00:00Z');

interface Stored {
  readonly id: string;
  readonly item: Readonly<Record<string, unknown>>;
}
const stored = (address: string) => outside.json<Stored>(`/_local/subscribers/${address}`);

const press = async (url: string, fields: Readonly<Record<string, string>> = {}) => {
  const answer = await outside.press(url, fields);
  await outside.settle();
  expect(answer.status, new URL(url).pathname.split('/')[1]).toBe(200);
  return answer.text();
};

/** What opens one thing of a reader's, as their page has it mailed. */
async function linkFor(reader: Person, page: string, matter: string): Promise<string> {
  await press(page, { action: 'mail', matter });
  return linkIn(await reader.latest(), 'own');
}

async function movesTo(reader: Person, page: string, next: Person): Promise<void> {
  await press(await linkFor(reader, page, 'address'), { email: next.address });
  await press(linkIn(await next.latest(), 'new-address'));
}

const pageOf = async (reader: Person) => linkIn(await reader.latest(), 'preferences');

/** The first and the last link of each kind that somebody was mailed. */
async function linksOf(reader: Person): Promise<readonly string[]> {
  const texts = (await reader.mails()).map(({ text }) => text).join('\n');
  const all = texts.match(/https?:\/\/\S+\/[a-z-]+\/[a-z2-7]{16}\.[^\s>)]+/g) ?? [];
  const kinds = new Set(all.map((url) => new URL(url).pathname.split('/')[1]));
  const both = [...kinds].flatMap((kind) => {
    const ofKind = all.filter((url) => url.includes(`/${kind}/`));
    return [ofKind[0] ?? '', ofKind.at(-1) ?? ''];
  });
  return [...new Set(both)];
}

/** A letter's day: the next one has come. */
const aDay = () => outside.advance('P1D');

const NAME = 'Wilhelmina Tracewell';
const [old, middle, last, typed] = [
  person(outside, 'old.trace@example.net'),
  person(outside, 'middle.trace+x@example.org'),
  person(outside, 'last.trace@example.com'),
  person(outside, 'typed.trace@example.com'),
] as const;

test('of a reader who did all that one can nothing is left', async () => {
  // Somebody else, whose record and proofs are to stay as they are.
  const bob = person(outside, 'bob@example.net');
  await bob.joins({ name: 'Bob Staysworth' });

  await old.joins({ name: NAME, zone: 'Europe/Berlin', hour: 8, newsletter: true });
  const first = await stored(old.address);
  await aDay();
  const letter = await old.latest();
  await press(`${linkIn(letter, 'check-in').replace(/\/\d?$/, '')}/4`);
  await old.writes('My sister Ottilie and I have not talked in months.');
  await old.replies('pause until 03/04');
  const [, april = ''] = [...buttonsIn(await old.latest()).values()];
  await press(april);
  await old.replies('resume');
  await old.replies('Only Mondays and Thursdays at 6:30 pm, please');
  await aDay();

  await movesTo(old, await pageOf(old), middle);
  const second = await stored(middle.address);
  await outside.advance('P7D');
  await middle.writes('Since we moved, Ottilie has called twice.');
  await press(await pageOf(middle), { action: 'again-course', course: 'closer' });
  const links = [...(await linksOf(old))];
  // A stranger types an address that they had, and one that they have.
  await old.signUp({ name: 'Mallory Mischief' });
  await movesTo(middle, await pageOf(middle), last);
  const third = await stored(last.address);
  await outside.advance('P7D');
  await last.signUp({ newsletter: true, track: 'friend', name: 'Mallory Mischief' });
  await last.writes('What I never told anybody: Ottilie is right.');
  await press(await linkFor(last, await pageOf(last), 'address'), { email: typed.address });
  // An answer that does not get through: what was decided on it is kept until it is told.
  await outside.fault({ service: 'ses', kind: 'throttle', function: 'replies', count: 20 });
  await last.writes('weekdays only');
  await outside.advance('PT2M');

  const secrets = [first, second, third].map(({ item }) => String(item['secret']));
  const traces = [
    ...[old, middle, last, typed].map(({ address }) => address),
    ...[NAME, 'Tracewell', 'Ottilie'],
    ...new Set(secrets),
  ];
  const before = await dumpOf(cloud(), outside);
  expect(foundIn(before.text, traces).toSorted()).toEqual(traces.toSorted());
  expect(proofsIn(before.text)).toContain(last.address);
  const ids = [first, second, third].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);

  links.push(...(await linksOf(middle)), ...(await linksOf(last)));
  expect(links.length).toBeGreaterThan(20);
  expect(await press(await linkFor(last, await pageOf(last), 'erase'))).toContain('is erased');
  await outside.advance('PT1H');
  const after = await dumpOf(cloud(), outside);
  expect(foundIn(after.text, traces)).toEqual([]);
  expect(foundIn(after.text, ['Bob Staysworth'])).toHaveLength(1);

  const theirs = after.items.filter((item) => ids.some((id) => JSON.stringify(item).includes(id)));
  const [about, passing] = [true, false].map((isAbout) =>
    theirs.filter(({ pk }) => pk.startsWith('subscriber#') === isAbout),
  );
  expect(about?.map(({ sk }) => sk.replace(/#.*#/, ' ')).toSorted()).toEqual([
    'fact erased',
    ...ids.map(() => 'subscriber'),
  ]);
  // Counts of this week, and where the tick stands in its list, which begins anew.
  const lasting = passing?.filter((item) => !('expiresAt' in item) && item.sk !== 'state');
  expect(lasting).toEqual([]);

  // Nobody is behind a link of theirs any more.
  for (const link of links) {
    expect((await fetch(link)).status, new URL(link).pathname.split('/')[1]).toBe(404);
    await outside.settle();
  }
});
