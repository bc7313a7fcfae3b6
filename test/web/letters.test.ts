import { describe, expect, test } from 'vitest';
import type { CourseSlug, LessonId, TrackId } from '../../functions/core/course.ts';
import type { Enrollment } from '../../functions/core/reader/subscriber.ts';
import { at, course, enrollment, received } from '../support/builders.ts';
import { REMOVED } from '../support/fake-library.ts';
import { aReader, asking, FRIEND, linkOf, ownOf } from '../support/web-requests.ts';

const SINCE = at('2026-11-22T09:00:00Z');
const CHECK_IN = linkOf('check-in', FRIEND, 'closeness');
const LAST = linkOf('check-in', FRIEND, 'conversation');

describe('after a course was begun again', () => {
  const OTHER = { ...course(['closeness', 'x']), slug: 'other' as CourseSlug };
  const begun = (fields: Partial<Enrollment>) => ({
    track: 'friend' as TrackId,
    again: 1,
    ...fields,
  });
  const withTwo = (one: Partial<Enrollment>, other?: Partial<Enrollment>) => {
    const asked = asking();
    const courses = [...asked.world.library.courses, OTHER];
    Object.assign(asked.world, { library: { ...asked.world.library, courses } });
    const enrollments = [
      enrollment(begun(one)),
      ...(other ? [enrollment({ course: OTHER.slug, ...other })] : []),
    ];
    const reader = aReader({ enrollments });
    asked.world.subscribers.seed(reader);
    return { ...asked, reader };
  };
  const had = (...ids: string[]) => ({ earlier: received(...ids) });

  test.each<
    [why: string, name: string, Partial<Enrollment>, Partial<Enrollment> | undefined, string | 404]
  >([
    [
      'one of this time opens',
      'closer.closeness',
      { received: received('closeness') },
      undefined,
      'closer closeness',
    ],
    [
      'one of a time before does',
      'closer.closeness',
      had('closeness'),
      undefined,
      'closer closeness',
    ],
    [
      'as does a link of an older letter, which names no course',
      'closeness',
      had('closeness'),
      undefined,
      'closer closeness',
    ],
    ['one that they never had does not', 'closer.emotional', had('closeness'), undefined, 404],
    [
      'a retired one that they had does',
      'closer.withdrawn',
      had('withdrawn'),
      undefined,
      'closer withdrawn',
    ],
    [
      'a retired one that they never had does not',
      'closer.withdrawn',
      had('closeness'),
      undefined,
      404,
    ],
    ['one that is there no more can’t', `closer.${REMOVED}`, had(REMOVED), undefined, 404],
    [
      'of two courses with the same id it is the one that the link names',
      'other.closeness',
      had('closeness'),
      { received: received('closeness') },
      'other closeness',
    ],
    [
      'or else the one in which they had it',
      'closeness',
      had('emotional'),
      { received: received('closeness') },
      'other closeness',
    ],
    [
      'and not one in which they did not',
      'closer.closeness',
      had('emotional'),
      { received: received('closeness') },
      404,
    ],
  ])('%s', async (_, name, one, other, opens) => {
    const { get, reader } = withTwo(one, other);
    const [lesson, slug = 'closer'] = name.split('.').reverse();
    const own = await get(`${ownOf('letters', reader)}/${slug}/${lesson}`);
    const copy = await get(linkOf('lesson', reader, name));
    const answers = name.includes('.') ? [own, copy] : [copy];
    for (const answer of answers) {
      expect(answer.ok).toBe(opens !== 404);
      if (opens !== 404) expect(await answer.text()).toContain(opens);
    }
  });

  test('a letter of a time before opens from one of this time, for its reader alone', async () => {
    const { get, reader } = withTwo({ received: received('closeness'), ...had('withdrawn') });
    const from = linkOf('lesson', reader, 'closer.closeness');
    const asks = await get(`${from}/withdrawn`);
    expect(asks.headers.get('location')).toBe(`${from.replace('lessons', 'your-page')}/letters`);
    expect((await get(`${from}/${REMOVED}`)).status).toBe(404);
    const own = `${ownOf('letters', reader)}/closer`;
    expect((await get(`${own}/withdrawn`)).status).toBe(200);
    expect((await get(own)).headers.get('location')).toBe(ownOf('letters', reader));
  });

  test('its check-ins can be answered: those of before, and those of this time once more', async () => {
    const { postForm, world, reader } = withTwo(had('closeness', 'conversation'));
    const link = (id: string, by = reader) => linkOf('check-in', by, `closer.${id}`);
    for (const id of ['closeness', 'conversation'] as const) {
      await world.checkIns.store(reader.id, id as LessonId, 2, SINCE);
    }
    expect((await postForm(link('closeness'), {})).status).toBe(200);
    const now = {
      ...reader,
      enrollments: [enrollment(begun({ received: received('closeness', 'conversation') }))],
    };
    world.subscribers.seed(now);
    expect((await postForm(link('closeness'), {})).status, 'a later one of this time').toBe(409);
    expect((await world.checkIns.load(reader.id)).get('closeness' as LessonId)).toBe(4);
  });
});

describe('the first check-in', () => {
  const gentle = async (path: string) => {
    const { get, postForm, world } = asking();
    world.subscribers.seed(FRIEND);
    await postForm(path, {});
    return async (score?: number) => {
      if (score !== undefined) await postForm(path.replace(/\d$/, String(score)), {});
      const copy = await (await get(linkOf('lesson', FRIEND, 'closeness'))).text();
      expect(copy, 'a copy that is passed on').not.toContain('gentler');
      return (await (await get(`${ownOf('letters', FRIEND)}/closer/closeness`)).text()).includes(
        'gentler',
      );
    };
  };

  test('finds them far apart: practices have their gentler way, until they change the answer', async () => {
    const showsIt = await gentle(CHECK_IN.replace(/4$/, '2'));
    expect(await showsIt()).toBe(true);
    expect(await showsIt(3)).toBe(false);
    expect(await showsIt(1)).toBe(true);
  });

  test('and no later one has a say in it', async () => {
    expect(await (await gentle(LAST.replace(/4$/, '1')))()).toBe(false);
  });
});

describe('check-in', () => {
  test('one tap and one button keep an answer', async () => {
    const { get, postForm, world } = asking();
    world.subscribers.seed(FRIEND);
    const page = await (await get(CHECK_IN)).text();
    expect(page.match(/<button(?! class="trap")/g)).toHaveLength(1);
    expect(page).toContain('sharing some');
    expect((await postForm(CHECK_IN, {})).status).toBe(200);
    expect([...(await world.checkIns.load(FRIEND.id))]).toEqual([['closeness', 4]]);
  });

  test('may be changed until a later check-in has an answer', async () => {
    const { get, postForm, world } = asking();
    world.subscribers.seed(FRIEND);
    await postForm(CHECK_IN, {});
    await postForm(CHECK_IN.replace(/4$/, '6'), {});
    expect((await world.checkIns.load(FRIEND.id)).get('closeness' as never)).toBe(6);
    await postForm(LAST, {});
    const before = world.dump();
    const refused = await postForm(CHECK_IN, {});
    expect(refused.status).toBe(409);
    expect(await refused.text(), 'the link may have been passed on').not.toContain('sharing');
    expect(await (await get(CHECK_IN)).text()).not.toContain('<button');
    expect(world.dump()).toBe(before);
    expect((await postForm(LAST.replace(/4$/, '5'), {})).status).toBe(200);
  });

  test('belongs to its reader alone', async () => {
    const { postForm, world } = asking();
    const other = aReader({ id: 'b'.repeat(16) as never, secret: 'another' as never });
    world.subscribers.seed(FRIEND);
    world.subscribers.seed(other);
    await postForm(CHECK_IN, {});
    expect((await world.checkIns.load(other.id)).size).toBe(0);
  });
});

describe('the newsletter’s archive', () => {
  test('lists what has come out, newest first', async () => {
    const page = await (await asking().get('/newsletter')).text();
    const titles = [...page.matchAll(/href="\/newsletter\/(\w+)"/g)].map(([, slug]) => slug);
    expect(titles).toEqual(['friends', 'rituals']);
    expect(page).toContain('Rituals &amp; rites');
  });

  test('has a feed that programs read', async () => {
    const answer = await asking().get('/feed.xml');
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = await answer.text();
    expect(feed).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed /);
    expect(feed).toContain('<updated>2026-11-22T00:00:00Z</updated>');
    expect(feed).toContain('<id>https://letters.example.com/newsletter/friends</id>');
    expect(feed).not.toContain('parents');
  });
});
