import { describe, expect, test } from 'vitest';
import type { Standing } from '../../functions/core/reader/subscriber.ts';
import { at, enrollment, received } from '../support/builders.ts';
import { asking, FRIEND, linkOf, ownOf } from '../support/web-requests.ts';

/** A letter's copy on the web: what it opens, and what whoever holds it can cause. */

const SINCE = at('2026-11-22T09:00:00Z');

describe('the web copy', () => {
  test('is the letter in the reader’s version, and tells nobody whose it is', async () => {
    const { get, world } = asking();
    world.subscribers.seed(FRIEND);
    const copy = linkOf('lesson', FRIEND, 'closeness');
    const page = await (await get(copy)).text();
    expect(page).toContain('closer closeness friend');
    expect(page).not.toContain('Ann');
    expect(page).toContain(`https://letters.example.com${copy.replace('lessons', 'your-page')}/4`);
    expect(page).not.toMatch(/\/(preferences|unsubscribe|check-in|wish|confirm|own)\//);
  });

  test.for(['', '/4'])('and “your page%s” mails a link to who gets the letter', async (score) => {
    const { get, postForm, world } = asking();
    world.subscribers.seed(FRIEND);
    const path = linkOf('lesson', FRIEND, 'closeness').replace('lessons', 'your-page') + score;
    expect((await (await get(path)).text()).match(/<button>/g)).toHaveLength(1);
    expect(world.mails).toEqual([]);
    const answer = await postForm(path, {});
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain(FRIEND.address);
    expect(world.mails.map(({ to }) => to)).toEqual([FRIEND.address]);
  });

  test.each<[standing: Standing, mails: number]>([
    [{ is: 'active' }, 2],
    [{ is: 'left', at: SINCE, by: 'page' }, 1],
    [{ is: 'suppressed', at: SINCE, because: 'hard-bounce' }, 0],
  ])(
    'whoever holds it causes two mails a day, whatever they press: $is, %i',
    async (standing, mails) => {
      const { get, postForm, world } = asking();
      world.subscribers.seed({ ...FRIEND, standing });
      const page = linkOf('lesson', FRIEND, 'closeness').replace('lessons', 'your-page');
      expect(await (await get(page)).text()).toContain('twice a day');
      const presses = ['letters', '', '4', 'letters', '', 'page'];
      const answers: (readonly [number, boolean])[] = [];
      for (const wanted of presses) {
        const answer = await postForm(`${page}/${wanted}`.replace(/\/$/, ''), {});
        answers.push([answer.status, (await answer.text()).includes('none was mailed now')]);
      }
      const [done, over] = [
        [200, false],
        [429, true],
      ] as const;
      expect(answers, 'the same, whether their reader gets mail').toEqual([
        done,
        done,
        over,
        over,
        over,
        over,
      ]);
      expect(world.mails).toHaveLength(mails);
      world.setNow(at('2026-11-23T09:00:00Z'));
      expect((await postForm(page, {})).status, 'and the next day again').toBe(200);
    },
  );

  test('and their reader is mailed what they ask for themselves all the same', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(FRIEND);
    const page = linkOf('lesson', FRIEND, 'closeness').replace('lessons', 'your-page');
    for (let presses = 0; presses < 3; presses += 1) await postForm(page, {});
    await postForm(linkOf('preferences', FRIEND), { action: 'mail', matter: 'letters' });
    expect(world.mails).toHaveLength(3);
  });
});

describe('a letter that another one links to', () => {
  const from = (lesson: string) => linkOf('lesson', FRIEND, lesson);
  const asks = (lesson: string) => `${from(lesson).replace('lessons', 'your-page')}/letters`;
  test.each<[string, string, string, string | undefined]>([
    ['one that everybody may read', 'conversation', 'closeness', '/letters/closer/closeness'],
    ['one that they had', 'closeness', 'conversation', asks('closeness')],
    ['one that they never had', 'conversation', 'emotional', asks('conversation')],
    ['itself', 'conversation', 'conversation', from('conversation')],
    ['one that there is not', 'conversation', 'nothing', undefined],
    ['one of another course', 'conversation', '../other/closeness', undefined],
  ])('%s: the copy opens its own letter, and leads on to no other', async (_, where, to, leads) => {
    const { get, world } = asking();
    world.subscribers.seed(FRIEND);
    const answer = await get(`${from(where)}/${to}`, { redirect: 'manual' });
    expect(answer.status).toBe(leads === undefined ? 404 : 302);
    expect(answer.headers.get('location')).toBe(leads ?? null);
  });

  test('and there one button mails its reader the way to their letters', async () => {
    const { get, postForm, world } = asking();
    world.subscribers.seed(FRIEND);
    expect(await (await get(asks('conversation'))).text()).toContain('<h1>My letters</h1>');
    await postForm(asks('conversation'), {});
    expect(world.mails.map(({ to }) => to)).toEqual([FRIEND.address]);
  });

  test.each([
    ['one that they had opens', 'conversation', 200, null],
    ['one that everybody may read opens there', 'closeness', 302, '/letters/closer/closeness'],
    ['one that is still to come does not', 'emotional', 404, null],
  ])('among their own letters, %s', async (_, to, status, leads) => {
    const { get, world } = asking();
    const late = { ...FRIEND, enrollments: [enrollment({ received: received('conversation') })] };
    world.subscribers.seed(late);
    const answer = await get(`${ownOf('letters', late)}/closer/${to}`, { redirect: 'manual' });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('location')).toBe(leads);
  });
});
