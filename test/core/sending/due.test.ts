import { describe, expect, test } from 'vitest';
import {
  askOf,
  type DueMessage,
  duesMessage,
  type Found,
  latest,
  onHold,
  type Progress,
  parseDues,
  progressFor,
} from '../../../functions/core/sending/due.ts';
import type { SubscriberId } from '../../../functions/core/token.ts';
import { at, reader } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const due = { id: reader().id, dueAt: at('2026-11-22T08:00:00Z') };
const since = (moment: string): Progress => ({ startedAt: at(moment), shards: { 0: due } });

describe('where a tick goes on', () => {
  test.for([
    ['behind what waits in the queue: nobody is queued twice', '2026-11-22T08:58:00Z', 3, 'on'],
    ['from the beginning, once the queue is empty', '2026-11-22T08:58:00Z', 0, 'anew'],
    ['from the beginning, after five minutes of waiting', '2026-11-22T08:55:00Z', 3, 'anew'],
  ] as const)('%s', ([, startedAt, waiting, goes]) => {
    const progress = since(startedAt);
    const fresh = { startedAt: now, shards: {} };
    expect(progressFor({ progress }, waiting, now)).toEqual(goes === 'on' ? progress : fresh);
  });

  test('from the beginning, the first time', () => {
    expect(progressFor({}, 3, now)).toEqual({ startedAt: now, shards: {} });
  });
});

test.for([
  ['SES refused the whole account until later', '2026-11-22T09:00:01Z', true],
  ['that moment has come', '2026-11-22T09:00:00Z', false],
  ['it was long ago', '2026-11-21T09:00:00Z', false],
] as const)('sending rests: %s', ([, holdUntil, rests]) => {
  expect(onHold({ holdUntil: at(holdUntil) }, now)).toBe(rests);
  expect(onHold({}, now), 'nothing was refused').toBe(false);
});

describe('a queue message', () => {
  const other = { id: 'baaaaaaaaaaaaaaa' as SubscriberId, dueAt: now };

  test.for<[what: string, dues: readonly DueMessage[]]>([
    ['one due moment', [due]],
    ['a probe', [{ ...due, probe: true }]],
    ['a request', [{ ...due, request: true }]],
    ['a probe that is a request', [{ ...due, request: true, probe: true }]],
    ['several', [due, { ...other, probe: true }, due]],
  ])('comes back as it was put there: %s', ([, dues]) => {
    expect(parseDues(duesMessage(dues))).toEqual(dues);
  });

  test.for([
    ['what a sign-up puts there, and what messages were before they held several', '', {}],
    ['a probe', ' probe', { probe: true }],
    ['a request', ' request', { request: true }],
  ] as const)('is a line a due moment, as it waits in queues: %s', ([, mark, marked]) => {
    expect(parseDues(`abcdefghijklmnop 2026-11-22T07:00:00Z${mark}`)).toEqual([
      { id: 'abcdefghijklmnop', dueAt: '2026-11-22T07:00:00Z', ...marked },
    ]);
  });

  test.for([
    ['empty', ''],
    ['no id', `nobody ${due.dueAt}`],
    ['no moment', `${due.id} soon`],
    ['a word that this code does not know', `${duesMessage([due])} x`],
    ['a space at the end', `${duesMessage([due])} `],
    ['a line before it', `x\n${duesMessage([due])}`],
    ['an empty line behind it', `${duesMessage([due])}\n`],
  ] as const)('of another kind is poison: %s', ([, body]) => {
    expect(parseDues(body)).toBeUndefined();
  });
});

describe('how many a tick asks each shard for', () => {
  test.for([
    ['twice an even part and some: a tick is full also when the shards are not', 756, 8, 198],
    ['when all but one are empty, that one still drains', 100, 8, 34],
    ['one, of each, when it may take one', 1, 8, 1],
    ['all, of a single one', 100, 1, 100],
  ] as const)('%s', ([, take, shards, ask]) => {
    expect(askOf(take, shards)).toBe(ask);
  });
});

test('a probe is the latest due, and of those the last', () => {
  const found = (shard: string, id: string, dueAt: string): Found => ({
    shard,
    id: id as SubscriberId,
    dueAt: at(dueAt),
  });
  const all = [
    found('0', 'a', '2026-11-22T07:00:00Z'),
    found('1', 'b', '2026-11-22T08:00:00Z'),
    found('0', 'c', '2026-11-22T08:00:00Z'),
  ];
  expect(latest(all).map(({ id }) => id)).toEqual(['c']);
  expect(latest([]), 'nobody is due').toEqual([]);
});
