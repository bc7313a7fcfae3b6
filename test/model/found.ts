import type { Days, Hour, Rhythm } from '../../functions/core/reader/schedule.ts';
import type { Zone } from '../../functions/core/time.ts';
import { IDS, MOVES_TO } from './addresses.ts';
import { COURSES, FURTHER } from './deployments.ts';
import { NINE_DAYS, type Run, type Step } from './steps.ts';

export const BERLIN_AT_MIDNIGHT: Rhythm = {
  zone: 'Europe/Berlin' as Zone,
  hour: 0 as Hour,
  days: '1234567' as Days,
};
export const AT_TWO: Rhythm = { ...BERLIN_AT_MIDNIGHT, hour: 2 as Hour };
export const BERLIN_AT_ELEVEN: Rhythm = { ...BERLIN_AT_MIDNIGHT, hour: 23 as Hour };
export const KIRITIMATI_AT_MIDNIGHT: Rhythm = {
  ...BERLIN_AT_MIDNIGHT,
  zone: 'Pacific/Kiritimati' as Zone,
};
const ofFurtherRetired =
  COURSES.find((courses) =>
    courses.some(({ slug, retired }) => retired && slug === FURTHER.slug),
  ) ?? [];
export const run = (fields: Partial<Run>): Run => ({
  job: 'tick',
  troubles: [],
  answers: [],
  backwards: false,
  again: false,
  twice: false,
  skew: 0,
  lag: 0,
  ...fields,
});
export const day = (...runs: readonly Run[]): Step => ({ is: 'troubled day', runs });

/** The first reader, and the newsletter's switches. */
export const ticks = (wish: 'newsletter' | 'alongside', on: boolean): Step => ({
  is: 'wish',
  asked: { who: IDS[0], wish, on },
});
export const DAY: Step = { is: 'day', runs: [] };

export type FoundStory = readonly [why: string, steps: readonly Step[], first: Rhythm];

/** Stories that once broke a promise, as short as they could be made. */
export const FOUND: readonly FoundStory[] = [
  [
    'the second sending of a mail is in doubt like the first: its proof is looked for, too',
    [
      day(run({ job: 'send' }), run({})),
      day(
        run({
          meanwhile: { at: 0, what: { wish: 'sign up', who: IDS[1], rhythm: BERLIN_AT_MIDNIGHT } },
        }),
      ),
      day(run({ job: 'send', troubles: [{ at: 0, is: 'die', effect: true }] }), run({})),
      { is: 'wait', minutes: 4320 },
      day(run({ job: 'send', answers: ['sent'] })),
      { is: 'wait', minutes: 16 },
      day(run({ job: 'send', answers: ['lost'] })),
      { is: 'wait', minutes: 16 },
      day(run({ job: 'send' })),
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'a welcome is due, and its course ends: no second letter comes in its place on that day',
    [
      { is: 'wish', asked: { who: IDS[0], wish: 'turns' } },
      { is: 'day', runs: [] },
      { is: 'day', runs: [] },
      { is: 'wish', asked: { who: IDS[0], wish: 'sign up', rhythm: AT_TWO, course: FURTHER.slug } },
      { is: 'wish', asked: { who: IDS[0], wish: 'confirm' } },
      { is: 'deploy', courses: ofFurtherRetired },
      { is: 'day', runs: [] },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'an old unsubscribe link works after a move, also where somebody typed the old address before it',
    [
      { is: 'wish', asked: { who: IDS[0], wish: 'sign up', rhythm: AT_TWO, more: true } },
      {
        is: 'wish',
        asked: { who: IDS[0], wish: 'move', to: MOVES_TO, pressed: true, troubles: [] },
      },
      { is: 'wish', asked: { who: IDS[0], wish: 'old link', which: 1 } },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'an erasure that comes second leaves the fact of the first one',
    [
      {
        is: 'wish',
        asked: { who: IDS[0], wish: 'erase', troubles: [{ at: 3, is: 'repeat', effect: false }] },
      },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'what was typed at an address goes with the data of whoever had that address before',
    [
      { is: 'wish', asked: { who: IDS[0], wish: 'sign up', rhythm: AT_TWO, more: true } },
      {
        is: 'wish',
        asked: { who: IDS[0], wish: 'move', to: MOVES_TO, pressed: true, troubles: [] },
      },
      { is: 'wish', asked: { who: IDS[0], wish: 'erase', troubles: [] } },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'a letter in doubt counts for the day where its reader was, though they moved and a sender crashed since',
    [
      { is: 'calm' },
      day(run({ job: 'send', answers: ['lost'] }), run({})),
      {
        is: 'stopped',
        minutes: 4,
        run: run({
          meanwhile: { at: 0, what: { wish: 'reschedule', who: IDS[0], rhythm: BERLIN_AT_ELEVEN } },
        }),
      },
      day(run({ job: 'send', troubles: [{ at: 0, is: 'die', effect: true }] }), run({})),
    ],
    KIRITIMATI_AT_MIDNIGHT,
  ],
];

/** Stories that are rare among those that are drawn, so that they are always told. */
export const RARE: readonly FoundStory[] = [
  [
    'of one mail alone no proof comes for hours: one more copy, and the course goes on',
    [day(run({})), day(run({ job: 'send', answers: ['late'] })), { is: 'calm' }, DAY, DAY],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'the link in a mail that asked for a yes ends what comes there since somebody moved there',
    [
      { is: 'wish', asked: { who: IDS[1], wish: 'sign up', rhythm: AT_TWO } },
      { is: 'wait', minutes: NINE_DAYS },
      { is: 'expire' },
      { is: 'wish', asked: { who: IDS[0], wish: 'move', to: IDS[1], pressed: true, troubles: [] } },
      { is: 'wish', asked: { who: IDS[0], wish: 'old link', which: 1 } },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'who left and is asked to come back is as they were, whatever was typed',
    [
      { is: 'day', runs: [] },
      { is: 'wish', asked: { who: IDS[0], wish: 'leave' } },
      { is: 'wish', asked: { who: IDS[0], wish: 'sign up', rhythm: AT_TWO, more: true } },
      { is: 'wish', asked: { who: IDS[0], wish: 'confirm' } },
      { is: 'day', runs: [] },
    ],
    BERLIN_AT_ELEVEN,
  ],
  [
    'the button of an earlier mail is no yes to what was typed since',
    [
      { is: 'wish', asked: { who: IDS[1], wish: 'sign up', rhythm: AT_TWO } },
      { is: 'wait', minutes: NINE_DAYS },
      { is: 'expire' },
      { is: 'wish', asked: { who: IDS[1], wish: 'sign up', rhythm: BERLIN_AT_ELEVEN } },
      { is: 'wish', asked: { who: IDS[1], wish: 'old button', which: 1 } },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
];
