import { describe, expect, test } from 'vitest';
import { MAX_NAME, parseSignUp } from '../../../functions/core/reader/sign-up.ts';
import { problemsInWords } from '../../../functions/web/problems.ts';
import { at, course, reader } from '../../support/builders.ts';
import { ENGLISH } from '../../support/words.ts';

const now = at('2026-11-22T09:00:00Z');
const plain = course(['one', 'two']);
const tracks = [
  { id: 'partner', label: 'A partner' },
  { id: 'friend', label: 'A friend' },
] as never;
const courses = [{ ...plain, tracks }];
const { zone, hour, days } = reader();
const defaults = { zone, hour, days, course: 'closer' };
const parse = (given: unknown) => parseSignUp(given, courses, defaults, now);

describe('a sign-up', () => {
  test('needs an address and takes the defaults for the rest', () => {
    expect(parse({ email: 'ann@example.com' })).toMatchObject({
      signUp: { address: 'ann@example.com', zone, hour, days, track: 'partner', newsletter: false },
    });
  });

  test('takes empty fields as left out, as a form sends them', () => {
    const given = { email: 'ann@example.com', name: '', hour: '', days: '', track: '', zone: '' };
    expect(parse(given)).toMatchObject({ signUp: { hour, zone } });
  });

  test.each([
    ['a bad address', { email: 'ann' }, ['email']],
    ['no address', {}, ['email']],
    ['a bad zone', { email: 'a@example.com', zone: 'Mars/Olympus' }, ['zone']],
    ['an offset is no zone', { email: 'a@example.com', zone: '+01:00' }, ['zone']],
    ['an hour of 99', { email: 'a@example.com', hour: 99 }, ['hour']],
    ['no such day', { email: 'a@example.com', days: 'someday' }, ['days']],
    ['no such course', { email: 'a@example.com', course: 'cooking' }, ['course']],
    ['no such track', { email: 'a@example.com', track: 'boss' }, ['track']],
    ['a name as long as a letter', { email: 'a@example.com', name: 'x'.repeat(81) }, ['name']],
    ['everything at once', { email: 'x', zone: 'x', hour: 99 }, ['email', 'zone', 'hour']],
    ['an address that is an object', { email: { $gt: '' } }, ['email']],
    ['a list', [], ['body']],
    ['nothing', null, ['body']],
  ])('is refused for %s, naming the fields', (_, given, fields) => {
    const parsed = parse(given);
    expect('problems' in parsed && Object.keys(parsed.problems).sort()).toEqual([...fields].sort());
  });

  test('takes a name of as many letters as its refusal says', () => {
    const refused = parse({ email: 'a@example.com', name: 'x'.repeat(500) });
    const named = (letters: number) => parse({ email: 'a@example.com', name: 'x'.repeat(letters) });
    expect(named(MAX_NAME)).toMatchObject({ signUp: { name: 'x'.repeat(MAX_NAME) } });
    expect(named(MAX_NAME + 1)).toEqual(refused);
    expect(problemsInWords(ENGLISH, { name: 'name' })['name']).toContain(`${MAX_NAME} characters`);
  });

  test('keeps a line break out of a name that goes into mail headers', () => {
    const parsed = parse({ email: 'a@example.com', name: 'Ann\r\nBcc: x@example.com' });
    expect(parsed).toMatchObject({ signUp: { name: 'Ann Bcc: x@example.com' } });
  });
});
