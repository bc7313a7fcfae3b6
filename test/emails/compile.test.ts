import * as react from 'react';
import { describe, expect, test } from 'vitest';
import { compileContent } from '../../emails/compile.ts';
import { EXAMPLE_READERS, type ExampleReader, exampleValues } from '../../emails/examples.ts';
import { renderHtml } from '../../emails/render-html.tsx';
import { renderText } from '../../emails/render-text.ts';
import { compileTemplate, type Values } from '../../emails/slots.ts';
import { fill, htmlValue, SLOTS } from '../../functions/core/mail/template.ts';
import { ENGLISH } from '../support/words.ts';
import { type Both, everyMail } from './every-mail.ts';
import { shippedContent, shippedMails } from './shipped.ts';
import { COURSE, lesson, tinyContent } from './tiny-content.ts';

test('mails are drawn by the React that ships: its other build does it at half the speed', () => {
  expect(react.act, 'a part of the development build only').toBeUndefined();
});

type Filled = Pick<ExampleReader, 'name' | 'values'>;

/** One reader with everything at once that the example readers have, each alone. */
const ALL_AT_ONCE: Filled = {
  name: 'all at once',
  values(words) {
    const each = EXAMPLE_READERS.map(({ values }) => values(words));
    return Object.fromEntries(
      SLOTS.map((slot) => [slot, [...new Set(each.map((values) => values[slot]))].join(' ')]),
    ) as unknown as Values;
  },
};

describe('filling slots equals rendering directly', () => {
  async function same({ name, mail, compiled }: Both, reader: Filled): Promise<void> {
    const values = reader.values(mail.words);
    const direct = await renderHtml(mail, values);
    const filled = fill(compiled.html, values, htmlValue);
    expect(filled === direct, `html of ${name} for ${reader.name}`).toBe(true);
    const text = fill(compiled.text, values);
    expect(text === renderText(mail, values), `text of ${name}`).toBe(true);
  }

  test('the content that ships, for a reader who has all that is hard at once', async () => {
    const { greeting } = ALL_AT_ONCE.values(ENGLISH);
    for (const evil of ['נועה', 'Wolfe', `"Jo" O'Neill & <b>`, '👩‍👩‍👧‍👦', '$&', '{{x}} ${'])
      expect(greeting).toContain(evil);
    for (const both of await shippedMails()) await same(both, ALL_AT_ONCE);
  });

  test('one of everything, for every reader', async () => {
    for (const both of await everyMail(tinyContent()))
      for (const reader of [...EXAMPLE_READERS, ALL_AT_ONCE]) await same(both, reader);
  });

  test('a name is text, whatever it looks like', async () => {
    const [first] = await everyMail(tinyContent());
    const greeting = '<script>alert("x")</script> {{unsubscribeUrl}} $&';
    const values = { ...exampleValues(ENGLISH), greeting };
    const html = fill(first?.compiled.html ?? { literals: [], slots: [] }, values, htmlValue);
    expect(html).toContain(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; {{unsubscribeUrl}} $&amp;',
    );
  });
});

describe('a mail that depends on who reads it is refused, with the reason', () => {
  test.each<[string, (values: Values) => string]>([
    ['branches on a value', ({ greeting }) => (greeting.length > 9 ? 'long' : greeting)],
    ['cuts a value', ({ greeting }) => greeting.slice(0, 2)],
    ['shows what a value starts with', ({ greeting }) => `${greeting} (${greeting[1]})`],
    ['leaves a slot out', ({ greeting, keepUrl }) => (greeting.includes(' ') ? '' : keepUrl)],
  ])('%s', async (_, render) => {
    await expect(compileTemplate(render)).rejects.toThrow();
  });

  test('and one that only shows it is compiled', async () => {
    const template = await compileTemplate(({ greeting }) => `<p>${greeting}</p>`);
    expect(template).toEqual({ literals: ['<p>', '</p>'], slots: ['greeting'] });
  });
});

describe('compileContent', () => {
  test('outlines courses without their words, in reading order', async () => {
    const { courses, publication } = await compileContent(
      tinyContent({
        'courses/tiny/lessons/09-ninth.md': lesson('ninth', 'Words.', 'for-those-past: next-day'),
        'courses/tiny/lessons/10-tenth.md': lesson('tenth', 'Words.'),
        'courses/tiny/lessons/11-old.md': lesson('old', 'Words.', 'retired: true'),
      }),
    );
    expect(courses[0]?.lessons).toEqual([
      {
        id: 'first',
        subject: 'The first letter',
        checkIn: true,
        web: 'listed',
        forThosePast: 'never',
      },
      { id: 'second', subject: 'The second letter', checkIn: false, forThosePast: 'never' },
      { id: 'ninth', subject: 'The ninth letter', checkIn: false, forThosePast: 'next-day' },
      { id: 'tenth', subject: 'The tenth letter', checkIn: false, forThosePast: 'never' },
    ]);
    expect(publication.defaults).toEqual({
      course: 'tiny',
      zone: 'Europe/Berlin',
      hour: 7,
      days: '1234567',
    });
  });

  test('keeps retired lessons for the web copies of those who had them', async () => {
    const { lessons } = await compileContent(
      tinyContent({ 'courses/tiny/lessons/03-old.md': lesson('old', 'Words.', 'retired: true') }),
    );
    const old = lessons.find(({ lesson }) => lesson === 'old');
    expect(old?.mail.text.literals.join('')).toMatch(/^Small Letters · Letter · 3 minutes\n/);
  });

  test('gives each track its own practice, and a course without tracks one mail', async () => {
    const { lessons } = await compileContent(tinyContent());
    const text = (track: string) =>
      lessons.find((one) => one.track === track)?.mail.text.literals.join('');
    expect(text('partner')).toContain('Words for partners.');
    expect(text('partner')).not.toContain('Words for friends.');
    expect(text('friend')).toContain('Words for friends.');

    const alone = await compileContent(
      tinyContent({
        'courses/tiny/course.yaml': COURSE.replace(/tracks:\n(.*\n){2}/, ''),
        'courses/tiny/lessons/01-first.md': lesson('first', 'Words.'),
      }),
    );
    expect(alone.lessons.map(({ lesson: id, track }) => `${id} ${track}`)).toEqual([
      'first all',
      'second all',
    ]);
  });

  test('keeps a name that a stranger typed out of the confirmation', async () => {
    const { languages } = await shippedContent();
    for (const { notices } of languages.values()) {
      const slots = [...notices.confirmation.html.slots, ...notices.confirmation.text.slots];
      expect(slots).not.toContain('greeting');
      expect(slots).toContain('confirmUrl');
    }
  });

  test('makes each newsletter a page for everybody, too', async () => {
    const [issue] = (await compileContent(tinyContent())).newsletters;
    expect(issue?.page).toContain('Some news');
    expect(issue?.page).not.toMatch(/Hello|Unsubscribe|[\uE000-\uF8FF]/);
    expect(issue).toMatchObject({ id: 'news', date: '2026-12-01', title: 'Some news' });

    const personal = tinyContent({
      'newsletters/2026-12-news.md':
        '---\nid: news\nsubject: News\npreheader: A line.\nsend-on: 2026-12-01\n---\nFor {{greeting}}',
    });
    await expect(compileContent(personal)).rejects.toThrow(
      'content/newsletters/2026-12-news.md: found {{greeting}}, expected words that are for everybody',
    );
  });
});
