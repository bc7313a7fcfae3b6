import { join } from 'node:path';
import { WHOM } from '../../functions/core/mail/safety-lines.ts';
import { EVERYTHING, lesson, tinyContent } from '../emails/tiny-content.ts';
import { AUTHOR, authored, PSEUDO, pseudoMarkdown, pseudoWords } from './pseudo.ts';

const ENGLISH = join(import.meta.dirname, '../../content/words/en');

const PUBLICATION = `name: ${authored('Small Letters')}
language: ${PSEUDO}
from: { name: ${authored('Small Letters')}, address: letters@example.com }
author: { name: ${authored('Ann Lee')}, address: ann@example.com }
postal-address: ${authored('1 Some Street')}
footer-note: ${authored('This is no medicine.')}
defaults: { course: tiny, zone: Europe/Berlin, hour: 7, days: daily }
`;

/** Long enough for a heading over each week. */
const COURSE = `id: tiny
title: ${authored('Tiny')}
subtitle: ${authored('Nine letters')}
description: ${authored('A course for tests.')}
next: small
tracks:
  - { id: partner, label: ${authored('A partner')} }
  - { id: friend, label: ${authored('A friend')} }
sources: { one-2001: ${authored('One (2001)')}, two-2002: ${authored('Two (2002)')} }
`;

/** One letter, in one version. */
const SMALL = `id: small
title: ${authored('Small')}
subtitle: ${authored('One letter')}
description: ${authored('Another course.')}
`;

const REST = ['third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

function issue(id: string, month: number): string {
  const front = [
    `id: ${id}`,
    `subject: The ${id} issue`,
    `preheader: What is in it.`,
    `send-on: 2026-0${month}-01`,
  ];
  return `---\n${front.join('\n')}\n---\n:::question\nWhat is new?\n:::\n`;
}

/** All that an author writes, each word of it in the author's brackets. */
function authoredFiles(): Readonly<Record<string, string>> {
  const lessons = {
    '01-first': lesson('first', EVERYTHING, 'sources: [one-2001]'),
    '02-second': lesson('second', '::check-in\n', 'sources: [one-2001, two-2002]').replace(
      'minutes: 3',
      'minutes: 1',
    ),
    ...Object.fromEntries(REST.map((id, index) => [`0${index + 3}-${id}`, lesson(id, 'Words.\n')])),
    '10-last': lesson('last', '::check-in\n\n::four-weeks\n'),
    '11-old': lesson('old', 'Words.\n', 'retired: true'),
  };
  const issues = ['frost', 'thaw', 'seeds', 'leaves'];
  const markdown = {
    ...Object.fromEntries(
      Object.entries(lessons).map(([name, text]) => [`courses/tiny/lessons/${name}.md`, text]),
    ),
    'courses/tiny/safety.md': 'Call 112.\n',
    'courses/small/lessons/01-only.md': lesson('only', 'Words.\n'),
    'newsletters/2026-12-news.md': issue('news', 5),
    ...Object.fromEntries(
      issues.map((id, index) => [`newsletters/${id}.md`, issue(id, index + 1)]),
    ),
  };
  return Object.fromEntries(
    Object.entries(markdown).map(([path, text]) => [path, pseudoMarkdown(text, AUTHOR)]),
  );
}

const PROOF = 'checked: 2026-11-25, source: "https://example.org/"';

/** A line for everybody that one can be for. */
const SAFETY_LINES = `DE:
  emergency: { number: "112", ${PROOF} }
  lines:
${WHOM.map((whom) => `    - { for: ${whom}, name: ${authored('Us')}, number: "116 123", hours: ${authored('by day')}, ${PROOF} }`).join('\n')}
`;

/** A content folder in pseudo-language alone: nothing in it is in any other. */
export function pseudoContent(): string {
  const words = Object.entries(pseudoWords(ENGLISH));
  return tinyContent({
    'publication.yaml': PUBLICATION,
    'safety-lines.yaml': SAFETY_LINES,
    'courses/tiny/course.yaml': COURSE,
    'courses/small/course.yaml': SMALL,
    ...authoredFiles(),
    ...Object.fromEntries(words.map(([name]) => [`words/en/${name}`, undefined])),
    ...Object.fromEntries(words.map(([name, text]) => [`words/${PSEUDO}/${name}`, text])),
  });
}
