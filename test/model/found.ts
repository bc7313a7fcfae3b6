import type { Days, Hour, Rhythm } from '../../functions/core/reader/schedule.ts';
import type { Zone } from '../../functions/core/time.ts';
import { IDS, type Run, type Step } from './steps.ts';

const BERLIN_AT_MIDNIGHT: Rhythm = {
  zone: 'Europe/Berlin' as Zone,
  hour: 0 as Hour,
  days: '1234567' as Days,
};
const run = (fields: Partial<Run>): Run => ({
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
const day = (...runs: readonly Run[]): Step => ({ is: 'troubled day', runs });

type FoundStory = readonly [why: string, steps: readonly Step[], first: Rhythm];

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
];
