import { expect, test } from 'vitest';
import { scripted } from '../support/scripted.ts';

/** What the desk does not understand, it says before it asks anybody anything. */
test.for([
  ['nobody', ['reader'], /^Whom\?/],
  ['a deed of nobody', ['reader', 'a@example.org', 'shout'], /^There is no "shout"/],
  ['a jump to nowhere', ['reader', 'a@example.org', 'jump'], /^To which place\?/],
  ['a place for a pause', ['reader', 'a@example.org', 'pause', '5'], /^pause takes nothing/],
  ['no day', ['reader', 'a@example.org', 'pause', '--until', 'soon'], /^--until wants a day/],
  [
    'a day to leave on',
    ['reader', 'a@example.org', 'leave', '--until', '2026-12-01'],
    /^--until is for/,
  ],
  [
    'a course to leave',
    ['reader', 'a@example.org', 'leave', '--course', 'closer'],
    /^--course is for/,
  ],
  [
    'a course for a new address',
    ['reader', 'a@example.org', 'address', 'b@example.org', '--course', 'c'],
    /^--course is for a jump, and for/,
  ],
  ['no address to go to', ['reader', 'a@example.org', 'address'], /^To which address\?/],
  ['what is no address', ['reader', 'a@example.org', 'address', 'new'], /^To which address\?/],
  ['two letters', ['reader', 'a@example.org', 'again', '3', '4'], /^“4” is not understood/],
  ['a standing of nobody', ['readers', '--standing', 'dozing'], /^--standing wants one of active/],
  ['a page of no lines', ['readers', '--lines', '0'], /^--lines wants a number from 1 to 200/],
  ['half a line', ['readers', '--lines', '1.5'], /^--lines wants/],
  ['too many', ['readers', '--lines', '201'], /^--lines wants/],
  ['too much said', ['today', 'tomorrow'], /^“tomorrow” is not understood here/],
  ['no month', ['replies', '--month', 'May'], /^--month wants a month/],
  ['an option of nobody', ['cost', '--all'], /^Unknown option '--all'/],
] as const)('%s is a sentence and status 2', async ([, args, sentence]) => {
  expect(await scripted(...args)).toEqual({ code: 2, text: expect.stringMatching(sentence) });
});
