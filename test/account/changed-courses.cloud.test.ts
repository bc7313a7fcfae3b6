import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { expect, test } from 'vitest';
import { newCourse } from '../../emails/starter.ts';
import { outlinesIn } from '../../functions/adapters/outlines.ts';
import { deploy } from '../../local/account/deploy.ts';
import { plan } from '../../local/account/plan.ts';
import type { Outside } from '../../local/account/session.ts';
import { brandNew, established } from '../../local/cloud/account/state.ts';
import { authorOf, emptyAccount } from '../support/local-account.ts';
import { person, world } from '../support/visitor.ts';
import { shellBefore } from './shell.ts';

/**
 * Courses that change while people read them, deployed with the real cdk command: what is refused, what
 * is said of whom, and who is woken.
 */

// Three syntheses and two deployments: minutes, on a machine that does much else.
const PATIENCE = { timeout: 900_000 };

const CLOSER = 'closer/course.yaml';
const HOLIDAY = 'rests:\n  - { from: 2026-11-26, until: 2026-12-24 }\n';

/** An account that may write to everybody but while it is deployed to: then it needs no web name. */
async function publication() {
  const account = await emptyAccount({
    account: established({ sending: brandNew().sending }),
    now: '2026-11-23T12:00:00Z',
  });
  const outside = world(account.url);
  let now = '';
  const shell = shellBefore(account, {}, { now: () => new Date(now) });
  const { contentDir } = shell.outside;
  newCourse(contentDir, 'mornings');
  appendFileSync(join(contentDir, 'courses', CLOSER), HOLIDAY);
  const run = async (command: typeof deploy, ...args: readonly string[]) => {
    // A check of all letters holds this thread: what closed meanwhile has to be noticed first.
    await new Promise((resolve) => setTimeout(resolve, 100));
    now = await outside.now();
    account.account.wish({ sending: brandNew().sending });
    const said = await shell.run(command, ...args);
    account.account.wish({ sending: established().sending });
    return said;
  };
  const answering = (answer: string) => (given: Outside, args: readonly string[]) =>
    deploy({ ...given, ask: async () => answer }, args);
  const file = (path: string) => join(contentDir, 'courses', path);
  const move = (from: string, to: string) => renameSync(file(from), file(to));
  const change = (path: string, from: string, to: string) => {
    const text = readFileSync(file(path), 'utf8');
    expect(text).toContain(from);
    writeFileSync(file(path), text.replace(from, to));
  };
  return { account, outside, run, answering, move, change };
}

async function outlines({ account }: Awaited<ReturnType<typeof publication>>) {
  const config = authorOf(account);
  const asked = new DescribeStacksCommand({ StackName: 'Kindling' });
  const { Stacks } = await new CloudFormationClient(config).send(asked);
  const outputs = Stacks?.[0]?.Outputs ?? [];
  const table = outputs.find(({ OutputKey }) => OutputKey === 'TableName')?.OutputValue ?? '';
  const kept = await outlinesIn(table, config).load();
  return Object.fromEntries(
    kept.map(({ slug, lessons }) => [slug, lessons.slice(0, 4).map(({ id }) => id)]),
  );
}

const MIDDLE = 'mornings/lessons/02-the-middle.md';
const IDEAS = 'closer/lessons/04-ideas.md';
const EARLIER = 'closer/lessons/015-ideas.md';
const PHYSICAL = 'closer/lessons/03-physical.md';

test('letters renamed and moved, a course gone, and a holiday called off', PATIENCE, async () => {
  const one = await publication();
  const { outside, run, answering, move, change } = one;
  move(MIDDLE, '.middle.kept');
  const first = await run(deploy);
  expect(first.code, first.text).toBe(0);
  expect(await outlines(one)).toEqual({
    closer: ['closeness', 'emotional', 'physical', 'ideas'],
    mornings: ['a-place-to-begin'],
  });
  const [ann, ben] = ['ann', 'ben'].map((name) => person(outside, `${name}@example.org`));
  if (ann === undefined || ben === undefined) throw new Error('nobody is there');
  await ann.joins({ course: 'closer', hour: 8 });
  await ben.joins({ course: 'mornings', hour: 8 });
  await outside.advance('P2D');
  expect(await ann.lessons()).toEqual(['closeness', 'emotional']);
  expect(await ben.lessons()).toEqual(['a-place-to-begin']);

  // What readers stand on: said to whom, and not done.
  change(PHYSICAL, 'id: physical', 'id: bodily');
  move(IDEAS, EARLIER);
  move('mornings', '.mornings');
  const takes = [
    'mornings is not in content/courses, and 1 reader would get nothing of it until it is back.',
    'closer/physical is bodily now, which is another letter to its readers: 1 have not had it yet.',
    'closer/ideas: 1 were to get it, and would be past it.',
  ];
  const planned = await run(plan);
  const refused = await run(deploy);
  const hasty = await run(answering('y'), '--yes');
  const declined = await run(answering('n'));
  for (const { text } of [planned, refused, hasty, declined]) {
    expect(
      takes.filter((sentence) => !text.includes(sentence)),
      text,
    ).toEqual([]);
  }
  expect(planned.text).toContain('>   2  ideas');
  expect(planned.text).toContain(
    'closer rests from 2026-11-26 until 2026-12-24: 1 reader has their next letter on 2026-12-25.',
  );
  expect(planned.code).toBe(0);
  for (const { text, code } of [refused, hasty]) {
    expect(text).toContain('If you mean it: npm run deploy -- --yes-to-plan');
    expect(code).toBe(1);
  }
  expect(declined.text.split('\n').at(-1)).toBe('Nothing was deployed.');

  // The course is back, with a letter more; the rename is meant; and the author is back as well.
  change(CLOSER, HOLIDAY, '');
  move('.mornings', 'mornings');
  move(EARLIER, IDEAS);
  move('.middle.kept', MIDDLE);
  const meant = await run(deploy, '--yes-to-plan');
  expect(meant.code, meant.text).toBe(0);
  expect(meant.text).toContain('1 have finished and are owed something: the deployment gives it');
  expect(meant.text).toContain('Woke 1 who had finished');
  expect(meant.text).toContain('1 wait for the end of a rest that is none any more: with the');
  expect(meant.text).toContain('1 whose course rests no longer go on at their hour.');
  expect(await outlines(one)).toEqual({
    closer: ['closeness', 'emotional', 'bodily', 'ideas'],
    mornings: ['a-place-to-begin', 'the-middle'],
  });
  await outside.advance('P1D');
  expect(await ann.lessons()).toEqual(['closeness', 'emotional', 'bodily']);
  expect(await ben.lessons()).toEqual(['a-place-to-begin', 'the-middle']);
  expect((await run(plan)).text).toContain('Everybody gets every lesson in its place.');
});

test('a mistake in the content is one line, and no trace of the program', async () => {
  const { outside, run, change } = await publication();
  await outside.now();
  change(PHYSICAL, 'id: physical', 'id: No Name');
  const { code, text } = await run(plan);
  expect(text).toMatch(
    /^[\w-]+\/courses\/closer\/lessons\/03-physical\.md:\d+ id: found "No Name", expected/,
  );
  expect(text.split('\n')).toHaveLength(1);
  expect(code).toBe(1);
});
