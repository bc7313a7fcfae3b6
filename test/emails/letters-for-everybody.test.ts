import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { compileContent } from '../../emails/compile.ts';
import type { LessonId } from '../../functions/core/course.ts';
import { shippedContent } from './shipped.ts';
import { COURSE, lesson, tinyContent } from './tiny-content.ts';

/** The letters that everybody may read: which they are, and that nothing in them is a reader's. */

const course = (which: string) => COURSE.replace(/^title:/m, `on-the-web: ${which}\ntitle:`);

const files = (which: string) => ({
  'courses/tiny/course.yaml': course(which),
  'courses/tiny/lessons/01-first.md': lesson('first', 'See [the second](letter:second), {{next}}.'),
  'courses/tiny/lessons/02-second.md': lesson('second', 'Words.'),
  'courses/tiny/lessons/03-own.md': lesson('own', 'You read {{scheduleInWords}}.'),
  'courses/tiny/lessons/04-old.md': lesson('old', 'Words.', 'retired: true'),
});

test.each([
  ['none', [], 'nobody may'],
  ['first', ['first'], 'the front page shows it'],
  ['all', ['first', 'second'], 'one that speaks of its reader is theirs, a retired one nobody’s'],
])('on the web, %s: %j, since %s', async (which, ids) => {
  const { letterPages, courses } = await compileContent(tinyContent(files(which)));
  expect(letterPages.map(({ lesson: id }) => id)).toEqual(ids);
  const open = courses[0]?.lessons.filter(({ web }) => web !== undefined).map(({ id }) => id);
  expect(open).toEqual(ids);
});

test('a letter that not everybody may read is named and no link', async () => {
  const pageOf = async (which: string) =>
    (await compileContent(tinyContent(files(which)))).letterPages[0]?.page ?? '';
  expect(await pageOf('first')).toContain('See the second,');
  expect(await pageOf('all')).toContain('See <a href="/letters/tiny/second">the second</a>,');
});

test('only a letter that everybody may read has a link to pass it on', async () => {
  const { lessons } = await compileContent(tinyContent(files('first')));
  const slotsOf = (id: string) =>
    lessons.find(({ lesson: one }) => one === (id as LessonId))?.mail.html.slots ?? [];
  expect(slotsOf('first')).toContain('letterUrl');
  expect(slotsOf('second')).not.toContain('letterUrl');
});

describe('the letters that ship', () => {
  test('are well-formed, begin with one heading, and have no style, script, slot or token in them', async () => {
    const { letterPages, newsletters } = await shippedContent();
    const pages = [...letterPages, ...newsletters].map(({ page }) => page);
    expect(pages).toHaveLength(28 + newsletters.length);
    for (const page of pages) {
      expect(page.match(/<h1>/g)).toHaveLength(1);
      expect(page).not.toMatch(/style=|<script|[\uE000-\uF8FF]|\{\{|undefined|<table/);
      expect(page.match(/href="(?!https:|tel:|mailto:|\/letters\/)/g)).toBeNull();
      const tags = [...page.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)].filter(
        ([, , name]) => name !== 'br' && name !== 'hr' && name !== 'circle',
      );
      const open: string[] = [];
      for (const [, closing, name = ''] of tags) {
        if (closing === '') open.push(name);
        else expect(open.pop()).toBe(name);
      }
      expect(open).toEqual([]);
      expect(parseDocument(page).children).not.toEqual([]);
    }
  });
});

describe('the course that comes after another', () => {
  const two = (next: string) =>
    tinyContent({
      'courses/tiny/course.yaml': COURSE.replace(/^title:/m, `next: ${next}\ntitle:`),
      'courses/more/course.yaml': COURSE.replace('id: tiny', 'id: more').replace(
        'Tiny',
        'More of it',
      ),
      'courses/more/lessons/01-only.md': lesson('only', 'Words.'),
    });

  test('is offered by the last letter alone', async () => {
    const { lessons, courses } = await compileContent(two('more'));
    const saying = (words: string) =>
      lessons.filter(({ mail }) =>
        [mail.html, mail.text].every(({ literals }) => literals.join('').includes(words)),
      );
    const lasts = courses.map(({ slug, lessons: all }) => `${slug} ${all.at(-1)?.id}`);
    const named = (some: typeof lessons) =>
      new Set(some.map(({ course, lesson: id }) => `${course} ${id}`));
    expect(named(saying('After this course')), 'where one can go').toEqual(new Set(lasts));
    // One letter for everybody: what it says of the newsletter is true with it and without.
    expect(named(saying('The newsletter comes now and then'))).toEqual(new Set(lasts));
    expect(named(saying('Begin “More of it”'))).toEqual(new Set(['tiny second']));
    expect(named(saying('other courses')), 'but the next one').toEqual(new Set(['more only']));
  });

  test('is no part of the letter that everybody may read', async () => {
    const { letterPages } = await compileContent(two('more'));
    expect(letterPages.length).toBeGreaterThan(0);
    for (const { page } of letterPages) expect(page).not.toContain('After this course');
  });

  test.each(['nowhere', 'tiny'])('can’t be %s', async (next) => {
    await expect(compileContent(two(next))).rejects.toThrow(
      /next: found "\w+", expected another folder of content\/courses: more/,
    );
  });
});
