import { expect, test } from 'vitest';
import {
  afterOutcome,
  FEW,
  REST_SECONDS,
  rests,
  showsHealth,
  WELL,
} from '../../../functions/core/sending/health.ts';
import { NO_CONNECTION, type SendOutcome } from '../../../functions/core/sending/pace.ts';
import { plusSeconds } from '../../../functions/core/time.ts';
import { at } from '../../support/builders.ts';
import { notSent } from '../../support/fake-sending-world.ts';

const NOW = at('2026-11-27T07:00:00Z');
const DOUBT: SendOutcome = { is: 'in-doubt', why: 'TimeoutError' };
const NOBODY: SendOutcome = notSent('retry', NO_CONNECTION);
const SENT: SendOutcome = { is: 'sent', messageId: 'm' };

/** What a sender thinks after these outcomes, some seconds apart from each other. */
const after = (outcomes: readonly SendOutcome[], secondsApart = 0) =>
  outcomes.reduce(
    (health, outcome, place) =>
      afterOutcome(health, outcome, plusSeconds(NOW, place * secondsApart)),
    WELL,
  );

test.for<readonly [why: string, outcomes: readonly SendOutcome[], apart: number, rests: boolean]>([
  ['all is well', [SENT, SENT], 0, false],
  ['one lost answer is an accident', [DOUBT], 0, false],
  ['a few at once are an outage', [DOUBT, DOUBT, DOUBT], 0, true],
  ['a few within the minute, too', [DOUBT, DOUBT, DOUBT], 29, true],
  ['as many in an hour are accidents', [DOUBT, DOUBT, DOUBT], 1200, false],
  ['an answer between them says that SES is there', [DOUBT, DOUBT, SENT, DOUBT], 0, false],
  [
    'a refusal of one mail is an answer of another kind',
    [DOUBT, DOUBT, notSent('put-off')],
    0,
    false,
  ],
  ['nobody to connect to is an outage, too', [NOBODY, NOBODY, NOBODY], 0, true],
  ['a refusal of the account meets every mail', [notSent('hold')], 0, true],
])('%s', ([, outcomes, apart, resting]) => {
  const last = plusSeconds(NOW, (outcomes.length - 1) * apart);
  expect(rests(after(outcomes, apart), last)).toBe(resting);
});

test('a rest ends by itself, and at once with an answer', () => {
  const health = after(Array.from({ length: FEW }, () => DOUBT));
  expect(rests(health, plusSeconds(NOW, REST_SECONDS - 1))).toBe(true);
  expect(rests(health, plusSeconds(NOW, REST_SECONDS))).toBe(false);
  expect(rests(afterOutcome(health, SENT, NOW), NOW)).toBe(false);
});

test.for<readonly [outcome: SendOutcome, shows: boolean, why: string]>([
  [SENT, true, 'it took a mail'],
  [notSent('retry'), true, 'it is there, and busy'],
  [notSent('put-off'), true, 'it read the mail'],
  [notSent('suppress'), true, 'it read the address'],
  [notSent('hold'), false, 'it takes no mail at all'],
  [DOUBT, false, 'nobody answered'],
  [NOBODY, false, 'nobody was there'],
])('%o: %s, since %s', ([outcome, shows]) => {
  expect(showsHealth(outcome)).toBe(shows);
});
