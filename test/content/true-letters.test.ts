import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Mistakes } from '../../emails/content/mistakes.ts';
import { wordPattern } from '../../emails/lint/prose.ts';
import { loadStyle } from '../../emails/lint/style.ts';
import type { CourseOutline, TrackId } from '../../functions/core/course.ts';
import { fill, htmlValue } from '../../functions/core/mail/template.ts';
import { writeMail } from '../../functions/core/mail/write.ts';
import type { Days } from '../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { owedMailFor } from '../../functions/runtime/owed-mail.ts';
import { senderOf } from '../../functions/runtime/sender.ts';
import { webApp } from '../../functions/web/app.ts';
import { CONTENT } from '../emails/every-mail.ts';
import { at, enrollment, reader } from '../support/builders.ts';
import { libraryFrom } from '../support/compiled-library.ts';
import { fakeWebWorld } from '../support/fake-web-world.ts';

/**
 * Every letter that ships, as each of its readers gets it: of either track, far apart or not, at any
 * pace, discreet or not. What it says has to be true for all of them.
 */
const library = await libraryFrom(
  CONTENT,
  join(mkdtempSync(join(tmpdir(), 'kindling-')), 'content'),
);
const [course] = library.courses as readonly [CourseOutline];
const sender = senderOf(library, {
  WEB_URL: 'https://letters.example.com',
  REPLY_DOMAIN: 'reply.example.com',
});
/** A Thursday. */
const NOW = at('2026-11-26T07:00:00Z');
const SEEN = ['Closer', 'sex', 'close'];

/** The days on which they read, and what comes after a Thursday then. */
const PACES: readonly (readonly [days: string, next: string])[] = [
  ['1234567', 'tomorrow'],
  ['12345', 'tomorrow'],
  ['14', 'on Monday'],
  ['4', 'next week'],
];

interface Row {
  readonly name: string;
  readonly subscriber: Subscriber;
  readonly place: number;
  readonly next: string;
}

const ROWS: readonly Row[] = course.lessons.flatMap(({ id }, index) =>
  course.tracks.flatMap(({ id: track }) =>
    [false, true].flatMap((gentler) =>
      PACES.flatMap(([days, next]) =>
        [false, true].map((discreet): Row => {
          const received = course.lessons.slice(0, index).map((lesson) => lesson.id);
          const enrolled = enrollment({ track: track as TrackId, received });
          const name = `${id} ${track}, ${days}${gentler ? ', far apart' : ''}${discreet ? ', discreet' : ''}`;
          const subscriber = reader({
            days: days as Days,
            dueAt: NOW,
            enrollments: [gentler ? { ...enrolled, gentler: true } : enrolled],
            ...(discreet && { discreet: true as const }),
          });
          const isLast = index === course.lessons.length - 1;
          return { name, subscriber, place: index + 1, next: isLast ? 'next time' : next };
        }),
      ),
    ),
  ),
);

const lessonAt = (place: number) => {
  const lesson = course.lessons[place - 1];
  if (lesson === undefined) throw new Error('no letter there');
  return lesson;
};

function composed({ subscriber, place }: Row) {
  const owed = { kind: 'lesson', course: course.slug, lesson: lessonAt(place).id } as const;
  const outgoing = owedMailFor({ library, sender, now: () => NOW }, subscriber, owed);
  const { mail, values } = outgoing;
  return {
    raw: writeMail(outgoing),
    subject: fill(mail.subject, values),
    html: fill(mail.html, values, htmlValue),
    text: fill(mail.text, values),
    next: values.next,
  };
}

const style = loadStyle(CONTENT, new Mistakes());
const dayWords = (style['day-words']['en'] ?? []).map(wordPattern);
const QUOTED = /“[^”]*”/g;

test('there are as many readers as there are ways to read', () => {
  expect(ROWS).toHaveLength(28 * 2 * 2 * PACES.length * 2);
});

describe('true for each reader', () => {
  const mails = ROWS.map((row) => ({ row, ...composed(row) }));
  const wrong = (is: (mail: (typeof mails)[number]) => boolean) =>
    mails.filter(is).map(({ row }) => row.name);

  test('no slot is left open, and no block of another reader’s', () => {
    expect(wrong(({ html, text }) => /\{\{|[\uE000-\uF8FF]|:::/.test(html + text))).toEqual([]);
  });

  test('what it says of the next one is so', () => {
    const uses = mails.filter(({ next }) => next !== undefined);
    expect(uses.length).toBeGreaterThan(mails.length / 2);
    expect(uses.filter(({ row, next }) => next !== row.next).map(({ row }) => row.name)).toEqual(
      [],
    );
  });

  test('no other day is named', () => {
    const named = ({ row, text }: (typeof mails)[number]) => {
      const own = text.replace(/\s+/g, ' ').replace(QUOTED, '');
      const rest = own.replaceAll(row.next, '').replaceAll(capital(row.next), '');
      return dayWords.some((word) => word.test(rest));
    };
    expect(dayWords.length).toBeGreaterThan(5);
    expect(wrong(named)).toEqual([]);
  });

  test('who asked for it finds nothing of the topic outside of the letter', () => {
    const shown = ({ raw, html }: (typeof mails)[number]) => {
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
      const inbox = html.slice(html.indexOf('<title>'), html.indexOf('role="article"'));
      return `${head}${inbox.replace(/<style>[\s\S]*?<\/style>/g, '')}`;
    };
    const tells = (mail: (typeof mails)[number]) => {
      const seen = shown(mail);
      return (
        SEEN.some((word) => wordPattern(word).test(seen)) ||
        seen.includes(lessonAt(mail.row.place).subject)
      );
    };
    const isDiscreet = ({ row }: (typeof mails)[number]) => row.subscriber.discreet === true;
    expect(wrong((mail) => isDiscreet(mail) && tells(mail))).toEqual([]);
    expect(
      wrong((mail) => isDiscreet(mail) && mail.subject !== `Letter ${mail.row.place}`),
    ).toEqual([]);
    expect(wrong((mail) => !isDiscreet(mail) && !tells(mail))).toEqual([]);
  });

  test('each link opens', async () => {
    const paths = new Map<string, Subscriber>();
    for (const { row, html } of mails) {
      if (row.subscriber.days !== '1234567' || row.subscriber.discreet) continue;
      const { subscriber, place } = row;
      const [enrolled] = subscriber.enrollments;
      if (enrolled === undefined) throw new Error('nobody reads');
      const had = { ...enrolled, received: [...enrolled.received, lessonAt(place).id] };
      for (const [, path = ''] of html.matchAll(/href="https:\/\/letters\.example\.com([^"]*)"/g))
        paths.set(path, { ...subscriber, enrollments: [had] });
    }
    expect(
      [...paths.keys()].filter((path) => /\/lessons\/[^/]+\/[a-z-]+$/.test(path)).length,
    ).toBeGreaterThan(1);
    const failed: string[] = [];
    for (const [path, subscriber] of paths) {
      const world = fakeWebWorld(library);
      world.subscribers.seed(subscriber);
      const first = await webApp(world).request(path);
      const onward = first.headers.get('location');
      const answer = onward === null ? first : await webApp(world).request(onward);
      if (answer.status !== 200) failed.push(`${answer.status} ${path}`);
    }
    expect(failed).toEqual([]);
  });
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
