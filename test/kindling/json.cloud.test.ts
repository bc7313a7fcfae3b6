import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../local/kindling/commands.ts';
import { kindling } from '../../local/kindling/run.ts';
import { shellBefore } from '../account/shell.ts';
import { goodContent } from '../emails/good-content.ts';
import { piped } from '../support/pseudo-terminal.ts';
import { noticed } from '../support/scripted.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { annWithALetter, type Person } from '../support/visitor.ts';

/**
 * What scripts get of each command: with `--json` the value that its words are made of, and nothing else. A command
 * that is in no row here is red, as is one that has none and does not say why.
 */
const { cloud, outside } = shippedCloud('2026-11-23T12:00:00Z');

let ann: Person;
let mail = '';
let table = '';
beforeAll(async () => {
  ann = await annWithALetter(outside, { newsletter: true });
  mail = await ann.writes('My mother read this letter with me, and we talked all evening.');
  ({ table } = await outside.json<{ table: string }>('/_local/aws'));
});

const FAULT = 'send-3fa1b2c4:37:4521';

interface Row {
  /** What is typed behind the name. */
  readonly args: (at: { readonly table: string; readonly folder: string }) => readonly string[];
  readonly value: object;
  /** The status, where it is not 0. */
  readonly code?: number;
  /** What it looks at; else nothing but the folder. */
  readonly at?: 'local' | 'account';
}

const local = (args: Row['args'], value: object): Row => ({ args, value, at: 'local' });
const account = (args: Row['args'], value: object): Row => ({ args, value, at: 'account' });
const is = (type: unknown) => expect.any(type);

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  // An account that was made for a test has things to say.
  doctor: [{ ...account(() => [], { region: 'us-east-1', checks: is(Array) }), code: 1 }],
  today: [local(() => [], { sending: { form: 'open' } })],
  readers: [
    local(() => ['--yes'], { standing: { active: 1 } }),
    local(() => ['--list'], { readers: [{ standing: 'active' }] }),
  ],
  reader: [
    local(() => [ann.address], { name: 'Ann' }),
    local(() => [ann.address, 'jump', '5', '--yes'], { deed: { is: 'jump', place: '5' } }),
  ],
  funnel: [local(() => [], [{ course: 'closer' }])],
  counts: [local(() => [], { courses: is(Array) })],
  replies: [
    local(() => [], { waiting: [{ messageId: is(String) }] }),
    local(() => ['--done', mail], { answered: true }),
    { args: () => ['please pause until December 20'], value: { wishes: [{ is: 'pause' }] } },
    { args: () => ['--score', 'test/corpus/nl-g.jsonl'], value: { all: { wrongful: is(Number) } } },
  ],
  cost: [local(() => [], { month: '2026-11' })],
  check: [{ args: () => [goodContent()], value: { mails: 28, findings: [] } }],
  'letters-table': [
    {
      args: () => [goodContent()],
      value: {
        letters: expect.arrayContaining([expect.objectContaining({ words: 388, place: 1 })]),
      },
    },
  ],
  'test-mail': [
    local(() => ['closer/closeness', 'me@example.org', '--dry-run'], { sent: false, findings: [] }),
    local(() => ['closer/closeness', 'me@example.org'], { sent: true, to: 'me@example.org' }),
  ],
  plan: [local(() => [], { harms: [], issues: is(Array) })],
  simulate: [
    { args: () => ['--readers', '5', '--days', '3'], value: { course: 'closer', totals: {} } },
  ],
  newsletter: [
    local(() => ['list'], expect.arrayContaining([expect.objectContaining({ slug: is(String) })])),
    local(() => ['status'], []),
    {
      args: () => ['preview', 'small-rituals'],
      value: { slug: 'small-rituals', files: is(Array) },
    },
  ],
  import: [
    local(
      ({ folder }) => {
        const file = join(folder, 'list.csv');
        writeFileSync(file, 'email\nbea@example.net\n');
        return [file, '--course', 'closer', '--confirmed', '--reason', 'a test', '--dry-run'];
      },
      { people: 1, lines: { comes: [2] }, seen: is(String) },
    ),
  ],
  export: [
    local(({ folder }) => [join(folder, 'people.csv')], { people: 1, erased: 0, unreadable: 0 }),
  ],
  release: [local(() => [], { now: { bounces: 0 }, released: false })],
  backup: [account(() => [], { backup: is(String), ended: 0 })],
  restore: [
    account(({ table }) => ['--from', table, '--at', '2026-11-24T12:00:00Z'], {
      copyAt: '2026-11-24T12:00:00Z',
      tally: is(Object),
    }),
  ],
  where: [{ args: () => [FAULT], value: [{ at: FAULT }], code: 1 }],
};

/** It has `--json`, and can’t be called here. */
const NOT_HERE: Readonly<Record<string, string>> = {
  mutants: 'it runs tests for each of its changes, which takes minutes',
};

const WITH = COMMANDS.filter(({ withoutJson }) => withoutJson === undefined);
const WITHOUT = COMMANDS.flatMap(({ name, withoutJson: reason }) =>
  reason === undefined ? [] : [[name, reason] as const],
);

test('each command that takes it is shown here, and no other', () => {
  const shown = [...Object.keys(ROWS), ...Object.keys(NOT_HERE)].sort();
  expect(shown).toEqual(WITH.map(({ name }) => name).sort());
});

describe.for(WITH.map(({ name }) => name).filter((name) => name in ROWS))('%s', (name) => {
  test.for((ROWS[name] ?? []).map((row, at) => [at + 1, row] as const))(
    '%i',
    { timeout: 120_000 },
    async ([, { args, value, code = 0, at }]) => {
      const shell = shellBefore(
        cloud(),
        {},
        { domain: 'example.com', now: () => new Date('2026-11-24T12:30:00Z') },
      );
      const typed = [name, ...args({ table, folder: shell.outside.buildDir }), '--json'];
      if (at === 'local') typed.push('--local', cloud().url);
      await noticed();
      // A program of its own prints by itself.
      const isProgram = COMMANDS.some((one) => one.name === name && 'file' in one);
      const said = isProgram
        ? await piped(typed).then(({ out, error, code }) => ({ text: out + error, code }))
        : await shell.run(kindling, ...typed);
      expect(said.code, said.text).toBe(code);
      expect(JSON.parse(said.text)).toMatchObject(value);
    },
  );
});

test.for(WITHOUT)('%s has none, and says why', async ([name, reason]) => {
  const shell = shellBefore(cloud(), {}, { domain: 'example.com' });
  expect(await shell.run(kindling, name, '--json')).toEqual({
    code: 2,
    text: `kindling ${name} has no --json: ${reason}.`,
  });
});

test('docs/desk.md names those that have none', () => {
  const [, told = ''] =
    /^All but these take `--json`:\n\n((?:\|.*\n)+)/m.exec(readFileSync('docs/desk.md', 'utf8')) ??
    [];
  const names = [...told.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name);
  expect(names.sort()).toEqual(WITHOUT.map(([name]) => name).sort());
});
