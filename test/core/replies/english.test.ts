import { describe, expect, test } from 'vitest';
import { understand } from '../../../functions/core/replies/understand.ts';
import { read, SUNDAY } from '../../support/understood.ts';

describe('a plain wish goes to no person, whatever is said around it', () => {
  test.for([
    ['a busy life', 'I’m starting a new job and am swamped. Please unsubscribe me.', 'leave'],
    ['no time', 'I don’t have the time to read them. Please take me off the list.', 'leave'],
    ['it does not suit', 'I don’t find these helpful. Please unsubscribe.', 'leave'],
    ['asked before', 'I already asked you to stop. Please take me off your list.', 'leave'],
    ['a mailbox that closes', 'I’m retiring this email address, so please unsubscribe me', 'leave'],
    ['praise', 'Your letters were lovely and I learned a lot. Please unsubscribe me now.', 'leave'],
    ['a break-up', 'We split up. Please cancel my subscription.', 'leave'],
    ['days that are why', 'Please cancel my enrollment. I’m too busy for a daily email.', 'leave'],
    ['an initial', 'Please unsubscribe me. Yours, J. Brown', 'leave'],
    ['no apostrophe', 'I dont want these letters anymore', 'leave'],
    ['a birth', 'We have a newborn! Please pause until March.', 'pause until 2027-03-01'],
    ['an illness', 'I’m ill, please stop the letters until Friday', 'pause until 2026-11-27'],
    ['colleagues', 'My colleagues can see my inbox. Please use discreet subjects.', 'discreet on'],
    ['habits', 'I’m not a morning person, please send at 9 pm', 'schedule at 21:00'],
    ['a letter gone astray', 'It went to spam. Please resend letter 5', 'resend 5'],
  ] as const)('%s', ([, text, done]) => {
    expect(read(text)).toBe(done);
    expect(understand(text, SUNDAY).personal).toBe(false);
  });
});

describe('what belongs together', () => {
  test.for([
    ['a count and its day', 'Once a week, on Saturdays please', 'schedule 6'],
    ['days with a slash', 'Mon/Wed/Fri at 7 please', 'schedule 135 at 7:00'],
    ['a day and its evening', 'Please send on Sunday evenings at 6', 'schedule 7 at 18:00'],
    ['a number cut short', 'Can you resend no. 7', 'resend 7'],
    [
      'an absence and an end',
      'We are away until December 6. No letters please.',
      'pause until 2026-12-06',
    ],
    [
      'a day of leaving and one of coming back',
      'Please hold my letters, I’m away from Friday and back on December 14',
      'pause from 2026-11-27 until 2026-12-14',
    ],
    [
      'the newsletter beside the letters',
      'Please pause the letters until March. And no newsletter, please.',
      'pause until 2027-03-01 and newsletter off',
    ],
    [
      'a question about one thing, a plea for another',
      'When is the next letter? And please send at 6 am',
      'status and schedule at 6:00',
    ],
  ] as const)('%s', ([, text, done]) => {
    expect(read(text)).toBe(done);
  });

  test('a newsletter that shall stay is not ended', () => {
    expect(read('Please stop the letters but keep me on the newsletter')).not.toContain('off');
  });
});

describe('the same words, and no wish', () => {
  test.for([
    ['a habit, with a reason beside it', 'I get up at 6 and read your letter with coffee.'],
    ['an hour that is fine', 'I get your letters at 7 in the evening and love it'],
    ['somebody else’s mail', 'He never writes to me anymore.'],
    ['somebody else’s contract', 'They cancelled my contract until further notice.'],
    ['a rule at home', 'no more yelling, that’s our new rule'],
    ['a reason alone', 'My exams are until Friday, wish me luck!'],
    ['a birth alone', 'We have a newborn!'],
    ['a promise', 'I’ll write again when I’m ready'],
    ['an hour in a story', 'Two hours later, at 9, he called, and we talked.'],
  ] as const)('%s', ([, text]) => {
    expect(['ask', 'nothing']).toContain(read(text));
  });

  test('a dictation that went wrong is asked about', () => {
    expect(read('cancel send. cancel. period period. oh for crying out loud')).toBe('ask');
  });
});
