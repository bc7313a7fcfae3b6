import { describe, expect, test } from 'vitest';
import { answerWords } from '../../../functions/core/replies/answer-words.ts';
import { decideYes } from '../../../functions/core/replies/decide-yes.ts';
import type { Trust } from '../../../functions/core/replies/trust.ts';
import { at, request } from '../../support/builders.ts';
import { SUNDAY } from '../../support/understood.ts';

const SINCE = at('2026-11-22T09:00:00Z');
const NOW = at('2026-11-22T10:00:00Z');
const STRANGERS = request();
const said = (text: string, language = 'en') => answerWords(text, { ...SUNDAY, language });
const offering = (...adds: readonly ('newsletter' | 'track')[]) =>
  request({ asked: { at: SINCE, details: {}, of: 'reader', adds } });

describe('a yes, in each language that replies are read in', () => {
  test.for([
    ['en', 'Yes!'],
    ['en', 'yes please, thank you'],
    ['de', 'Ja, bitte.'],
    ['fr', 'Oui, merci'],
    ['es', 'Sí'],
    ['it', 'Sì, grazie'],
    ['nl', 'Ja graag'],
    ['pt', 'Sim'],
  ])('%s: %s', ([language, text = '']) => {
    expect(decideYes(STRANGERS, said(text, language), 1, NOW)).toMatchObject({ yes: 'all' });
  });
});

describe('no yes', () => {
  test.for([
    ['a no', 'No, thanks'],
    ['more than a yes', 'Yes, but who are you?'],
    ['a story', 'Yes we tried it last night and talked for an hour about all of that'],
    ['nothing', ''],
    ['the number of a thing to choose from, where there is one', '1'],
    ['the same by its letter', 'A'],
    ['the same in words', 'The first, please'],
  ])('%s', ([, text = '']) => {
    expect(decideYes(STRANGERS, said(text), 1, NOW)).toBeUndefined();
  });
});

describe('whose yes counts', () => {
  const ROWS: readonly [why: string, trust: Trust, counts: boolean][] = [
    ['theirs, by token and DMARC', 1, true],
    ['whoever got the mail, as with its button', 2, true],
    ['their address without what that mail alone had', 3, false],
    ['somebody else’s, by DMARC’s word', 4, false],
  ];
  test.for(ROWS)('%s', ([, trust, counts]) => {
    expect(decideYes(STRANGERS, said('yes'), trust, NOW) !== undefined).toBe(counts);
  });
});

test('a mail with one button has an answer, one with several or none has not', () => {
  const to = (one: ReturnType<typeof request>) => decideYes(one, said('yes'), 1, NOW)?.yes;
  expect(to(offering('newsletter'))).toBe('newsletter');
  expect(to(offering('newsletter', 'track'))).toBeUndefined();
  expect(to(offering())).toBeUndefined();
});

test('after its week, or once it is withdrawn, there is nothing to say yes to', () => {
  expect(decideYes(STRANGERS, said('yes'), 1, at('2026-12-22T10:00:00Z'))).toBeUndefined();
  const standing = { is: 'left', at: SINCE, by: 'one-click' } as const;
  expect(decideYes(request({ standing }), said('yes'), 1, NOW)).toBeUndefined();
});
