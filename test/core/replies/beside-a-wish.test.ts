import { describe, expect, test } from 'vitest';
import { type Context, understand } from '../../../functions/core/replies/understand.ts';
import { inShort, SUNDAY } from '../../support/understood.ts';

/** Read by the grammar alone: a second reader that finds all of it a wish asks about nothing. */
const read = (text: string, context: Partial<Context> = {}): string =>
  inShort(
    understand(text, { ...SUNDAY, ...context }, () => ({ wish: 0.9, asking: 0, distress: 0 })),
  );

describe('a wish takes its time and its letter from beside it', () => {
  test.for([
    [
      'a stretch that ends where letters come again',
      'Next week I’m in Paris with my sister, hold the letters until November 30.',
      'pause from 2026-11-23 until 2026-11-30',
    ],
    [
      'a day from which somebody is away, and one to go on',
      'I’m off on nights from December 1, so nothing from then please, start me up again on December 20.',
      'pause from 2026-12-01 until 2026-12-20',
    ],
    [
      'a day that is something else: it ends long before',
      'My exam is tomorrow. Please pause until December 20.',
      'pause until 2026-12-20',
    ],
    [
      'a letter that never came',
      'Letter 12 never reached me, I’ve looked in junk and everything. Please re-send.',
      'resend 12',
    ],
    [
      'a letter that is skipped is not the one to have again',
      'Skip letter 8 and resend today’s letter',
      'skip and resend',
    ],
    [
      'nor is one that was read',
      'I read letter 7 yesterday. Please send me the last letter again.',
      'resend',
    ],
    ['a letter that is counted', 'pls send me the 3rd letter again', 'resend 3'],
    ['time off, for how long', 'three days off please', 'pause until 2026-11-25'],
    ['the same, asked for', 'could you give me a week off?', 'pause until 2026-11-29'],
    ['a fortnight’s', 'Could I have a fortnight’s break?', 'pause until 2026-12-06'],
    [
      'a day to go on, and no copy of a letter',
      'You can send them again from Monday on.',
      'resume 2026-11-23',
    ],
    ['days that are too many', 'One a day is too much for me. Could you slow down?', 'ask'],
    [
      'a date that could not be read beside one to go on',
      'Could you skip over Hanukkah for me? It’s the 4th through the 12th, so start again on the 13th.',
      'ask',
    ],
  ] as const)('%s', ([, text, done]) => {
    expect(read(text)).toBe(done);
  });
});

describe('what ends is both where both are named', () => {
  test.for([
    ['joined', 'Please stop the letters and the newsletter', 'leave all'],
    ['the other way round', 'Please stop the newsletter and the letters', 'leave all'],
    [
      'behind a verb that says it all',
      'Please unsubscribe me and no newsletter either',
      'leave all',
    ],
    ['in Spanish', 'Den de baja las cartas y también el newsletter', 'leave all'],
    ['a newsletter alone', 'no newsletter please', 'leave newsletter'],
    ['one that is kept', 'Stop the letters but keep the newsletter', 'leave and newsletter on'],
  ] as const)('%s', ([, text, done]) => {
    expect(read(text)).toBe(done);
  });
});

describe('a word that joins clauses asks for nothing', () => {
  test.for([
    [
      'Spanish',
      'Aquí a las seis ya estamos con las ovejas, así que la leo a mediodía, con el bocadillo.',
    ],
    [
      'French',
      'Le facteur passe deux fois par semaine dans notre vallée, alors une lettre tous les jours, même sur écran, c’est du luxe !',
    ],
  ] as const)('%s', ([, text]) => {
    expect(read(text)).not.toMatch(/^schedule/);
  });
});
