import { expect, test } from 'vitest';
import { type Change, COURSE, FIRST, findings, SECOND } from './good-content.ts';

const one = (line: number, rest: string) => `content/${FIRST}:${line}${rest}`;
const two = (line: number, rest: string) => `content/${SECOND}:${line}${rest}`;
const SUBJECT = 'subject: A place to begin';
const PREHEADER = 'preheader: What a letter is made of, told by one that has all its parts.';

test('good content has nothing against it', async () => {
  expect(await findings([])).toEqual([]);
});

test.each<[string, Change, readonly string[]]>([
  [
    'a subject of 50 characters',
    [FIRST, SUBJECT, 'subject: A place to begin, with a kettle and a smaller coat'],
    [one(5, ' subject: found 50 characters, expected fewer than 50')],
  ],
  [
    'a subject that shouts',
    [FIRST, SUBJECT, 'subject: A place to begin!'],
    [one(5, ' subject: found "A place to begin!", expected no exclamation mark')],
  ],
  [
    'the subject of another letter, in other capitals',
    [FIRST, SUBJECT, 'subject: The Middle, Where Letters Sag'],
    [
      two(
        3,
        ` subject: found "The middle, where letters sag", expected a subject of its own (content/${FIRST} has this one)`,
      ),
    ],
  ],
  [
    'the subject of a notice',
    [FIRST, SUBJECT, 'subject: Welcome back'],
    [
      `content/words/en/notices/resumed.md:2 subject: found "Welcome back", expected a subject of its own (content/${FIRST} has this one)`,
    ],
  ],
  [
    'a preheader that lets the letter in',
    [FIRST, PREHEADER, 'preheader: What a letter is made of.'],
    [one(7, ' preheader: found 25 characters, expected 40 to 110')],
  ],
  [
    'a preheader that will be cut',
    [FIRST, PREHEADER, `${PREHEADER} And it goes on after that, so that no inbox has room for it.`],
    [one(7, ' preheader: found 122 characters, expected 40 to 110')],
  ],
  [
    'the first sentence as preheader, a little changed',
    [FIRST, PREHEADER, 'preheader: It is early, the kettle is on, and the news is off.'],
    [one(7, ' preheader: found the first sentence again, expected something new')],
  ],
  [
    'the subject as preheader',
    [FIRST, PREHEADER, 'preheader: A place to begin, which is where we are going to start.'],
    [one(7, ' preheader: found the subject again, expected something new')],
  ],
  [
    'too few words for one track',
    ['style.yaml', 'least: 120', 'least: 375'],
    [one(18, ': found 373 words for two, expected 375 to 650')],
  ],
  [
    'minutes that the words do not need',
    [FIRST, 'minutes: 3', 'minutes: 5'],
    [one(9, ' minutes: found 5, expected 3, for 388 words at 180 a minute')],
  ],
  [
    'hard words, for both tracks',
    ['style.yaml', 'grade: 8', 'grade: 3.1'],
    ['alone', 'two'].map((track) =>
      two(
        13,
        `: found grade 3.2 for ${track}, expected 3.1 or lower: shorter sentences, shorter words`,
      ),
    ),
  ],
  [
    'a track without a practice',
    [FIRST, '[Tell it]{track=two', '[Tell it]{track=alone'],
    [
      one(18, ': found no :::practice[Title] for track two, expected one in each letter'),
      one(34, ': found a second :::practice[Title] for track alone, expected only one'),
    ],
  ],
  [
    'no question',
    [SECOND, ':::question', ':::myth'],
    [two(13, ': found no :::question, expected one in each letter')],
  ],
  [
    'no tomorrow',
    [SECOND, ':::next', ':::truth'],
    [two(13, ': found no :::next, expected one in each letter')],
  ],
  [
    'a heading before the first words',
    [SECOND, 'You know the feeling', '## The road\n\nYou know the feeling'],
    [two(13, ': found heading, expected a paragraph that opens the letter')],
  ],
  [
    'a question before the practice',
    [SECOND, ':::myth', ':::question'],
    [
      two(33, ': found practice here, expected practice, then question, then next'),
      two(39, ': found a second :::question, expected only one'),
    ],
  ],
  [
    'words after the end',
    [SECOND, 'third letter is yours.\n:::', 'third letter is yours.\n:::\n\nSee you.'],
    [two(47, ': found a paragraph last, expected next at the end')],
  ],
  [
    'a safety note that got lost',
    [FIRST, '::safety\n', ''],
    [one(18, ': found no ::safety, expected one, as course.yaml requires of a-place-to-begin')],
  ],
  [
    'a safety note that one track alone gets',
    [FIRST, '::safety\n', ':::for{track=alone}\n::safety\n:::\n'],
    [
      one(
        18,
        ': found no ::safety for track two, expected one, as course.yaml requires of a-place-to-begin',
      ),
    ],
  ],
  [
    'a demand on a letter that is not there',
    [COURSE, '[the-middle]', '[the-end]'],
    [
      `content/${COURSE}:27 requires.check-in: found "the-end", expected a-place-to-begin or the-middle`,
    ],
  ],
])('%s', async (_, change, expected) => {
  const found = await findings([change]);
  expect(found.map((line) => line.replace(/^(error|warning) +/, ''))).toEqual(expected);
});

test('what nobody gets any more is left alone', async () => {
  const retired: Change = [SECOND, 'minutes: 3', 'minutes: 9\nretired: true'];
  expect(await findings([retired, [COURSE, 'check-in: [the-middle]', 'check-in: []']])).toEqual([]);
});

test('all mistakes come at once, those of reading and those of writing', async () => {
  const found = await findings([
    [FIRST, SUBJECT, 'subject: A place to begin!'],
    [FIRST, 'Say *you*.', 'This is amazing.'],
    [SECOND, 'minutes: 3', 'minutes: three'],
    ['style.yaml', 'grade: 8', 'grade: eight'],
  ]);
  expect(found).toEqual([
    `error   ${one(5, ' subject: found "A place to begin!", expected no exclamation mark')}`,
    `error   ${two(5, ' minutes: found "three", expected the minutes it takes to read, a whole number')}`,
    'error   content/style.yaml:10 grade: found "eight", expected the highest school grade (Flesch-Kincaid)',
  ]);
});

test('a letter that lacks more is an error, one that has too much a warning', async () => {
  const found = await findings([[SECOND, ':::myth', ':::question']]);
  expect(found.map((line) => line.split(' ', 1)[0])).toEqual(['error', 'warning']);
});
