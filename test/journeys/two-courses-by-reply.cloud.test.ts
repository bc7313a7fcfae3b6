import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { COURSE, lesson, PUBLICATION, tinyContent } from '../emails/tiny-content.ts';
import { synthesizedFrom } from '../support/assembly.ts';
import { shippedWords } from '../support/morning-letters.ts';
import { person, type World, world } from '../support/visitor.ts';
import { pressIn } from '../support/wish-buttons.ts';

/** Without tracks each letter is compiled once. */
const ONE_TRACK = COURSE.replace(/^tracks:\n( +- .*\n)+/m, '');
const OTHER = ONE_TRACK.replace('id: tiny', 'id: other').replace(
  /^title: .*$/m,
  'title: Quiet Mornings',
);
const NEXT = 'Words.\n\n:::next\n{{Next}}: another one.\n:::\n';
const letters = (slug: string) =>
  Object.fromEntries(
    [10, 11, 12, 13].map((place) => [
      `courses/${slug}/lessons/${place}-letter.md`,
      lesson(`${slug}-${place}`, NEXT),
    ]),
  );

/** A synthesis, on a machine that does much else. */
const PATIENCE = 200_000;

let cloud: Cloud;
let outside: World;
let ann: ReturnType<typeof person>;

beforeAll(async () => {
  const content = tinyContent({
    ...shippedWords(['en']),
    'publication.yaml': PUBLICATION,
    'courses/tiny/course.yaml': ONE_TRACK,
    'courses/other/course.yaml': OTHER,
    'courses/tiny/lessons/01-first.md': undefined,
    'courses/tiny/lessons/02-second.md': undefined,
    ...letters('tiny'),
    ...letters('other'),
  });
  cloud = await startCloud({
    assemblyDir: await synthesizedFrom(content, 'test-assembly-two-courses'),
    port: 0,
    now: '2026-11-23T09:00:00Z',
  });
  outside = world(cloud.url);
  ann = person(outside, 'ann@example.net');
  await ann.joins({ name: 'Ann', zone: 'Europe/Berlin', hour: 8, course: 'tiny' });
  await outside.advance('P1D');
}, PATIENCE);
afterAll(() => cloud.stop());

interface Item {
  readonly standing: { readonly is: string };
  readonly enrollments: readonly { readonly course: string; readonly stopped?: true }[];
}

/** Their standing, and the courses whose letters go on. */
async function getting(): Promise<readonly string[]> {
  const { item } = await outside.json<{ item: Item }>(`/_local/subscribers/${ann.address}`);
  const running = item.enrollments.filter(({ stopped }) => stopped !== true);
  return [item.standing.is, ...running.map(({ course }) => course)];
}

test('another course is a button in a mail, and one of two ends by its title', async () => {
  expect(await ann.replies('What other courses do you have?')).toMatchObject({
    intent: 'course',
    outcome: 'confirm-asked',
    toAuthor: false,
  });
  expect(await getting(), 'nothing before the press').toEqual(['active', 'tiny']);
  await pressIn(outside, await ann.latest(), /Mornings/);
  expect(await getting()).toEqual(['active', 'tiny', 'other']);

  expect(await ann.replies('Please stop Quiet Mornings')).toMatchObject({ outcome: 'applied' });
  expect(await getting()).toEqual(['active', 'tiny']);
  expect((await ann.latest()).text).toContain('Mornings');
  await pressIn(outside, await ann.latest(), /Take it back/);
  expect(await getting()).toEqual(['active', 'tiny', 'other']);
});

test('“stop this course” is asked about beside an answer, and ends the one whose letter is answered', async () => {
  const text = 'Please stop this course, keep the other';
  expect(await ann.replies(text), 'an answer is no letter').toMatchObject({
    outcome: 'clarify-asked',
  });
  expect(await getting()).toEqual(['active', 'tiny', 'other']);
  await outside.advance('P1D');
  expect(await ann.replies(text)).toMatchObject({ outcome: 'applied', toAuthor: false });
  expect(await getting()).toEqual(['active', 'other']);
});
