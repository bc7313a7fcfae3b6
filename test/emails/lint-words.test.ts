import { expect, test } from 'vitest';
import { type Change, FIRST, findings, ISSUE, SAFETY, SECOND } from './good-content.ts';

const one = (line: number, rest: string) => `content/${FIRST}:${line}${rest}`;
const two = (line: number, rest: string) => `content/${SECOND}:${line}${rest}`;
/** `Say *you*.` stands on line 24. */
const say = (words: string): Change => [FIRST, 'Say *you*.', words];
const checkIns = (count: number): Change => [SECOND, '::check-in', '::check-in\n\n'.repeat(count)];
const LAST = 'The third letter is yours.';
const END = 'Next comes the middle of a letter, which is where most of them sag.';

test.each<[string, Change, readonly string[]]>([
  [
    'a link that tracks',
    say('Say [you](https://words.org/you?utm_source=kindling).'),
    [
      one(
        26,
        ': found a link to "https://words.org/you?utm_source=kindling" that tracks, expected no utm_source',
      ),
    ],
  ],
  [
    'a link that hides where it leads',
    say('Say [you](https://bit.ly/you).'),
    [one(26, ': found a link to "https://bit.ly/you", expected the address that it leads to')],
  ],
  [
    'a link to nowhere',
    say('Say [you](https://www.example.com/you).'),
    [one(26, ': found a link to "https://www.example.com/you", expected a site that exists')],
  ],
  [
    'a link with a password',
    say('Say [you](https://me:pass@words.org/).'),
    [one(26, ': found a link to "https://me:pass@words.org/", expected no name or password in it')],
  ],
  [
    'a link that is not secure',
    say('Say [you](http://words.org).'),
    [
      one(
        26,
        ': found a link to "http://words.org", expected https://..., mailto:..., tel:..., letter:id or one of our links such as {{preferencesUrl}}',
      ),
    ],
  ],
  [
    'a link on a word that says nothing',
    say('Say *you*. See [here](https://words.org/).'),
    [one(26, ': found a link on "here", expected words that say where to')],
  ],
  [
    'mail to nobody',
    say('Say [you](mailto:me@words).'),
    [
      one(
        26,
        ': found a link to "mailto:me@words", expected an address such as mailto:somebody@publication.org',
      ),
    ],
  ],
  [
    'a number that works in one country, in the file of the safety note',
    [SAFETY, 'tel:112', 'tel:0800-111-222'],
    [
      `content/${SAFETY}:1: found a link to "tel:0800-111-222", expected a number with its country, tel:+49..., or a short one`,
    ],
  ],
  [
    'an image',
    say('Say ![you](https://words.org/a.png).'),
    [one(26, ': found an image ("you"), expected words: letters carry no images')],
  ],
  [
    'a source that the course does not list',
    [FIRST, 'sources: [one-2001]', 'sources: [two-2002]'],
    [one(11, ' sources: found "two-2002", expected one of the sources of course.yaml: one-2001')],
  ],
  [
    'a value that lessons do not have',
    say('Say *you*, {{pausedInWords}}.'),
    [one(26, ': found {{pausedInWords}}, expected a value that this mail has when it is sent')],
  ],
  [
    'a reader’s own words in an issue, which is a page as well',
    [ISSUE, 'Somebody wrote', '{{greeting}} somebody wrote'],
    [`content/${ISSUE}:8: found {{greeting}}, expected words for everybody: it is a page, too`],
  ],
  [
    'a sentence of a letter in an issue',
    [ISSUE, 'Somebody wrote', 'Think of one reader whom you know by name. Somebody wrote'],
    [
      `content/${ISSUE}:8: found "Think of one reader whom you know by name.", expected a sentence of its own (content/${FIRST}:31 has this one)`,
    ],
  ],
  [
    'an issue that nobody has written yet, and that a date would mail',
    [ISSUE, ' It was cold, and we laughed at it.', ''],
    [`content/${ISSUE}:8: found one sentence, expected enough for a mail to every reader`],
  ],
  [
    'a day for a letter, promised to who may get none',
    ['words/en/notices/paused.md', '{{nextInWords}}', '{{nextLetterInWords}}'],
    [
      'content/words/en/notices/paused.md:10: found {{nextLetterInWords}}, expected a value that this mail has when it is sent',
    ],
  ],
  [
    'a button that a welcome can not have',
    ['words/en/notices/welcome.md', 'to=preferencesUrl', 'to=undoUrl'],
    [
      'content/words/en/notices/welcome.md:21: found {{undoUrl}}, expected a value that this mail has when it is sent',
    ],
  ],
  [
    'a confirmation that nobody can give',
    [
      'words/en/notices/confirmation.md',
      '::button[Yes, send me the letters]{to=confirmUrl}',
      'Yes.',
    ],
    [
      'content/words/en/notices/confirmation.md:6: found no way to confirm, expected ::button[...]{to=confirmUrl}',
    ],
  ],
  [
    'so much html that it should be looked at',
    checkIns(7),
    [two(13, ': found 89 KB of html, expected less than 80 KB: Gmail cuts near 102')],
  ],
  [
    'so much html that Gmail cuts it',
    checkIns(10),
    [two(13, ': found 121 KB of html, expected less than 80 KB: Gmail cuts near 102')],
  ],
  [
    'a long sentence again',
    [SECOND, 'Nobody will mind.', 'Think of one reader: whom you know by name.'],
    [
      two(
        31,
        `: found "think of one reader whom you know by", expected words of its own (content/${FIRST} has these 8)`,
      ),
      two(
        31,
        `: found "Think of one reader: whom you know by name.", expected a sentence of its own (content/${FIRST}:31 has this one)`,
      ),
    ],
  ],
  [
    'the same first words',
    [SECOND, 'You know the feeling', 'It is early, and the road is long. You know the feeling'],
    [
      two(
        13,
        `: found "It is early, and", expected an opening of its own (content/${FIRST}:18 has this one)`,
      ),
    ],
  ],
  [
    'the same last words',
    [FIRST, END, LAST],
    [
      two(
        44,
        `: found "${LAST}", expected an ending of its own (content/${FIRST}:45 has this one)`,
      ),
    ],
  ],
  [
    'hype in a letter, over the end of a line',
    [SECOND, 'Nobody will mind.', 'It is a real\ngame changer. Nobody will mind.'],
    [two(32, ': found "game changer", expected plainer words')],
  ],
  [
    'hype in a subject',
    [FIRST, 'subject: A place to begin', 'subject: The Ultimate place to begin'],
    [one(5, ': found "ultimate", expected plainer words')],
  ],
  [
    'hype in a notice',
    ['words/en/notices/welcome.md', 'We’re glad', 'It is amazing. We’re glad'],
    ['content/words/en/notices/welcome.md:6: found "amazing", expected plainer words'],
  ],
])('%s', async (_, change, expected) => {
  const found = await findings([change]);
  expect(found.map((line) => line.replace(/^(error|warning) +/, ''))).toEqual(expected);
});

test.each<[string, Change]>([
  [
    'a short sentence again',
    [SECOND, 'Nobody will mind.', 'Nobody will mind. Keep the other two.'],
  ],
  ['a word that only begins like hype', say('Say *you*, in Hackney.')],
  ['a link with words that count nothing', say('Say [you](https://words.org/?page=2#utm_x).')],
  [
    'mail to somebody, a number with its country',
    say('Say [a](mailto:a@b.org) [b](tel:+49-30-123456).'),
  ],
  ['a note to oneself', say('Say *you*.\n\n<!-- amazing\n\nhttp://x -->\n')],
])('is fine: %s', async (_, change) => {
  expect(await findings([change])).toEqual([]);
});

test('much html is a warning, too much an error', async () => {
  const [some] = await findings([checkIns(7)]);
  const [more] = await findings([checkIns(10)]);
  expect([some, more].map((line) => line?.split(' ', 1)[0])).toEqual(['warning', 'error']);
});
