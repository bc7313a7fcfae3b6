import { expect, test } from 'vitest';
import { remembered } from '../../functions/core/remembered.ts';

/** What is asked for again is not made again, and nothing is mixed up. */

function counting() {
  let made = 0;
  const ask = remembered((text: string, number: number): string => {
    made += 1;
    if (text === '') throw new Error(`nothing ${made}`);
    return `${text}${number}`;
  });
  return { ask, made: () => made };
}

test('the same question is answered once', () => {
  const { ask, made } = counting();
  expect([ask('a', 1), ask('a', 1), ask('a', 2), ask('b', 1)]).toEqual(['a1', 'a1', 'a2', 'b1']);
  expect(made()).toBe(3);
});

test('what can’t be answered is asked anew', () => {
  const { ask } = counting();
  expect(() => ask('', 1)).toThrow('nothing 1');
  expect(() => ask('', 1)).toThrow('nothing 2');
});

test('it forgets, so that a sender that lives long stays small, and goes on to answer', () => {
  const { ask, made } = counting();
  for (let number = 0; number < 2000; number += 1) ask('a', number);
  expect(ask('a', 0)).toBe('a0');
  expect(made(), 'it was forgotten').toBe(2001);
});
