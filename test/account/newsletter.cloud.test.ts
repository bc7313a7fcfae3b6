import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { IssueId } from '../../functions/core/newsletter.ts';
import { at } from '../support/builders.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { linkIn, person } from '../support/visitor.ts';
import { FROST, newsletterAuthor } from './newsletter-author.ts';

/** An issue from its file to its readers, as an author follows and steers it from a terminal. */

const running = shippedCloud('2026-11-23T12:00:00Z');
const { cloud, outside } = running;
const { shell, store, bringReaders, begin, subjectsOf } = newsletterAuthor(running);

/** A test mail is compiled for seconds, in which nobody can wait for that. */
const AGAIN = { retry: 3 };

/** The states of one issue follow upon each other: these tests do, as well. */
describe('an issue on its way', () => {
  test('before it is deployed: a dry run says who would get it, and that nothing sends it', async () => {
    await bringReaders();
    const { local } = shell();
    expect((await local('list')).text).toMatch(
      /\nslug .*stage\n(.*\n)*frost +The first frost +2026-11-25 +all +not deployed yet: npm run deploy schedules it/,
    );
    const before = await outside.table();
    const { text, code } = await local('schedule', 'frost');
    expect(code).toBe(1);
    expect(text).toContain(
      'It is not deployed yet, and nothing sends it until it is: npm run deploy',
    );
    expect(await outside.table()).toEqual(before);
  });

  test('once it is: how many, when the first and the last, how long, and for how much', async () => {
    await (await store()).note(FROST, 'scheduled', at('2026-11-24T09:00:00Z'));
    const { local } = shell();
    const { text, code } = await local('schedule', 'frost');
    expect(code).toBe(0);
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines).toEqual([
      `the local cloud at ${cloud().url}`,
      '',
      expect.stringMatching(/^Reading everybody who is stored \(\d\.\d MB\) costs /),
      '',
      'frost: The first frost',
      'It goes on 2026-11-25, at each reader’s hour; for: all',
      '3  take the newsletter',
      '2  get it at their hour',
      '1  are in a course, and get it when that is over',
      'The first is due 2026-11-24 18:30 UTC, which is 7:30 on 2026-11-25 in Pacific/Auckland.',
      'The last is due 2026-11-25 07:00 UTC, which is 8:00 in Europe/Berlin.',
      expect.stringMatching(
        /^The account may send \d+ a second .*has gone out by 2026-11-25 07:00 UTC\.$/,
      ),
      'It costs less than a cent at SES, and less than a cent for all else.',
      '',
      'Nothing was changed, and nothing is left to do: its day sends it.',
    ]);
    const { text: json } = await local('schedule', 'frost', '--json');
    expect(JSON.parse(json)).toMatchObject({
      slug: 'frost',
      stage: 'scheduled',
      takers: 3,
      due: 2,
      inCourse: 1,
      firstDue: '2026-11-24T18:30:00Z',
      lastOut: '2026-11-25T07:00:00Z',
      costs: { ses: expect.closeTo(0.0003, 10) },
    });
  });

  test('paused before its day, and not twice; nobody is asked in vain', async () => {
    const questions: string[] = [];
    const { local, locally } = shell();
    const asked = (answer: string) =>
      locally({
        ask: async (question) => {
          questions.push(question);
          return answer;
        },
      });
    const nobody = await local('pause', 'frost');
    expect([nobody.code, nobody.text]).toEqual([
      1,
      expect.stringContaining('npm run newsletter -- pause frost --yes'),
    ]);
    expect((await asked('')('pause', 'frost')).text).toMatch(/Nothing was changed\.$/);
    expect((await (await store()).all()).find(({ id }) => id === FROST)?.paused).toBeUndefined();
    const { code, text } = await asked('y')('pause', 'frost');
    expect([code, text]).toEqual([0, expect.stringMatching(/\n\nfrost is paused\.$/)]);
    expect(text).toContain(
      'frost does not begin on its day, until: npm run newsletter -- resume frost.',
    );
    expect(questions).toEqual(Array(2).fill('\npause frost? [y/N] '));
    expect((await local('pause', 'frost', '--yes')).text).toBe('frost is paused already.');
    // Scripts are asked nothing.
    expect((await asked('y')('resume', 'frost', '--json')).text).toMatch(
      /^\nNothing was changed\./,
    );
    expect((await local('list')).text).toContain('paused, scheduled');
    expect((await local('schedule', 'frost')).code).toBe(1);
    expect((await local('resume', 'frost', '--yes')).text).toContain('frost begins on its day.');
    expect((await local('resume', 'frost', '--yes')).text).toBe('frost is not paused.');
    for (const [deed, says] of [
      ['pause', 'frost is paused.'],
      ['resume', 'frost is resumed.'],
    ] as const) {
      const done = await local(deed, 'frost', '--yes', '--json');
      expect(JSON.parse(done.text)).toEqual({ slug: 'frost', deed, says: [says] });
    }
  });

  test('on its day: who has it, who gets it and who waits, with a bar on a terminal alone', async () => {
    const { local, locally } = shell();
    const drawing = locally({ isTerminal: true });
    expect((await local('status')).text).toContain('No issue is on its way; the next is ');
    await begin();
    await outside.goTo('2026-11-24T20:00:00Z');
    const { text } = await local('status', 'frost');
    expect(text.split('\n').map((line) => line.trim())).toEqual([
      `the local cloud at ${cloud().url}`,
      '',
      expect.stringMatching(/^Reading everybody/),
      '',
      'frost: The first frost',
      'running: its readers are being told; on 2026-11-25, at each reader’s hour',
      '50 %',
      '3  take the newsletter',
      '1  have had it, or took the newsletter after its day',
      '1  get it at their hour',
      '1  are in a course, and get it when that is over',
      'Of its mails: due 1, accepted 1, refused 0, bounced 0, spam 0, replied 0, paused 0, left 0.',
      'At the account’s quota the last of them has it by 2026-11-25 07:00 UTC.',
      '',
    ]);
    const { text: drawn } = await drawing('status');
    expect(drawn).toContain(`${'█'.repeat(20)}${'░'.repeat(20)} 50 %`);
    const json = await drawing('status', '--json');
    expect(JSON.parse(json.text)).toEqual([
      expect.objectContaining({
        slug: 'frost',
        stage: 'running',
        had: 1,
        due: 1,
        inCourse: 1,
        became: expect.objectContaining({ accepted: 1, leftAfter: 0 }),
      }),
    ]);
    expect((await local('schedule', 'frost')).text).toMatch(/^frost is on its way/);
    expect(await subjectsOf('bo@example.org')).toEqual(['The first frost']);
  });

  test('paused in between: nothing goes until it is resumed, and then at once', async () => {
    const { local } = shell();
    const { text } = await local('pause', 'frost', '--yes');
    expect(text).toContain('Nothing of the newsletter goes to anybody, of this issue or another');
    await outside.goTo('2026-11-25T09:00:00Z');
    expect(await subjectsOf('ann@example.org')).toEqual([]);
    expect((await local('status')).text).toContain(
      'Nothing of the newsletter goes while it is paused.',
    );
    await local('resume', 'frost', '--yes');
    await outside.advance('PT3M');
    expect(await subjectsOf('ann@example.org')).toEqual(['The first frost']);
  });

  test('and what became of it: who leaves by it counts at once', async () => {
    const { local } = shell();
    const [mail] = await person(outside, 'ann@example.org').mails();
    if (mail === undefined) throw new Error('no mail came');
    await fetch(linkIn(mail, 'unsubscribe'), { method: 'POST' });
    await outside.advance('PT20M');
    expect((await local('status', 'frost')).text).toContain('due 2, accepted 2, refused 0, ');
    expect((await local('status', 'frost')).text).toMatch(/ paused 0, left 1\.$/m);
  });

  test('cancelled: whoever it waits for gets nothing, and nothing brings it back', async () => {
    const { local } = shell();
    const { text, code } = await local('cancel', 'frost', '--yes');
    expect([code, text]).toEqual([0, expect.stringContaining('Nobody else gets frost')]);
    for (const again of ['cancel', 'pause', 'resume']) {
      expect(await local(again, 'frost', '--yes')).toEqual({
        code: 1,
        text: 'frost is cancelled already.',
      });
    }
    const scheduled = await local('schedule', 'frost');
    expect([scheduled.code, scheduled.text]).toEqual([1, expect.stringContaining('another id')]);
    expect((await local('status', 'frost')).text).toContain('\ncancelled; on 2026-11-25');
  });
});

test('an issue in the archive is refused with what to do', async () => {
  await (await store()).note('old' as IssueId, 'archive', undefined);
  const { local } = shell((text) => text.replace('id: frost', 'id: old'));
  expect((await local('schedule', 'old')).text).toMatch(/^old is in the archive only.*another id/);
  expect((await local('cancel', 'old', '--yes')).text).toMatch(/^old is in the archive only/);
});

test('a scheduled issue whose file is gone is named, and its return', async () => {
  await (await store()).note('lost' as IssueId, 'scheduled', at('2027-01-01T00:00:00Z'));
  const { local } = shell();
  expect((await local('schedule', 'lost')).text).toMatch(/Put its file back, and deploy/);
  expect((await local('list')).text).toMatch(/\nlost .*not in the folder any more/);
});

test('without --local it is the table of the deployed stack, or the one that is named', async () => {
  const { types } = shell();
  const { text } = await types('list');
  const [, table = ''] = /^(\S+): account 000000000000 in us-east-1/.exec(text) ?? [];
  expect(table).toMatch(/\w/);
  expect((await types('list', '--table', table)).text).toBe(text);
});

test('the mail as files, and to its author as any test mail', AGAIN, async () => {
  const { types, local, around } = shell();
  const { text, code } = await types('preview', 'frost');
  const file = join(around.buildDir, 'newsletter-frost');
  expect([code, text.split('\n').slice(0, 3)]).toEqual([
    0,
    ['The first frost', `  ${file}.html`, `  ${file}.txt`],
  ]);
  expect(readFileSync(`${file}.html`, 'utf8')).toContain('good lights');
  const asText = readFileSync(`${file}.txt`, 'utf8');
  expect(asText).toContain('good lights');
  expect(asText, 'the page that everybody has').toMatch(/\/newsletter\/frost$/m);
  expect(asText, 'its links end the newsletter').toMatch(/\/unsubscribe\/[a-z2-7.]+\.newsletter\b/);
  const sent = await local('test', 'frost', 'me@example.org');
  expect(sent).toMatchObject({ code: 0, text: expect.stringContaining('Sent to me@example.org') });
  expect(await subjectsOf('me@example.org')).toContain('[Test] The first frost');
});

test('in a shell of its own, into a pipe: JSON and nothing else', async () => {
  const args = ['--import', 'tsx', 'local/newsletter.ts', 'list', '--json', '--local', cloud().url];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    error += chunk.toString();
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, error]).toEqual([0, '']);
  expect((JSON.parse(out) as { slug: string }[]).map(({ slug }) => slug)).toContain(
    'small-rituals',
  );
});

test.for([
  ['nothing', 2, [], /^npm run newsletter -- list/],
  ['a command of nobody', 2, ['send', 'frost'], /^There is no "send"\./],
  ['no issue', 2, ['pause'], /^Which issue\?/],
  ['two issues', 2, ['pause', 'frost', 'small-rituals'], /^One issue at a time\./],
  [
    'an issue of nobody',
    1,
    ['pause', 'thaw', '--yes'],
    /^There is no issue "thaw"\. There is: .*frost/,
  ],
  ['an issue of nobody, to look at', 1, ['preview', 'thaw'], /^There is no issue "thaw"\./],
  [
    'a letter for an issue',
    1,
    ['test', 'closer/1', 'me@example.org'],
    /^There is no issue "closer\/1"/,
  ],
  ['a test of nothing', 2, ['test'], /^Which issue, and to whom\?/],
  ['a test to nobody', 2, ['test', 'frost'], /^To whom\?/],
  ['an option of nobody', 2, ['list', '--all'], /^Unknown option '--all'/],
] as const)('%s is a sentence and status %i', async ([, code, args, says]) => {
  const { types, local } = shell();
  const said = args[1] === 'thaw' ? await local(...args) : await types(...args);
  expect(said).toEqual({ code, text: expect.stringMatching(says) });
});

test('no cloud at that address is a sentence', async () => {
  const { text, code } = await shell().types('list', '--local', 'http://127.0.0.1:9');
  expect([code, text]).toEqual([1, 'No local cloud answers at http://127.0.0.1:9.']);
});
