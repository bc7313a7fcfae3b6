import { describe, expect, test } from 'vitest';
import type { CourseSlug, Track, TrackId } from '../../functions/core/course.ts';
import { claim, course, enrollment, received } from '../support/builders.ts';
import { aReader, asking, linkOf, ownOf } from '../support/web-requests.ts';

/** Opened by a link that was mailed for it; what a letter's link does is in letter-link.test.ts. */
const LINK = ownOf('page');
const { id } = aReader();

describe('courses', () => {
  const OTHER = {
    ...course(['x', 'y']),
    slug: 'other' as CourseSlug,
    title: 'Another course',
    tracks: [],
  };
  const withTwo = (other: { readonly tracks?: readonly Track[] } = {}) => {
    const asked = asking();
    const [first] = asked.world.library.courses;
    const courses =
      first === undefined
        ? []
        : [
            { ...first, next: OTHER.slug },
            { ...OTHER, ...other },
          ];
    Object.assign(asked.world, { library: { ...asked.world.library, courses } });
    asked.world.subscribers.seed(aReader());
    return asked;
  };
  const coursesOf = async ({ world }: ReturnType<typeof asking>) =>
    (await world.subscribers.load(id))?.enrollments.map(
      ({ course: slug, stopped, again, received }) => [
        slug,
        stopped ?? false,
        again ?? 0,
        received.length,
      ],
    );

  test('each of theirs and each other one has its buttons, and a press does what its button says', async () => {
    const asked = withTwo();
    const { get, postForm, world } = asked;
    expect(await (await get(LINK)).text()).toContain('Take “Another course” as well');
    const had = aReader().enrollments[0]?.received.length ?? 0;
    const rows = [
      [
        { action: 'take', course: 'other' },
        [
          ['closer', false, 0, had],
          ['other', false, 0, 0],
        ],
      ],
      [
        { action: 'stop-course', course: 'closer' },
        [
          ['closer', true, 0, had],
          ['other', false, 0, 0],
        ],
      ],
      [
        { action: 'take', course: 'closer' },
        [
          ['closer', false, 0, had],
          ['other', false, 0, 0],
        ],
      ],
      [
        { action: 'again-course', course: 'closer', time: '1' },
        [
          ['closer', false, 1, 0],
          ['other', false, 0, 0],
        ],
      ],
    ] as const;
    for (const [fields, courses] of rows) {
      expect((await postForm(LINK, fields)).status).toBe(303);
      expect(await coursesOf(asked)).toEqual(courses);
    }
    await postForm(LINK, { action: 'turns' });
    expect((await world.subscribers.load(id))?.byTurns).toBe(true);
    expect(await (await get(LINK)).text()).toContain('One after another');
    await postForm(LINK, { action: 'in-a-row' });
    expect((await world.subscribers.load(id))?.byTurns).toBeUndefined();
  });

  test('the only one can be stopped by whoever has the newsletter to keep', async () => {
    const stops = async (newsletter: boolean) => {
      const { get, world } = asking();
      world.subscribers.seed(aReader({ newsletter }));
      return (await (await get(LINK)).text()).includes('No more of “Closer”');
    };
    expect([await stops(false), await stops(true)]).toEqual([false, true]);
  });

  test('another one comes in the version that they read, where it has that', async () => {
    const tracks = [
      { id: 'alone' as TrackId, label: 'Alone' },
      { id: 'friend' as TrackId, label: 'A friend' },
    ];
    const asked = withTwo({ tracks });
    const friend = aReader().enrollments.map((one) => ({ ...one, track: 'friend' as TrackId }));
    asked.world.subscribers.seed(aReader({ enrollments: friend }));
    await asked.postForm(LINK, { action: 'take', course: 'other' });
    const { enrollments = [] } = (await asked.world.subscribers.load(id)) ?? {};
    expect(enrollments.map(({ track }) => track)).toEqual(['friend', 'friend']);
  });

  test('one whose next letter is none has nothing to stop, whatever was put in behind them', async () => {
    const asked = withTwo();
    const [closer] = asked.world.library.courses;
    const all = (closer?.lessons ?? []).map(({ id }) => id);
    const stops = async (had: typeof all) => {
      const courses = [enrollment({ received: had }), enrollment({ course: OTHER.slug })];
      asked.world.subscribers.seed(aReader({ enrollments: courses }));
      return (await (await asked.get(LINK)).text()).includes('No more of “Closer”');
    };
    expect(await stops(all.slice(0, 2))).toBe(true);
    // The second letter came into the course when they were past it, for nobody who is.
    expect(await stops(all.filter((_, place) => place !== 1))).toBe(false);
  });

  test('one that its author ended is no place to be: not even its title is left', async () => {
    const asked = withTwo();
    const gone = { ...OTHER, slug: 'gone' as CourseSlug, lessons: [], retired: true as const };
    const { library } = asked.world;
    Object.assign(asked.world, { library: { ...library, courses: [...library.courses, gone] } });
    const ended = enrollment({ course: gone.slug, received: received('a', 'b') });
    asked.world.subscribers.seed(aReader({ enrollments: [...aReader().enrollments, ended] }));
    const page = await (await asked.get(LINK)).text();
    expect(page).toContain('1 of 3 letters');
    expect(page).not.toContain('gone');
    expect(page).not.toContain('0 of 0');
    expect(page.match(/<progress /g)).toHaveLength(1);
  });

  test('with check-ins have a line each, under its name where there are several', async () => {
    const asked = withTwo();
    const asks = { ...OTHER, lessons: OTHER.lessons.map((one) => ({ ...one, checkIn: true })) };
    const { library } = asked.world;
    const [closer] = library.courses;
    const courses = closer === undefined ? [] : [closer, asks];
    Object.assign(asked.world, { library: { ...library, courses } });
    const headings = async () =>
      [...(await (await asked.get(ownOf('line'))).text()).matchAll(/<h2[^>]*>([^<]+)/g)].map(
        ([, title]) => title,
      );
    expect(await headings()).toEqual([]);
    const both = [...aReader().enrollments, enrollment({ course: asks.slug })];
    asked.world.subscribers.seed(aReader({ enrollments: both }));
    expect(await headings()).toEqual(['Closer', 'Another course']);
  });

  test('one that there is not is refused, and it is said so', async () => {
    const asked = withTwo();
    const before = await coursesOf(asked);
    const answer = await asked.postForm(LINK, { action: 'take', course: 'nowhere' });
    const page = await (await asked.get(answer.headers.get('location') ?? '')).text();
    expect(page).toContain('there is no such course');
    expect(await coursesOf(asked)).toEqual(before);
  });

  test('the page says which change it was, each time', async () => {
    const { get, postForm } = withTwo();
    const rows = [
      ['take', 'other', '“Another course” is one of your courses now.'],
      ['turns', '', 'From now on, your courses take turns, a letter a day.'],
      ['in-a-row', '', 'From now on, your courses come one after another, a letter a day.'],
      ['stop-course', 'closer', 'No more letters of “Closer” come.'],
      ['take', 'closer', '“Closer” goes on where you were.'],
      ['again-course', 'closer', '“Closer” begins again with its first letter.'],
    ] as const;
    for (const [action, slug, says] of rows) {
      const answer = await postForm(LINK, { action, course: slug, time: '1' });
      const told = await (await get(answer.headers.get('location') ?? '')).text();
      expect(told).toContain(`autofocus><p>${says}</p>`);
      expect(told, 'and leads back').toMatch(/class="done".*?<form method="post">.*?Take it back/s);
    }
  });

  test('begun again goes on where it was, by the button of the page that says so', async () => {
    const asked = withTwo();
    const before = await asked.world.subscribers.load(id);
    const press = async (fields: Readonly<Record<string, string>>) => {
      const answer = await asked.postForm(LINK, fields);
      return (await asked.get(answer.headers.get('location') ?? '')).text();
    };
    const told = await press({ action: 'again-course', course: 'closer', time: '1' });
    const fields = undoIn(told);
    expect(fields).toEqual([
      ['action', 'back-course'],
      ['course', 'closer'],
      ['had', '1'],
      ['time', '1'],
    ]);
    await press(Object.fromEntries(fields));
    const after = await asked.world.subscribers.load(id);
    expect(await coursesOf(asked)).toEqual([['closer', false, 2, 1]]);
    expect(after?.dueAt).toBe(before?.dueAt);
  });

  test('one that was stopped, begun again, is stopped again where it was by that button', async () => {
    const asked = withTwo();
    const stopped = aReader().enrollments.map((one) => ({ ...one, stopped: true as const }));
    asked.world.subscribers.seed(aReader({ enrollments: stopped }));
    const begin = { action: 'again-course', course: 'closer', time: '1' };
    const answer = await asked.postForm(LINK, begin);
    expect(await coursesOf(asked)).toEqual([['closer', false, 1, 0]]);
    const told = await (await asked.get(answer.headers.get('location') ?? '')).text();
    const fields = undoIn(told);
    expect(fields).toContainEqual(['stopped', 'yes']);
    await asked.postForm(LINK, Object.fromEntries(fields));
    expect(await coursesOf(asked)).toEqual([['closer', true, 2, 1]]);
  });

  test('is begun again once by a page that is open for long, or pressed twice', async () => {
    const asked = withTwo();
    const page = await (await asked.get(LINK)).text();
    const [, form = ''] =
      /<form method="post">((?:(?!<form).)*?again-course.*?)<button/s.exec(page) ?? [];
    const fields = Object.fromEntries(hiddenFields(form));
    expect(fields).toEqual({ action: 'again-course', course: 'closer', time: '1' });
    for (const given of [fields, fields, { ...fields, time: '' }, { ...fields, time: '3' }]) {
      await asked.postForm(LINK, given);
      expect(await coursesOf(asked)).toEqual([['closer', false, 1, 0]]);
    }
  });

  test('begun again, taken back, and begun again after all', async () => {
    const asked = withTwo();
    const press = async (fields: readonly (readonly [string, string])[]) => {
      const answer = await asked.postForm(LINK, Object.fromEntries(fields));
      return undoIn(await (await asked.get(answer.headers.get('location') ?? '')).text());
    };
    const back = await press([
      ['action', 'again-course'],
      ['course', 'closer'],
      ['time', '1'],
    ]);
    await press(await press(back));
    expect(await coursesOf(asked)).toEqual([['closer', false, 3, 0]]);
  });

  test('begun again while a letter is on its way has no such button: it would come twice', async () => {
    const asked = withTwo();
    asked.world.subscribers.seed(aReader({ claim: claim(asked.world.now()) }));
    const answer = await asked.postForm(LINK, {
      action: 'again-course',
      course: 'closer',
      time: '1',
    });
    const told = await (await asked.get(answer.headers.get('location') ?? '')).text();
    expect(told).toContain('class="done"');
    expect(told).not.toContain('back-course');
  });

  test('a letter that was theirs before they began again can still be opened', async () => {
    const { get, postForm } = withTwo();
    const letter = linkOf('lesson', aReader(), 'closeness');
    await postForm(LINK, { action: 'again-course', course: 'closer', time: '1' });
    expect((await get(letter)).status).toBe(200);
  });
});

/** What a form would post besides its stamp. */
const hiddenFields = (form: string) =>
  [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );

/** The same of the button that takes a change back. */
const undoIn = (page: string) =>
  hiddenFields(/class="done".*?<form method="post">(.*?)<button/s.exec(page)?.[1] ?? '');
