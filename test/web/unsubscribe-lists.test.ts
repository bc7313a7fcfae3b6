import { describe, expect, test } from 'vitest';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { at, enrollment, received } from '../support/builders.ts';
import { COURSE } from '../support/fake-library.ts';
import { itemOf, ofNewerMajor } from '../support/stored-items.ts';
import { aReader, asking, linkOf, wayBack } from '../support/web-requests.ts';

const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };
const OF = { letters: '', newsletter: 'newsletter' } as const;
type List = keyof typeof OF;

const issues = { from: '2026-11-01' as LocalDate };
const all = received(...COURSE.lessons.map(({ id }) => id));
const [taken] = aReader().enrollments;
const WHO = {
  letters: aReader(),
  both: aReader({ newsletter: true, issues }),
  'the newsletter, having stopped the letters': aReader({
    newsletter: true,
    enrollments: taken ? [{ ...taken, stopped: true }] : [],
  }),
  'the newsletter, having had every letter': aReader({
    newsletter: true,
    enrollments: [enrollment({ received: all })],
  }),
  'the newsletter, and never took a course': aReader({ newsletter: true, enrollments: [] }),
} as const satisfies Readonly<Record<string, Subscriber>>;

const link = (list: List) => linkOf('unsubscribe', aReader(), OF[list]);

const getting = ({ standing, newsletter, enrollments }: Subscriber): string =>
  [
    standing.is,
    ...(enrollments.some(({ stopped }) => !stopped) ? ['letters'] : []),
    ...(newsletter ? ['newsletter'] : []),
  ].join(' ');

describe('one press of a list’s link, by a mail program', () => {
  const rows: readonly [
    why: string,
    who: keyof typeof WHO,
    list: List,
    is: string,
    fact: Readonly<Record<string, string>> | undefined,
  ][] = [
    [
      'an issue’s ends the newsletter, and the letters go on',
      'both',
      'newsletter',
      'active letters',
      { kind: 'newsletter', wanted: 'no' },
    ],
    [
      'a letter’s ends the letters, and the newsletter goes on',
      'both',
      'letters',
      'active newsletter',
      { kind: 'left', what: 'letters' },
    ],
    ['who gets letters alone leaves', 'letters', 'letters', 'left letters', { kind: 'left' }],
    [
      'who gets the newsletter alone leaves',
      'the newsletter, having stopped the letters',
      'newsletter',
      'left newsletter',
      { kind: 'left' },
    ],
    [
      'as does who has no letter to come',
      'the newsletter, having had every letter',
      'newsletter',
      'left letters newsletter',
      { kind: 'left' },
    ],
    [
      'a letter’s, once more after the letters ended, is not about the newsletter',
      'the newsletter, having stopped the letters',
      'letters',
      'active newsletter',
      undefined,
    ],
    [
      'an issue’s, once more after the newsletter ended, is not about the letters',
      'letters',
      'newsletter',
      'active letters',
      undefined,
    ],
    [
      'a mail of no list, to who never took a course: only the newsletter can be meant',
      'the newsletter, and never took a course',
      'letters',
      'left newsletter',
      { kind: 'left' },
    ],
  ];
  test.for(rows)('%s', async ([, who, list, is, fact]) => {
    const { postForm, world } = asking();
    world.subscribers.seed(WHO[who]);
    const answer = await postForm(link(list), ONE_CLICK);
    const { id } = WHO[who];
    const after = await world.subscribers.load(id);
    expect([answer.status, after && getting(after)]).toEqual([200, is]);
    const facts = world.subscribers.factsOf(id).map(({ kind, details }) => ({ kind, ...details }));
    expect(facts).toMatchObject(fact ? [{ ...fact, by: 'reader', channel: 'one-click' }] : []);
    expect(await answer.text()).not.toContain('/wish/');
  });

  test.for(['letters', 'newsletter'] as const)(
    'the tenth press of the %s link is as the first',
    async (list) => {
      const { postForm, world } = asking();
      world.subscribers.seed(WHO.both);
      await postForm(link(list), ONE_CLICK);
      const first = world.dump();
      const page = await (await postForm(link(list), ONE_CLICK)).text();
      expect(world.dump()).toBe(first);
      expect(await (await postForm(link(list), ONE_CLICK)).text()).toBe(page);
    },
  );

  test.for(['letters', 'newsletter'] as const)(
    'an item of newer code: both end by the %s link, since leaving never fails',
    async (list) => {
      const { get, postForm, world } = asking();
      await world.subscribers.put(ofNewerMajor(itemOf(WHO.both)));
      expect(await (await get(link(list))).text()).toContain('nothing more is sent to you');
      const page = await (await postForm(link(list), ONE_CLICK)).text();
      expect(page).toContain('You get nothing more from us');
      const { id } = WHO.both;
      expect(await world.subscribers.raw(id)).toMatchObject({ standing: { is: 'left' } });
    },
  );
});

/** What a page says of both lists, and what can be pressed on it. */
const seen = (page: string): readonly string[] =>
  [
    'Stop the letters?',
    'Stop the newsletter?',
    'The newsletter goes on',
    'Your letters go on',
    'nothing more is sent',
    'get nothing more',
    'letters have stopped',
    'newsletter has stopped',
    'Every letter has a link',
    '>Stop the newsletter, too<',
    '>Stop the letters, too<',
    '>Stop the letters and the newsletter<',
    '>That was a mistake, keep me on<',
  ].filter((words) => page.includes(words));

describe('what the page says', () => {
  const rows: readonly [
    why: string,
    who: keyof typeof WHO,
    list: List,
    before: readonly string[],
    after: readonly string[],
  ][] = [
    [
      'a letter’s link, of who gets both',
      'both',
      'letters',
      [
        'Stop the letters?',
        'The newsletter goes on',
        'Every letter has a link',
        '>Stop the letters and the newsletter<',
      ],
      [
        'The newsletter goes on',
        'letters have stopped',
        '>Stop the newsletter, too<',
        '>That was a mistake, keep me on<',
      ],
    ],
    [
      'an issue’s link, of who gets both',
      'both',
      'newsletter',
      ['Stop the newsletter?', 'Your letters go on', '>Stop the letters and the newsletter<'],
      [
        'Your letters go on',
        'newsletter has stopped',
        '>Stop the letters, too<',
        '>That was a mistake, keep me on<',
      ],
    ],
    [
      'an issue’s link, of who gets nothing else',
      'the newsletter, having had every letter',
      'newsletter',
      ['Stop the newsletter?', 'nothing more is sent'],
      ['get nothing more', 'newsletter has stopped', '>That was a mistake, keep me on<'],
    ],
    [
      'a letter’s link, of who gets nothing else',
      'letters',
      'letters',
      ['Stop the letters?', 'nothing more is sent', 'Every letter has a link'],
      ['get nothing more', 'letters have stopped', '>That was a mistake, keep me on<'],
    ],
  ];
  test.for(rows)('%s', async ([, who, list, before, after]) => {
    const { get, postForm, world } = asking();
    world.subscribers.seed(WHO[who]);
    expect(seen(await (await get(link(list))).text())).toEqual(before);
    expect(seen(await (await postForm(link(list), {})).text())).toEqual(after);
    const again = after.filter((words) => !words.includes('mistake'));
    expect(seen(await (await get(link(list))).text())).toEqual(again);
  });
});

/** The addresses that a page’s forms post to. */
const actions = (page: string): readonly string[] =>
  [...page.matchAll(/action="([^"]+)"/g)].map(([, path = '']) => path);
describe.for(['letters', 'newsletter'] as const)('a person, by a link of the %s', (list) => {
  test('ends the other list by one press more', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(WHO.both);
    const [other = 'none'] = actions(await (await postForm(link(list), {})).text());
    const page = await (await postForm(other, {})).text();
    expect(seen(page)).toContain('get nothing more');
    expect((await world.subscribers.load(WHO.both.id))?.standing.is).toBe('left');
  });

  test('ends both by the second button', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(WHO.both);
    const page = await (await postForm(link(list), { all: 'yes' })).text();
    expect(seen(page)).toContain('get nothing more');
    expect((await world.subscribers.load(WHO.both.id))?.standing.is).toBe('left');
  });

  test('has all as it was by taking it back', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(WHO.both);
    const page = await (await postForm(link(list), {})).text();
    world.setNow(at('2026-11-22T10:05:00Z'));
    await postForm(wayBack(page), {});
    const back = await world.subscribers.load(WHO.both.id);
    expect(back && getting(back)).toBe('active letters newsletter');
    expect(back?.dueAt).toBe(WHO.both.dueAt);
    expect(world.subscribers.factsOf(WHO.both.id).map(({ details }) => details.channel)).toEqual([
      'page',
      'page',
    ]);
  });
});
