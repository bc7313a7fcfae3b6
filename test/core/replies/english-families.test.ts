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
  ['a request by its name', 'I make a subject access request under GDPR.', 'export'],
  ['the next course', 'Is there another course after this one?', 'course'],
] as const)('%s: %s', ([, text, done]) => {
  expect(read(text)).toBe(done);
  expect(understand(text, SUNDAY).personal).toBe(false);
});
