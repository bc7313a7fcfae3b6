import fc from 'fast-check';
import type { Issue } from '../../functions/core/newsletter.ts';
import { at, issue } from '../support/builders.ts';
import { IDS } from './addresses.ts';
import type { Trouble } from './life.ts';
import { type Asked, type Break, type Run, type Step, stories, troubles } from './steps.ts';

/** What is done to the newsletter in a story, and how it is drawn: beside the steps, so that a seed tells the story it told. */

const AT_NOON = { at: at('2026-10-30T12:00:00Z') };
const ISSUES = {
  first: issue('first', '2026-10-25'),
  during: issue('during', '2026-10-27', { during: true }),
  moment: issue('moment', '2026-10-30', AT_NOON),
  late: issue('late', '2026-11-04'),
  last: issue('last', '2026-11-12', { during: true }),
};
export const ALL_ISSUES: readonly Issue[] = Object.values(ISSUES);

/** Another day for an issue, before it begins or after. */
const moved = (id: keyof typeof ISSUES, date: string): readonly Issue[] =>
  ALL_ISSUES.map((one) => (one.id === id ? { ...one, date: date as Issue['date'] } : one));

/** What the folder of an author may hold: all, with another day for one, and without some. */
const PACKAGES: readonly (readonly Issue[])[] = [
  ALL_ISSUES,
  ALL_ISSUES,
  moved('late', '2026-11-06'),
  moved('last', '2026-11-10'),
  moved('first', '2026-10-26'),
  [ISSUES.first],
  ALL_ISSUES.slice(1),
  [],
];

export type NewsStep =
  /** These lie in the package from now on. */
  | { readonly is: 'issues'; readonly issues: readonly Issue[] }
  /** What the door does that brings them out; maybe it breaks off. */
  | { readonly is: 'publish'; readonly troubles: readonly Trouble[]; readonly skew: number }
  | {
      readonly is: 'steer';
      readonly deed: 'pause' | 'resume' | 'cancel';
      readonly which: Issue['id'];
    };

const who = fc.constantFrom(IDS[0], IDS[0], IDS[1], IDS[2]);
const box = fc
  .record({
    wish: fc.constantFrom('newsletter' as const, 'alongside' as const),
    on: fc.boolean(),
    who,
  })
  .map((asked) => asked);
const ahead = fc.option(fc.nat(5), { nil: undefined });
const breaks: fc.Arbitrary<Asked> = fc.record({
  wish: fc.constantFrom<Break>(
    'pause the newsletter',
    'resume the newsletter',
    'pause the letters',
  ),
  from: ahead,
  until: ahead,
  who,
});

/** Somebody presses while a sender is on its way to them. */
const race = fc.record({ at: fc.nat(8), what: box, troubles }).map(
  ({ at: call, what, troubles: some }): Run => ({
    job: 'send',
    answers: [],
    backwards: false,
    again: false,
    twice: false,
    skew: 0,
    lag: 0,
    troubles: some,
    meanwhile: { at: call, what },
  }),
);

const newsStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom(...PACKAGES).map((issues): Step => ({ is: 'issues', issues })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('publish' as const),
      troubles,
      skew: fc.constantFrom(0, 0, -60, 60),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('steer' as const),
      deed: fc.constantFrom(
        'pause' as const,
        'resume' as const,
        'resume' as const,
        'cancel' as const,
      ),
      which: fc.constantFrom(...ALL_ISSUES.map(({ id }) => id)),
    }),
  },
  { weight: 3, arbitrary: box.map((asked): Step => ({ is: 'wish', asked })) },
  { weight: 2, arbitrary: breaks.map((asked): Step => ({ is: 'wish', asked })) },
  { weight: 2, arbitrary: race.map((run): Step => ({ is: 'work', run })) },
);

/** The first reader takes the newsletter, and issues lie there, or not yet. */
const TICKED: Step = { is: 'wish', asked: { who: IDS[0], wish: 'newsletter', on: true } };
const BROUGHT: Step = { is: 'issues', issues: ALL_ISSUES };

/** Steps of the newsletter, each before one of the steps of a story. */
const interspersed = fc.tuple(
  fc.constantFrom<readonly Step[]>([TICKED, BROUGHT], [BROUGHT, TICKED], [BROUGHT], []),
  fc.array(fc.record({ before: fc.nat(25), step: newsStep }), { maxLength: 12, size: 'max' }),
);

/** Stories with a newsletter. */
export const storiesWithNews: typeof stories = fc
  .tuple(stories, interspersed)
  .map(([[steps, first], [opening, news]]) => {
    const before = (place: number) =>
      news.filter((one) => one.before === place).map(({ step }) => step);
    const after = news.filter((one) => one.before >= steps.length).map(({ step }) => step);
    const all = steps.flatMap((step, place) => [...before(place), step]);
    return [[...opening, ...all, ...after], first] as const;
  });
