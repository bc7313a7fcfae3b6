import { beforeAll, describe, expect, test } from 'vitest';
import { hasTerminal, piped, type Shown, typed } from '../support/pseudo-terminal.ts';
import { noticed, scripted } from '../support/scripted.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { annWithALetter, type Person } from '../support/visitor.ts';

/**
 * The author's desk as its author types at it: each command in a terminal, and for scripts, before readers who
 * joined, read, wrote and asked by other ways. What is done follows upon what was seen, and so do these tests.
 */
const { cloud, outside } = shippedCloud('2026-11-23T12:00:00Z');

const people: Person[] = [];
const wrote: string[] = [];
beforeAll(async () => {
  const bo = await annWithALetter(outside);
  const ann = await annWithALetter(outside, { newsletter: true });
  people.push(ann, bo);
  wrote.push(await ann.writes('Please pause my letters until December 20.'));
  wrote.push(await bo.writes('My mother read this letter with me, and we talked all evening.'));
  // What SES took is counted every quarter of an hour.
  await outside.advance('PT30M');
});

const addressOf = (place: number): string => people[place]?.address ?? '';
const stored = (place: number) =>
  outside.json<{ item: Record<string, unknown>; beside: Record<string, unknown>[] }>(
    `/_local/subscribers/${addressOf(place)}`,
  );

/** A command before this cloud, as a script runs it. */
async function does(...args: readonly string[]) {
  await noticed();
  const said = await scripted(...args, '--local', cloud().url);
  await noticed();
  return said;
}
const json = async (...args: readonly string[]) => {
  const { code, text } = await does(...args, '--json');
  return { code, value: JSON.parse(text) as Record<string, unknown> };
};

describe.skipIf(!hasTerminal())('in a terminal', () => {
  const shown = new Map<string, Shown>();
  const seen = (name: string): Shown => {
    const found = shown.get(name);
    if (found === undefined) throw new Error(`${name} was not typed`);
    return found;
  };

  beforeAll(async () => {
    const [ann, bo, mail] = [addressOf(0), addressOf(1), wrote[1] ?? ''];
    const commands: readonly (readonly [name: string, ...args: string[]])[] = [
      ['today', 'today'],
      ['readers, no', 'readers'],
      ['readers, yes', 'readers'],
      ['a page', 'readers', '--standing', 'paused'],
      ['reader', 'reader', ann],
      ['replies', 'replies'],
      ['done', 'replies', '--done', mail],
      ['replies, done', 'replies'],
      ['undone', 'replies', '--undone', mail],
      ['funnel', 'funnel', 'closer'],
      ['cost', 'cost'],
      ['jump, no', 'reader', bo, 'jump', '5'],
      ['reader, as before', 'reader', bo],
      ['jump, yes', 'reader', bo, 'jump', '5'],
      ['reader, after', 'reader', bo],
    ];
    const local = ['--local', cloud().url];
    const all = await typed(
      commands.map(([, ...args]) => [...args, ...local]),
      ['n', 'y', 'n', 'y'],
    );
    for (const [place, one] of all.entries()) shown.set(commands[place]?.[0] ?? '', one);
  }, 120_000);

  test('today: all is well, in color', () => {
    const { code, text, isColored } = seen('today');
    expect([code, isColored]).toEqual([0, true]);
    expect(text).toMatch(/\n {6}\d {2}come due later today\n {6}0 {2}wait/);
    expect(text).toContain('Sending is open.\nNo alarm rings.');
  });

  test('readers: the price first, and a question', () => {
    expect(seen('readers, no').text).toMatch(
      /Reading everybody .* costs .*\n\nCount them\? \[y\/N\] n\nNobody was counted\.\n$/,
    );
    const { text } = seen('readers, yes');
    expect(text).toMatch(/\n {6}1 {2}get letters\n {6}1 {2}have paused/);
    expect(text).toMatch(/Joined in 14 days:\n {6}1 {2}2026-11-24\n {6}1 {2}2026-11-23\n/);
  });

  test('a page of them asks nothing', () => {
    const { text } = seen('a page');
    expect(text).toContain(addressOf(0));
    expect(text).not.toContain(addressOf(1));
  });

  test('reader: who, what next, what they agreed to, what they wrote', () => {
    const { code, text } = seen('reader');
    expect(code).toBe(0);
    expect(text).toContain(`Ann, ${addressOf(0)}`);
    expect(text).toMatch(/standing {4}paused until 2026-12-20/);
    expect(text).toMatch(/closer: 1 of 28 letters, the last closeness/);
    expect(text).toMatch(/confirmed {3}by reader, page; .*wording/);
    expect(text).toMatch(
      new RegExp(`pause, applied; of \\w+, on closer/closeness.*\\(${wrote[0]}\\)`),
    );
  });

  test('replies: what waits, and what was understood; answered, and not', () => {
    const { text } = seen('replies');
    expect(text).toMatch(new RegExp(`Waiting for you: 1\n  .*for you {2}\\(${wrote[1]}\\)`));
    expect(text).toMatch(/Understood: 1\n {2}.*pause, applied/);
    expect(seen('done').text).toBe('It is answered.\n');
    expect(seen('replies, done').text).toMatch(/Answered by you: 1\n/);
    expect(seen('undone').text).toBe('It waits for you again.\n');
  });

  test('funnel: a bar for each letter, and what came of it', () => {
    const { text } = seen('funnel');
    expect(text).toMatch(/ 1 closeness +█+▓+ 2 {2}1 replied, 1 paused\n/);
    expect(text).toMatch(/ 2 emotional +█+ +1 {2}1 replied\n/);
    expect(text.split('\n').filter((line) => /^ +\d+ /.test(line))).toHaveLength(28);
  });

  test('cost: the month so far, and as a whole', () => {
    const { code, text } = seen('cost');
    expect(code).toBe(0);
    expect(text).toMatch(/\nletters +3 +4 +less than a cent +less than a cent\n/);
    expect(text).toMatch(/\nreplies +2 +2 /);
  });

  test('a jump: a dry run, a question, a record by the author, and the letter that is next then', async () => {
    expect(seen('jump, no').text).toMatch(/last letter +closer emotional +→ +closer meaning\n/);
    expect(seen('jump, no').text).toMatch(/Put them there\? \[y\/N\] n\nNothing was changed\.\n$/);
    expect(seen('reader, as before').text).toMatch(/2 of 28 letters, the last emotional/);
    expect(seen('jump, yes')).toMatchObject({
      code: 0,
      text: expect.stringMatching(/\nDone\.\n$/),
    });
    const { text } = seen('reader, after');
    expect(text).toMatch(/5 of 28 letters, the last meaning.*; next doing/);
    expect(text).toMatch(
      /changed {5}by author, author; course closer; place meaning; was emotional; what place/,
    );
    await outside.advance('P1D');
    expect(await people[1]?.lessons()).toEqual(['closeness', 'emotional', 'doing']);
  });
});

test('scripts get JSON and nothing else, of every reading', async () => {
  const now = await json('today');
  expect([now.code, now.value['sending']]).toEqual([0, { form: 'open' }]);
  expect((await json('readers', '--yes')).value).toMatchObject({ newsletter: 1 });
  const page = (await json('readers', '--list')).value as { readers: { address: string }[] };
  expect(page.readers.map(({ address }) => address).sort()).toEqual(
    [addressOf(0), addressOf(1)].sort(),
  );
  const { value: ann } = await json('reader', addressOf(0));
  expect(ann).toMatchObject({ name: 'Ann', standing: { is: 'paused' } });
  expect(JSON.stringify(ann)).not.toContain(String((await stored(0)).item['secret']));
  expect((await json('funnel')).value).toMatchObject([{ course: 'closer' }]);
  expect((await json('replies')).value).toMatchObject({ waiting: [{ messageId: wrote[1] }] });
  expect((await json('cost')).value).toMatchObject({
    forecast: { parts: [{ what: 'letters' }, {}, {}, {}] },
  });
});

test('what is not there is a sentence and status 1', async () => {
  const rows = [
    [['readers', '--json'], 'Nothing was done. To do it, say --yes as well.'],
    [
      ['replies', '--done', 'of-nobody'],
      'There is no mail "of-nobody". kindling replies names them.',
    ],
    [['funnel', 'tea'], 'There is no course "tea", and none was. There is: closer.'],
    [['reader', 'nobody@example.net'], 'Nobody is known here by that address or id.'],
    [['reader', 'nobody@example.net', 'pause'], 'Nobody is known here by that address or id.'],
    [['reader', 'aaaaaaaaaaaaaaaa', 'pause'], 'Nobody is known here by that address or id.'],
    [
      ['reader', addressOf(0), 'jump', '99', '--yes'],
      expect.stringMatching(/^The course has no such place/),
    ],
    [
      ['reader', addressOf(0), 'pause', '--until', '2026-11-01'],
      expect.stringMatching(/^A pause ends on a day to come/),
    ],
  ] as const;
  for (const [args, text] of rows)
    expect(await does(...args), args.join(' ')).toEqual({ code: 1, text });
});

test('pause and resume are recorded, and a second one changes nothing', async () => {
  const paused = await json('reader', addressOf(0), 'resume', '--yes', '--reason', 'wrote to me');
  expect(paused.value).toMatchObject({
    deed: { is: 'resume' },
    changes: [
      { what: 'standing', before: 'paused until 2026-12-20, the letters alone', after: 'active' },
      { what: 'due' },
    ],
  });
  expect(await does('reader', addressOf(0), 'resume', '--yes')).toEqual({
    code: 1,
    text: 'It is so already, and nothing was changed.',
  });
  expect((await stored(0)).beside).toContainEqual(
    expect.objectContaining({
      sk: expect.stringMatching(/#resumed$/),
      by: 'author',
      reason: 'wrote to me',
    }),
  );
});

test('a letter again, and another mailbox: what goes where, a yes, and what became of it', async () => {
  const ann = (...args: readonly string[]) => does('reader', addressOf(0), ...args);
  expect(await ann('again')).toMatchObject({
    code: 1,
    text: expect.stringMatching(/is mailed .*\n?Nothing was done\. To do it, say --yes as well\./s),
  });
  expect(await ann('again', '9', '--yes')).toEqual({
    code: 1,
    text: expect.stringMatching(/^They have had no such letter/),
  });
  const before = (await people[0]?.mails())?.length ?? 0;
  const again = await ann('again', 'closeness', '--course', 'closer', '--yes');
  expect(again).toEqual({
    code: 0,
    text: expect.stringMatching(
      /is mailed {2}letter closer\/closeness, “.+” {2}→ {2}\S+@.*Done\.$/s,
    ),
  });
  expect(await people[0]?.mails()).toHaveLength(before + 1);
  const newMailbox = ['address', 'ann@new.example.org', '--yes'] as const;
  expect((await json('reader', addressOf(0), ...newMailbox)).value).toMatchObject({
    deed: { is: 'address', to: 'ann@new.example.org' },
    changes: [{ what: 'mailed', after: 'ann@new.example.org' }],
    outcome: 'done',
  });
  expect((await ann(...newMailbox)).text).toMatch(/A button of this week lies in that mailbox/);
  expect(await outside.mailsTo('ann@new.example.org')).toHaveLength(1);
});

test('leaving wants a reason, and ends all mail; erasing leaves nothing', async () => {
  const bo = (...args: readonly string[]) => does('reader', addressOf(1), ...args, '--yes');
  expect(await bo('leave')).toEqual({
    code: 2,
    text: expect.stringMatching(/^Why\? Say it: --reason/),
  });
  expect((await bo('leave', '--reason', 'on the phone')).text).toMatch(/active +→ +left by reply/);
  const after = await stored(1);
  expect(after.item).toMatchObject({ standing: { is: 'left' } });
  expect(after.item).not.toHaveProperty('dueAt');
  expect(after.beside).toContainEqual(
    expect.objectContaining({ by: 'author', channel: 'author', reason: 'on the phone' }),
  );
  expect(await bo('resume')).toEqual({
    code: 1,
    text: 'They have left, and come back by themselves or not at all.',
  });

  expect((await bo('erase', '--reason', 'by letter')).code).toBe(0);
  const remains = await stored(1);
  expect(remains.item).toMatchObject({ address: 'erased@erased.invalid' });
  expect(remains.beside).toEqual([
    expect.objectContaining({ sk: expect.stringMatching(/#erased$/), reason: 'by letter' }),
  ]);
  // The mail that waited for the author is no longer known.
  expect((await json('replies')).value).toMatchObject({ waiting: [] });
  expect((await bo('erase', '--reason', 'by letter')).code).toBe(1);
});

test('in a shell of its own: JSON alone in a pipe, head ends it quietly, and 2 is what it did not understand', async () => {
  const now = await piped(['today', '--json', '--local', cloud().url]);
  expect([now.code, now.error]).toEqual([0, '']);
  expect(JSON.parse(now.out)).toMatchObject({ sending: { form: 'open' } });
  const first = await piped(['help'], 'head -1');
  expect(first).toMatchObject({
    out: 'kindling <command>, in the folder of your publication\n',
    error: '',
  });
  const meant = 'There is no command "raeder". Did you mean reader?\n';
  expect(await piped(['raeder'])).toEqual({ code: 2, out: '', error: meant });
});

test('a page behind none is not understood', async () => {
  expect(await does('readers', '--after', 'x')).toEqual({
    code: 2,
    text: '--after wants what the page before printed.',
  });
});
