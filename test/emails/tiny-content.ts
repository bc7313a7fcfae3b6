import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NOTICES } from '../../functions/core/mail/template.ts';

export const PUBLICATION = `name: Small Letters
language: en
from: { name: Small Letters, address: letters@example.com }
author: { name: Ann Lee, address: ann@example.com }
postal-address: |
  Ann Lee
  1 Some Street
defaults: { course: tiny, zone: Europe/Berlin, hour: 7, days: daily }
signature: Ann of the Small Letters
`;

const PROOF = 'checked: 2026-11-25, source: "https://example.org/"';

export const SAFETY_LINES = `DE:
  emergency: { number: "112", ${PROOF} }
  lines:
    - { for: crisis, name: Somebody, number: "116 123", ${PROOF} }
`;

export const COURSE = `id: tiny
title: Tiny
subtitle: Three letters
description: A course for tests.
tracks:
  - { id: partner, label: A partner }
  - { id: friend, label: A friend }
sources:
  one-2001: "One (2001), On one thing, Journal of Things 1(2), 3-4."
`;

const front = (keys: string) => `---\n${keys}\n---\n`;

/** A lesson file; `keys` are added to the front matter. */
export function lesson(id: string, body: string, keys = ''): string {
  const all = `id: ${id}
subject: The ${id} letter
preheader: A line about the ${id} letter that says what is in it.
minutes: 3
${keys}`;
  return front(all.trim()) + body;
}

/** One of everything that a letter can have. */
export const EVERYTHING = `
An opening with *some weight*, **more of it**, and a [place to go](https://example.com/a?b=1&c=2).
It goes on for a while, so that there is a line to break: it was either:or, at 7:30.

## A heading

- one
- two, which is long enough that it needs a second line when there are seventy-two columns

3. three
4. four

> Somebody said this.

:::myth
Nobody does.
:::

:::truth
Some do, and with a long enough sentence here the second line is set in as far as the first.
:::

:::practice[For a partner]{track=partner kind=ask gate}
Words for partners.

:::declined
Then let it be.
:::

:::gentler[For one who is far]{kind=write alone}
Words that nobody else hears.
:::
:::

:::practice[For a friend]{track=friend kind=say}
:::gate
Only if it is good between you.
:::

Words for friends.
:::

:::for{track=friend}
This is for friends alone.

:::myth
Friends need no words.
:::
:::

::check-in

::four-weeks

::safety

:::question
What is the question?
:::

---

::button[Change your hour]{to=preferencesUrl}

:::next
{{Next}}: another one. It comes {{next}}.
:::
`;

/** The sentences that ship: no course brings its own. */
function englishWords(): Record<string, string> {
  const shipped = join(import.meta.dirname, '../../content/words/en');
  const names = readdirSync(shipped).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(
    names.map((name) => [`words/en/${name}`, readFileSync(join(shipped, name), 'utf8')]),
  );
}

function files(): Record<string, string> {
  const notice = '---\nsubject: A notice\npreheader: A line about what is in this notice.\n---\n';
  return {
    'publication.yaml': PUBLICATION,
    'safety-lines.yaml': SAFETY_LINES,
    'courses/tiny/course.yaml': COURSE,
    'courses/tiny/safety.md': '**If you are afraid**\n\nCall 112.\n',
    'courses/tiny/lessons/01-first.md': lesson('first', EVERYTHING, 'sources: [one-2001]'),
    'courses/tiny/lessons/02-second.md': lesson('second', 'Words.\n'),
    ...englishWords(),
    ...Object.fromEntries(
      NOTICES.map((name) => [`words/en/notices/${name}.md`, `${notice}Words.\n`]),
    ),
    'newsletters/2026-12-news.md': `${front(
      'id: news\nsubject: Some news\npreheader: A line about the news that is in this issue.\nsend-on: 2026-12-01',
    )}Words.\n`,
  };
}

/**
 * A content folder that compiles, in a temporary place.
 *
 * @param changes files to put in or, with undefined, to leave out
 */
export function tinyContent(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'kindling-')), 'content');
  for (const [path, text] of Object.entries({ ...files(), ...changes })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}
