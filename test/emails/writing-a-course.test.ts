import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../emails/content/load.ts';
import { CONTAINERS, LEAVES } from '../../emails/content/markdown.ts';
import { ContentError } from '../../emails/content/mistakes.ts';
import { courseSchema, lessonSchema, newsletterSchema } from '../../emails/content/schemas.ts';
import { NOTICES } from '../../functions/core/mail/template.ts';
import { COURSE, EVERYTHING, lesson, tinyContent } from './tiny-content.ts';

const guide = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');
const GUIDE = guide('writing-a-course.md');
const NEWSLETTER = guide('newsletter.md');
const examples = (language: string, text = GUIDE) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );

function mistakes(changes: Readonly<Record<string, string>>): string {
  const { mistakes: found } = readContent(tinyContent(changes));
  return new ContentError(found.all).message;
}

const shown = [...examples('markdown'), ...examples('markdown', NEWSLETTER)];

test.each(shown.map((text) => [text.slice(0, 40), text]))(
  'what the guide shows can be read: %j',
  (_, text) => {
    const [path, whole] = text.includes('\nsend-on:')
      ? ['newsletters/2026-12-frost.md', text]
      : ['courses/tiny/lessons/02-second.md', text.startsWith('---') ? text : lesson('b', text)];
    expect(mistakes({ [path]: whole })).toBe('');
  },
);

test('the course that the guide shows can be read', () => {
  const [yaml = ''] = examples('yaml');
  const course = yaml.replace('id: quiet-mornings', 'id: tiny');
  expect(course).not.toBe(yaml);
  const others = {
    'courses/tiny/lessons/01-first.md': lesson('first', 'Words.'),
    'courses/loud-evenings/course.yaml': COURSE.replace('id: tiny', 'id: loud-evenings'),
  };
  expect(mistakes({ 'courses/tiny/course.yaml': course, ...others })).toBe('');
  expect(COURSE).toContain('tracks:');
});

test('the own words that the guide to translating shows can be read', () => {
  const [own = ''] = examples('yaml', guide('translating.md'));
  expect(own).toContain('practice:');
  expect(mistakes({ 'own-words/en/words.yaml': own })).toBe('');
});

const keysOf = ({ shape }: { readonly shape: object }) => Object.keys(shape);
const example = (language: string, mark: string) =>
  examples(language).find((text) => text.includes(mark)) ?? '';

test.for<readonly [string, readonly string[], (name: string) => string, string]>([
  ['key of a letter', keysOf(lessonSchema), (key) => `| \`${key}\` |`, GUIDE],
  [
    'key of an issue',
    keysOf(newsletterSchema),
    (key) => `\n${key}: `,
    examples('markdown', NEWSLETTER).join(''),
  ],
  [
    'key of an issue, and what it says',
    keysOf(newsletterSchema),
    (key) => `| \`${key}\` |`,
    NEWSLETTER,
  ],
  ['key of a course', keysOf(courseSchema), (key) => `\n${key}: `, `\n${example('yaml', 'title')}`],
  ['block with an inside', CONTAINERS, (name) => `\n:::${name}`, GUIDE],
  ['block of one line', LEAVES, (name) => `\n::${name}`, GUIDE],
  ['notice', NOTICES, (name) => `\`${name}\``, GUIDE],
])('the guide shows every %s', ([, names, written, where]) => {
  expect(names.filter((name) => !where.includes(written(name)))).toEqual([]);
});

/** Only one notice has each of them; a letter with one is refused for values it never has. */
const OF_ANSWERS = ['choices', 'lines'];

test('the letter that tests are made of has every block', () => {
  const blocks = [
    ...CONTAINERS.map((name) => `\n:::${name}`),
    ...LEAVES.filter((name) => !OF_ANSWERS.includes(name)).map((name) => `\n::${name}`),
  ];
  expect(blocks.filter((block) => !EVERYTHING.includes(block))).toEqual([]);
});
