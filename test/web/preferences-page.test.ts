import { describe, expect, test } from 'vitest';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { at } from '../support/builders.ts';
import { aReader, asking, linkOf } from '../support/web-requests.ts';

/** What the page of a reader says and offers; what its buttons do is in preferences.test.ts. */
const LINK = linkOf('preferences');
const LEFT = { is: 'left', at: at('2026-11-20T00:00:00Z'), by: 'page' } as const;
const PAUSED = { is: 'paused', since: at('2026-11-20T00:00:00Z') } as const;

describe('how things stand, in words', () => {
  const rows: readonly [reason: string, fields: Parameters<typeof aReader>[0], says: string][] = [
    ['reading', {}, 'every day at 8:00 (Central European Time). The next one: Monday, 23 November'],
    ['due right now', { dueAt: at('2026-11-22T09:59:00Z') }, 'on its way to you now'],
    [
      'paused until a day',
      { standing: { ...PAUSED, until: '2026-12-07' as never } },
      'until Monday, 7 December',
    ],
    ['paused openly', { standing: PAUSED }, 'until you tell us to go on'],
    [
      'a pause that begins later',
      { standing: { ...PAUSED, from: '2026-12-01' as never } },
      'coming up',
    ],
    [
      'a pause that is over',
      { standing: { ...PAUSED, until: '2026-11-22' as never } },
      'The next one',
    ],
    ['left', { standing: LEFT }, 'You have left'],
    ['pending', { standing: { is: 'pending', since: at('2026-11-22T09:00:00Z') } }, 'One press'],
    [
      'nothing left to send',
      { enrollments: [{ course: 'none' as never, welcomed: true, received: [] }] },
      'every letter',
    ],
    [
      'every course stopped, with letters to come',
      { enrollments: aReader().enrollments.map((one) => ({ ...one, stopped: true })) },
      'Your place in them is kept',
    ],
  ];
  test.each(rows)('%s', async (_, fields, says) => {
    const { get, world } = asking();
    world.subscribers.seed(aReader(fields));
    expect(await (await get(LINK)).text()).toContain(says);
  });
});

test('a browser that is elsewhere than the letters can offer its own zone', async () => {
  const { get, world } = asking();
  world.subscribers.seed(aReader());
  const page = await (await get(LINK)).text();
  expect(page).toMatch(/<button type="button"[^>]* data-zone hidden>.*<span data-here><\/span>/);
});

test('the list of hours has every half hour', async () => {
  const { get, postForm, world } = asking();
  world.subscribers.seed(aReader({ hour: 18.5 as Subscriber['hour'] }));
  const page = await (await get(LINK)).text();
  const hours = [...page.matchAll(/<option value="([\d.]+)"( selected)?>/g)];
  const halves = Array.from({ length: 48 }, (_, place) => place / 2);
  expect(hours.map(([, hour]) => Number(hour))).toEqual(halves);
  expect(hours.filter(([, , selected]) => selected).map(([, hour]) => hour)).toEqual(['18.5']);
  const fields = { action: 'schedule', hour: '18.5', zone: 'Europe/Berlin', days: 'weekdays' };
  expect((await postForm(LINK, fields)).status).toBe(303);
  expect(await world.subscribers.load(aReader().id)).toMatchObject({ hour: 18.5, days: '12345' });
});

describe('a link from a letter puts its action first', () => {
  test.each([
    ['pause', { is: 'active' }, 'pause'],
    ['leave', { is: 'active' }, 'leave'],
    ['leave', PAUSED, 'leave'],
    ['resume', PAUSED, 'resume'],
    ['resume', { is: 'active' }, 'schedule'],
    ['nonsense', { is: 'active' }, 'schedule'],
  ] as const)('?do=%s from %o', async (action, standing, first) => {
    const { get, world } = asking();
    world.subscribers.seed(aReader({ standing }));
    const page = await (await get(`${LINK}?do=${action}`)).text();
    expect(/name="action" value="(\w+)"/.exec(page)?.[1]).toBe(first);
  });
});
