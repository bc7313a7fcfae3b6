import type { Figures } from '../cloud/cloud.ts';
import type { IssueFigures } from './issue.ts';
import type { Row } from './row.ts';
import { countingIn, SENDING, type Tally, tallyOf } from './tally.ts';

export const OVERHEAD = 'overhead of sending per million lessons';

/** The function that brings issues out, by its name in the figures. */
const PUBLISHING = 'newsletter';

/** What a lesson costs. */
export function countRows(figures: Figures, lessons: number, perSecond: number): readonly Row[] {
  const tally = tallyOf(figures);
  const { sent, writes, bytes, dollars, proofs } = tally;
  if (sent !== lessons) throw new Error(`${sent} mails for ${lessons} lessons`);
  const aside = tally.calls('tick', 'UpdateItem') + tally.calls(PUBLISHING, 'UpdateItem');
  const counting = countingIn(tally);
  const perMillion = (of: number) => (of / lessons) * 1e6;
  return [
    {
      // The tick notes its place once a minute, an issue that is new is noted once, and proofs are counted once in a
      // quarter of an hour, whether for one reader or thousands.
      name: 'write units per lesson',
      unit: '',
      value: (writes - aside - counting.units) / lessons,
      gate: 4,
      goal: 4,
    },
    {
      name: '  and to count one letter, each quarter of an hour',
      unit: '',
      value: counting.units / Math.max(1, counting.passes),
      gate: 34,
    },
    {
      name: `AWS requests per 1,000 lessons at ${perSecond}/s`,
      unit: '',
      value: (tally.requests(SENDING) / lessons) * 1000,
      gate: 3350,
      goal: 3280,
    },
    { name: OVERHEAD, unit: '$', value: perMillion(dollars), gate: 3, goal: 2.75 },
    { name: '  and of its proofs', unit: '$', value: perMillion(proofs) },
    {
      name: 'sending and proof per million lessons',
      unit: '$',
      value: perMillion(dollars + proofs),
      gate: 3.1,
      goal: 2.9,
    },
    {
      name: 'log bytes per 1,000 lessons',
      unit: 'KB',
      value: bytes / lessons,
      gate: 60,
      goal: 10,
    },
  ];
}

/** What an issue costs: the parts of its way together, without the seconds in which it is brought out. */
export function issueRows(
  { telling, sending, looking }: IssueFigures,
  readers: number,
  perSecond: number,
): readonly Row[] {
  const [told, sent, seen] = [telling, sending, looking].map(tallyOf) as [Tally, Tally, Tally];
  if (sent.sent !== readers) throw new Error(`${sent.sent} mails for ${readers} readers`);
  const unitsOf = (one: Tally) =>
    one.writes - one.calls('tick', 'UpdateItem') - countingIn(one).units;
  const doors = [...SENDING, PUBLISHING];
  const all = (of: (one: Tally) => number) => of(told) + of(sent) + of(seen);
  return [
    {
      // The second look tells nobody, and notes how far it is as often as the first.
      name: 'write units per issue',
      unit: '',
      value: (unitsOf(told) - unitsOf(seen) + unitsOf(sent)) / readers,
      gate: 5.05,
      goal: 5,
    },
    {
      name: '  and to note how far it is, per 1,000 readers',
      unit: '',
      value: (2 * unitsOf(seen) * 1000) / readers,
      gate: 80,
    },
    {
      name: `AWS requests per 1,000 issues at ${perSecond}/s`,
      unit: '',
      value: (all((one) => one.requests(doors)) / readers) * 1000,
      gate: 6600,
      goal: 6400,
    },
    {
      name: 'overhead of sending per million issues',
      unit: '$',
      value: (all(({ dollars }) => dollars) / readers) * 1e6,
      gate: 3.8,
      goal: 3.6,
    },
  ];
}
