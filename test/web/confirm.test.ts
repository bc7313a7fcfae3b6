import { describe, expect, test } from 'vitest';
import type { CourseSlug, TrackId } from '../../functions/core/course.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { at, enrollment, request } from '../support/builders.ts';
import { stampIn } from '../support/stamp.ts';
import { aReader, asking, linkOf } from '../support/web-requests.ts';

const { dueAt: _, ...UNDUE } = aReader();
/** Their one confirmation mail has gone out. */
const ASKED = request();

describe('confirming', () => {
  test('the link shows one button', async () => {
    const { get, world } = asking();
    world.subscribers.seed(ASKED);
    const page = await (await get(linkOf('confirm'))).text();
    expect(page.match(/<button(?! class="trap")/g)).toHaveLength(1);
    expect(page).toContain('<form method="post">');
    expect(page).toContain('every day at 8:00 (Central European Time)');
  });

  test.for([
    [true, '</em> and the newsletter.'],
    [false, '</em>.'],
  ] as const)(
    'the page names the newsletter where it was ticked: %s',
    async ([newsletter, words]) => {
      const { get, world } = asking();
      world.subscribers.seed(request({ newsletter }));
      expect(await (await get(linkOf('confirm'))).text()).toContain(words);
    },
  );

  test('the button confirms, records it, and queues the welcome', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(ASKED);
    const answer = await postForm(linkOf('confirm'), {});
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('You’re in');
    expect((await world.subscribers.load(ASKED.id))?.standing.is).toBe('active');
    expect(world.queued).toEqual([
      { dues: [{ id: ASKED.id, dueAt: world.now() }], delaySeconds: 0 },
    ]);
    expect(world.subscribers.factsOf(ASKED.id)).toEqual([
      {
        kind: 'asked',
        at: ASKED.asked.at,
        details: { ...ASKED.asked.details, by: 'reader', channel: 'form' },
      },
      {
        kind: 'confirmed',
        at: world.now(),
        details: { by: 'reader', channel: 'page', network: '192.0.2.0/24' },
      },
    ]);
    expect(await world.subscribers.requests.load(ASKED.id), 'it is done').toBeUndefined();
  });

  test('hour and days are asked on the page after it, whose form changes them', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(ASKED);
    const page = await (await postForm(linkOf('confirm'), {})).text();
    const [, to = '', form = ''] =
      /<form method="post" action="(\/preferences\/[^"]+)">(.*?)<\/form>/s.exec(page) ?? [];
    for (const name of ['hour', 'zone', 'days']) expect(form).toContain(`name="${name}"`);
    const made = stampIn(form) ?? '';
    world.passMilliseconds(5000);
    const rhythm = { hour: '20.5', zone: 'Europe/Berlin', days: 'weekdays' };
    const answer = await postForm(to, { made, action: 'schedule', ...rhythm });
    expect(answer.headers.get('location')).toContain('?told=');
    expect(await world.subscribers.load(ASKED.id)).toMatchObject({ hour: 20.5, days: '12345' });
  });

  test('who left is a reader again where they were, and nothing but the button did that', async () => {
    const { get, postForm, world } = asking();
    const left = aReader({ standing: { is: 'left', at: at('2026-11-20T09:00:00Z'), by: 'page' } });
    world.subscribers.seed(left);
    world.subscribers.seed(ASKED);
    await get(linkOf('confirm'));
    expect(await world.subscribers.load(left.id)).toEqual(left);
    await postForm(linkOf('confirm'), {});
    expect(await world.subscribers.load(left.id)).toMatchObject({
      standing: { is: 'active' },
      enrollments: [{ received: ['closeness'], welcomed: true }],
    });
  });

  test.for<[why: string, who: Partial<Subscriber>, says: readonly boolean[]]>([
    ['as they were', {}, [false, false]],
    ['with the newsletter that they had', { newsletter: true }, [true, false]],
    [
      'with a course that is new to them',
      { enrollments: [enrollment({ course: 'other' as CourseSlug })] },
      [false, true],
    ],
  ])('who left is told what becomes of it, %s', async ([, who, says]) => {
    const { get, world } = asking();
    const left = { is: 'left', at: at('2026-11-20T09:00:00Z'), by: 'page' } as const;
    world.subscribers.seed(aReader({ ...who, standing: left }));
    world.subscribers.seed({ ...ASKED, hour: 3 as never, newsletter: true });
    const page = await (await get(linkOf('confirm'))).text();
    expect(page).toContain('letters come every day at 8:00 (Central European Time)');
    const said = ['The newsletter comes again', 'is new to you'].map((one) => page.includes(one));
    expect(said).toEqual(says);
  });

  test('no welcome is told of while another course has letters left', async () => {
    const { get, world } = asking();
    const other = { ...world.library.courses[0], slug: 'other' } as never;
    Object.assign(world, {
      library: { ...world.library, courses: [...world.library.courses, other] },
    });
    const later = enrollment({ course: 'other' as CourseSlug, welcomed: false });
    world.subscribers.seed(aReader({ enrollments: [...aReader().enrollments, later] }));
    const page = await (await get(linkOf('confirm'))).text();
    expect(page).toContain('Your letters come every day');
    expect(page).not.toContain('welcome');
  });

  test('who asked before requests lay apart', async () => {
    const { postForm, world } = asking();
    const { asked: __, ...before } = ASKED;
    world.subscribers.seed(before);
    expect((await postForm(linkOf('confirm'), {})).status).toBe(200);
    expect((await world.subscribers.load(ASKED.id))?.standing.is).toBe('active');
  });

  test('a press that meets another one is made once', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(ASKED);
    world.subscribers.afterNextLoad(() => postForm(linkOf('confirm'), {}));
    expect((await postForm(linkOf('confirm'), {})).status).toBe(200);
    expect(world.subscribers.factsOf(ASKED.id)).toHaveLength(2);
    expect(world.queued).toHaveLength(1);
  });

  test('a second press is the same page, and nothing more', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(ASKED);
    const press = async () =>
      (await (await postForm(linkOf('confirm'), {})).text()).replace(
        /name="made" value="[^"]+"/,
        '',
      );
    const first = await press();
    const before = world.dump();
    expect(await press()).toBe(first);
    expect(world.dump()).toBe(before);
    expect(world.queued).toHaveLength(1);
  });

  test('the page tells the moment of the first letter', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(ASKED);
    const page = await (await postForm(linkOf('confirm'), {})).text();
    expect(page).toContain('Monday, 23 November 2026, at 8:00');
  });

  test('but not to who has paused before it', async () => {
    const { get, world } = asking();
    const standing = { is: 'paused', since: at('2026-11-22T09:00:00Z') } as const;
    world.subscribers.seed({ ...UNDUE, enrollments: ASKED.enrollments, standing });
    const page = await (await get(linkOf('confirm'))).text();
    expect(page).toContain('Your letters come every day');
    expect(page).not.toContain('2026, at');
  });
});

test('whoever asks again after their week asks for the course and the version that they had chosen', async () => {
  const { get, world } = asking();
  const enrollments = [enrollment({ course: 'closer' as CourseSlug, track: 'friend' as TrackId })];
  const late = { at: at('2026-11-14T09:00:00Z'), details: {} };
  world.subscribers.seed(request({ asked: late, enrollments }));
  const page = await (await get(linkOf('confirm'))).text();
  expect(page).toContain('name="course" value="closer"');
  expect(page).toContain('name="track" value="friend"');
});

describe('who can no longer be confirmed', () => {
  const since = at('2026-11-22T09:00:00Z');
  const asked = (text: string) => request({ asked: { at: at(text), details: {} } });
  const rows: readonly [string, Subscriber | readonly Subscriber[], number, string][] = [
    [
      'a sign-up of eight days ago has expired',
      asked('2026-11-14T09:00:00Z'),
      410,
      'gone to sleep',
    ],
    ['one of exactly seven days as well', asked('2026-11-15T10:00:00Z'), 410, 'gone to sleep'],
    [
      'who did not want it may ask again, by the form',
      request({ standing: { is: 'left', at: since, by: 'page' } }),
      200,
      'href="/"',
    ],
    [
      'who left is offered to come back, by the form',
      aReader({ standing: { is: 'left', at: since, by: 'page' } }),
      200,
      'href="/"',
    ],
    [
      'one that was made beside somebody who had just complained lifts nothing',
      [aReader({ standing: { is: 'suppressed', at: since, because: 'complaint' } }), request()],
      200,
      'can’t write to this address',
    ],
    [
      'an address that complained stays alone',
      aReader({ standing: { is: 'suppressed', at: since, because: 'complaint' } }),
      200,
      'can’t write to this address',
    ],
  ];
  test.each(rows)('%s', async (_reason, stored, status, says) => {
    const { get, postForm, world } = asking();
    for (const one of [stored].flat()) world.subscribers.seed(one);
    const before = world.dump();
    for (const answer of [await get(linkOf('confirm')), await postForm(linkOf('confirm'), {})]) {
      expect(answer.status).toBe(status);
      expect(await answer.text()).toContain(says);
    }
    expect(world.dump()).toBe(before);
    expect(world.queued).toEqual([]);
  });
});
