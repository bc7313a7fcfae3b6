import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { exportList } from '../../local/account/export.ts';
import { importList } from '../../local/account/import.ts';
import { fileOf } from '../support/list-files.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { annWithALetter, person } from '../support/visitor.ts';
import { shellBefore } from './shell.ts';

/** Bringing a list, as an author types it: what is said, asked and written. */

const { cloud, outside } = shippedCloud('2026-11-23T12:00:00Z');

/** A command works in the process in which the cloud runs here: ended connections have to be noticed first. */
const NOTICED_MS = 250;

async function quietly<Said>(command: () => Promise<Said>): Promise<Said> {
  await setTimeout(NOTICED_MS);
  const said = await command();
  await setTimeout(NOTICED_MS);
  return said;
}

const WHY = ['--reason', 'moved from Kit'] as const;

function shell(ask?: (question: string) => Promise<string>) {
  const { run, outside: around } = shellBefore(cloud(), {}, { domain: 'example.com' });
  const asking = { ...around, ask };
  const local = ['--local', cloud().url] as const;
  const bring: typeof importList = (_, given) => importList(asking, given);
  return {
    around,
    bring: (file: string, ...args: readonly string[]) =>
      quietly(() => run(bring, file, ...WHY, ...local, ...args)),
    plainly: (...args: readonly string[]) => quietly(() => run(importList, ...args, ...local)),
    inTheAccount: (file: string, ...args: readonly string[]) =>
      quietly(() => run(importList, file, ...WHY, ...args)),
    take: (file: string) => quietly(() => run(exportList, file, ...local)),
  };
}

const seenIn = (text: string): string => /--seen ([0-9a-f]{12})/.exec(text)?.[1] ?? '';

/** Who is stored by an address, and what beside them. */
const stored = (address: string) =>
  outside.json<{
    readonly item?: Record<string, unknown>;
    readonly beside: readonly Record<string, unknown>[];
  }>(`/_local/subscribers/${address}`);

/** How somebody stands; undefined for nobody. */
async function standingOf(address: string): Promise<unknown> {
  const found = await fetch(`${cloud().url}/_local/subscribers/${address}`);
  if (found.status === 404) return undefined;
  return ((await found.json()) as { item: { standing: { is: string } } }).item.standing.is;
}

const CONFIRMED = (names: readonly string[], more = '') =>
  `email,consent_time${more === '' ? '' : ',place'}\n${names
    .map((name) => `${name}@example.org,2024-03-01${more === '' ? '' : `,${more}`}\n`)
    .join('')}`;

describe('before anything is written', () => {
  test('a dry run says who gets what tomorrow, and changes nothing', async () => {
    const file = fileOf(
      'email,name,status,consent_time,course,place\n' +
        'dry1@example.org,Ann,,2024-03-01,closer,9\n' +
        'dry2@example.org,Bo,,2024-03-01,closer,finished\n' +
        'dry3@example.org,Cy,,,closer,\n' +
        'dry4@example.org,Di,unsubscribed,2024-03-01,,\n' +
        'no address,,,,,\n',
    );
    const before = await outside.table();
    const { text, code } = await shell().bring(file, '--dry-run');
    expect(code).toBe(0);
    expect(text).toContain('5 people in the file, which looks like a table of your own.');
    expect(text).toMatch(/ {6}2 {2}come: they read from their day on/);
    expect(text).toMatch(/ {6}1 {2}have not confirmed/);
    expect(text).toMatch(/ {6}1 {2}left there/);
    expect(text).toMatch(/ {6}1 {2}of those who come are owed nothing/);
    expect(text).toMatch(/ {6}1 {2}can’t be taken: no address .* \(line 6\)/);
    expect(text).toContain('On 2026-11-24, at their hour or up to four hours later:');
    expect(text).toMatch(/ {6}1 {2}closer\/\w+/);
    expect(text).toMatch(/ {6}1 {2}the confirmation, with its button/);
    expect(text).toMatch(/Nothing was changed\. To do just this, add: --seen [0-9a-f]{12}$/);
    expect(text).not.toContain('@');
    expect(await outside.table()).toEqual(before);
  });

  test('without --local it is the table of the deployed stack, or the one that is named', async () => {
    const file = fileOf(CONFIRMED(['where']));
    const deployed = await shell().inTheAccount(file, '--course', 'closer', '--dry-run');
    const [, table = ''] = /^(\S+): account 000000000000 in us-east-1/.exec(deployed.text) ?? [];
    expect(table).toMatch(/\w/);
    const named = await shell().inTheAccount(
      file,
      ...['--course', 'closer', '--dry-run', '--table', table],
    );
    expect(named.text).toBe(deployed.text);
  });

  const REFUSED = [
    [
      'no reason',
      2,
      (file: string) => [file, '--course', 'closer'],
      /Why may these people be written to/,
    ],
    ['no file', 2, () => [...WHY], /Which file\?/],
    ['a file that is not there', 1, () => ['nowhere.csv', ...WHY], /There is no file nowhere\.csv/],
    [
      'a course that is not there',
      1,
      (file: string) => [file, ...WHY, '--course', 'quieter'],
      /no course “quieter”/,
    ],
    ['no first day', 2, (file: string) => [file, ...WHY, '--first-day', '0'], /--first-day wants/],
  ] as const;
  test.for(REFUSED)('%s is refused, with status %i', async ([, status, args, says]) => {
    const { text, code } = await shell().plainly(...args(fileOf(CONFIRMED(['a']))));
    expect([code, text]).toEqual([status, expect.stringMatching(says)]);
  });

  test('Mailchimp’s file of those who never asked for mail is refused by its name', async () => {
    const file = fileOf(CONFIRMED(['a']), 'nonsubscribed_members_export_1.csv');
    expect((await shell().bring(file)).text).toContain('never asked for mail');
  });

  test('a no, or nobody to ask, writes nothing', async () => {
    const file = fileOf(CONFIRMED(['unasked']));
    const questions: string[] = [];
    const no = shell(async (question) => {
      questions.push(question);
      return '';
    });
    expect((await no.bring(file, '--course', 'closer')).text).toContain('Nothing was changed.');
    expect(questions).toEqual(['\nImport them? [y/N] ']);
    const nobody = await shell().bring(file, '--course', 'closer');
    expect([nobody.code, await standingOf('unasked@example.org')]).toEqual([1, undefined]);
  });

  test('a file that is not what was seen, or a word that was not said then, writes nothing', async () => {
    const file = fileOf(CONFIRMED(['seen']));
    const seen = seenIn((await shell().bring(file, '--course', 'closer', '--dry-run')).text);
    const other = fileOf(CONFIRMED(['seen', 'unseen']));
    for (const args of [
      [other, '--course', 'closer'],
      [file, '--course', 'closer', '--newsletter'],
    ]) {
      const { text, code } = await shell().bring(args[0] ?? '', ...args.slice(1), '--seen', seen);
      expect([code, text]).toEqual([1, expect.stringContaining(`is not what was seen as ${seen}`)]);
    }
    expect(await standingOf('seen@example.org')).toBeUndefined();
    const { text } = await shell().bring(file, '--course', 'closer', '--seen', seen);
    expect(text).toContain('1 written.');
    expect(await standingOf('seen@example.org')).toBe('active');
  });
});

describe('what is written', () => {
  const yes = () => shell(async () => 'y');

  test('each comes with one record: who brought them, why, and what the list said', async () => {
    const file = fileOf(
      'first_name,email,created_at,status,source\nAnn,record@example.org,2023-01-27T11:43:55Z,active,the fair\n',
    );
    await yes().bring(file, '--course', 'closer');
    const { item, beside } = await stored('record@example.org');
    expect(item).toMatchObject({
      name: 'Ann',
      standing: { is: 'active' },
      notBefore: '2026-11-24',
    });
    expect(beside).toHaveLength(1);
    expect(beside[0]).toMatchObject({
      sk: expect.stringMatching(/^fact#2026-11-23T12:\d\d:\d\dZ#imported$/),
      by: 'author',
      channel: 'import',
      reason: 'moved from Kit',
      tool: 'kit',
      signedUpAt: '2023-01-27T11:43:55Z',
      source: 'the fair',
    });
  });

  test('who is known stays as they are: readers, and those who left, were suppressed or erased', async () => {
    const ann = await annWithALetter(outside);
    const bo = await annWithALetter(outside);
    await bo.replies('unsubscribe');
    const cy = person(outside, 'bounce@simulator.amazonses.com');
    await cy.signUp();
    await outside.settle();
    const di = person(outside, 'asks@example.net');
    await di.signUp();
    const before = await outside.table();
    const list = [ann, bo, cy, di].map(({ address }) => `${address},New,2024-03-01,active\n`);
    const { text } = await yes().bring(
      fileOf(`email,name,consent_time,status\n${list.join('')}`),
      ...['--course', 'closer', '--confirmed', '--newsletter'],
    );
    expect(text).toMatch(/ {6}1 {2}read here already: nothing of theirs is overwritten \(line 2\)/);
    expect(text).toMatch(/ {6}1 {2}left here: a list brings nobody back \(line 3\)/);
    expect(text).toMatch(/ {6}1 {2}can’t be mailed, as is known here.* \(line 4\)/);
    expect(text).toMatch(/ {6}1 {2}were asked to confirm already.* \(line 5\)/);
    expect(text).toContain('0 written.');
    expect(await outside.table()).toEqual(before);
  });

  test('who comes by themselves while the author looks stays as they came', async () => {
    const eve = person(outside, 'meanwhile@example.org');
    const looking = shell(async () => {
      await eve.joins({ name: 'Eve', hour: 9 });
      return 'yes';
    });
    const file = fileOf('email,name,consent_time\nmeanwhile@example.org,Other,2024-03-01\n');
    const { text } = await looking.bring(file, '--course', 'closer');
    expect(text).toContain('0 written.');
    expect(text).toContain('1 came by themselves meanwhile, and are as they wanted it.');
    const { item, beside } = await stored('meanwhile@example.org');
    expect(item).toMatchObject({ name: 'Eve', hour: 9 });
    const facts = beside.map(({ sk }) => String(sk)).filter((sk) => sk.startsWith('fact#'));
    expect(facts.map((sk) => sk.split('#')[2])).toEqual(['asked', 'confirmed']);
  });

  test('an import that broke off is begun again: nobody is written twice, and all are there', async () => {
    const names = Array.from({ length: 60 }, (_, number) => `again${number}`);
    const file = fileOf(CONFIRMED(names, '9'));
    const args = ['--course', 'closer', '--first-day', '25'];
    const fault = { service: 'dynamodb', kind: 'reset', action: 'TransactWriteItems', after: 30 };
    await outside.fault({ ...fault, count: 200 });
    const broken = await yes().bring(file, ...args);
    expect([broken.code, broken.text]).toEqual([1, expect.stringContaining('It broke off.')]);
    await fetch(`${cloud().url}/_local/faults`, { method: 'DELETE' });
    const { text } = await yes().bring(file, ...args);
    const known = Number(/(\d+) {2}read here already/.exec(text)?.[1]);
    const written = Number(/(\d+) written\./.exec(text)?.[1]);
    expect(known).toBeGreaterThan(0);
    expect(known + written).toBe(60);
    const days = new Map<unknown, number>();
    for (const name of names) {
      const { item, beside } = await stored(`${name}@example.org`);
      expect(beside).toHaveLength(1);
      days.set(item?.['notBefore'], (days.get(item?.['notBefore']) ?? 0) + 1);
    }
    expect(Math.max(...days.values())).toBeLessThanOrEqual(25);
  });

  test('an account that may not send so many letters a day gets none of them', async () => {
    await outside.post('/_local/ses', { max24HourSend: 200 });
    const names = Array.from({ length: 191 }, (_, number) => `many${number}`);
    const { text, code } = await yes().bring(fileOf(CONFIRMED(names, '9')), '--course', 'closer');
    await outside.post('/_local/ses', { max24HourSend: 50_000 });
    expect([code, text]).toEqual([1, expect.stringContaining('may send 190 letters a day')]);
    expect(await standingOf('many0@example.org')).toBeUndefined();
  });
});

describe('taking everybody along', () => {
  test('into a file that is nobody else’s, and never over one that is there', async () => {
    const { take, around } = shell();
    const file = join(around.buildDir, 'people.csv');
    const { code, text } = await take(file);
    expect([code, text]).toEqual([0, expect.stringMatching(/\d+ people in .*people\.csv/)]);
    expect(statSync(file).mode & 0o077).toBe(0);
    const before = readFileSync(file, 'utf8');
    expect((await take(file)).text).toContain('is there already, and stays as it is.');
    expect(readFileSync(file, 'utf8')).toBe(before);
    const other = join(around.buildDir, 'people.xlsx');
    expect((await take(other)).text).toContain('Its name ends in .csv or .json.');
    expect(existsSync(other)).toBe(false);
  });
});
