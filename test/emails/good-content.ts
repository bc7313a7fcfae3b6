import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileMail } from '../../emails/compile.ts';
import { findingLine } from '../../emails/lint/finding.ts';
import { lint } from '../../emails/lint/lint.ts';
import type { Compile } from '../../emails/lint/linted.ts';
import { newCourse } from '../../emails/starter.ts';
import { CONTENT } from './every-mail.ts';

/** One change to one file: these words become those. */
export type Change = readonly [file: string, from: string, to: string];

export const COURSE = 'courses/small/course.yaml';
export const FIRST = 'courses/small/lessons/01-a-place-to-begin.md';
export const SECOND = 'courses/small/lessons/02-the-middle.md';
export const SAFETY = 'courses/small/safety.md';

export const ISSUE = 'newsletters/2026-12-frost.md';

const NEWS = `---
id: frost
subject: The first frost
preheader: What to do with the hour that it takes to scrape the car.
send-on: 2026-12-03
---

Somebody wrote a word on the glass. It was cold, and we laughed at it.
`;

/** What the starter leaves out: two tracks, a check-in and a safety note, each demanded once. */
const FULL: readonly Change[] = [
  ['publication.yaml', 'course: closer', 'course: small'],
  [COURSE, 'sources: {}', 'sources: { one-2001: "One (2001), On one thing." }'],
  [COURSE, '# tracks:', 'tracks: [{ id: alone, label: Alone }, { id: two, label: Two }]'],
  [COURSE, '# requires:', 'requires: { safety: [a-place-to-begin], check-in: [the-middle] }'],
  [FIRST, 'sources: []', 'sources: [one-2001]'],
  [FIRST, '[Write the first scene]{', '[Write the first scene]{track=alone '],
  [
    FIRST,
    ':::question',
    ':::practice[Tell it]{track=two kind=do alone}\nTake ten minutes for this. Call a friend, and tell them what your next letter is about. Do not read it out. Say it in your own words, and hear where your voice gets quick. That is the part to keep.\n:::\n\n::safety\n\n:::question',
  ],
  [SECOND, ':::question', '::check-in\n\n:::question'],
];

/** A small content folder in a temporary place, without fault but for these changes. */
export function goodContent(changes: readonly Change[] = []): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'kindling-')), 'content');
  const kept = new RegExp(`^${CONTENT}(/(words(/en(/.*)?)?|own-words(/.*)?|[^/]+\\.yaml))?$`);
  cpSync(CONTENT, dir, { recursive: true, filter: (path) => kept.test(path) });
  for (const name of ['courses', 'newsletters']) mkdirSync(join(dir, name));
  writeFileSync(join(dir, ISSUE), NEWS);
  newCourse(dir, 'small');
  writeFileSync(join(dir, SAFETY), 'If you are afraid, call [112](tel:112).\n');
  for (const change of [...FULL, ...changes]) apply(dir, change);
  return dir;
}

function apply(dir: string, [file, from, to]: Change): void {
  const text = readFileSync(join(dir, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not have: ${from}`);
  writeFileSync(
    join(dir, file),
    text.replace(from, () => to),
  );
}

const rendered = new Map<string, ReturnType<Compile>>();

/** A change leaves most mails alone: those are rendered once for all changes. */
const compileOnce: Compile = (mail) => {
  const key = JSON.stringify(mail);
  const made = rendered.get(key) ?? compileMail(mail);
  rendered.set(key, made);
  return made;
};

/** What the linter says about it, one line each. */
export async function findings(changes: readonly Change[]): Promise<readonly string[]> {
  return (await lint(goodContent(changes), { compile: compileOnce })).findings.map(findingLine);
}
