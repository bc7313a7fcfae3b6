import { IDS, MOVES_TO } from './addresses.ts';
import { COURSES } from './deployments.ts';
import { BERLIN_AT_MIDNIGHT, DAY, day, type FoundStory, run, ticks } from './found.ts';
import { ALL_ISSUES } from './news-steps.ts';
import { NINE_DAYS, type Step } from './steps.ts';

const move: Step = {
  is: 'wish',
  asked: { who: IDS[0], wish: 'move', to: MOVES_TO, pressed: true, troubles: [] },
};
const LEAVE: Step = { is: 'wish', asked: { who: IDS[0], wish: 'leave' } };

/** Stories of readers who were lost and brought back, as short as they could be made. */
export const FOUND_OF_RESTORES: readonly FoundStory[] = [
  [
    'which letter was in doubt for more than a week, nobody knows once its course is gone',
    [
      day(run({ job: 'send' })),
      day(run({ job: 'send', answers: ['slow'] }), run({})),
      { is: 'wish', asked: { who: IDS[0], wish: 'pause' } },
      { is: 'wait', minutes: NINE_DAYS },
      { is: 'deploy', courses: COURSES[10] ?? [] },
      { is: 'loss', who: [IDS[0]], of: 'now', how: 'gone' },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'who moved since the copy was made has nothing at the old address',
    [{ is: 'loss', who: [IDS[1]], of: 'now', how: 'gone' }, move, { is: 'restore' }],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'links from a former address of whoever was erased since lead nowhere',
    [
      move,
      { is: 'loss', who: [IDS[1]], of: 'now', how: 'gone' },
      { is: 'wish', asked: { who: IDS[0], wish: 'erase', troubles: [] } },
      { is: 'restore' },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'the record of an erasure comes back with what else was lost',
    [
      { is: 'wish', asked: { who: IDS[0], wish: 'erase', troubles: [] } },
      { is: 'loss', who: [IDS[0]], of: 'now', how: 'gone' },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'a welcome in doubt does not come again, also to a reader for whom an issue may wait',
    [
      ticks('newsletter', true),
      ticks('alongside', true),
      day(run({ job: 'send', answers: ['lost'] })),
      { is: 'loss', who: [IDS[0]], of: 'now', how: 'gone' },
      { is: 'restore' },
      DAY,
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'a letter in doubt does not come again, also when its reader was told of an issue since',
    [
      ticks('newsletter', true),
      { is: 'issues', issues: ALL_ISSUES },
      DAY,
      { is: 'wait', minutes: NINE_DAYS },
      day(run({ job: 'send', answers: ['slow'] }), run({})),
      { is: 'publish', troubles: [], skew: 0 },
      { is: 'loss', who: [IDS[0]], of: 'now', how: 'gone' },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'who left with a letter in doubt, was lost, and comes back does not get it again',
    [
      DAY,
      day(run({ job: 'send', answers: ['lost'] })),
      LEAVE,
      { is: 'loss', who: [IDS[0]], of: 'now', how: 'gone' },
      { is: 'restore' },
      { is: 'wish', asked: { who: IDS[0], wish: 'rejoin' } },
      { is: 'calm' },
      DAY,
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'who left after the copy was made, was lost, and comes back gets no letter of the time between again',
    [
      DAY,
      { is: 'wait', minutes: 5 },
      { is: 'backup' },
      DAY,
      DAY,
      LEAVE,
      { is: 'loss', who: [IDS[0]], of: 'backup', how: 'gone' },
      { is: 'restore' },
      { is: 'wish', asked: { who: IDS[0], wish: 'rejoin' } },
      DAY,
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'a welcome in doubt does not come again, also when its course was ended before the restore',
    [
      ticks('newsletter', true),
      { is: 'issues', issues: ALL_ISSUES },
      { is: 'troubled day', runs: [run({ job: 'send', answers: ['slow'] }), run({ job: 'tick' })] },
      { is: 'deploy', courses: COURSES[12] ?? [] },
      { is: 'loss', who: [IDS[0]], of: 'now', how: 'gone' },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
];
