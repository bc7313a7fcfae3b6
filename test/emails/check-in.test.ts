import { expect, test } from 'vitest';
import { circles } from '../../emails/circles.ts';
import { DAY, NIGHT_CSS } from '../../emails/theme.ts';
import { parseScore, SCORES } from '../../functions/core/reader/check-in.ts';

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

test('the circles wear the colours of the mails', () => {
  const colours = new Set(SCORES.flatMap((score) => circles(score).match(/#[0-9a-f]{6}/g) ?? []));
  expect([...colours]).toEqual([DAY.accent]);
  for (const [, name] of circles(1).matchAll(/class="(\w+)"/g))
    expect(NIGHT_CSS).toContain(`.${name}{`);
});
