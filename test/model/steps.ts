import fc from 'fast-check';
import type { CourseSlug } from '../../functions/core/course.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import type { Days, Hour, Rhythm } from '../../functions/core/reader/schedule.ts';
import type { Zone } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import type { Answer } from '../support/fake-sending-world.ts';
import { ALL_IDS, IDS } from './addresses.ts';
import type { AuthorStep } from './author-steps.ts';
import { CLOSER, COURSES, FURTHER, RESTING } from './deployments.ts';
import type { Returned } from './hearing.ts';
import type { Trouble } from './life.ts';
import type { NewsStep } from './news-steps.ts';

/** What a story is made of, and how its steps are drawn. */

type AheadDays = number | undefined;
/** Of one list. */
export type Break = 'pause the newsletter' | 'resume the newsletter' | 'pause the letters';
type Wish =
  /** Maybe with the newsletter, which a reader who lacks it can add. */
  | {
      readonly wish: 'sign up';
      readonly rhythm: Rhythm;
      readonly more?: boolean;
      /** The first that there is, when none is said. */
      readonly course?: CourseSlug | undefined;
    }
  | { readonly wish: 'reschedule'; readonly rhythm: Rhythm }
  | { readonly wish: 'pause' | 'away'; readonly from?: AheadDays; readonly until?: AheadDays }
  | { readonly wish: 'confirm' }
  /** The button of a mail about something that was typed before, the newest being nought. */
  | { readonly wish: 'old button'; readonly which: number }
  | { readonly wish: 'ask again' }
  | { readonly wish: 'resume' | 'rejoin' | 'turns' | 'in a row' }
  | { readonly wish: 'take' | 'stop' | 'begin again'; readonly course: CourseSlug }
  | { readonly wish: 'leave' | 'complain' }
  | { readonly wish: 'newsletter' | 'alongside'; readonly on: boolean }
  | { readonly wish: Break; readonly from?: AheadDays; readonly until?: AheadDays }
  /** To another address, from which the button is pressed at once, or not, and maybe breaks off. */
  | {
      readonly wish: 'move';
      readonly to: SubscriberId;
      readonly pressed: boolean;
      readonly troubles: readonly Trouble[];
    }
  /** The button of an earlier wish to move, the newest being nought. */
  | { readonly wish: 'press again'; readonly which: number; readonly troubles: readonly Trouble[] }
  /** Everything of theirs goes, and maybe the press breaks off. */
  | { readonly wish: 'erase'; readonly troubles: readonly Trouble[] }
  /** An unsubscribe link of any mail so far. */
  | { readonly wish: 'old link'; readonly which: number };
export type Asked = Wish & {
  readonly who: SubscriberId;
  /** What goes wrong with a change, for those that do not say so themselves. */
  readonly trouble?: Trouble | undefined;
};
/** These two touch nothing but what every version of an item has. */
export type Ending = Asked & { readonly wish: 'leave' | 'complain' };
export type Changing = Asked & {
  readonly wish: Exclude<Wish['wish'], Ending['wish'] | Moving['wish'] | 'erase' | Form>;
};
type Form = 'sign up' | 'confirm' | 'old button' | 'ask again';
export type Moving = Asked & { readonly wish: 'move' | 'press again' | 'old link' };
export type Erasing = Asked & { readonly wish: 'erase' };
export const isMoving = (asked: Asked): asked is Moving =>
  asked.wish === 'move' || asked.wish === 'press again' || asked.wish === 'old link';
export const isEnding = (asked: Asked): asked is Ending =>
  asked.wish === 'leave' || asked.wish === 'complain';

export type Step =
  | { readonly is: 'wish'; readonly asked: Asked }
  | { readonly is: 'wait'; readonly minutes: number }
  /** On to the next moment at which something is due; all goes well, or not, in that minute. */
  | { readonly is: 'day' | 'troubled day'; readonly runs: readonly Run[] }
  /** Nearly an hour in which all goes well, after which nobody waits for anything of today. */
  | { readonly is: 'calm' }
  /** SES says the same to everything. */
  | { readonly is: 'outage'; readonly minutes: number; readonly answer: Answer }
  /** Too many letters came back: they are stopped, and then released. */
  | { readonly is: 'stopped'; readonly minutes: number; readonly run: Run }
  /** Letters are stopped until the author releases them, whatever else happens. */
  | { readonly is: 'brake'; readonly on: boolean }
  | { readonly is: 'deploy'; readonly courses: Courses }
  /** Whether proofs come. */
  | { readonly is: 'proofs'; readonly come: boolean }
  /** What is past its end is deleted. */
  | { readonly is: 'expire' }
  /** An old message comes back on the queue. */
  | { readonly is: 'redrive'; readonly which: number }
  | { readonly is: 'work'; readonly run: Run }
  | NewsStep
  | AuthorStep
  | Returned;

/** One tick, or what the queue holds: done by a process with troubles. */
export interface Run {
  readonly job: 'tick' | 'send';
  readonly troubles: readonly Trouble[];
  readonly meanwhile?: { readonly at: number; readonly what: Asked | 'tick' | 'send' } | undefined;
  readonly answers: readonly Answer[];
  readonly backwards: boolean;
  /** Whether what was done comes once more, later, or at the same time. */
  readonly again: boolean;
  readonly twice: boolean;
  /** By how many seconds its clock is ahead. */
  readonly skew: number;
  /** By how many seconds the index is behind. */
  readonly lag: number;
}

export const rhythms: fc.Arbitrary<Rhythm> = fc.record({
  zone: fc.constantFrom(
    ...(['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata'] as Zone[]),
  ),
  hour: fc.constantFrom(...([0, 2, 8, 23] as Hour[])),
  days: fc.constantFrom(...(['1234567', '1234567', '135', '7'] as Days[])),
});
const days = fc.option(fc.nat(5), { nil: undefined });
const slugs = fc.constantFrom(CLOSER.slug, FURTHER.slug);
const trouble: fc.Arbitrary<Trouble> = fc.record({
  at: fc.nat(12),
  is: fc.constantFrom('die', 'die', 'fail', 'repeat'),
  effect: fc.boolean(),
});
export const troubles = fc.array(trouble, { maxLength: 2 });
const asked: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.constantFrom(...IDS),
    fc.oneof(
      fc.record({
        wish: fc.constantFrom('sign up', 'reschedule'),
        rhythm: rhythms,
        more: fc.boolean(),
        course: fc.option(slugs, { nil: undefined }),
      }),
      fc.record({ wish: fc.constantFrom('pause', 'pause', 'away'), from: days, until: days }),
      fc.record({
        wish: fc.constantFrom('confirm', 'confirm', 'ask again', 'resume', 'leave', 'rejoin'),
      }),
      fc.record({ wish: fc.constantFrom('resume', 'complain') }),
      fc.oneof(
        fc.record({ wish: fc.constantFrom('take', 'stop', 'begin again'), course: slugs }),
        fc.record({ wish: fc.constantFrom('turns', 'turns', 'in a row') }),
      ),
      fc.oneof(
        {
          weight: 3,
          arbitrary: fc.record({
            wish: fc.constant('move'),
            to: fc.constantFrom(...[...ALL_IDS].reverse()),
            pressed: fc.constantFrom(true, true, false),
            troubles,
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ wish: fc.constant('press again'), which: fc.nat(3), troubles }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ wish: fc.constant('old link'), which: fc.nat(6) }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ wish: fc.constant('old button'), which: fc.nat(2) }),
        },
        { weight: 1, arbitrary: fc.record({ wish: fc.constant('erase'), troubles }) },
      ),
    ) as fc.Arbitrary<Wish>,
    fc.option(
      fc.record({
        at: fc.nat(3),
        is: fc.constantFrom<Trouble['is']>('repeat', 'repeat', 'fail', 'die'),
        effect: fc.boolean(),
      }),
      { nil: undefined, freq: 3 },
    ),
  )
  .map(([who, wish, trouble]) => ({ ...wish, who, ...(trouble && { trouble }) }));
const run: fc.Arbitrary<Run> = fc.record({
  job: fc.constantFrom('tick', 'tick', 'send', 'send', 'send'),
  troubles,
  meanwhile: fc.option(
    fc.record({
      at: fc.nat(8),
      what: fc.oneof(
        { weight: 3, arbitrary: asked },
        { weight: 2, arbitrary: fc.constantFrom('tick', 'send') },
      ),
    }) as fc.Arbitrary<NonNullable<Run['meanwhile']>>,
    { nil: undefined },
  ),
  answers: fc.array(
    fc.oneof(
      {
        weight: 7,
        arbitrary: fc.constantFrom<Answer>(
          ...(['sent', 'sent', 'lost', 'silent', 'retry', 'hold', 'put-off'] as const),
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom<Answer>('wait', 'wait', 'suppress') },
      { weight: 1, arbitrary: fc.constantFrom<Answer>('slow', 'slow', 'late') },
    ),
    { maxLength: 3 },
  ),
  backwards: fc.boolean(),
  again: fc.boolean(),
  twice: fc.boolean(),
  skew: fc.constantFrom(0, 0, -60, -30, 30, 60),
  lag: fc.constantFrom(0, 0, 5, 60),
});
const runs = fc.array(run, { minLength: 1, maxLength: 6 });
/** In minutes: after them, what nobody said yes to is over. */
export const NINE_DAYS = 9 * 1440;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: run.map((one): Step => ({ is: 'work', run: one })) },
  { weight: 4, arbitrary: asked.map((one): Step => ({ is: 'wish', asked: one })) },
  { weight: 2, arbitrary: runs.map((some): Step => ({ is: 'day', runs: some })) },
  { weight: 4, arbitrary: runs.map((some): Step => ({ is: 'troubled day', runs: some })) },
  { weight: 2, arbitrary: fc.constant<Step>({ is: 'calm' }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(1, 3, 16, 60, 1440, 4320, NINE_DAYS)
      .map((minutes): Step => ({ is: 'wait', minutes })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('outage' as const),
      minutes: fc.constantFrom(4, 20, 40, 90, 240),
      answer: fc.constantFrom<Answer>('silent', 'silent', 'lost', 'retry', 'hold'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('stopped' as const),
      minutes: fc.constantFrom(4, 40, 1440),
      run,
    }),
  },
  { weight: 1, arbitrary: fc.boolean().map((on): Step => ({ is: 'brake', on })) },
  { weight: 1, arbitrary: fc.boolean().map((come): Step => ({ is: 'proofs', come })) },
  { weight: 1, arbitrary: fc.nat(20).map((which): Step => ({ is: 'redrive', which })) },
  { weight: 1, arbitrary: fc.constant<Step>({ is: 'expire' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...COURSES).map((courses): Step => ({ is: 'deploy', courses })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...RESTING).map((courses): Step => ({ is: 'deploy', courses })),
  },
);

/** Half of the stories begin with somebody who takes two courses. */
const TWO: readonly Step[] = [
  { is: 'wish', asked: { who: IDS[0], wish: 'take', course: FURTHER.slug } },
];
const TURNS: Step = { is: 'wish', asked: { who: IDS[0], wish: 'turns' } };

/** The steps of a story. Without a size, fast-check stops at ten. */
export const stories: fc.Arbitrary<readonly [steps: readonly Step[], first: Rhythm]> = fc.tuple(
  fc
    .tuple(
      fc.constantFrom<readonly Step[]>([], [], TWO, [...TWO, TURNS]),
      fc.array(step, { maxLength: 25, size: 'max' }),
    )
    .map(([first, then]) => [...first, ...then]),
  rhythms,
);
