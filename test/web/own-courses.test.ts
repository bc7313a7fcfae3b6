import { describe, expect, test } from 'vitest';
import type { CourseSlug } from '../../functions/core/course.ts';
import { course } from '../support/builders.ts';
import { aReader, asking, linkOf } from '../support/web-requests.ts';

const LINK = linkOf('preferences');
const { id } = aReader();

describe('courses', () => {
  const OTHER = {
    ...course(['x', 'y']),
    slug: 'other' as CourseSlug,
    title: 'Another course',
    tracks: [],
  };
  const withTwo = () => {
    const asked = asking();
    const [first] = asked.world.library.courses;
    const courses = first === undefined ? [] : [{ ...first, next: OTHER.slug }, OTHER];
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
        { action: 'again-course', course: 'closer' },
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

  test('one that there is not is refused, and it is said so', async () => {
    const asked = withTwo();
    const before = await coursesOf(asked);
    const answer = await asked.postForm(LINK, { action: 'take', course: 'nowhere' });
    const page = await (await asked.get(answer.headers.get('location') ?? '')).text();
    expect(page).toContain('there is no such course');
    expect(await coursesOf(asked)).toEqual(before);
  });

  test('a letter that was theirs before they began again can still be opened', async () => {
    const { get, postForm } = withTwo();
    const letter = linkOf('lesson', aReader(), 'closeness');
    await postForm(LINK, { action: 'again-course', course: 'closer' });
    expect((await get(letter)).status).toBe(200);
  });
});
