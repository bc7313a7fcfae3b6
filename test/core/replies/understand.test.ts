import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Context,
  type Understanding,
  understand,
} from '../../../functions/core/replies/understand.ts';
import { HELP, LEAVE, PAUSE, RESUME } from './fixtures/clear.ts';
import { NONE, UNSURE } from './fixtures/other.ts';

const SUNDAY: Context = { now: '2026-11-22T09:00:00Z', zone: 'Europe/Berlin' };
const read = (text: string, context: Partial<Context> = {}): Understanding =>
  understand(text, { ...SUNDAY, ...context });

/** What people put around a command, and what does not change it. */
const AROUND: readonly ((command: string) => string)[] = [
  (command) => command,
  (command) => `Hi Anna,\n\n${command}\n\nBest regards,\nJo Miller`,
  (command) => `Hallo,\n${command}\nLG Jo`,
  (command) => `Bonjour,\n\n${command}\n\nCordialement\nMarie`,
  (command) => `Hola:\n\n${command}\n\nGracias`,
  (command) => `${command}\n\nSent from my iPhone`,
  (command) => `${command}\n\n-- \nJo Miller\nAcme Ltd. Please consider pausing before you print.`,
  (command) =>
    `${command}\n\nOn Mon, Nov 16, 2026 at 7:00 AM Anna <anna@example.com> wrote:\n\n> Reply PAUSE or STOP`,
  (command) =>
    `${command}\n\nVon: Anna <anna@example.com>\nGesendet: Montag, 16. November 2026 07:00\nAn: jo@example.net\nBetreff: Tag 3\n\nStop oder Pause?`,
];

describe('understand', () => {
  it.each([
    ['leave', LEAVE, ['unsubscribe']],
    ['pause', PAUSE, ['pause']],
  ] as const)(
    'acts on at least 99 of 100 clear requests to %s, however wrapped',
    (_name, requests, intents) => {
      const missed = requests.flatMap((request) =>
        AROUND.map((around) => around(request)).filter(
          (text) => !intents.some((intent) => intent === read(text).intent),
        ),
      );
      expect(missed.slice(0, 20)).toHaveLength(0);
    },
  );

  it.each([...NONE, ...UNSURE])('neither leaves nor pauses: %s', (text) => {
    const wrapped = AROUND.map((around) => read(around(text), { state: 'active' }).intent);
    expect(wrapped.filter((intent) => intent === 'unsubscribe' || intent === 'pause')).toEqual([]);
  });

  it.each(NONE)('does nothing: %s', (text) => {
    expect(read(text, { state: 'active' })).toEqual({ intent: 'none' });
  });

  it.each(RESUME)('resumes when paused: %s', (text) => {
    expect(read(text, { state: 'paused' })).toEqual({ intent: 'resume' });
    expect(read(text, { state: 'active' })).toEqual({ intent: 'none' });
  });

  it.each(HELP)('helps: %s', (text) => {
    expect(read(text).intent).toBe('help');
  });

  it.each([
    ['a day', 'pause until 3 March', { until: '2027-03-03' }],
    ['month first', 'pause until March 3rd', { until: '2027-03-03' }],
    ['with a year', 'pause until Jan 5th, 2027', { until: '2027-01-05' }],
    ['ISO 8601', 'pause until 2027-01-05', { until: '2027-01-05' }],
    ['dots are day first', 'pause until 5.1.2027', { until: '2027-01-05' }],
    ['13 is no month', 'pause until 13/1', { until: '2027-01-13' }],
    ['through a day', 'pause through January 3', { until: '2027-01-04' }],
    ['up to and including', 'pause up to and including Friday', { until: '2026-11-28' }],
    ['inclusive behind it', 'pause until Friday inclusive', { until: '2026-11-28' }],
    ['the end of a month', 'pause until the end of January', { until: '2027-02-01' }],
    ['after a holiday', 'pause until after Christmas', { until: '2026-12-26' }],
    ['next week begins on Monday', 'pause until next week', { until: '2026-11-23' }],
    ['next month', 'pause until next month', { until: '2026-12-01' }],
    ['tomorrow', 'snooze until tomorrow', { until: '2026-11-23' }],
    ['Sunday said on a Sunday', 'pause until Sunday', { until: '2026-11-29' }],
    ['Easter is computed', 'pause until Easter', { until: '2027-03-28' }],
    [
      'over the turn of the year',
      'pause from 20 December until 3 January',
      { from: '2026-12-20', until: '2027-01-03' },
    ],
    ['one month named', 'pause dec 20 to dec 24', { from: '2026-12-20', until: '2026-12-25' }],
    [
      'between',
      'pause between 1 December and 14 December',
      { from: '2026-12-01', until: '2026-12-15' },
    ],
    [
      'from a day for a length',
      'pause from Monday for a week',
      { from: '2026-11-23', until: '2026-11-30' },
    ],
    ['from a day, open', 'pause from 1 December', { from: '2026-12-01', open: true }],
    ['ten days in words', 'pause for ten days', { until: '2026-12-02' }],
    ['a month is a calendar month', 'pause for a month', { until: '2026-12-22' }],
    ['this week from today', 'no lessons this week please', { until: '2026-11-29' }],
    ['the rest of the month', 'pause for the rest of the month', { until: '2026-12-01' }],
    [
      'German',
      'Bitte pausieren vom 1. bis 14. Dezember',
      { from: '2026-12-01', until: '2026-12-15' },
    ],
    [
      'German, until and including',
      'Pause bis einschließlich 14. Dezember',
      { until: '2026-12-15' },
    ],
    ['French', 'Pause du 1er au 14 décembre', { from: '2026-12-01', until: '2026-12-15' }],
    ['Spanish', 'Pausar del 1 al 14 de diciembre', { from: '2026-12-01', until: '2026-12-15' }],
    ['Italian', 'Pausa dal 1 al 14 dicembre', { from: '2026-12-01', until: '2026-12-15' }],
    ['Portuguese', 'Pausar de 1 a 14 de dezembro', { from: '2026-12-01', until: '2026-12-15' }],
    ['Dutch', 'Pauze van 1 tot 14 december', { from: '2026-12-01', until: '2026-12-15' }],
    ['day first in a language that is', 'Pausieren bis 05/01', { until: '2027-01-05' }],
  ])('pauses: %s', (_reason, text, pause) => {
    expect(read(text)).toEqual({ intent: 'pause', ...pause });
  });

  it('counts days in the zone of the reader', () => {
    const late = { now: '2026-11-22T23:30:00Z' };
    expect(read('pause for 1 day', { ...late, zone: 'Europe/Berlin' })).toEqual({
      intent: 'pause',
      until: '2026-11-24',
    });
    expect(read('pause for 1 day', { ...late, zone: 'America/New_York' })).toEqual({
      intent: 'pause',
      until: '2026-11-23',
    });
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
    expect(read(text).intent).toBe('clarify');
  });

  it.each([
    ['skip this lesson', { intent: 'skip' }],
    ["Skip tomorrow's lesson please", { intent: 'skip' }],
    ['resend lesson 3', { intent: 'resend', lesson: 3 }],
    ['Could you resend the last lesson?', { intent: 'resend' }],
    ["I didn't get lesson 5", { intent: 'resend', lesson: 5 }],
    ['Please send me day 4 again', { intent: 'resend', lesson: 4 }],
    ['status', { intent: 'status' }],
    ['Which lesson am I on?', { intent: 'status' }],
    ['When is the next lesson?', { intent: 'status' }],
    ['help', { intent: 'help' }],
    ['How do I unsubscribe?', { intent: 'help' }],
    ["I can't find the unsubscribe link", { intent: 'help' }],
    ['Can I unsubscribe?', { intent: 'help' }],
    ['export my data', { intent: 'export' }],
    ['What data do you have about me?', { intent: 'export' }],
    ['Please delete my data', { intent: 'delete' }],
    ['Unsubscribe me and delete my data', { intent: 'delete' }],
    ['Only on weekdays please', { intent: 'schedule', days: '12345' }],
    ['Please send the lessons only on Mondays and Thursdays', { intent: 'schedule', days: '14' }],
    ['Can you send it at 7pm?', { intent: 'schedule', hour: 19 }],
    ['Bitte die Lektionen um 18 Uhr schicken', { intent: 'schedule', hour: 18 }],
    ['I moved to New York', { intent: 'schedule', zone: 'America/New_York' }],
    ['My time zone is Asia/Tokyo', { intent: 'schedule', zone: 'Asia/Tokyo' }],
    ['Could I get them once a week?', { intent: 'schedule' }],
    ['Too many emails', { intent: 'schedule' }],
    ['Resume on Jan 5', { intent: 'resume', on: '2027-01-05' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['Please pause for two weeks. No wait, unsubscribe me.', 'unsubscribe'],
    ['Unsubscribe me. No wait, please pause for two weeks.', 'pause'],
  ])('takes what comes after a correction: %s', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  it('takes the own address of the reader for "me", and any other for somebody else', () => {
    expect(read('Please unsubscribe jo@example.net', { address: 'jo@example.net' }).intent).toBe(
      'unsubscribe',
    );
    expect(read('Please unsubscribe jo@example.net', { address: 'al@example.net' }).intent).toBe(
      'none',
    );
  });

  it.each([
    ['an empty mail with a subject', '', 'unsubscribe', 'unsubscribe'],
    ['a signature and a subject', 'Thanks,\nJo', 'Unsubscribe me', 'unsubscribe'],
    ['an answer to our subject', '', 'Re: Stop', 'none'],
    ['a body that says something else', 'I love this', 'unsubscribe', 'none'],
    ['a robot’s subject over a command', 'Please unsubscribe me', 'Automatic reply: Day 3', 'none'],
  ])('subject: %s', (_reason, text, subject, intent) => {
    expect(read(text, { subject }).intent).toBe(intent);
  });

  it('asks where the first line and the whole disagree', () => {
    expect(read('stop\n\nJust kidding, I love it!').intent).toBe('clarify');
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
          expect(read(words.join(' ')).intent).toBeTypeOf('string');
          const quote = words.join(' ').replace(/[\n\r\u2028\u2029\u0085]/g, ' ');
          expect(read(`> ${quote}`)).toEqual({ intent: 'none' });
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
      expect(read(shape.repeat(Math.ceil(50_000 / shape.length))).intent).toBeTypeOf('string');
    }
  });
});
