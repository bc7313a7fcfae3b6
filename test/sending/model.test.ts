import fc from 'fast-check';
import { describe, test } from 'vitest';
import type { Days, Hour, Rhythm } from '../../functions/core/reader/schedule.ts';
import type { Zone } from '../../functions/core/time.ts';
import type { Answer } from '../support/fake-sending-world.ts';
import {
  type Asked,
  COURSES,
  IDS,
  type Run,
  type Step,
  told,
  type Wish,
} from '../support/story.ts';

/**
 * Promises 1 and 2 against whatever can happen: the real decisions over a table in memory, while
 * readers change their minds, the course changes, SES refuses or falls silent, messages come twice
 * and in any order, and any process ends at any call, with its effect or without.
 */

const rhythm: fc.Arbitrary<Rhythm> = fc.record({
  zone: fc.constantFrom(
    ...(['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata'] as Zone[]),
  ),
  hour: fc.constantFrom(...([0, 2, 8, 23] as Hour[])),
  days: fc.constantFrom(...(['1234567', '1234567', '135', '7'] as Days[])),
});
const days = fc.option(fc.nat(5), { nil: undefined });
const asked: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.constantFrom(...IDS),
    fc.oneof(
      fc.record({ wish: fc.constantFrom('sign up', 'reschedule'), rhythm }),
      fc.record({ wish: fc.constant('pause'), from: days, until: days }),
      fc.record({ wish: fc.constantFrom('confirm', 'confirm', 'resume', 'leave', 'rejoin') }),
      fc.record({ wish: fc.constantFrom('resume', 'complain') }),
    ) as fc.Arbitrary<Wish>,
  )
  .map(([who, wish]) => ({ ...wish, who }));
const run: fc.Arbitrary<Run> = fc.record({
  job: fc.constantFrom('tick', 'tick', 'send', 'send', 'send'),
  endsAt: fc.option(fc.nat(12), { nil: undefined, freq: 2 }),
  effect: fc.boolean(),
  meanwhile: fc.option(fc.record({ at: fc.nat(8), what: asked }), { nil: undefined }),
  answers: fc.array(
    fc.constantFrom<Answer>('sent', 'sent', 'lost', 'silent', 'retry', 'hold', 'put-off'),
    { maxLength: 3 },
  ),
  backwards: fc.boolean(),
  again: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: run.map((one): Step => ({ is: 'work', run: one })) },
  { weight: 3, arbitrary: asked.map((one): Step => ({ is: 'wish', asked: one })) },
  {
    weight: 6,
    arbitrary: fc
      .array(run, { minLength: 2, maxLength: 6 })
      .map((runs): Step => ({ is: 'day', runs })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(1, 3, 16, 60, 4320)
      .map((minutes): Step => ({ is: 'wait', minutes })),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((come): Step => ({ is: 'proofs', come })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...COURSES).map((courses): Step => ({ is: 'deploy', courses })),
  },
);

test('promises 1 and 2 hold, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(
      // Without a size, fast-check stops at ten.
      fc.array(step, { maxLength: 25, size: 'max' }),
      rhythm,
      async (steps, first) => {
        await told(steps, first);
      },
    ),
    // Seeded, so that red means that somebody broke something; others by MODEL_SEED.
    {
      numRuns: Number(process.env['MODEL_RUNS'] ?? 1000),
      seed: Number(process.env['MODEL_SEED'] ?? 20_261_125),
    },
  );
});

describe('stories that once broke a promise', () => {
  const BERLIN_AT_MIDNIGHT = {
    zone: 'Europe/Berlin' as Zone,
    hour: 0 as Hour,
    days: '1234567' as Days,
  };
  const run = (fields: Partial<Run>): Run => ({
    job: 'tick',
    effect: false,
    answers: [],
    backwards: false,
    again: false,
    ...fields,
  });
  const day = (...runs: readonly Run[]): Step => ({ is: 'day', runs });

  test.for<readonly [why: string, steps: readonly Step[]]>([
    [
      'the second sending of a mail is in doubt like the first: its proof is looked for, too',
      [
        day(run({ job: 'send' }), run({})),
        day(
          run({
            meanwhile: {
              at: 0,
              what: { wish: 'sign up', who: IDS[1], rhythm: BERLIN_AT_MIDNIGHT },
            },
          }),
        ),
        day(run({ job: 'send', endsAt: 0, effect: true }), run({})),
        { is: 'wait', minutes: 4320 },
        day(run({ job: 'send', answers: ['sent'] })),
        { is: 'wait', minutes: 16 },
        day(run({ job: 'send', answers: ['lost'] })),
        { is: 'wait', minutes: 16 },
        day(run({ job: 'send' })),
      ],
    ],
  ])('%s', async ([, steps]) => {
    await told(steps, BERLIN_AT_MIDNIGHT);
  });
});
