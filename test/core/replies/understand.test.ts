import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../support/understood.ts';

describe('understand', () => {
  it.each([
    ['a day', 'pause until 3 March', 'pause until 2027-03-03'],
    ['month first', 'pause until March 3rd', 'pause until 2027-03-03'],
    ['with a year', 'pause until Jan 5th, 2027', 'pause until 2027-01-05'],
    ['ISO 8601', 'pause until 2027-01-05', 'pause until 2027-01-05'],
    ['dots are day first', 'pause until 5.1.2027', 'pause until 2027-01-05'],
    ['13 is no month', 'pause until 13/1', 'pause until 2027-01-13'],
    ['through a day', 'pause through January 3', 'pause until 2027-01-04'],
    ['up to and including', 'pause up to and including Friday', 'pause until 2026-11-28'],
    ['inclusive behind it', 'pause until Friday inclusive', 'pause until 2026-11-28'],
    ['the end of a month', 'pause until the end of January', 'pause until 2027-02-01'],
    ['after a holiday', 'pause until after Christmas', 'pause until 2026-12-26'],
    ['next week begins on Monday', 'pause until next week', 'pause until 2026-11-23'],
    ['next month', 'pause until next month', 'pause until 2026-12-01'],
    ['tomorrow', 'snooze until tomorrow', 'pause until 2026-11-23'],
    ['Sunday said on a Sunday', 'pause until Sunday', 'pause until 2026-11-29'],
    ['Easter is computed', 'pause until Easter', 'pause until 2027-03-28'],
    [
      'over the turn of the year',
      'pause from 20 December until 3 January',
      'pause from 2026-12-20 until 2027-01-04',
    ],
    ['one month named', 'pause dec 20 to dec 24', 'pause from 2026-12-20 until 2026-12-25'],
    [
      'between',
      'pause between 1 December and 14 December',
      'pause from 2026-12-01 until 2026-12-15',
    ],
    [
      'from a day for a length',
      'pause from Monday for a week',
      'pause from 2026-11-23 until 2026-11-30',
    ],
    ['from a day, open', 'pause from 1 December', 'pause from 2026-12-01'],
    ['ten days in words', 'pause for ten days', 'pause until 2026-12-02'],
    ['a month is a calendar month', 'pause for a month', 'pause until 2026-12-22'],
    ['this week from today', 'no lessons this week please', 'pause until 2026-11-29'],
    ['the rest of the month', 'pause for the rest of the month', 'pause until 2026-12-01'],
    ['German', 'Bitte pausieren vom 1. bis 14. Dezember', 'pause from 2026-12-01 until 2026-12-15'],
    [
      'German, until and including',
      'Pause bis einschließlich 14. Dezember',
      'pause until 2026-12-15',
    ],
    ['French', 'Pause du 1er au 14 décembre', 'pause from 2026-12-01 until 2026-12-15'],
    ['Spanish', 'Pausar del 1 al 14 de diciembre', 'pause from 2026-12-01 until 2026-12-15'],
    ['Italian', 'Pausa dal 1 al 14 dicembre', 'pause from 2026-12-01 until 2026-12-15'],
    ['Portuguese', 'Pausar de 1 a 14 de dezembro', 'pause from 2026-12-01 until 2026-12-15'],
    ['Dutch', 'Pauze van 1 tot 14 december', 'pause from 2026-12-01 until 2026-12-15'],
    ['day first in a language that is', 'Pausieren bis 05/01', 'pause until 2027-01-05'],
  ])('pauses: %s', (_reason, text, pause) => {
    expect(read(text)).toBe(pause);
  });

  it.each([
    ['Europe/Berlin', 'pause until 2026-11-24'],
    ['America/New_York', 'pause until 2026-11-23'],
  ])('counts days in the zone of the reader: %s', (zone, expected) => {
    expect(read('pause for 1 day', { now: '2026-11-22T23:30:00Z', zone })).toBe(expected);
  });

  it.each([
    ['no such day', 'pause until 31 February'],
    ['just past', 'pause until 1 November'],
    ['too far', 'pause until 1 January 2029'],
    ['past', 'pause until 1 January 2020'],
    ['too short', 'pause for 2 hours'],
    ['nobody knows how long', 'pause for a few weeks'],
    ['whose holidays?', 'pause over the holidays'],
    ['what day?', 'pause until the cows come home'],
    ['which way round?', 'pause until 3/4'],
  ])('asks: %s', (_reason, text) => {
    expect(read(text)).toBe('ask');
  });

  it.each([
    ['skip this lesson', 'skip'],
    ["Skip tomorrow's lesson please", 'skip'],
    ['resend lesson 3', 'resend 3'],
    ['Could you resend the last lesson?', 'resend'],
    ["I didn't get lesson 5", 'resend 5'],
    ['Please send me day 4 again', 'resend 4'],
    ['status', 'status'],
    ['Which lesson am I on?', 'status'],
    ['When is the next lesson?', 'status'],
    ['help', 'help'],
    ['How do I unsubscribe?', 'help'],
    ["I can't find the unsubscribe link", 'help'],
    ['Can I unsubscribe?', 'ask'],
    ['export my data', 'export'],
    ['What data do you have about me?', 'export'],
    ['Please delete my data', 'erase'],
    ['Unsubscribe me and delete my data', 'leave and erase'],
    ['Only on weekdays please', 'schedule 12345'],
    ['Please send the lessons only on Mondays and Thursdays', 'schedule 14'],
    ['Can you send it at 7pm?', 'schedule at 19:00'],
    ['Bitte die Lektionen um 18 Uhr schicken', 'schedule at 18:00'],
    ['I moved to New York', 'schedule America/New_York'],
    ['My time zone is Asia/Tokyo', 'schedule Asia/Tokyo'],
    ['Could I get them once a week?', 'schedule 7'],
    ['Too many emails', 'nothing'],
    ['Resume on Jan 5', 'resume 2027-01-05'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['Please pause for two weeks. No wait, unsubscribe me.', 'leave'],
    ['Unsubscribe me. No wait, please pause for two weeks.', 'pause until 2026-12-06'],
  ])('takes what comes after a correction: %s', (text, intent) => {
    expect(read(text)).toBe(intent);
  });

  it('takes the own address of the reader for "me", and any other for somebody else', () => {
    expect(read('Please unsubscribe jo@example.net', { address: 'jo@example.net' })).toBe('leave');
    expect(read('Please unsubscribe jo@example.net', { address: 'al@example.net' })).toBe('ask');
  });

  it.each([
    ['an empty mail with a subject', '', 'unsubscribe', 'leave'],
    ['a signature and a subject', 'Thanks,\nJo', 'Unsubscribe me', 'leave'],
    ['an answer to our subject', '', 'Re: Stop', 'nothing'],
    ['a body that says something else', 'I love this', 'unsubscribe', 'nothing'],
    [
      'a robot’s subject over a command',
      'Please unsubscribe me',
      'Automatic reply: Day 3',
      'nothing',
    ],
  ])('subject: %s', (_reason, text, subject, intent) => {
    expect(read(text, { subject })).toBe(intent);
  });

  it('does nothing that is taken back', () => {
    expect(read('stop\n\nJust kidding, I love it!')).not.toBe('leave');
  });

  it('never throws and never acts on what is quoted', () => {
    const word = fc.constantFrom(
      'stop',
      'until',
      'pause',
      'for',
      '2',
      'weeks',
      'please',
      "don't",
      '\n',
      '?',
      ',',
      'from',
      '1',
      'to',
      'may',
      'Re:',
      '31/2',
      'bis',
      'no',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ maxLength: 20 })), { maxLength: 40, size: 'max' }),
        (words) => {
          expect(read(words.join(' '))).toBeTypeOf('string');
          const quote = words.join(' ').replace(/[\n\r\u2028\u2029\u0085]/g, ' ');
          expect(read(`> ${quote}`)).toBe('nothing');
        },
      ),
      { numRuns: 400 },
    );
  });

  it('answers the inputs that hang others (§5.4)', () => {
    const shapes = [
      '\n',
      'a',
      '-',
      ' ',
      '> \n',
      'On ',
      'On 1 Jan 2026 at 10:00\n',
      'stop, ',
      'email address ',
      'until ',
      'i really ',
      "can't find the ",
      'from 1 to ',
      '```\n',
      'wrote: ',
      '_ ',
    ];
    for (const shape of shapes) {
      expect(read(shape.repeat(Math.ceil(50_000 / shape.length)))).toBeTypeOf('string');
    }
  });
});
