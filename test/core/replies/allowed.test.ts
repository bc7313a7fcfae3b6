import { expect, test } from 'vitest';
import { allowed } from '../../../functions/core/replies/allowed.ts';
import { type Answer, CARE } from '../../../functions/core/replies/answering.ts';
import type { ReplyDecision } from '../../../functions/core/replies/intents.ts';
import { at } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const ON = { noteInDistress: true };
const OFF = { noteInDistress: false };
const CRY: ReplyDecision = {
  intent: 'none',
  outcome: 'forwarded',
  toAuthor: true,
  distress: 'alone',
  answer: 'care',
};
const { answer: _, ...SILENT } = CRY;
const PAUSED: ReplyDecision = { intent: 'pause', outcome: 'applied', answer: 'paused' };
const LEFT: ReplyDecision = { intent: 'unsubscribe', outcome: 'applied', answer: 'goodbye' };
const earlier = (intent: string, count: number): readonly Answer[] =>
  Array.from({ length: count }, (_, n) => ({
    intent,
    words: `w${n}`,
    at: at(`2026-11-22T08:0${n}:00Z`),
  }));

test.for<[why: string, ReplyDecision, typeof ON, earlier: readonly Answer[], ReplyDecision]>([
  ['somebody in distress gets the note', CRY, ON, [], CRY],
  ['not where the author wants none; the author knows all the same', CRY, OFF, [], SILENT],
  ['not a second time', CRY, ON, earlier(CARE, 1), SILENT],
  ['not when a robot was answered all morning', CRY, ON, earlier('help', 6), SILENT],
  ['a note is no reason to do no wish', PAUSED, OFF, earlier(CARE, 1), PAUSED],
  [
    'what may not be told is not done',
    PAUSED,
    ON,
    earlier('help', 6),
    { intent: 'pause', outcome: 'forwarded', toAuthor: true },
  ],
  [
    'but for a leave, of which a person is told',
    LEFT,
    ON,
    earlier('help', 6),
    { intent: 'unsubscribe', outcome: 'applied', toAuthor: true },
  ],
])('%s', ([, decided, publication, before, expected]) => {
  expect(allowed(decided, publication, before, 'words', now)).toEqual(expected);
});
