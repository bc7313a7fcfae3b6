import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { lesson, tinyContent } from '../emails/tiny-content.ts';
import { synthesizedFrom } from '../support/assembly.ts';
import { shippedWords } from '../support/morning-letters.ts';
import { headerOf, type Mail, person, type World, world } from '../support/visitor.ts';

/** One reader wants no newsletter for two weeks, the other no letters: what is left to each goes on. */

const issue = (id: string, day: string) => `---
id: ${id}
subject: The ${id}
preheader: On a box in the hall.
send-on: ${day}
during-courses: true
sources: []
---

In the hall closet is a box marked “${id}”, and each December it comes down.
`;
const PATIENCE = 400_000;

let cloud: Cloud;
let outside: World;
const ann = () => person(outside, 'ann@example.net');
const bob = () => person(outside, 'bob@example.net');
beforeAll(async () => {
  const letters = Array.from({ length: 8 }, (_, place) => [
    `courses/tiny/lessons/${place + 10}-letter.md`,
    lesson(`tiny-${place + 10}`, 'Words.'),
  ]);
  const content = tinyContent({
    ...shippedWords(['en']),
    ...Object.fromEntries(letters),
    'newsletters/1.md': issue('lights', '2026-10-05'),
    'newsletters/2.md': issue('candles', '2026-10-08'),
    'newsletters/3.md': issue('matches', '2026-10-12'),
  });
  cloud = await startCloud({
    assemblyDir: await synthesizedFrom(content, 'test-assembly-pause-of-one-list'),
    port: 0,
    now: '2026-10-02T09:00:00Z',
  });
  outside = world(cloud.url);
  for (const one of [ann(), bob()])
    await one.joins({ course: 'tiny', zone: 'UTC', hour: 8, newsletter: true });
  await outside.goTo('2026-10-05T12:00:00Z');
}, PATIENCE);
afterAll(() => cloud?.stop());

const isIssue = (mail: Mail) => headerOf(mail, 'List-Id')?.includes('<newsletter.') === true;
const issuesOf = async (one: ReturnType<typeof person>) =>
  (await one.mails()).filter(isIssue).map(({ subject, date }) => `${date.slice(0, 10)} ${subject}`);
const FIRST = '2026-10-05 The lights';

test('who pauses the newsletter goes on with the letters, and meets what waited on the day', async () => {
  expect(await issuesOf(ann())).toEqual([FIRST]);
  const before = await ann().lessons();
  expect(await ann().replies('Pause until October 20, please')).toMatchObject({
    intent: 'pause',
    outcome: 'applied',
    until: '2026-10-20',
  });
  const { text } = await ann().latest();
  expect(text).toContain('The newsletter is paused until Tuesday, October 20, 2026.');
  expect(text).toContain('Your next letter: ');
  expect(text).toContain('(the letters, not the newsletter)');

  expect(await bob().replies('Please pause the letters, keep the newsletter')).toMatchObject({
    outcome: 'applied',
  });
  await outside.goTo('2026-10-13T12:00:00Z');
  expect(await ann().lessons(), 'a letter a day').toHaveLength(before.length + 8);
  expect(await issuesOf(ann())).toEqual([FIRST]);
  await outside.goTo('2026-10-20T07:59:00Z');
  expect(await issuesOf(ann())).toEqual([FIRST]);
  await outside.goTo('2026-10-20T08:10:00Z');
  const [, digest] = (await ann().mails()).filter(isIssue);
  expect(digest?.text).toContain('The candles');
  expect(digest?.text).toContain('The matches');
});

test('who pauses the letters gets each issue on its day, and goes on with a word', async () => {
  expect(await issuesOf(bob())).toEqual([
    FIRST,
    '2026-10-08 The candles',
    '2026-10-12 The matches',
  ]);
  const held = await bob().lessons();
  expect(await bob().replies('Please send me the letters again')).toMatchObject({
    intent: 'resume',
    outcome: 'applied',
  });
  await outside.advance('P2D');
  expect(await bob().lessons()).toHaveLength(held.length + 2);
});
