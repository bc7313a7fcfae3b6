import { expect, test } from 'vitest';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Rest } from '../../functions/core/rest.ts';
import { stateInWords } from '../../functions/web/pages/state.ts';
import { at, course, reader } from '../support/builders.ts';
import { ENGLISH } from '../support/words.ts';

const now = at('2026-11-22T10:00:00Z');
const rests = [{ from: '2026-12-05', until: '2026-12-10' } as Rest];
const courses = [{ ...course(['one', 'two']), rests }];
const until = (day: string) => ({ is: 'paused', since: now, until: day }) as never;

test.for<readonly [reason: string, fields: Partial<Subscriber>, says: RegExp]>([
  [
    'letters that come when the pause ends',
    { standing: until('2026-12-04'), dueAt: at('2026-12-04T07:00:00Z') },
    /^They wait until Friday, .*Nothing piles up\.$/,
  ],
  [
    'a pause that ends while the course rests',
    { standing: until('2026-12-07'), dueAt: at('2026-12-11T07:00:00Z') },
    /^They wait until Monday, .*Nothing piles up\. The next one: Friday, .*11/,
  ],
  [
    'a rest that nobody knew of when they paused',
    { standing: until('2026-12-07'), dueAt: at('2026-12-07T07:00:00Z') },
    /The next one: Friday, .*11/,
  ],
  ['a rest, and no pause', { dueAt: at('2026-12-07T07:00:00Z') }, /The next one: Friday, .*11/],
])('the page says when the next letter comes: %s', ([, fields, says]) => {
  expect(stateInWords(ENGLISH, reader(fields), { now, courses }).detail).toMatch(says);
});
