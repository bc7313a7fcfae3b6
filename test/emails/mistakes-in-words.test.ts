import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileContent } from '../../emails/compile.ts';
import { loadContent } from '../../emails/content/load.ts';
import { shippedWords } from '../support/morning-letters.ts';
import { EN } from '../support/words.ts';
import { type Changes, mistakes } from './mistakes-of.ts';
import { COURSE, PUBLICATION, tinyContent } from './tiny-content.ts';

const WORDS = join(import.meta.dirname, '../../content/words/en');
const PAGE = 'words/en/page.yaml';
const MAIL = 'words/en/mail.yaml';
const OWN = 'own-words/en/words.yaml';

/** A file of the words that ship, with one change. */
function shipped(path: string, from: string, to: string): Changes {
  const text = readFileSync(join(WORDS, path.replace('words/en/', '')), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not have: ${from}`);
  return { [path]: text.replace(from, () => to) };
}

const FORMS = 'expected its forms, such as { one: "{count} letter", other: "{count} letters" }';

describe('a mistake in the words that ship', () => {
  test.for<[why: string, changes: Changes, expected: string]>([
    [
      'a key is missing',
      shipped(PAGE, 'skip: Skip to the content\n', ''),
      `content/${PAGE} skip: found nothing, expected a sentence, on one line`,
    ],
    [
      'a key is unknown',
      shipped(PAGE, 'skip:', 'hop: x\nskip:'),
      `content/${PAGE}:2 hop: found a key unknown here, expected no such key`,
    ],
    [
      'a key that every object has is none of ours',
      shipped(PAGE, 'skip:', 'toString: x\nskip:'),
      `content/${PAGE}:2 toString: found a key unknown here, expected no such key`,
    ],
    [
      'a value is missing',
      shipped(PAGE, '{page} · ', ''),
      `content/${PAGE}:6 titleOf: found "{publication}", expected a sentence with {page} and {publication}, on one line`,
    ],
    [
      'a value is unknown',
      shipped(PAGE, '{page} ·', '{page} {day} ·'),
      `content/${PAGE}:6 titleOf: found "{page} {day} · {publication}", expected a sentence with {page} and {publication}, on one line`,
    ],
    [
      'a value where none is',
      shipped(PAGE, 'Skip to the content', 'Skip to {page}'),
      `content/${PAGE}:2 skip: found "Skip to {page}", expected a sentence, on one line`,
    ],
    [
      'a sentence says nothing',
      shipped(PAGE, 'Skip to the content', '" "'),
      `content/${PAGE}:2 skip: found " ", expected a sentence, on one line`,
    ],
    [
      'a sentence has two lines',
      shipped(PAGE, 'Skip to the content', '"Skip\\nthis"'),
      `content/${PAGE}:2 skip: found "Skip this", expected a sentence, on one line`,
    ],
    [
      'a number stands for a sentence',
      shipped(PAGE, 'Skip to the content', '7'),
      `content/${PAGE}:2 skip: found 7, expected a sentence, on one line`,
    ],
    [
      'one form for what has several',
      shipped(MAIL, '{ one: Source, other: Sources }', 'Sources'),
      `content/${MAIL}:18 sources: found "Sources", ${FORMS}`,
    ],
    [
      'no form for all the rest',
      shipped(MAIL, '{ one: Source, other: Sources }', '{ one: Source }'),
      `content/${MAIL}:18 sources: found {"one":"Source"}, ${FORMS}`,
    ],
    [
      'a form that no language has',
      shipped(MAIL, '{ one: Source, other: Sources }', '{ odd: Source, other: Sources }'),
      `content/${MAIL}:18 sources: found {"odd":"Source","other":"Sources"}, ${FORMS}`,
    ],
    [
      'a value in a form that is no count',
      shipped(MAIL, 'other: "{count} minutes"', 'other: "{many} minutes"'),
      `content/${MAIL}:6 minutes: found {"one":"{count} minute","other":"{many} minutes"}, ${FORMS}`,
    ],
    [
      'a file that is none of ours',
      { 'words/en/pages.yml': 'skip: x\n' },
      'content/words/en/pages.yml: found words that nobody reads, expected mail.yaml, discreet.yaml, phrases.yaml, next.yaml, done.yaml, wish.yaml, check-in.yaml, sign-up.yaml, rhythm.yaml, confirm.yaml, adding.yaml, never.yaml, press.yaml, preferences.yaml, finished.yaml, own.yaml, standing.yaml, unsubscribe.yaml, read-on.yaml, newsletter.yaml, page.yaml, problems.yaml, refusals.yaml, lines.yaml, safe.yaml, test-mail.yaml or forward.yaml',
    ],
    [
      'a file is missing, which is told once and not key by key',
      { [PAGE]: undefined },
      `content/${PAGE}: found no file, expected this file`,
    ],
  ])('%s', ([, changes, expected]) => {
    expect(mistakes(changes)).toEqual([expected]);
  });
});

describe('a language', () => {
  test('with a folder that is begun, and no more, names each file and sentence it lacks', () => {
    const found = mistakes({ 'words/sv/page.yaml': 'skip: Hoppa till innehållet\n' });
    const files = Object.keys(shippedWords(['en'])).map((path) => path.replace('/en/', '/sv/'));
    for (const path of files.filter((one) => !one.endsWith('page.yaml')))
      expect(found).toContain(`content/${path}: found no file, expected this file`);
    expect(found.filter((line) => line.startsWith('content/words/sv/page.yaml'))).toEqual([
      'content/words/sv/page.yaml colophon: found nothing, expected a sentence, on one line',
      'content/words/sv/page.yaml home: found nothing, expected a sentence, on one line',
      'content/words/sv/page.yaml titleOf: found nothing, expected a sentence with {page} and {publication}, on one line',
    ]);
    expect(found).toHaveLength(files.length - 1 + 3);
  });

  test.for<[why: string, changes: Changes, expected: string]>([
    [
      'that a publication has and we do not',
      { 'publication.yaml': PUBLICATION.replace('language: en', 'language: sv-SE') },
      'content/publication.yaml:2 language: found "sv-SE", expected a language that content/words/ has a folder for: en',
    ],
    [
      'that a course has and we do not',
      { 'courses/tiny/course.yaml': COURSE.replace('title:', 'language: sv\ntitle:') },
      'content/courses/tiny/course.yaml:2 language: found "sv", expected a language that content/words/ has a folder for: en',
    ],
    [
      'whose folder is named in words',
      { 'words/Svenska/page.yaml': 'skip: Hoppa\n' },
      'content/words/Svenska: found no language, expected a folder such as de or pt-br',
    ],
    [
      'that own words are in, and none of ours',
      { 'own-words/sv/words.yaml': 'page: { skip: Hoppa }\n' },
      'content/own-words/sv: found own words, expected a language that there are words in: en',
    ],
  ])('%s', ([, changes, expected]) => {
    expect(mistakes(changes)).toEqual([expected]);
  });

  test('is a country’s too: pt-BR is spoken with the words of pt', () => {
    const dir = tinyContent({
      'courses/tiny/course.yaml': COURSE.replace('title:', 'language: pt-BR\ntitle:'),
      ...shippedWords(['pt']),
    });
    expect(loadContent(dir).courses[0]?.language).toBe('pt-BR');
  });
});

describe('own words', () => {
  const CONFIRMATION =
    '---\nsubject: Is it you?\npreheader: A line of my own about this.\n---\n\n::button[Yes]{to=confirmUrl}\n';

  test('take the place of one sentence and of one notice, and of nothing else', async () => {
    const { languages } = await compileContent(
      tinyContent({
        [OWN]: 'mail: { practice: Give it a go }\n',
        'own-words/en/notices/confirmation.md': CONFIRMATION,
      }),
    );
    const { words, notices } = languages.get(EN) ?? {};
    expect(words?.mail['practice']).toBe('Give it a go');
    expect(words?.mail['question']).toBe('A question to sit with');
    expect(notices?.confirmation.subject.literals).toEqual(['Is it you?']);
    expect(notices?.welcome.subject.literals).toEqual(['A notice']);
  });

  test('stand in the letters', async () => {
    const { lessons } = await compileContent(
      tinyContent({ [OWN]: 'mail: { practice: Give it a go }\n' }),
    );
    const [first] = lessons;
    expect(first?.mail.html.literals.join('')).toContain('Give it a go');
    expect(first?.mail.text.literals.join('')).toContain('GIVE IT A GO');
  });

  test.for<[why: string, changes: Changes, expected: string]>([
    [
      'for a group that there is not',
      { [OWN]: 'pages: { skip: x }\n' },
      `content/${OWN}:1 pages: found a group, expected mail, discreet, phrases, next, done, wish, checkIn, signUp, rhythm, confirm, adding, never, press, preferences, finished, own, standing, unsubscribe, readOn, newsletter, page, problems, refusals, lines, safe, testMail or forward`,
    ],
    [
      'for a key that there is not',
      { [OWN]: 'page:\n  hop: x\n' },
      `content/${OWN}:2 page.hop: found a key unknown here, expected no such key`,
    ],
    [
      'without a value',
      { [OWN]: 'page:\n  titleOf: "{page}"\n' },
      `content/${OWN}:2 page.titleOf: found "{page}", expected a sentence with {page} and {publication}, on one line`,
    ],
    [
      'that are no groups',
      { [OWN]: 'page: Skip\n' },
      `content/${OWN}:1 page: found "Skip", expected sentences, each with its key`,
    ],
    [
      'in a file that is called as ours are',
      { 'own-words/en/mail.yaml': 'practice: Give it a go\n' },
      'content/own-words/en/mail.yaml: found words that nobody reads, expected words.yaml',
    ],
    [
      'in a notice that nothing sends',
      { 'own-words/en/notices/hello.md': CONFIRMATION },
      'content/own-words/en/notices/hello.md: found a notice that nothing sends, expected confirmation.md, comeback.md, already.md, welcome.md, paused.md, resumed.md, changed.md, skipped.md, exported.md, erasing.md, goodbye.md, clarify.md, help.md, status.md, care.md, own-link.md, new-address.md, address-taken.md, in-part.md, as-it-was.md, courses.md, address-link.md or digest.md',
    ],
  ])('%s are a mistake', ([, changes, expected]) => {
    expect(mistakes(changes)).toEqual([expected]);
  });
});
