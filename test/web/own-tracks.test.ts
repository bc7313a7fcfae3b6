import { describe, expect, test } from 'vitest';
import type { CourseSlug, TrackId } from '../../functions/core/course.ts';
import { course, enrollment } from '../support/builders.ts';
import { hiddenIn } from '../support/proof-of-work.ts';
import { aReader, asking, ownOf } from '../support/web-requests.ts';

const LINK = ownOf('page');
const [PARTNER, FRIEND] = ['partner' as TrackId, 'friend' as TrackId];
const named = (slug: string, tracks: readonly TrackId[]) => ({
  ...course(['x', 'y']),
  slug: slug as CourseSlug,
  title: `The ${slug}`,
  tracks: tracks.map((id) => ({ id, label: `A ${id}` })),
});
const TEA = named('tea', [PARTNER, FRIEND]);
const PLAIN = named('plain', []);

type Taken = readonly [slug: string, track?: TrackId, stopped?: true];

/** A reader of several courses, and the versions that they have. */
function reading(...taken: readonly Taken[]) {
  const asked = asking();
  const { library } = asked.world;
  Object.assign(asked.world, {
    library: { ...library, courses: [...library.courses, TEA, PLAIN] },
  });
  const enrollments = taken.map(([slug, track, stopped]) =>
    enrollment({
      course: slug as CourseSlug,
      ...(track && { track }),
      ...(stopped && { stopped }),
    }),
  );
  const reader = aReader({ enrollments });
  asked.world.subscribers.seed(reader);
  const tracks = async () => {
    const { enrollments: now = [] } = (await asked.world.subscribers.load(reader.id)) ?? {};
    return now.map(({ track }) => track);
  };
  return { ...asked, tracks };
}

/** The courses that the page offers versions of, and the one that is chosen of each. */
const offeredOn = (page: string) =>
  page
    .split('<form')
    .filter((form) => form.includes('name="action" value="track"'))
    .map((form) => [hiddenIn(form, 'course'), /value="(\w+)" checked/.exec(form)?.[1]]);

describe('the version of a course', () => {
  test.each<[why: string, taken: readonly Taken[], offers: readonly unknown[]]>([
    ['of the only one', [['closer', FRIEND]], [['closer', 'friend']]],
    [
      'of each that has some',
      [['closer', FRIEND], ['plain'], ['tea', PARTNER]],
      [
        ['closer', 'friend'],
        ['tea', 'partner'],
      ],
    ],
    [
      'of a second one, though the first has none',
      [['plain'], ['tea', PARTNER]],
      [['tea', 'partner']],
    ],
    [
      'of none that they have stopped',
      [
        ['closer', FRIEND, true],
        ['tea', PARTNER],
      ],
      [['tea', 'partner']],
    ],
    ['of none that has none', [['plain']], []],
  ])('is offered %s', async (_, taken, offers) => {
    const page = await (await reading(...taken).get(LINK)).text();
    expect(offeredOn(page)).toEqual(offers);
    const named = ['The tea', 'Closer'].filter((title) => page.includes(`>${title}</legend>`));
    expect(named, 'named where there are several').toHaveLength(offers.length > 1 ? 2 : 0);
  });

  test('is changed for the one that is named, and the button that takes it back does that', async () => {
    const { get, postForm, tracks } = reading(['closer', FRIEND], ['tea', PARTNER]);
    const answer = await postForm(LINK, { action: 'track', course: 'tea', track: 'friend' });
    expect(await tracks()).toEqual(['friend', 'friend']);
    const page = await (await get(answer.headers.get('location') ?? '')).text();
    const undo = /<div class="done".*?<\/form>/s.exec(page)?.[0] ?? '';
    const fields = Object.fromEntries(
      ['action', 'course', 'track'].map((name) => [name, hiddenIn(undo, name)]),
    );
    expect(fields).toEqual({ action: 'track', course: 'tea', track: 'partner' });
    await postForm(LINK, fields);
    expect(await tracks()).toEqual(['friend', 'partner']);
  });

  test.each([
    ['where none is named it is the first one’s', { track: 'partner' }, ['partner', 'partner']],
    ['one that they do not take', { course: 'plain', track: 'friend' }, ['friend', 'partner']],
    ['a version that it has not', { course: 'tea', track: 'alone' }, ['friend', 'partner']],
  ])('%s', async (_, fields, after) => {
    const { get, postForm, tracks } = reading(['closer', FRIEND], ['tea', PARTNER]);
    const answer = await postForm(LINK, { action: 'track', ...fields });
    expect(await tracks()).toEqual(after);
    const page = await (await get(answer.headers.get('location') ?? '')).text();
    expect(page.includes('Nothing was changed')).toBe(after[0] === 'friend');
  });
});
