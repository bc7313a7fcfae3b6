import { expect, test } from 'vitest';
import { checkInsPicture, circles } from '../../emails/circles.ts';
import { DAY, NIGHT_CSS } from '../../emails/theme.ts';
import { checkInsSoFar } from '../../functions/core/mail/check-ins.ts';
import { parseScore, SCORES } from '../../functions/core/reader/check-in.ts';
import { ENGLISH } from '../support/words.ts';

const PICTURE = checkInsPicture(ENGLISH);

test('an answer is one of seven digits', () => {
  expect(['1', '7', '0', '8', '', '01', '1.0', 'x'].map(parseScore)).toEqual([
    1,
    7,
    ...Array.from({ length: 6 }, () => undefined),
  ]);
});

test('circles come closer with each score, in every program', () => {
  const distances = SCORES.map((score) =>
    Number(/<span style="display:inline-block;width:(\d+)px"/.exec(circles(score))?.[1]),
  );
  const inWord = SCORES.map((score) =>
    Number(/letter-spacing:(-?\d+)px/.exec(circles(score))?.[1]),
  );
  for (const numbers of [distances, inWord]) {
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(new Set(numbers).size).toBe(7);
  }
});

test('circles are not read out, since words stand beside them', () => {
  expect(circles(4)).toContain('aria-hidden="true"');
});

test('shows what was answered, in words and as pictures', () => {
  const { checkInsText, checkInsHtml } = checkInsSoFar(
    [{ letter: 1, score: 2 }, { letter: 14 }, { letter: 28, today: true }],
    PICTURE,
  );
  expect(checkInsText).toBe(
    '   Letter 1: 2 of 7, side by side\n   Letter 14: no answer\n   Letter 28: today',
  );
  expect(checkInsHtml.match(/class="ring"/g)).toHaveLength(2);
  expect(checkInsHtml).toMatch(/Letter 14<.*>no answer</);
});

test('reads well when there are no answers at all', () => {
  expect(checkInsSoFar([{ letter: 1 }, { letter: 2 }], PICTURE).checkInsText).toBe(
    '   Letter 1: no answer\n   Letter 2: no answer',
  );
});

test('the circles wear the colours of the mails', () => {
  const { checkInsHtml } = checkInsSoFar([{ letter: 1, score: 1 }], PICTURE);
  const colours = new Set(checkInsHtml.match(/#[0-9a-f]{6}/g));
  expect([...colours].sort()).toEqual([DAY.accent, DAY.ink, DAY.soft].sort());
  for (const [, name] of checkInsHtml.matchAll(/class="(\w+)"/g))
    expect(NIGHT_CSS).toContain(`.${name}{`);
});
