import { describe, expect, test } from 'vitest';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { at, enrollment } from '../support/builders.ts';
import { aReader, asking, linkOf, ownOf, stampOf } from '../support/web-requests.ts';

/** As a letter leads to it, and as it is opened by a link that was mailed for it. */
const [LINK, WHOLE] = [linkOf('preferences'), ownOf('page')];
const { id } = aReader();
const LEFT = { is: 'left', at: at('2026-11-20T00:00:00Z'), by: 'page' } as const;
const PAUSED = { is: 'paused', since: at('2026-11-20T00:00:00Z') } as const;
type Standing = ReturnType<typeof aReader>['standing'];
type Fields = Readonly<Record<string, string | readonly string[]>>;

describe('what a form does', () => {
  const rhythm = { zone: 'Asia/Tokyo', hour: '20' };
  const rows: readonly [reason: string, from: Standing, fields: Fields, to: object][] = [
    [
      'another hour, zone and days',
      { is: 'active' },
      { action: 'schedule', ...rhythm, days: 'choose', day: ['sat', 'sun'] },
      { zone: 'Asia/Tokyo', hour: 20, days: '67', dueAt: '2026-11-22T11:00:00Z' },
    ],
    ['discreet mails', { is: 'active' }, { action: 'discreet' }, { discreet: true }],
    [
      'the other version of the letters',
      { is: 'active' },
      { action: 'track', track: 'friend' },
      { enrollments: [{ course: 'closer', track: 'friend' }] },
    ],
    [
      'weekdays',
      { is: 'active' },
      { action: 'schedule', ...rhythm, days: 'weekdays' },
      { days: '12345' },
    ],
    [
      'a week from the reader’s own today',
      { is: 'active' },
      { action: 'pause', for: 'week' },
      { standing: { is: 'paused', since: '2026-11-22T10:00:00Z', until: '2026-11-29' } },
    ],
    [
      'two weeks, and the letter after them',
      { is: 'active' },
      { action: 'pause', for: 'fortnight' },
      { standing: { until: '2026-12-06' }, dueAt: '2026-12-06T07:00:00Z' },
    ],
    [
      'until a day',
      { is: 'active' },
      { action: 'pause', for: 'date', until: '2027-01-01' },
      { standing: { until: '2027-01-01' }, dueAt: '2027-01-01T07:00:00Z' },
    ],
    [
      'until they say so',
      { is: 'active' },
      { action: 'pause', for: 'open', until: '2027-01-01' },
      { standing: { is: 'paused', since: '2026-11-22T10:00:00Z' } },
    ],
    [
      'another length of the pause',
      PAUSED,
      { action: 'pause', for: 'week' },
      { standing: { until: '2026-11-29' } },
    ],
    [
      'resuming',
      PAUSED,
      { action: 'resume' },
      { standing: { is: 'active' }, dueAt: '2026-11-23T07:00:00Z' },
    ],
    [
      'a week from a later day on',
      { is: 'active' },
      { action: 'pause', for: 'week', from: '2026-11-25' },
      { standing: { from: '2026-11-25', until: '2026-12-02' }, dueAt: '2026-11-23T07:00:00Z' },
    ],
    [
      'between two days',
      { is: 'active' },
      { action: 'pause', for: 'date', from: '2026-11-24', until: '2026-11-30' },
      { standing: { from: '2026-11-24', until: '2026-11-30' } },
    ],
    ['the newsletter', { is: 'active' }, { action: 'newsletter' }, { newsletter: true }],
  ];
  test.each(rows)('%s, which is said, and taken back by the button beside it', async (...row) => {
    const [, standing, fields, to] = row;
    const { get, postForm, world } = asking();
    const [first = enrollment()] = aReader().enrollments;
    const enrollments = [{ ...first, track: 'partner' as never }];
    world.subscribers.seed(aReader({ standing, enrollments }));
    const before = await world.subscribers.load(id);
    const answer = await postForm(WHOLE, fields);
    expect(answer.status).toBe(303);
    expect(await world.subscribers.load(id)).toMatchObject(to);
    const page = await (await get(answer.headers.get('location') ?? '')).text();
    expect(page).toContain('role="status"');
    world.passMilliseconds(5000);
    const undone = await postForm(WHOLE, undoIn(page));
    expect(undone.status).toBe(303);
    expect(timeless(await world.subscribers.load(id))).toEqual(timeless(before));
  });

  const away = { ...PAUSED, until: '2026-12-07' as never, absent: true } as const;
  test.each<[reason: string, fields: Fields]>([
    ['going on', { action: 'resume' }],
    ['a pause of another length', { action: 'pause', for: 'open' }],
  ])('%s, while their mail program had said that they are away', async (_, fields) => {
    const { get, postForm, world } = asking();
    world.subscribers.seed(aReader({ standing: away }));
    const answer = await postForm(LINK, fields);
    const page = await (await get(answer.headers.get('location') ?? '')).text();
    world.passMilliseconds(5000);
    await postForm(LINK, undoIn(page));
    const { standing } = (await world.subscribers.load(id)) ?? {};
    // As a pause of their own: it is they who pressed.
    expect(standing).toEqual({ is: 'paused', since: world.now(), until: '2026-12-07' });
  });

  test.for([
    ['leaving', { is: 'active' }],
    ['leaving in a pause', PAUSED],
  ] as const)('%s, which ends on the page of whoever has left', async ([_, standing]) => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader({ standing }));
    const answer = await postForm(LINK, { action: 'leave' });
    expect(answer.status).toBe(200);
    expect(await world.subscribers.load(id)).toMatchObject({
      standing: { is: 'left', by: 'page' },
    });
    expect(await answer.text()).toContain('Your letters have stopped');
  });

  test('a pause of letters that have ended already is not told as done', async () => {
    const { get, postForm, world } = asking();
    world.subscribers.seed(aReader({ standing: LEFT }));
    const answer = await postForm(LINK, { action: 'pause', for: 'week' });
    expect(answer.status).toBe(303);
    expect(await world.subscribers.load(id)).toMatchObject({ standing: LEFT });
    const page = await (await get(answer.headers.get('location') ?? '')).text();
    expect(page).toContain('Nothing was changed: your letters have stopped');
    expect(page).not.toContain('Take it back');
  });

  test('an open pause has no next letter', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader());
    await postForm(LINK, { action: 'pause', for: 'open' });
    expect((await world.subscribers.load(id))?.dueAt).toBeUndefined();
  });

  test.each([
    ['leave', { is: 'active' }, ['left']],
    ['newsletter', { is: 'active' }, ['newsletter']],
    ['no-newsletter', { is: 'active' }, []],
    ['resume', PAUSED, ['resumed']],
    ['resume', { is: 'active' }, []],
  ] as const)('%s from %o is recorded as %o', async (action, standing, kinds) => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader({ standing }));
    await postForm(WHOLE, { action });
    expect(world.subscribers.factsOf(id).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('what is refused changes nothing', () => {
  const schedule = { action: 'schedule', zone: 'Asia/Tokyo', hour: '20', days: 'daily' };
  const rows: readonly [reason: string, fields: Fields, says: string][] = [
    ['no action', {}, 'one of the buttons'],
    ['an action that is none', { action: 'erase' }, 'one of the buttons'],
    ['coming back, which takes a link of its own', { action: 'rejoin' }, 'one of the buttons'],
    ['a link for nothing', { action: 'mail', matter: 'all' }, 'one of the buttons'],
    [
      'from a day that has passed',
      { action: 'pause', for: 'week', from: '2026-11-21' },
      'from today',
    ],
    [
      'an end before the beginning',
      { action: 'pause', for: 'date', from: '2026-12-02', until: '2026-12-01' },
      'after the first day',
    ],
    ['a zone that is none', { ...schedule, zone: 'Mars/Base' }, 'time zone from the list'],
    ['no zone', { ...schedule, zone: '' }, 'time zone from the list'],
    ['an hour of 99', { ...schedule, hour: '99' }, 'hour from 0 to 23'],
    ['no day', { ...schedule, days: 'choose' }, 'at least one day'],
    ['a day that is none', { ...schedule, days: 'choose', day: 'someday' }, 'at least one day'],
    ['a length that is none', { action: 'pause', for: 'ever' }, 'how long'],
    ['no date', { action: 'pause', for: 'date' }, 'from tomorrow on'],
    ['31 February', { action: 'pause', for: 'date', until: '2027-02-31' }, 'from tomorrow on'],
    ['today', { action: 'pause', for: 'date', until: '2026-11-22' }, 'from tomorrow on'],
    ['more than a year', { action: 'pause', for: 'date', until: '2028-01-01' }, 'within a year'],
  ];
  test.each(rows)('%s', async (_, fields, says) => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader());
    const before = world.dump();
    const answer = await postForm(LINK, fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(says);
    expect(world.dump()).toBe(before);
  });

  test.each([
    ['who left', LEFT, { action: 'resume' }],
    ['who left', LEFT, { action: 'pause', for: 'week' }],
    ['who left', LEFT, schedule],
    [
      'who has not confirmed',
      { is: 'pending', since: at('2026-11-22T09:00:00Z') },
      { action: 'resume' },
    ],
    [
      'whose address complained',
      { is: 'suppressed', at: at('2026-11-20T00:00:00Z'), because: 'complaint' },
      { action: 'resume' },
    ],
  ] as const)('%s: from %o by %o', async (_, standing, fields) => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader({ standing }));
    const before = world.subscribers.dump();
    const press = { made: stampOf(), ...fields };
    expect((await postForm(LINK, press)).status).toBe(303);
    expect(world.subscribers.dump()).toBe(before);
    expect(world.queued).toEqual([]);
  });

  test('what was typed is shown again', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader());
    const page = await (await postForm(LINK, { ...schedule, hour: '99' })).text();
    expect(page).toContain('<option value="99" selected>');
    expect(page).toContain('<option value="Asia/Tokyo" selected>');
  });
});

/** The fields of the button that takes a change back. */
function undoIn(page: string): Record<string, readonly string[]> {
  const [, form = ''] =
    /role="status"[^>]*>[\s\S]*?<form method="post">([\s\S]*?)<\/form>/.exec(page) ?? [];
  const fields: Record<string, readonly string[]> = {};
  const input = /<input[^>]* name="(\w+)" value="([^"]*)"/g;
  for (const [, name = '', value = ''] of form.matchAll(input)) {
    fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}

/** All that a change is about: not when it was made, nor how many there were. */
function timeless(subscriber: Subscriber | undefined) {
  const { revision: _, dueAt: __, standing, ...rest } = subscriber ?? aReader();
  const { since: ___, ...days } = { since: undefined, ...standing };
  return { ...rest, standing: days };
}
