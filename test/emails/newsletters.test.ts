import { describe, expect, test } from 'vitest';
import { compileContent } from '../../emails/compile.ts';
import { loadContent } from '../../emails/content/load.ts';
import { courseYaml, SHIPPED, shippedWords, windowLetter } from '../support/morning-letters.ts';
import { type Changes, mistakes } from './mistakes-of.ts';
import { COURSE, PUBLICATION, tinyContent } from './tiny-content.ts';

/** What an issue's front matter says of when it goes and to whom. */

const NEWS = 'newsletters/2026-12-news.md';

/** An issue with these lines from its fifth on. */
const issue = (...said: readonly string[]): Changes => named('news', NEWS, ...said);
const named = (id: string, file: string, ...said: readonly string[]): Changes => ({
  [file]: `---\nid: ${id}\nsubject: The ${id}\npreheader: A line about ${id}.\n${said.join('\n')}\n---\nWords.\n`,
});

const DAY = 'send-on: 2026-12-03';

/** The plan of the issue, without what every issue has. */
function planned(changes: Changes) {
  const [plan] = loadContent(tinyContent(changes)).newsletters;
  if (plan === undefined) throw new Error('no issue');
  const { id: _, subject, preheader, blocks, file, sources, ...rest } = plan;
  return rest;
}

const TOKYO: Changes = {
  'publication.yaml': PUBLICATION.replace(/zone: [\w/]+/, 'zone: Asia/Tokyo'),
};

test.for<readonly [reason: string, changes: Changes, plan: object]>([
  ['a day, at each reader’s hour', issue(DAY), { date: '2026-12-03', audience: {} }],
  [
    'a moment goes to all at once, and has the day of the publication',
    issue('send-on: 2026-12-03T18:00+01:00'),
    { date: '2026-12-03', at: '2026-12-03T17:00:00Z', audience: {} },
  ],
  [
    'which may be the next one',
    { ...issue('send-on: 2026-12-03T18:00+01:00'), ...TOKYO },
    { date: '2026-12-04', at: '2026-12-03T17:00:00Z', audience: {} },
  ],
  [
    'Z is an offset, too',
    issue('send-on: 2026-12-03T18:00Z'),
    { date: '2026-12-03', at: '2026-12-03T18:00:00Z', audience: {} },
  ],
  ['all is what nothing means', issue(DAY, 'audience: all'), { date: '2026-12-03', audience: {} }],
  [
    'who has finished a course',
    issue(DAY, 'audience: { finished: tiny }'),
    { date: '2026-12-03', audience: { finished: 'tiny' } },
  ],
  [
    'who takes a course gets it meanwhile, or never would',
    issue(DAY, 'audience: { taking: tiny }'),
    { date: '2026-12-03', audience: { taking: 'tiny' }, during: true },
  ],
  [
    'all that is said has to be so',
    issue(DAY, 'audience:', '  track: friend', '  language: en'),
    { date: '2026-12-03', audience: { track: 'friend', language: 'en' } },
  ],
  [
    'in the place of a letter',
    issue(DAY, 'during-courses: true'),
    { date: '2026-12-03', audience: {}, during: true },
  ],
  [
    'no is as if nothing were said',
    issue(DAY, 'during-courses: false', 'sample: false'),
    { date: '2026-12-03', audience: {} },
  ],
  [
    'it came with Kindling',
    issue(DAY, 'sample: true'),
    { date: '2026-12-03', audience: {}, sample: true },
  ],
])('%s', ([, changes, plan]) => {
  expect(planned(changes)).toEqual(plan);
});

const WHEN = 'a day such as 2026-12-31, or a moment with its offset such as 2026-12-31T18:00+01:00';
const WHOM = 'all, or any of finished, taking, track and language';
const at = (line: number, rest: string) => `content/${NEWS}:${line} ${rest}`;

describe('refuses', () => {
  test.for<readonly [reason: string, changes: Changes, ...expected: readonly string[]]>([
    [
      'a day that is none',
      issue('send-on: 2026-02-30'),
      at(5, `send-on: found "2026-02-30", expected ${WHEN}`),
    ],
    [
      'an hour without an offset, which is nobody’s',
      issue('send-on: 2026-12-03T18:00'),
      at(5, `send-on: found "2026-12-03T18:00", expected ${WHEN}`),
    ],
    [
      'an hour that is none',
      issue('send-on: 2026-12-03T25:00+01:00'),
      at(5, `send-on: found "2026-12-03T25:00+01:00", expected ${WHEN}`),
    ],
    [
      'a moment to the second: there is one spelling',
      issue('send-on: 2026-12-03T18:00:00+01:00'),
      at(5, `send-on: found "2026-12-03T18:00:00+01:00", expected ${WHEN}`),
    ],
    [
      'a moment with a space, as other tools write it',
      issue('send-on: 2026-12-03 18:00 +01:00'),
      at(5, `send-on: found "2026-12-03 18:00 +01:00", expected ${WHEN}`),
    ],
    [
      'a day in words',
      issue('send-on: next Thursday'),
      at(5, `send-on: found "next Thursday", expected ${WHEN}`),
    ],
    ['no day at all', issue('sample: true'), at(2, `send-on: found nothing, expected ${WHEN}`)],
    [
      'what it used to be called',
      issue('date: 2026-12-03', DAY),
      at(5, `date: found "2026-12-03", expected send-on in its place: ${WHEN}`),
    ],
    [
      'a course that is not there',
      issue(DAY, 'audience:', '  finished: huge'),
      at(7, 'audience.finished: found "huge", expected a folder of content/courses: tiny'),
    ],
    [
      'a course that is not there, for those who take it',
      issue(DAY, 'audience: { taking: huge }'),
      at(6, 'audience.taking: found "huge", expected a folder of content/courses: tiny'),
    ],
    [
      'a track that no course has',
      issue(DAY, 'audience: { track: trio }'),
      at(6, 'audience.track: found "trio", expected a track of a course: partner or friend'),
    ],
    [
      'a language that nothing is written in',
      issue(DAY, 'audience: { language: fi }'),
      at(
        6,
        'audience.language: found "fi", expected the language of a course, or of the publication: en',
      ),
    ],
    [
      'somebody who has finished a course and takes it',
      issue(DAY, 'audience: { finished: tiny, taking: tiny }'),
      at(
        6,
        'audience.taking: found "tiny", expected another course: nobody has finished one and takes it',
      ),
    ],
    [
      'another word for all',
      issue(DAY, 'audience: everybody'),
      at(6, `audience: found "everybody", expected ${WHOM}`),
    ],
    [
      'an audience of which nothing is said',
      issue(DAY, 'audience: {}'),
      at(6, `audience: found {}, expected ${WHOM}`),
    ],
    [
      'an audience that nobody knows how to find',
      issue(DAY, 'audience: { mood: good }'),
      at(6, 'audience.mood: found a key unknown here, expected no such key'),
      at(6, `audience: found {"mood":"good"}, expected ${WHOM}`),
    ],
    [
      'a second issue on a day',
      { ...issue(DAY), ...named('more', 'newsletters/more.md', DAY) },
      'content/newsletters/more.md:5 send-on: found "2026-12-03", expected a day of its own: ' +
        `readers have one issue of a day, and content/${NEWS} has this one`,
    ],
    [
      'a moment on another issue’s day',
      { ...issue(DAY), ...named('more', 'newsletters/more.md', 'send-on: 2026-12-03T18:00Z') },
      'content/newsletters/more.md:5 send-on: found "2026-12-03", expected a day of its own: ' +
        `readers have one issue of a day, and content/${NEWS} has this one`,
    ],
    [
      'a moment that comes later than an hour before the day of the next issue begins in Kiritimati',
      {
        ...issue('send-on: 2026-12-04'),
        ...named('more', 'newsletters/more.md', 'send-on: 2026-12-03T18:00Z'),
      },
      'content/newsletters/more.md:5 send-on: found "2026-12-03T18:00:00Z", expected a moment ' +
        `more than an hour before the day of content/${NEWS} begins anywhere`,
    ],
    [
      'nothing for a course that can’t be read: its own mistake comes first',
      {
        ...issue(DAY, 'audience: { taking: tiny, track: trio }'),
        'courses/tiny/course.yaml': COURSE.replace(/title: .*/, 'title:'),
      },
      'content/courses/tiny/course.yaml:2 title: found nothing, expected the title',
    ],
  ])('%s', ([, changes, ...expected]) => {
    expect(mistakes(changes)).toEqual(expected);
  });
});

test('what goes into the package says when and to whom', async () => {
  const said = ['send-on: 2026-12-03T18:00+01:00', 'audience: { taking: tiny }', 'sample: true'];
  const { newsletters } = await compileContent(tinyContent(issue(...said)));
  const [compiled] = newsletters;
  expect(compiled).toMatchObject({
    id: 'news',
    title: 'The news',
    preheader: 'A line about news.',
    date: '2026-12-03',
    at: '2026-12-03T17:00:00Z',
    audience: { taking: 'tiny' },
    during: true,
    sample: true,
  });
});

test('an issue for readers of another language has words of it around its own', async () => {
  const { newsletters } = await compileContent(
    tinyContent({
      ...shippedWords(SHIPPED),
      'courses/mornings/course.yaml': courseYaml('de'),
      'courses/mornings/lessons/01-fenster.md': windowLetter('de'),
      ...issue(DAY, 'audience: { language: de }'),
    }),
  );
  const [german] = newsletters;
  expect(german?.page).toContain('<article class="letter" lang="de"');
  expect(german?.page).toContain('3. Dezember 2026');
  expect(german?.mail.html.literals[0]).toContain('lang="de"');
  expect(german?.mail.text.literals.join('')).toContain('Im Browser lesen');
});

test('an issue that ships is nobody’s before somebody takes it', () => {
  const { newsletters } = loadContent('content');
  expect(newsletters.map(({ sample }) => sample)).toEqual(newsletters.map(() => true));
  expect(newsletters.length).toBeGreaterThan(0);
});
