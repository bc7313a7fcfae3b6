import { describe, expect, test } from 'vitest';
import type { CourseOutline, CourseSlug } from '../../functions/core/course.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { at, course, enrollment, received } from '../support/builders.ts';
import { COURSE } from '../support/fake-library.ts';
import { aReader, asking, linkOf, ownOf } from '../support/web-requests.ts';

/** What a reader's page has for whoever has had every letter. */

/** As a letter leads to it, and as it is opened by a link that was mailed for it. */
const [LETTER, LINK] = [linkOf('preferences'), ownOf('page')];
const ALL = received('closeness', 'emotional', 'conversation');
const named = (slug: string): CourseOutline => ({
  ...course(['x', 'y']),
  slug: slug as CourseSlug,
  title: `The ${slug}`,
  subtitle: `About ${slug}`,
});
const TEA = named('tea');
const WALKS = named('walks');

function finished(
  courses: readonly CourseOutline[],
  { dueAt: _, ...fields }: Partial<Subscriber> = {},
) {
  const asked = asking();
  Object.assign(asked.world, { library: { ...asked.world.library, courses } });
  const { dueAt: __, ...reader } = aReader({
    enrollments: [enrollment({ received: ALL })],
    ...fields,
  });
  asked.world.subscribers.seed(reader);
  return asked;
}

/** The forms of the card, as what each would post, and whether its button is the loud one. */
async function ways(asked: ReturnType<typeof asking>, path = LINK) {
  const page = await (await asked.get(path)).text();
  const card = /aria-labelledby="finished-title".*?<\/section>/s.exec(page)?.[0] ?? '';
  const forms = [...card.matchAll(/<form.*?<\/form>/gs)].map(([form]) => {
    const fields = [...form.matchAll(/name="(action|course|matter|do)" value="([\w-]+)"/g)];
    const loud = /<button>/.test(form) ? ' loud' : '';
    return `${fields.map(([, , value]) => value).join(' ')}${loud}`;
  });
  return { page, card, forms };
}

const NEXT = { ...COURSE, next: TEA.slug };
const OWN = ['mail letters', 'again-course closer'];

describe('whoever has had every letter finds on their page', () => {
  test.each<
    [
      why: string,
      courses: readonly CourseOutline[],
      fields: Partial<Subscriber>,
      forms: readonly string[],
    ]
  >([
    [
      'the next course first, and as the one loud button',
      [NEXT, WALKS, TEA],
      {},
      ['take tea loud', 'take walks', 'newsletter', ...OWN],
    ],
    [
      'other courses, none of which is pressed upon them',
      [COURSE, WALKS],
      {},
      ['take walks', 'newsletter', ...OWN],
    ],
    ['the newsletter only if it is not theirs', [COURSE], { newsletter: true }, OWN],
    [
      'no course that its author ended',
      [NEXT, { ...TEA, lessons: [], retired: true }],
      {},
      ['newsletter', ...OWN],
    ],
    [
      'none that they have had',
      [NEXT, TEA],
      {
        enrollments: [
          enrollment({ received: ALL }),
          enrollment({ course: TEA.slug, received: received('x', 'y') }),
        ],
      },
      ['newsletter', ...OWN, 'again-course tea'],
    ],
  ])('%s', async (_, courses, fields, forms) => {
    const { card, forms: found, page } = await ways(finished(courses, fields));
    expect(found.toSorted()).toEqual(forms.toSorted());
    expect(found[0]).toBe(forms[0]);
    expect(card, 'and a page to pass on').toContain('<a href="/?course=closer"');
    expect(page, 'in one place').not.toContain('aria-labelledby="take-title"');
    expect(page, 'nothing is left to pause').not.toContain('value="pause"');
  });

  test.each<[why: string, fields: Partial<Subscriber>]>([
    ['whose letters still come', { enrollments: [enrollment({ received: ALL.slice(0, 2) })] }],
    ['who is in a pause', { standing: { is: 'paused', since: at('2026-11-01T00:00:00Z') } }],
    ['who has left', { standing: { is: 'left', at: at('2026-11-01T00:00:00Z'), by: 'page' } }],
    [
      'who stopped another course on the way',
      {
        enrollments: [
          enrollment({ received: ALL }),
          enrollment({ course: TEA.slug, stopped: true }),
        ],
      },
    ],
  ])('and nobody else does: %s', async (_, fields) => {
    expect((await ways(finished([NEXT, TEA], fields))).card).toBe('');
  });

  test('by a letter’s link each of it is a mail, since letters are passed on', async () => {
    const { forms, card } = await ways(finished([NEXT, WALKS, TEA]), LETTER);
    expect(forms).toEqual([
      'mail page take loud',
      'mail page take',
      'mail page newsletter',
      'mail letters',
      'mail page take',
    ]);
    expect(card).toContain('nothing begins from here by itself');
  });

  test('one press takes the next course, is taken back by one, and begins nothing by itself', async () => {
    const asked = finished([NEXT, TEA]);
    const { id } = aReader();
    const stored = async () => (await asked.world.subscribers.load(id)) ?? aReader();
    for (const path of [LINK, `${LINK}?do=take`])
      expect((await ways(asked, path)).forms[0]).toBe('take tea loud');
    expect((await stored()).enrollments).toHaveLength(1);
    const answer = await asked.postForm(LINK, { action: 'take', course: 'tea' });
    const taken = await stored();
    expect(taken.enrollments.map(({ course: slug }) => slug)).toEqual(['closer', 'tea']);
    expect(taken.dueAt).toBeDefined();
    const page = await (await asked.get(answer.headers.get('location') ?? '')).text();
    expect(page).toContain('name="action" value="stop-course"');
    expect(page).not.toContain('finished-title');
    await asked.postForm(LINK, { action: 'stop-course', course: 'tea' });
    expect((await stored()).dueAt).toBeUndefined();
  });
});
