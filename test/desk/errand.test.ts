import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subscribersIn } from '../../functions/adapters/subscribers.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { subscriberId } from '../../functions/core/token.ts';
import { carryOut, type Deed, foresee, type Outcome } from '../../local/desk/deeds.ts';
import { runErrand } from '../../local/desk/errand.ts';
import { deskItems } from '../../local/desk/items.ts';
import type { Invoked } from '../../local/desk/watch.ts';
import { changesInWords, doneInWords, isDone, keptInWords } from '../../local/desk/words/deeds.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at, course, enrollment, reader, received, request } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { freshId, itemOf } from '../support/stored-items.ts';
import { deskOver } from './fake-desk.ts';

/** What the desk has its door do: what it sees of it beforehand, and how it asks. */

const NOW = at('2026-11-23T12:00:00Z');
const LEFT = { is: 'left', at: NOW, by: 'page' } as const;

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
  await subscribersIn(dynalite.name, dynalite.config).idKey(() => new Uint8Array(32));
});
afterAll(() => dynalite.stop());

const desk = () => {
  const place = { table: dynalite.name, config: dynalite.config as never };
  const courses = [course(['closeness', 'ideas'])];
  return deskOver([], { ...place, courses, items: deskItems(place) }).desk;
};
async function stored(fields: Partial<Subscriber> = {}) {
  const enrollments = [enrollment({ received: received('closeness', 'retired') })];
  const one = reader({ id: freshId(), enrollments, ...fields });
  await rawItemsIn(dynalite).put(itemOf(one));
  return one;
}
const known = (address: string, fields: Partial<Subscriber> = {}) =>
  stored({
    id: subscriberId(new Uint8Array(32) as never, address as never),
    address: address as never,
    ...fields,
  });

describe('a dry run', () => {
  test.for<[reason: string, deed: Deed, says: RegExp]>([
    [
      'a letter that is named, with its subject',
      { is: 'again', letter: 'closeness' },
      /^ {2}is mailed {2}letter closer\/closeness, “Subject of closeness” {2}→ {2}anna@example\.net$/,
    ],
    [
      'the newest, of which this folder knows no more',
      { is: 'again' },
      /^ {2}is mailed {2}letter closer\/retired {2}→ {2}anna@example\.net$/,
    ],
    [
      'a mailbox of nobody',
      { is: 'address', to: 'new@example.org' as never },
      /^ {2}is mailed {2}a button, good for an hour {2}→ {2}new@example\.org$/,
    ],
    [
      'of somebody who reads',
      { is: 'address', to: 'reads@example.org' as never },
      /^ {2}is mailed {2}word that letters come there already; nothing changes {2}→ {2}reads@/,
    ],
  ])('says what would go where: %s', async ([, deed, says]) => {
    await known('reads@example.org');
    const { id } = await stored({ address: 'anna@example.net' as never });
    const before = await rawItemsIn(dynalite).under(id);
    const foreseen = await foresee(desk(), id, deed);
    if (foreseen.is !== 'foreseen') throw new Error(foreseen.is);
    expect(changesInWords(foreseen.changes)).toEqual([expect.stringMatching(says)]);
    expect(foreseen.needsReason).toBe(false);
    expect(await rawItemsIn(dynalite).under(id)).toEqual(before);
  });

  test('of a letter that was not named names it, so that a yes is to that one', async () => {
    const { id } = await stored();
    const foreseen = await foresee(desk(), id, { is: 'again' });
    expect(foreseen).toMatchObject({ deed: { is: 'again', letter: 'retired', course: 'closer' } });
  });

  const NEW = { is: 'address', to: 'new@example.org' as never } as const;
  test.for<[reason: string, deed: Deed, fields: Partial<Subscriber>, says: RegExp]>([
    ['a letter for who left', { is: 'again' }, { standing: LEFT }, /^They have left/],
    [
      'a letter that they never had',
      { is: 'again', letter: 'ideas' },
      {},
      /^They have had no such/,
    ],
    ['any, where they had none', { is: 'again' }, { enrollments: [] }, /^They have had no such/],
    ['a mailbox for who left', NEW, { standing: LEFT }, /^They have left/],
    ['the address that they have', NEW, { address: NEW.to }, /^That is the address/],
    [
      'the address of somebody who wants no such mail',
      { is: 'address', to: 'quiet@example.org' as never },
      {},
      /^No mail goes to that address/,
    ],
  ])('refuses %s', async ([, deed, fields, says]) => {
    await known('quiet@example.org', { standing: LEFT, quiet: true });
    const { id } = await stored(fields);
    const foreseen = await foresee(desk(), id, deed);
    if (foreseen.is === 'foreseen') throw new Error('it was not refused');
    expect(keptInWords(foreseen)).toMatch(says);
    // And asks nobody, also where it is said yes to at once: the door of this desk fails.
    expect(await carryOut(desk(), id, deed, undefined)).toEqual(foreseen);
  });

  test('of who has only asked is refused', async () => {
    const one = request({ id: freshId() });
    await rawItemsIn(dynalite).put(itemOf(one));
    const refused = { is: 'refused', because: 'not-confirmed' };
    expect(await foresee(desk(), one.id, { is: 'again' })).toEqual(refused);
    expect(await foresee(desk(), one.id, NEW)).toEqual(refused);
  });
});

describe('the door', () => {
  const DOOR = {
    type: 'AWS::Lambda::Function',
    logicalId: 'ErrandsDoorFunction123',
    physicalId: 'Kindling-Errands-1',
  };
  const OTHER = { ...DOOR, logicalId: 'WebDoorFunction9', physicalId: 'Kindling-Web-1' };
  const DONE = { failed: false, payload: '{"is":"done"}' };
  const FAILED = { failed: true, payload: '{"errorType":"Error"}' };

  function asking(resources: readonly (typeof DOOR)[], answers: readonly Invoked[]) {
    const asked: (readonly [string, Record<string, unknown>])[] = [];
    const { desk: before } = deskOver([]);
    const account = {
      ...before.account,
      resources: async () => resources,
      async invoke(name: string, payload: string) {
        asked.push([name, JSON.parse(payload) as Record<string, unknown>]);
        return answers[asked.length - 1] ?? FAILED;
      },
    };
    const erase = () =>
      runErrand({ account, table: 'Table' }, 'abcdefghijklmnop' as never, {
        is: 'erase',
        reason: 'by letter',
      });
    return { asked, erase };
  }

  test('is the one of the stack, and is told which table was looked at', async () => {
    const { asked, erase } = asking([OTHER, DOOR], [DONE]);
    expect(await erase()).toEqual({ is: 'done' });
    expect(asked).toEqual([
      [
        'Kindling-Errands-1',
        {
          name: expect.stringMatching(/^[\w-]{22}$/),
          table: 'Table',
          reader: 'abcdefghijklmnop',
          task: { is: 'erase', reason: 'by letter' },
        },
      ],
    ]);
  });

  test('is asked again by the same name when it fails, three times in all', async () => {
    const { asked, erase } = asking([DOOR], [FAILED, FAILED, DONE]);
    expect(await erase()).toEqual({ is: 'done' });
    expect(new Set(asked.map(([, errand]) => errand['name'])).size).toBe(1);
    const broken = asking([DOOR], []);
    await expect(broken.erase()).rejects.toThrow(/^The door failed, and it is not known how far/);
    expect(broken.asked).toHaveLength(3);
  });

  test('has another name for each errand', async () => {
    const { asked, erase } = asking([DOOR], [DONE, DONE]);
    await erase();
    await erase();
    expect(new Set(asked.map(([, errand]) => errand['name'])).size).toBe(2);
  });

  test.for<[string, readonly (typeof DOOR)[], readonly Invoked[], RegExp]>([
    ['there is no stack', [], [], /^No stack stands here/],
    ['the stack is older', [OTHER], [], /has no door for it yet: npm run deploy/],
    [
      'it answers in words of newer code',
      [DOOR],
      [{ failed: false, payload: '{"is":"sold"}' }],
      /answers in words that are not known here/,
    ],
  ])('%s', async ([, resources, answers, says]) => {
    const { erase } = asking(resources, answers);
    await expect(erase()).rejects.toMatchObject({
      name: 'RefusedError',
      message: expect.stringMatching(says),
    });
  });
});

test.for([
  ['done', /^Done\.$/],
  ['lies-there', /^A button of this week lies/],
  ['taken', /^Somebody gets letters at that address/],
  ['in-doubt', undefined],
  ['unchanged', undefined],
] as const)('%s is done, or is not', ([is, says]) => {
  const outcome = { is } as Outcome;
  expect(isDone(outcome)).toBe(says !== undefined);
  if (isDone(outcome)) expect(doneInWords(outcome)).toMatch(says ?? /^$/);
  else expect(keptInWords(outcome)).not.toBe('');
});
