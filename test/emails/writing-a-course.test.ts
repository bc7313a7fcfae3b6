import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../emails/content/load.ts';
import { ContentError } from '../../emails/content/mistakes.ts';
import { courseSchema, lessonSchema, newsletterSchema } from '../../emails/content/schemas.ts';
import { NOTICES } from '../../functions/core/mail/template.ts';
import { COURSE, lesson, tinyContent } from './tiny-content.ts';

const guide = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');
const GUIDE = guide('writing-a-course.md');
const examples = (language: string, text = GUIDE) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );

function mistakes(changes: Readonly<Record<string, string>>): string {
  const { mistakes: found } = readContent(tinyContent(changes));
  return new ContentError(found.all).message;
}

test.each(examples('markdown').map((text) => [text.slice(0, 40), text]))(
  'what the guide shows can be read: %j',
  (_, text) => {
    const [path, whole] = text.includes('\ndate:')
      ? ['newsletters/2026-12-frost.md', text]
      : ['courses/tiny/lessons/02-second.md', text.startsWith('---') ? text : lesson('b', text)];
    expect(mistakes({ [path]: whole })).toBe('');
  },
);

test('the course that the guide shows can be read', () => {
  const [yaml = ''] = examples('yaml');
  const course = yaml.replace('id: quiet-mornings', 'id: tiny');
  expect(course).not.toBe(yaml);
  const lessons = { 'courses/tiny/lessons/01-first.md': lesson('first', 'Words.') };
  expect(mistakes({ 'courses/tiny/course.yaml': course, ...lessons })).toBe('');
  expect(COURSE).toContain('tracks:');
});

test('the own words that the guide to translating shows can be read', () => {
  const [own = ''] = examples('yaml', guide('translating.md'));
  expect(own).toContain('practice:');
  expect(mistakes({ 'own-words/en/words.yaml': own })).toBe('');
});

test('the guide names every key, block and notice', () => {
  const keys = [
    ...Object.keys(lessonSchema.shape),
    ...Object.keys(newsletterSchema.shape),
    ...Object.keys(courseSchema.shape),
  ];
  const blocks = [':::practice', ':::question', ':::tomorrow', ':::myth', ':::truth'];
  const lines = ['::check-in', '::four-weeks', '::safety', '::button'];
  const missing = [...keys, ...blocks, ...lines, ...NOTICES].filter((one) => !GUIDE.includes(one));
  expect(missing).toEqual([]);
});
