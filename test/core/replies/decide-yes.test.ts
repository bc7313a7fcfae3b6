import { describe, expect, test } from 'vitest';
import type { CourseSlug, TrackId } from '../../../functions/core/course.ts';
import type { Present } from '../../../functions/core/reader/lifecycle.ts';
import type { Addition } from '../../../functions/core/reader/subscriber.ts';
import { answerWords } from '../../../functions/core/replies/answer-words.ts';
import { decideYes } from '../../../functions/core/replies/decide-yes.ts';
import type { Trust } from '../../../functions/core/replies/trust.ts';
import type { Act } from '../../../functions/core/replies/wish-code.ts';
import { at, course, enrollment, request } from '../../support/builders.ts';
import { SUNDAY } from '../../support/understood.ts';

const SINCE = at('2026-11-22T09:00:00Z');
const NOW = at('2026-11-22T10:00:00Z');
const [COUPLE, FRIENDS] = ['couple', 'friends'].map((who) => ({
  id: who as TrackId,
  label: who,
  for: who as 'couple',
}));
const PRESENT = {
  now: NOW,
  courses: [{ ...course(['one']), tracks: [COUPLE, FRIENDS] }],
} as Present;
const STRANGERS = request();
const said = (text: string, language = 'en') => answerWords(text, { ...SUNDAY, language });
const offering = (...adds: readonly Addition[]) =>
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
    expect(decideYes(STRANGERS, said(text, language), 1, PRESENT)).toMatchObject({ yes: 'all' });
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
    expect(decideYes(STRANGERS, said(text), 1, PRESENT)).toBeUndefined();
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
    expect(decideYes(STRANGERS, said('yes'), trust, PRESENT) !== undefined).toBe(counts);
  });
});

test('a mail with one button has an answer, one with several or none has not', () => {
  const to = (one: ReturnType<typeof request>) => decideYes(one, said('yes'), 1, PRESENT)?.yes;
  expect(to(offering('newsletter'))).toBe('newsletter');
  expect(to(offering('newsletter', 'track'))).toBeUndefined();
  expect(to(offering())).toBeUndefined();
});

test('after its week, or once it is withdrawn, there is nothing to say yes to', () => {
  expect(
    decideYes(STRANGERS, said('yes'), 1, { ...PRESENT, now: at('2026-12-22T10:00:00Z') }),
  ).toBeUndefined();
  const standing = { is: 'left', at: SINCE, by: 'one-click' } as const;
  expect(decideYes(request({ standing }), said('yes'), 1, PRESENT)).toBeUndefined();
});

describe('an addition is answered, with what can be taken back', () => {
  type Row = readonly [addition: Addition, done: readonly Act[] | undefined, track?: string];
  test.for<Row>([
    ['newsletter', [{ is: 'newsletter', on: true }]],
    ['course', [{ is: 'take', of: 'closer' as CourseSlug }]],
    ['track', [{ is: 'track', to: 'friends' }], 'friends'],
    ['track', undefined, 'for nobody by name'],
  ])('%s: %o', ([addition, done, track]) => {
    const one = {
      ...offering(addition),
      enrollments: [enrollment(track === undefined ? {} : { track: track as TrackId })],
    };
    const decided = decideYes(one, said('yes'), 1, PRESENT);
    expect(decided).toMatchObject({ outcome: 'applied', yes: addition });
    expect([decided?.answer, decided?.done]).toEqual(
      done ? ['changed', done] : [undefined, undefined],
    );
  });

  test('to who becomes a reader by it the welcome is the answer', () => {
    expect(decideYes(STRANGERS, said('yes'), 1, PRESENT)?.answer).toBeUndefined();
  });
});
