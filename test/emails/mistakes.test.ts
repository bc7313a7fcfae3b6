import { describe, expect, test } from 'vitest';
import { at, body, type Changes, mistakes, SECOND } from './mistakes-of.ts';
import { COURSE, lesson, PUBLICATION } from './tiny-content.ts';

const course = (from: string, to: string): Changes => ({
  'courses/tiny/course.yaml': COURSE.replace(from, to),
});
const publication = (from: string, to: string): Changes => ({
  'publication.yaml': PUBLICATION.replace(from, to),
});
const front = (from: string, to: string): Changes => ({
  [SECOND]: lesson('second', 'Words.').replace(from, to),
});

test('content without mistakes has none', () => {
  expect(mistakes({})).toEqual([]);
});

describe('in front matter', () => {
  test.each<[string, Changes, string]>([
    [
      'none',
      { [SECOND]: 'Words.' },
      at(
        1,
        ': found "Words.", expected front matter: a line ---, keys with values, and a line --- again',
      ),
    ],
    [
      'no subject',
      front('subject: The second letter', 'subject:'),
      at(3, ' subject: found nothing, expected the subject'),
    ],
    [
      'a key left out',
      front('minutes: 3\n', ''),
      at(2, ' minutes: found nothing, expected the minutes it takes to read, a whole number'),
    ],
    [
      'a number in words',
      front('minutes: 3', 'minutes: three'),
      at(5, ' minutes: found "three", expected the minutes it takes to read, a whole number'),
    ],
    [
      'a key that is not ours',
      front('minutes: 3', 'minutes: 3\nmood: good'),
      at(6, ' mood: found a key unknown here, expected no such key'),
    ],
    [
      'an id that is too long for a link',
      front('id: second', `id: ${'a'.repeat(33)}`),
      at(
        2,
        ` id: found "${'a'.repeat(33)}", expected the name of this letter for ever: at most 32 characters`,
      ),
    ],
    [
      'an id that is no name',
      front('id: second', 'id: Second Letter'),
      at(
        2,
        ' id: found "Second Letter", expected the name of this letter for ever: lower-case letters, digits and hyphens',
      ),
    ],
    [
      'an unknown source',
      front('minutes: 3', 'minutes: 3\nsources: [two-2002]'),
      at(6, ' sources: found "two-2002", expected one of the sources of course.yaml: one-2001'),
    ],
    [
      'a subject of two lines',
      front('subject: The second letter', 'subject: "a\\nBcc: b"'),
      at(3, ' subject: found "a Bcc: b", expected the subject, on one line'),
    ],
    [
      'a slot in the subject',
      front('The second letter', 'For {{greeting}}'),
      at(
        3,
        ' subject: found "For {{greeting}}", expected the subject, the same for every reader (no {{...}})',
      ),
    ],
    [
      'what those past it get',
      front('minutes: 3', 'minutes: 3\nfor-those-past: later'),
      at(6, ' for-those-past: found "later", expected never, at-the-end or next-day'),
    ],
    [
      'an id that another has',
      front('id: second', 'id: first'),
      `content/${SECOND} id: found "first", expected an id of its own (content/courses/tiny/lessons/01-first.md has this one)`,
    ],
    [
      'a file without its place',
      { 'courses/tiny/lessons/last.md': lesson('last', 'Words.') },
      'content/courses/tiny/lessons/last.md: found the file name "last.md", expected a number first, for its place: 07-name.md',
    ],
  ])('%s', (_, changes, expected) => {
    expect(mistakes(changes)).toEqual([expected]);
  });

  test('YAML that is broken', () => {
    expect(mistakes(front('minutes: 3', 'minutes: [3'))[0]).toMatch(
      /02-second\.md:\d: found broken YAML \(.*\), expected key: value$/,
    );
  });
});

describe('in course.yaml, publication.yaml and around them', () => {
  const PUB = 'content/publication.yaml';
  test.each<[string, Changes, string]>([
    [
      'a course in another folder',
      course('id: tiny', 'id: small'),
      'content/courses/tiny/course.yaml:1 id: found "small", expected the name of its folder, "tiny"',
    ],
    [
      'a demand that is none of ours',
      course('sources:', 'requires: { jokes: [first] }\nsources:'),
      'content/courses/tiny/course.yaml:8 requires.jokes: found a key unknown here, expected no such key',
    ],
    [
      'a demand on no list',
      course('sources:', 'requires: { safety: first }\nsources:'),
      'content/courses/tiny/course.yaml:8 requires.safety: found "first", expected a list of letters by their ids: [one, two]',
    ],
    [
      'the track that means none',
      course('id: friend', 'id: all'),
      'content/courses/tiny/course.yaml:7 tracks.1.id: found "all", expected a name other than all, which means no track',
    ],
    [
      'no address',
      publication('postal-address: |\n  Ann Lee\n  1 Some Street', 'postal-address: ""'),
      `${PUB}:5 postal-address: found nothing, expected the address that every mail must show, over several lines`,
    ],
    [
      'a sender that is no address',
      publication('letters@example.com', 'letters'),
      `${PUB}:3 from.address: found "letters", expected an address such as letters@example.com`,
    ],
    [
      'a zone that is none',
      publication('Europe/Berlin', 'Berlin'),
      `${PUB}:8 defaults.zone: found "Berlin", expected a time zone such as Europe/Berlin`,
    ],
    [
      'an hour that is none',
      publication('hour: 7', 'hour: 24'),
      `${PUB}:8 defaults.hour: found 24, expected an hour from 0 to 23`,
    ],
    [
      'days that are none',
      publication('days: daily', 'days: [mon, someday]'),
      `${PUB}:8 defaults.days: found ["mon","someday"], expected daily, weekdays, weekends, or a list such as [mon, wed, fri]`,
    ],
    [
      'weekly, which is another day for each',
      publication('days: daily', 'days: weekly'),
      `${PUB}:8 defaults.days: found "weekly", expected daily, weekdays, weekends, or a list such as [mon, wed, fri]`,
    ],
    [
      'a course that is not there',
      publication('course: tiny', 'course: huge'),
      `${PUB}:8 defaults.course: found "huge", expected a folder of content/courses: tiny`,
    ],
    [
      'a notice that is missing',
      { 'words/en/notices/paused.md': undefined },
      'content/words/en/notices/paused.md: found no file, expected this file',
    ],
    [
      'a notice that nothing sends',
      { 'words/en/notices/hello.md': 'x' },
      'content/words/en/notices/hello.md: found a notice that nothing sends, expected confirmation.md, comeback.md, already.md, welcome.md, paused.md, resumed.md, changed.md, skipped.md, exported.md, erasing.md, goodbye.md, clarify.md, help.md, status.md, care.md, own-link.md, new-address.md, address-taken.md, in-part.md, as-it-was.md, courses.md, address-link.md or digest.md',
    ],
  ])('%s', (_, changes, expected) => {
    expect(mistakes(changes)).toEqual([expected]);
  });
});

test('reports every mistake in every file at once, by file and line', () => {
  const found = mistakes({
    ...publication('language: en', 'language: English'),
    ...body('::poll\n\n<b>x</b>\n\n{{x}}'),
    'words/en/notices/help.md': undefined,
  });
  expect(found.map((line) => line.split(': found')[0])).toEqual([
    at(7, ''),
    at(9, ''),
    at(9, ''),
    at(11, ''),
    'content/publication.yaml:2 language',
    'content/words/en/notices/help.md',
  ]);
});
