import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { COURSE, lesson, PUBLICATION, tinyContent } from '../emails/tiny-content.ts';
import { synthesizedFrom } from '../support/assembly.ts';
import { shippedWords } from '../support/morning-letters.ts';
import { lessonIn, linkIn, person, type World, world } from '../support/visitor.ts';

/**
 * The author is away twice in one autumn: the whole publication over the day on which Adelaide's clocks go
 * forward (October 4), and one course of it over the night in which Berlin's go back (October 25).
 */
const ALL = { from: '2026-10-02', until: '2026-10-05' };
const TINY = { from: '2026-10-23', until: '2026-10-26' };
const FIRST = '2026-09-29';
const LAST = '2026-10-30';

const rests = ({ from, until }: typeof ALL) => `rests:\n  - { from: ${from}, until: ${until} }\n`;
/** Without tracks each letter is compiled once. */
const ONE_TRACK = COURSE.replace(/^tracks:\n( +- .*\n)+/m, '');
const NEXT = 'Words.\n\n:::next\n{{Next}}: another one.\n:::\n';
const letters = (slug: string) =>
  Object.fromEntries(
    Array.from({ length: 32 }, (_, place) => [
      `courses/${slug}/lessons/${place + 10}-letter.md`,
      lesson(`${slug}-${place + 10}`, NEXT),
    ]),
  );

/** A synthesis and a month, on a machine that does much else. */
const PATIENCE = 400_000;

let cloud: Cloud;
let outside: World;
let readers: readonly Reader[];
beforeAll(async () => {
  const content = tinyContent({
    ...shippedWords(['en']),
    'publication.yaml': PUBLICATION + rests(ALL),
    'courses/tiny/course.yaml': ONE_TRACK + rests(TINY),
    'courses/other/course.yaml': ONE_TRACK.replace('id: tiny', 'id: other'),
    'courses/tiny/lessons/01-first.md': undefined,
    'courses/tiny/lessons/02-second.md': undefined,
    ...letters('tiny'),
    ...letters('other'),
  });
  cloud = await startCloud({
    assemblyDir: await synthesizedFrom(content, 'test-assembly-holiday'),
    port: 0,
    now: '2026-09-28T02:00:00Z',
  });
  outside = world(cloud.url);
  readers = [
    { name: 'berta', zone: 'Europe/Berlin', hour: 2, course: 'tiny', rests: [ALL, TINY] },
    { name: 'adele', zone: 'Australia/Adelaide', hour: 2.5, course: 'tiny', rests: [ALL, TINY] },
    { name: 'otto', zone: 'Europe/Berlin', hour: 23, course: 'other', rests: [ALL] },
    {
      name: 'mona',
      zone: 'Australia/Adelaide',
      hour: 7,
      course: 'tiny',
      days: ['mon', 'fri'],
      rests: [ALL, TINY],
    },
  ];
  for (const { rests: _, name, ...fields } of readers) await someone(name).joins(fields);
  await outside.goTo('2026-10-02T12:00:00Z');
}, PATIENCE);
afterAll(() => cloud.stop());

interface Reader {
  readonly name: string;
  readonly zone: string;
  readonly hour: number;
  readonly course: string;
  readonly days?: readonly string[];
  readonly rests: readonly (typeof ALL)[];
}

const people = new Map<string, ReturnType<typeof person>>();
function someone(name: string) {
  const known = people.get(name) ?? person(outside, `${name}@example.net`);
  people.set(name, known);
  return known;
}

/** All days of a reader between the first and the last, but for those on which their course rests. */
function daysOf({ days, rests }: Reader): readonly string[] {
  const first = Temporal.PlainDate.from(FIRST);
  const count = first.until(LAST).days + 1;
  return Array.from({ length: count }, (_, offset) => first.add({ days: offset }))
    .filter((day) => days?.includes(['mon', 'fri'][[1, 5].indexOf(day.dayOfWeek)] ?? '') ?? true)
    .map(String)
    .filter((day) => !rests.some(({ from, until }) => from <= day && day <= until));
}

test('whoever comes within it is greeted at once, and told the true day everywhere', async () => {
  const nils = someone('nils');
  await nils.signUp({ zone: 'Europe/Berlin', hour: 7, course: 'tiny' });
  const told = /Tuesday, 6 October 2026/;
  const confirmed = await nils.confirm();
  expect(await confirmed.text()).toMatch(told);
  const welcome = await nils.latest();
  expect(welcome.text).toMatch(told);
  const preferences = await fetch(linkIn(welcome, 'preferences'));
  expect(await preferences.text()).toMatch(told);
  expect((await nils.replies('Pause until Sunday, please')).outcome).toBe('applied');
  expect((await nils.latest()).text).toMatch(told);
});

test('the last letter before it says when the next one comes', async () => {
  const mails = await someone('berta').mails();
  expect(mails.at(-1)?.text).toContain('On Tuesday: another one.');
});

test('everybody has each day of theirs but those of the holidays, at their hour', {
  timeout: PATIENCE,
}, async () => {
  await outside.goTo('2026-10-31T00:00:00Z');
  for (const reader of readers) {
    const { name, zone, hour } = reader;
    const sent = (await someone(name).mails()).filter((mail) => lessonIn(mail) !== undefined);
    const local = sent
      .map(({ date }) =>
        Temporal.Instant.from(new Date(date).toISOString()).toZonedDateTimeISO(zone),
      )
      .filter((time) => String(time.toPlainDate()) <= LAST);
    expect(
      local.map((time) => String(time.toPlainDate())).filter((day) => day >= FIRST),
      name,
    ).toEqual(daysOf(reader));
    const hours = new Set(local.map((time) => time.hour + (time.minute >= 30 ? 0.5 : 0)));
    expect([...hours], name).toEqual([hour]);
    const ids = sent.map(lessonIn);
    const inOrder = ids.map((_, place) => `${reader.course}-${place + 10}`);
    expect(ids, name).toEqual(inOrder);
  }
});
