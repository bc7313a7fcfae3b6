import { describe, expect, test } from 'vitest';
import { loadContent } from '../../emails/content/load.ts';
import { ContentError } from '../../emails/content/mistakes.ts';
import { COURSE, lesson, PUBLICATION, tinyContent } from './tiny-content.ts';

type Changes = Readonly<Record<string, string | undefined>>;

/** Mistakes of a folder, one line each. */
function mistakes(changes: Changes): readonly string[] {
  try {
    loadContent(tinyContent(changes));
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.message.split('\n');
    throw error;
  }
}

const SECOND = 'courses/tiny/lessons/02-second.md';
/** The body starts on line 7. */
const body = (text: string): Changes => ({ [SECOND]: lesson('second', text) });
const at = (line: number, rest: string) => `content/${SECOND}:${line}${rest}`;
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

describe('in a body', () => {
  test.each<[string, string, string]>([
    [
      'an unknown block',
      ':::tip\nx\n:::',
      at(7, ': found :::tip, expected :::practice, :::question, :::tomorrow, :::myth or :::truth'),
    ],
    [
      'an unknown line',
      'a\n\n::poll',
      at(9, ': found ::poll, expected ::check-in, ::safety, ::four-weeks or ::button'),
    ],
    [
      'a directive in a line',
      'a :b[c] d',
      at(7, ': found :b inside a line, expected directives on their own line'),
    ],
    [
      'a directive with a space',
      '::: practice\nx\n:::',
      at(
        7,
        ': found "::: practice x :::", expected :::name with a closing ::: line, or ::name alone on its line',
      ),
    ],
    [
      'a block that is not closed',
      ':::question\nWhy?\n\n:::tomorrow\nMore.\n:::',
      at(10, ': found tomorrow inside question, expected a line ::: first, which ends question'),
    ],
    [
      'an unknown track',
      ':::practice[Do]{track=enemy}\nx\n:::',
      at(7, ': found track "enemy", expected partner or friend'),
    ],
    [
      'a practice without a title',
      ':::practice\nx\n:::',
      at(7, ': found no title, expected :::practice[A title]'),
    ],
    [
      'a practice without words',
      ':::practice[Do]\n:::',
      at(7, ': found nothing inside, expected words for practice'),
    ],
    [
      'a title where none goes',
      ':::question[Why]\nx\n:::',
      at(7, ': found a title for question, expected a title on practice only'),
    ],
    [
      'an unknown attribute',
      '::check-in{scale=9}',
      at(7, ': found {scale} on check-in, expected nothing'),
    ],
    [
      'a button that leads nowhere',
      '::button[Go]{to=moonUrl}',
      at(7, ': found to="moonUrl", expected one of our links, such as to=confirmUrl'),
    ],
    [
      'a button without words',
      '::button{to=confirmUrl}',
      at(7, ': found no label, expected ::button[Label]{to=...}'),
    ],
    ['HTML', 'a\n\n<div>x</div>', at(9, ': found HTML "<div>x</div>", expected Markdown')],
    ['HTML in a line', 'a <br> b', at(7, ': found HTML "<br>", expected Markdown')],
    [
      'an image without words',
      '![](https://x.example/a.png)',
      at(
        7,
        ': found an image, without words for those who do not see it, expected words: letters carry no images',
      ),
    ],
    [
      'an image',
      '![a cat](https://x.example/a.png)',
      at(7, ': found an image ("a cat"), expected words: letters carry no images'),
    ],
    [
      'a table',
      '| a |\n|---|\n| b |',
      at(7, ': found a table, expected a paragraph, heading, list, quote or rule'),
    ],
    [
      'code',
      '    a',
      at(
        7,
        ': found a code block (or a paragraph set in by four spaces), expected a paragraph, heading, list, quote or rule',
      ),
    ],
    [
      'code in a line',
      'a `b` c',
      at(7, ': found "`b`", expected *emphasis*, **strong** or a link'),
    ],
    ['a title in the body', '# Title', at(7, ': found a heading of level 1, expected ## or ###')],
    [
      'a link that is not secure',
      '[a](http://x.example)',
      at(
        7,
        ': found a link to "http://x.example", expected https://..., mailto:..., tel:... or one of our links such as {{preferencesUrl}}',
      ),
    ],
    [
      'a link that runs',
      '[a](javascript:alert(1))',
      at(
        7,
        ': found a link to "javascript:alert(1)", expected https://..., mailto:..., tel:... or one of our links such as {{preferencesUrl}}',
      ),
    ],
  ])('%s', (_, text, expected) => {
    expect(mistakes(body(text))).toEqual([expected]);
  });

  test.each<[string, string, RegExp]>([
    [
      'an unknown slot',
      'a\nb {{firstName}} c',
      /^content\/.*:8: found \{\{firstName\}\}, expected one of \{\{publicationName\}\} \{\{greeting\}\}/,
    ],
    ['half a slot', 'Hello {{greeting}', /:7: found \{\{, expected one of/],
    [
      'markup of ours as a word',
      '{{checkInsHtml}}',
      /:7: found \{\{checkInsHtml\}\}, expected one of/,
    ],
  ])('%s', (_, text, expected) => {
    const [only, ...more] = mistakes(body(text));
    expect(only).toMatch(expected);
    expect(more).toEqual([]);
  });

  test('a safety note that the course does not have', () => {
    const changes = { 'courses/tiny/safety.md': undefined, ...body('::safety') };
    expect(mistakes(changes)).toContain(
      at(7, ': found no safety.md, expected a file safety.md beside course.yaml'),
    );
  });
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
      { 'notices/paused.md': undefined },
      'content/notices/paused.md: found no file, expected this file',
    ],
    [
      'a notice that nothing sends',
      { 'notices/hello.md': 'x' },
      'content/notices/hello.md: found a notice that nothing sends, expected confirmation.md, welcome.md, paused.md, resumed.md, goodbye.md, clarify.md, help.md or status.md',
    ],
    [
      'a day that is none',
      {
        'newsletters/2026-12-news.md':
          '---\nid: news\nsubject: News\npreheader: A line.\ndate: 2026-02-30\n---\nWords.',
      },
      'content/newsletters/2026-12-news.md:5 date: found "2026-02-30", expected a date such as 2026-12-31',
    ],
  ])('%s', (_, changes, expected) => {
    expect(mistakes(changes)).toEqual([expected]);
  });
});

test('reports every mistake in every file at once, by file and line', () => {
  const found = mistakes({
    ...publication('language: en', 'language: English'),
    ...body('::poll\n\n<b>x</b>\n\n{{x}}'),
    'notices/help.md': undefined,
  });
  expect(found.map((line) => line.split(': found')[0])).toEqual([
    at(7, ''),
    at(9, ''),
    at(9, ''),
    at(11, ''),
    'content/notices/help.md',
    'content/publication.yaml:2 language',
  ]);
});
