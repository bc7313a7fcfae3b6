import { describe, expect, test } from 'vitest';
import { decide } from '../../../functions/core/replies/decide.ts';
import type { Trust } from '../../../functions/core/replies/trust.ts';
import type { Option, Wish } from '../../../functions/core/replies/understanding.ts';
import { course } from '../../support/builders.ts';
import {
  becoming,
  CLOSER,
  decided,
  LEAVE,
  MORNINGS,
  mornings,
  now,
  OFF,
  ON,
  READERS,
  type Who,
} from '../../support/readers-of-lists.ts';

describe('more mail than they get', () => {
  test.for<[why: string, Trust, outcome: string, newsletter: boolean]>([
    ['their own mail', 1, 'applied', true],
    ['a letter’s token alone is asked about', 2, 'confirm-asked', false],
    ['their address, with DMARC’s word', 3, 'applied', true],
    ['somebody else is asked about', 4, 'confirm-asked', false],
  ])('the newsletter by a reply: %s', ([, trust, outcome, newsletter]) => {
    expect(decided([ON], 'letters', trust).outcome).toBe(outcome);
    expect(becoming([ON], 'letters', trust).newsletter).toBe(newsletter);
  });

  test.for<[why: string, Wish, Who, options: readonly Option[] | undefined]>([
    ['what else there is', { is: 'course' }, 'letters', [[{ is: 'take', of: MORNINGS }]]],
    [
      'the one that they name',
      { is: 'course', of: MORNINGS },
      'both',
      [[{ is: 'take', of: MORNINGS }]],
    ],
    ['nothing, where they take all', { is: 'course' }, 'two courses', undefined],
  ])('another course is a button in a mail of its own: %s', ([, wish, who, options]) => {
    const { besides, question, offers, outcome } = decided([wish], who);
    expect(becoming([wish], who)).toEqual(READERS[who]);
    expect(question).toBeUndefined();
    expect(offers).toEqual(options);
    expect([besides, outcome]).toEqual(
      options ? [['courses'], 'confirm-asked'] : [undefined, 'forwarded'],
    );
  });

  test('what could be had is no part of what goes on: each mail has its own buttons', () => {
    const { answer, question, besides, offers } = decided([LEAVE, { is: 'course' }], 'both');
    expect([answer, question?.options]).toEqual(['in-part', [[OFF]]]);
    expect([besides, offers]).toEqual([['courses'], [[{ is: 'take', of: MORNINGS }]]]);
  });

  test('to begin again is asked about, since nothing leads back', () => {
    const { question, outcome } = decided([{ is: 'course', again: true }], 'letters');
    expect(question?.options).toEqual([[{ is: 'again-course', of: CLOSER, time: 1 }]]);
    expect(outcome).toBe('clarify-asked');
  });

  test('never one that its author has ended: a person hears of it', () => {
    const ended = [{ ...course([]), retired: true as const }, mornings];
    const wish: Wish = { is: 'course', again: true, of: CLOSER };
    const understood = { wishes: [wish], personal: false };
    const { question, offers, toAuthor } = decide(understood, 1, READERS['two courses'], {
      now,
      courses: ended,
    });
    expect([question, offers, toAuthor]).toEqual([undefined, undefined, true]);
  });
});
