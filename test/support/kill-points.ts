import {
  claim,
  finalise,
  goOn,
  hold,
  index,
  lateProofs,
  looking,
  place,
  probes,
  queue,
  quota,
  release,
  rest,
  restate,
  ses,
  state,
  waiting,
} from './struck-calls.ts';

/** What goes wrong, a cell a day, and by how many minutes a letter may be late for it. */

interface Cell {
  readonly name: string;
  /** @param half the middle of all that are due at once */
  readonly faults: (half: number, size: number) => readonly object[];
  /** What goes wrong some minutes later, when all is in doubt. */
  readonly later?: readonly object[];
  /** By how many minutes the letter may be late: none, if not said. */
  readonly late?: number;
  /** How many readers wait until tomorrow: their mail was refused for what is in it. */
  readonly putOff?: number;
}

/** A claim that nobody ended stands for so long, and the ticks come a minute later. */
const LEASE = 15 + 2;
/** Of whom nobody knows: a lease, and one more until a proof of something newer has come. */
const DOUBT = 2 * LEASE;
/** The local cloud's ticks come by the hour when an hour of them has changed nothing (time-travel.ts). */
const STUCK = 2 * 60;
/** The tick begins anew at the index after so many minutes, and finds what was given back. */
const AGAIN = 6;
/** The account's refusals hold all sending for so long, and the tick after it. */
const HELD = 11;

export const CELLS: readonly Cell[] = [
  {
    name: 'the connections to SES died while the sender slept',
    faults: () => [ses('stale-connection')],
  },
  { name: 'SES breaks off when it is asked for the quota', faults: () => [quota('reset')] },
  { name: 'SES fails when it is asked for the quota', faults: () => [quota('500')] },
  {
    name: 'killed before a claim',
    faults: (after) => [{ ...claim('kill-before'), after }],
    // Those beside it had claimed already.
    late: DOUBT,
  },
  {
    name: 'killed after a claim',
    faults: (after) => [{ ...claim('kill-after'), after }],
    late: DOUBT,
  },
  { name: 'a claim’s answer is lost', faults: (after) => [{ ...claim('lost-answer'), after }] },
  { name: 'the table throttles claims', faults: () => [{ ...claim('throttle'), count: 2 }] },
  {
    name: 'killed before SES took a mail',
    faults: (after) => [{ ...ses('kill-before'), after }],
    late: DOUBT,
  },
  {
    name: 'killed after SES took a mail',
    faults: (after) => [{ ...ses('kill-after'), after }],
    late: DOUBT,
  },
  {
    name: 'killed twice, the second time after the lease',
    faults: () => [ses('kill-before')],
    later: [ses('kill-after')],
    late: 2 * DOUBT,
  },
  {
    name: 'killed before a finalise',
    faults: (after) => [{ ...finalise('kill-before'), after }],
    late: DOUBT,
  },
  {
    name: 'killed after a finalise',
    faults: (after) => [{ ...finalise('kill-after'), after }],
    late: DOUBT,
  },
  {
    name: 'killed after the last finalise, before the queue heard of it',
    faults: (_, size) => [{ ...finalise('kill-after'), after: size - 1 }],
    late: DOUBT,
  },
  {
    name: 'a finalise’s answer is lost',
    faults: (after) => [{ ...finalise('lost-answer'), after }],
  },
  {
    name: 'the table fails finalises for longer than the SDK tries',
    faults: (_, size) => [{ ...finalise('500'), count: 4 * size }],
  },
  {
    name: 'the tick is killed before it has queued',
    faults: () => [queue('kill-before')],
    late: 1,
  },
  { name: 'the tick is killed after it has queued', faults: () => [queue('kill-after')] },
  { name: 'the tick is killed after it noted its place', faults: () => [place('kill-after')] },
  {
    name: 'the tick can’t read where it stood',
    faults: () => [{ ...state('500'), count: 4 }],
    late: 1,
  },
  {
    name: 'the tick’s question to the index fails',
    faults: () => [{ ...index('500'), count: 32 }],
    late: 1,
  },
  {
    name: 'the tick’s question to the queue is not answered',
    faults: () => [waiting('lost-answer')],
  },
  {
    name: 'SES: connection reset before it took the mail',
    faults: () => [ses('reset')],
    late: DOUBT,
  },
  { name: 'SES: took the mail, the answer was lost', faults: () => [ses('lost-answer')] },
  { name: 'SES: took the mail and never answers', faults: () => [ses('timeout')] },
];

/** What the sender does about a refusal or a silence goes wrong as well. */
export const REFUSALS: readonly Cell[] = [
  { name: 'SES: too fast', faults: () => [{ ...ses('throttle'), count: 3 }], late: AGAIN },
  {
    name: 'SES: too fast, and killed before the claim is given back',
    faults: () => [ses('throttle'), release('kill-before')],
    late: DOUBT,
  },
  {
    name: 'SES: too fast, and killed after the claim is given back',
    faults: () => [ses('throttle'), release('kill-after')],
    late: DOUBT,
  },
  {
    name: 'SES: too fast, and the answer to the claim given back is lost',
    faults: () => [ses('throttle'), release('lost-answer')],
    late: AGAIN,
  },
  { name: 'SES: the day’s quota is used up', faults: () => [ses('quota')], late: HELD },
  {
    name: 'the quota is used up, and killed before all sending is held',
    faults: () => [ses('quota'), hold('kill-before')],
    late: DOUBT,
  },
  {
    name: 'the quota is used up, and the answer to the hold is lost',
    faults: () => [ses('quota'), hold('lost-answer')],
    late: HELD,
  },
  {
    name: 'SES: silent for a while, so that sending rests',
    faults: () => [{ ...ses('500'), count: 3 }],
    late: DOUBT + 4,
  },
  {
    name: 'silent, and killed before all sending rests',
    faults: () => [{ ...ses('500'), count: 3 }, rest('kill-before')],
    late: DOUBT + 4,
  },
  {
    name: 'silent, and the tick is killed before it has noted its probe',
    faults: () => [{ ...ses('500'), count: 3 }, probes('kill-before')],
    late: DOUBT + 4,
  },
  {
    name: 'silent, and the tick is killed after it has noted its probe',
    faults: () => [{ ...ses('500'), count: 3 }, probes('kill-after')],
    late: DOUBT + 4,
  },
  {
    name: 'silent, and the answer to the noted probe is lost',
    faults: () => [{ ...ses('500'), count: 3 }, probes('lost-answer')],
    late: DOUBT + 4,
  },
  {
    name: 'silent, and killed before sending goes on',
    faults: () => [{ ...ses('500'), count: 3 }, goOn('kill-before')],
    late: 2 * DOUBT,
  },
  {
    name: 'the answer is lost, and its proof comes twice',
    // A Send and a Delivery are there for each.
    faults: (_, size) => [
      ses('lost-answer'),
      { service: 'ses-events', kind: 'twice', function: 'send', count: 2 * size },
    ],
  },
  {
    name: 'the answer is lost, and all proofs are an hour late',
    faults: () => [ses('lost-answer'), lateProofs],
  },
  {
    name: 'SES: 500, and all proofs are an hour late',
    faults: () => [ses('500'), lateProofs],
    // Between two looks lies a lease, and the last one asks for a proof that is newer still.
    late: 60 + 2 * DOUBT,
  },
  {
    name: 'the answer is lost, and whoever looks for its proof is killed',
    faults: () => [ses('lost-answer')],
    later: [looking('GetObject')('kill-after')],
  },
  {
    name: 'the answer is lost, and the proofs can’t be listed, and then not be read',
    faults: () => [ses('lost-answer')],
    later: [
      { ...looking('ListBucket')('500'), count: 2 },
      { ...looking('GetObject')('500'), count: 2 },
    ],
  },
  {
    name: 'the answer is lost, and whoever takes it down as sent is killed',
    faults: () => [ses('lost-answer')],
    later: [finalise('kill-before')],
  },
  {
    // Whoever looked counts as the last who tried, until it stands that they did not.
    name: 'SES: 500, and whoever looks is killed before the doubtful claim stands again',
    faults: () => [ses('500')],
    later: [restate('kill-before')],
    late: DOUBT + LEASE,
  },
  {
    name: 'SES: 500, and whoever looks is killed once the doubtful claim stands again',
    faults: () => [ses('500')],
    later: [restate('kill-after')],
    // No mail to nobody has gone by then, whose proof would be newer.
    late: DOUBT + LEASE,
  },
  {
    name: 'SES: 500, and the answer to the doubtful claim that stands again is lost',
    faults: () => [ses('500')],
    later: [restate('lost-answer')],
    late: DOUBT,
  },
  {
    name: 'SES: 500, and whoever may send again is killed before it is written that they do',
    faults: () => [ses('500')],
    later: [{ ...restate('kill-before'), after: 1 }],
    late: STUCK,
  },
  {
    name: 'SES: 500, and whoever may send again is killed once it is written that they do',
    faults: () => [ses('500')],
    later: [{ ...restate('kill-after'), after: 1 }],
    late: STUCK,
  },
  {
    name: 'SES: fails twice, for a mail and for the one to nobody',
    faults: () => [ses('500')],
    later: [ses('500')],
    late: 2 * DOUBT,
  },
  // The last ones: a reader of each is a day behind from here on.
  { name: 'SES: refuses what is in a mail', faults: () => [ses('reject')], putOff: 1 },
  {
    name: 'SES: refuses a mail, and the answer to its putting off is lost',
    faults: () => [ses('reject'), finalise('lost-answer')],
    putOff: 1,
  },
];
