import type { IssueId } from '../../functions/core/newsletter.ts';
import type { Days } from '../../functions/core/reader/schedule.ts';
import type { Zone } from '../../functions/core/time.ts';
import { IDS } from './addresses.ts';
import { COURSES } from './deployments.ts';
import {
  AT_TWO,
  BERLIN_AT_ELEVEN,
  BERLIN_AT_MIDNIGHT,
  DAY,
  day,
  type FoundStory,
  KIRITIMATI_AT_MIDNIGHT,
  run,
  ticks,
} from './found.ts';
import { ALL_ISSUES } from './news-steps.ts';
import { NINE_DAYS } from './steps.ts';

/** The same of the newsletter. */
export const FOUND_NEWS: readonly FoundStory[] = [
  [
    'an issue in doubt has its day, though its reader has unticked the newsletter since',
    [
      ticks('newsletter', true),
      { is: 'issues', issues: ALL_ISSUES },
      ticks('alongside', true),
      { is: 'stopped', minutes: 4, run: run({}) },
      day(run({})),
      { is: 'stopped', minutes: 4, run: run({}) },
      { is: 'day', runs: [run({})] },
      day(run({ job: 'send', answers: ['slow'] }), run({})),
      ticks('newsletter', false),
    ],
    { ...BERLIN_AT_MIDNIGHT, days: '135' as Days },
  ],
  [
    'what is brought out between a digest and the news of it still comes',
    [
      ticks('newsletter', true),
      { is: 'issues', issues: ALL_ISSUES },
      { is: 'wait', minutes: 4320 },
      { is: 'stopped', minutes: 4, run: run({}) },
      { is: 'wait', minutes: NINE_DAYS },
      { is: 'wait', minutes: NINE_DAYS },
      { is: 'deploy', courses: [] },
      day(run({ job: 'send', answers: ['lost'] }), run({})),
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'who waited for issues alone, and has letters to come since their course is back, has one on its day',
    [
      ticks('newsletter', true),
      { is: 'issues', issues: ALL_ISSUES },
      { is: 'stopped', minutes: 4, run: run({}) },
      { is: 'deploy', courses: COURSES[8] ?? [] },
      { is: 'wish', asked: { who: IDS[0], wish: 'pause', until: 0 } },
      { is: 'deploy', courses: COURSES[0] ?? [] },
      { is: 'wait', minutes: 4320 },
      { is: 'calm' },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'what waits beside an issue that was cancelled does not come at its moment',
    [
      ticks('newsletter', true),
      { is: 'issues', issues: ALL_ISSUES },
      { is: 'wish', asked: { who: IDS[0], wish: 'pause the letters' } },
      { is: 'calm' },
      day(run({})),
      day(run({})),
      { is: 'day', runs: [] },
      { is: 'steer', deed: 'cancel', which: 'moment' as IssueId },
      ticks('alongside', true),
    ],
    BERLIN_AT_ELEVEN,
  ],
  [
    'who has paused the letters waits for a moment, and for another issue once the course has come back',
    [
      ticks('newsletter', true),
      { is: 'issues', issues: ALL_ISSUES },
      { is: 'wish', asked: { who: IDS[0], wish: 'pause the letters' } },
      { is: 'wait', minutes: 1440 },
      { is: 'stopped', minutes: 4, run: run({}) },
      { is: 'day', runs: [run({})] },
      day(run({})),
      day(run({})),
      { is: 'calm' },
      { is: 'deploy', courses: COURSES[12] ?? [] },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'a letter that is due while an issue is brought out comes on its day',
    [
      ticks('newsletter', true),
      { is: 'issues', issues: ALL_ISSUES },
      { is: 'work', run: run({ job: 'send' }) },
      day(run({})),
      { is: 'calm' },
    ],
    { ...AT_TWO, zone: 'America/Los_Angeles' as Zone },
  ],
  [
    'a letter that waits some minutes while an issue is brought out comes on its day',
    [
      ticks('newsletter', true),
      { is: 'issues', issues: ALL_ISSUES },
      { is: 'stopped', minutes: 1440, run: run({}) },
      day(run({ job: 'send', answers: ['wait'] })),
      { is: 'calm' },
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'who unticks and ticks the box on the day of an issue does not get it twice',
    [
      ticks('newsletter', true),
      ticks('alongside', true),
      { is: 'issues', issues: ALL_ISSUES },
      ...[DAY, DAY, DAY, DAY],
      ticks('newsletter', false),
      ticks('newsletter', true),
      ...[DAY, DAY, DAY],
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'an issue that came in a course is ahead of an older one, also where its news comes after another wish',
    [
      ticks('newsletter', true),
      { is: 'issues', issues: ALL_ISSUES },
      { is: 'publish', troubles: [], skew: 0 },
      { is: 'wait', minutes: 4320 },
      { is: 'stopped', minutes: 1440, run: run({}) },
      { is: 'outage', minutes: 4, answer: 'lost' },
      ticks('alongside', true),
    ],
    BERLIN_AT_MIDNIGHT,
  ],
  [
    'an issue’s moment and then the hour of a letter pass while nothing is sent: the letter has its day',
    [
      ticks('newsletter', true),
      { is: 'issues', issues: ALL_ISSUES },
      ticks('alongside', true),
      day(run({ meanwhile: { at: 0, what: 'send' } })),
      day(run({ meanwhile: { at: 0, what: { who: IDS[0], wish: 'turns' } } }), run({})),
      { is: 'outage', minutes: 4, answer: 'silent' },
      day(run({})),
      { is: 'steer', deed: 'pause', which: 'first' as IssueId },
      ...[DAY, DAY],
      day(run({})),
      { is: 'stopped', minutes: 1440, run: run({}) },
      { is: 'calm' },
    ],
    { ...KIRITIMATI_AT_MIDNIGHT, days: '7' as Days },
  ],
];
