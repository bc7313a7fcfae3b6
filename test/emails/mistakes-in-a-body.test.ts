import { expect, test } from 'vitest';
import { at, body, mistakes } from './mistakes-of.ts';

/** What is no part of the format is refused, by line. */
test.each<[string, string, string]>([
  [
    'an unknown block',
    ':::tip\nx\n:::',
    at(
      7,
      ': found :::tip, expected :::practice, :::question, :::next, :::myth, :::truth, :::for, :::gate, :::declined or :::gentler',
    ),
  ],
  [
    'the name that a block had once',
    ':::tomorrow\nx\n:::',
    at(
      7,
      ': found :::tomorrow, expected :::next, with {{next}} for when that is (readers choose their days)',
    ),
  ],
  [
    'an unknown line',
    'a\n\n::poll',
    at(
      9,
      ': found ::poll, expected ::check-in, ::safety, ::four-weeks, ::choices, ::lines or ::button',
    ),
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
    ':::question\nWhy?\n\n:::next\nMore.\n:::',
    at(10, ': found next inside question, expected a line ::: first, which ends question'),
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
    'an unknown kind of practice',
    ':::practice[Do]{kind=dance}\nx\n:::',
    at(7, ': found kind "dance", expected say, ask, do, notice, write, play or rest'),
  ],
  [
    'a gate with no practice around it',
    ':::gate\nx\n:::',
    at(7, ': found gate here, expected it inside a practice'),
  ],
  [
    'a practice in what is for one track',
    ':::for{track=friend}\n:::practice[Do]\nx\n:::\n:::',
    at(8, ': found practice inside for, expected a line ::: first, which ends for'),
  ],
  [
    'words for nobody',
    ':::for\nx\n:::',
    at(7, ': found track nothing, expected partner or friend'),
  ],
  [
    'a link to a letter that there is not',
    '[a](letter:third)',
    at(7, ': found a link to "letter:third", expected the id of another letter: first'),
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
  ['code in a line', 'a `b` c', at(7, ': found "`b`", expected *emphasis*, **strong** or a link')],
  ['a title in the body', '# Title', at(7, ': found a heading of level 1, expected ## or ###')],
  [
    'a link that is not secure',
    '[a](http://x.example)',
    at(
      7,
      ': found a link to "http://x.example", expected https://..., mailto:..., tel:..., letter:id or one of our links such as {{preferencesUrl}}',
    ),
  ],
  [
    'a link that runs',
    '[a](javascript:alert(1))',
    at(
      7,
      ': found a link to "javascript:alert(1)", expected https://..., mailto:..., tel:..., letter:id or one of our links such as {{preferencesUrl}}',
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
