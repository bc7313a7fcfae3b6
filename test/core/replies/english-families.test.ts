import { expect, test } from 'vitest';
import { understand } from '../../../functions/core/replies/understand.ts';
import { read, SUNDAY } from '../../support/understood.ts';

/** One of each family of sayings: a wish as people put it, and everyday reasons beside it. */
test.for([
  ['bowing out', 'Time for me to bow out. Thanks for the letters.', 'leave'],
  ['going on, denied', 'I won’t be continuing with the course.', 'leave'],
  ['a decision', 'We’ve decided not to carry on with the letters.', 'leave'],
  ['an address that comes off', 'This address needs to come off your list entirely.', 'leave'],
  ['what has served', 'This has run its course for me. Cancel please.', 'leave'],
  ['Scots', 'Gonnae stop sending me these?', 'leave'],
  ['held on to', 'Can you hang on to my letters till December 5th?', 'pause until 2026-12-05'],
  ['sat on', 'Sit on the letters until December 5, would you?', 'pause until 2026-12-05'],
  ['left to rest', 'Please let the letters rest for the time being, work is mad.', 'pause'],
  ['nobody knows how long', 'Please freeze the letters, I don’t know how long.', 'pause'],
  ['a day but', 'Any day except Sunday.', 'schedule 123456'],
  ['a day in between', 'A day in between each letter please.', 'schedule 135'],
  ['what would do', 'Every second day would do me nicely.', 'schedule 135'],
  ['the one after next', 'Jump to the one after next please.', 'skip'],
  ['the family’s', 'Put me on the family version please.', 'track friends'],
  ['a newsletter by a yes', 'Yes to the newsletter please!', 'newsletter on'],
  ['a last letter', 'Please let this be the last one.', 'leave'],
  ['knocked on the head', 'Could you knock this on the head?', 'leave'],
  ['an order beside a story', 'It is not my cup of tea. Stop sending.', 'leave'],
  ['a subjunctive', 'I’d be grateful if you took me off.', 'leave'],
  ['left until', 'Could you leave it until December 5? Panto season.', 'pause until 2026-12-05'],
  ['nothing for a while', 'Two weeks of nothing please! Panto season.', 'pause until 2026-12-06'],
  ['off, and what it would do', 'A fortnight off would suit me.', 'pause until 2026-12-06'],
  ['time to catch up', 'I need two weeks to catch up please.', 'pause until 2026-12-06'],
  [
    'until somebody returns',
    'Please hold them until I return on 14 December.',
    'pause until 2026-12-14',
  ],
  ['what would be nice', 'Half eight at night would be handier.', 'schedule at 20:30'],
  ['an hour in a question', 'Would nine in the evening be possible?', 'schedule at 21:00'],
  ['days that are left alone', 'Leave my Sundays alone, please.', 'schedule 123456'],
  ['a place moved to', 'Set my clock to Nairobi please.', 'schedule Africa/Nairobi'],
  ['one that goes missing', 'Number 14 got lost in my spam, please resend.', 'resend 14'],
  ['a request by its name', 'I make a subject access request under GDPR.', 'export'],
  ['the next course', 'Is there another course after this one?', 'course'],
] as const)('%s: %s', ([, text, done]) => {
  expect(read(text)).toBe(done);
  expect(understand(text, SUNDAY).personal).toBe(false);
});

test('a stretch that was told makes no end of "no letters that week"', () => {
  const text = 'I’ve got my viva the week of the 14th, so no letters that week please.';
  expect(understand(text, SUNDAY).wishes).toEqual([]);
});
