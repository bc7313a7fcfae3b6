import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { lesson, tinyContent } from '../emails/tiny-content.ts';
import { synthesizedFrom } from '../support/assembly.ts';
import { shippedWords } from '../support/morning-letters.ts';
import { headerOf, person, type World, world } from '../support/visitor.ts';

/** An issue comes to readers of a course, and they have enough of it: of it, and not of their letters. */

const ISSUE = `---
id: lights
subject: The good lights
preheader: On a box in the hall.
send-on: 2026-10-05
during-courses: true
sources: []
---

In the hall closet is a box marked “good lights”, and each December it comes down.
`;
const PATIENCE = 400_000;

let cloud: Cloud;
let outside: World;
let readers: readonly ReturnType<typeof person>[];
beforeAll(async () => {
  const letters = Array.from({ length: 12 }, (_, place) => [
    `courses/tiny/lessons/${place + 10}-letter.md`,
    lesson(`tiny-${place + 10}`, 'Words.'),
  ]);
  const content = tinyContent({
    ...shippedWords(['en']),
    ...Object.fromEntries(letters),
    'newsletters/2026-10-lights.md': ISSUE,
  });
  cloud = await startCloud({
    assemblyDir: await synthesizedFrom(content, 'test-assembly-newsletter-ends'),
    port: 0,
    now: '2026-10-02T09:00:00Z',
  });
  outside = world(cloud.url);
  readers = ['ann', 'bob'].map((name) => person(outside, `${name}@example.net`));
  for (const reader of readers) {
    await reader.joins({ course: 'tiny', zone: 'UTC', hour: 8, newsletter: true });
  }
  // On its day it goes in the place of a letter: nobody has both on one day.
  await outside.goTo('2026-10-05T12:00:00Z');
}, PATIENCE);
afterAll(() => cloud?.stop());

interface Item {
  readonly standing: { readonly is: string };
  readonly newsletter: boolean;
}
const itemOf = async (address: string): Promise<Item> =>
  (await outside.json<{ item: Item }>(`/_local/subscribers/${address}`)).item;

test('one leaves it by one click, the other by “stop”, and both go on with their letters', async () => {
  const [ann, bob] = readers;
  if (ann === undefined || bob === undefined) throw new Error('nobody reads');
  const issue = await ann.latest();
  expect(issue.subject).toBe('The good lights');
  expect(headerOf(issue, 'List-Id')).toContain('<newsletter.');
  const [, url = ''] = /<(https?:[^>]+)>/.exec(headerOf(issue, 'List-Unsubscribe') ?? '') ?? [];
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const pressed = await fetch(url, { method: 'POST', body });
  expect(await pressed.text()).toContain('Your letters go on as before');

  expect((await bob.latest()).subject).toBe('The good lights');
  expect(await bob.replies('Stop')).toMatchObject({ intent: 'unsubscribe', outcome: 'applied' });
  const { text } = await bob.latest();
  expect(text).toContain('The newsletter no longer comes.');
  expect(text).toContain('Stop my letters');

  const had = await Promise.all(readers.map((one) => one.lessons()));
  await outside.advance('P2D');
  for (const [place, one] of readers.entries()) {
    expect(await itemOf(one.address)).toMatchObject({
      standing: { is: 'active' },
      newsletter: false,
    });
    expect(await one.lessons()).toHaveLength((had[place]?.length ?? 0) + 2);
  }
});
