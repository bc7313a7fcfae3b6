import { describe, expect, test } from 'vitest';
import type { CourseSlug } from '../../functions/core/course.ts';
import type { Days } from '../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Audience } from '../../functions/core/replies/signed-wish.ts';
import type { Act } from '../../functions/core/replies/wish-code.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { aReader, asking, wishOf } from '../support/web-requests.ts';

const { id, address } = aReader({ name: 'Ann' });
const PAUSE: Act = { is: 'pause', until: '2026-12-20' as LocalDate };

function opened(subscriber: Subscriber = aReader({ name: 'Ann' })) {
  const asked = asking();
  asked.world.subscribers.seed(subscriber);
  const stored = () => asked.world.subscribers.load(id);
  const press = async (path: string) => {
    const answer = await asked.postForm(path, {});
    return { status: answer.status, answer, page: await answer.clone().text() };
  };
  return { ...asked, stored, press };
}

/** The first link on a page that leads to a signed wish. */
const wishIn = (page: string): string => /href="(\/wish\/[^"]+)"/.exec(page)?.[1] ?? '';

describe('a choice of a question', () => {
  test('says what it would do, and does it on a press', async () => {
    const { get, press, stored } = opened();
    const page = await (await get(wishOf('question', [PAUSE]))).text();
    expect(page).toContain('<h1>Pause until Sunday');
    expect(page).toContain('Nothing has happened yet');
    const { page: after } = await press(wishOf('question', [PAUSE]));
    expect((await stored())?.standing).toMatchObject({ is: 'paused', until: '2026-12-20' });
    expect(after).toMatch(/Your letters are paused until Sunday/);
    expect(after).toMatch(/Your next letter: Sunday/);
  });

  test('is the answer to it, and so is “neither”, which changes nothing', async () => {
    const { press, stored, world } = opened();
    const before = await stored();
    expect((await press(wishOf('question', []))).page).toContain('Nothing was changed.');
    expect(await stored()).toEqual(before);
    expect(world.told).toEqual([`settled ${id}`]);
  });

  test('of several wishes does them all', async () => {
    const { press, stored } = opened();
    const { page } = await press(
      wishOf('question', [{ is: 'schedule', days: '14' as Days }, PAUSE]),
    );
    expect(await stored()).toMatchObject({ days: '14', standing: { is: 'paused' } });
    expect(page).toContain('Your letters come every Monday and Thursday');
  });

  test('to begin a course again does it once: a later press is told so', async () => {
    const { press, stored } = opened();
    const path = wishOf('question', [{ is: 'again-course', of: 'closer' as CourseSlug, time: 1 }]);
    expect((await press(path)).page).toContain('begins again with its first letter');
    const begun = await stored();
    const { page } = await press(path);
    expect(page).toContain('this was done already, or something has come since');
    expect(await stored()).toEqual(begun);
  });

  test('that can’t be done any more says so', async () => {
    const left = aReader({
      standing: { is: 'left', at: '2026-11-22T09:00:00Z' as never, by: 'page' },
    });
    const { press, stored } = opened(left);
    const { page } = await press(wishOf('question', [PAUSE]));
    expect(page).toContain('<h1>Nothing was changed.</h1>');
    expect((await stored())?.standing.is).toBe('left');
  });
});

test.for<[why: string, Audience, daysAgo: number, status: number]>([
  ['a choice for a week', 'question', 7, 200],
  ['and not longer', 'question', 8, 410],
  ['what takes a change back for a month', 'undo', 30, 200],
  ['and not longer', 'undo', 31, 410],
  ['an author’s for two weeks', 'author', 14, 200],
  ['and not longer', 'author', 15, 410],
])('links work %s: %s after %i days is %i', async ([, audience, daysAgo, status]) => {
  const { get, press, world } = opened();
  const path = wishOf(audience, [PAUSE], aReader(), daysAgo);
  expect((await get(path)).status).toBe(status);
  const before = world.dump();
  const answer = await press(path);
  expect(answer.status).toBe(status);
  if (status === 200) return;
  expect(world.dump()).toBe(before);
  expect(answer.page.includes('/preferences/'), 'no reader’s link for an author').toBe(
    audience !== 'author',
  );
});

describe('what a press did can be taken back', () => {
  test.for<[why: string, Act]>([
    ['a pause', PAUSE],
    ['a rhythm', { is: 'schedule', minutes: 1230, days: '67' as Days }],
    ['a leave', { is: 'leave' }],
  ])('%s, and the taking back, too', async ([, act]) => {
    const { press, stored } = opened();
    const before = await stored();
    const { page } = await press(wishOf('undo', [act]));
    const after = await stored();
    expect(after).not.toEqual(before);
    const { page: undone } = await press(wishIn(page));
    expect(await stored()).toMatchObject({
      standing: before?.standing ?? {},
      hour: before?.hour,
      days: before?.days,
      dueAt: before?.dueAt,
    });
    await press(wishIn(undone));
    expect((await stored())?.standing.is).toBe(after?.standing.is);
  });

  test('leaving and coming back are kept as records', async () => {
    const { press, world } = opened();
    const { page } = await press(wishOf('undo', [{ is: 'leave' }]));
    await press(wishIn(page));
    const facts = world.subscribers.factsOf(id);
    expect(facts.map(({ kind }) => kind).sort()).toEqual(['left', 'rejoined']);
  });
});

describe('an author’s link', () => {
  test('leaves for the reader who asked for it, and gives the author no link of theirs', async () => {
    const { get, press, stored, world } = opened();
    const path = wishOf('author', [{ is: 'leave' }]);
    expect(await (await get(path)).text()).toContain('For the reader who wrote to you');
    const { page } = await press(path);
    expect((await stored())?.standing).toMatchObject({ is: 'left', by: 'reply' });
    expect(world.subscribers.factsOf(id)).toMatchObject([{ details: { by: 'author' } }]);
    expect(page).not.toMatch(/\/(preferences|unsubscribe)\//);
    const back = await (await get(wishIn(page))).text();
    expect(back, 'the way back is an author’s link, too').toContain('For the reader who wrote');
    await press(wishIn(page));
    expect((await stored())?.standing.is).toBe('active');
  });

  test('says that a mail held no wish', async () => {
    const { press, stored, world } = opened();
    const before = await stored();
    await press(wishOf('author', [{ is: 'no-wish', mail: 'm1' }]));
    expect(world.told).toEqual(['m1: no-wish']);
    expect(await stored()).toEqual(before);
  });
});

describe('what is theirs', () => {
  type Row = readonly [why: string, audience: Audience, acts: readonly Act[], mails: number];
  test.for<Row>([
    ['to take along, by an answer of before', 'own-data', [{ is: 'export' }], 1],
    ['to erase, by an answer of before', 'own-data', [{ is: 'erase' }], 1],
    ['to erase, by a choice of a question', 'question', [{ is: 'erase' }], 1],
    ['both', 'question', [{ is: 'export' }, { is: 'erase' }], 2],
  ])('is opened and ended by no link of days: one is mailed, %s', async (row) => {
    const [, audience, acts, mails] = row;
    const { get, press, world } = opened();
    const before = world.subscribers.dump();
    const shown = await (await get(wishOf(audience, acts))).text();
    expect(shown).toContain('a fresh link is mailed');
    const { page } = await press(wishOf(audience, acts));
    expect(page).toContain('It works for an hour');
    expect(page).not.toContain(address);
    expect(world.mails.map(({ to, tags }) => [to, tags['kind']])).toEqual(
      Array(mails).fill([address, 'own-link']),
    );
    expect(world.subscribers.dump()).toBe(before);
  });

  test('and what was chosen besides is done', async () => {
    const { press, stored, world } = opened();
    const { page } = await press(wishOf('question', [PAUSE, { is: 'export' }]));
    expect((await stored())?.standing.is).toBe('paused');
    expect(page).toMatch(/Your letters are paused until Sunday.*It works for an hour/);
    expect(world.mails).toHaveLength(1);
  });
});
