import { beforeAll, describe, expect, test } from 'vitest';
import { hasTerminal, type Shown, typed, typedIntoPipe } from '../support/pseudo-terminal.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { annWithALetter } from '../support/visitor.ts';

/** What an author does for one reader, typed into a terminal: each deed with its question answered no, and then yes. */
const { cloud, outside } = shippedCloud('2026-11-23T12:00:00Z');

interface Deed {
  readonly args: readonly string[];
  readonly question: string;
  /** What of the reader is different, as its dry run says it. */
  readonly changes: RegExp;
  /** What the desk says of them then, and did not before. */
  readonly after: RegExp;
}

/** One after another, on the same reader. */
const DEEDS: readonly Deed[] = [
  {
    args: ['pause', '--until', '2026-12-20'],
    question: 'Pause them?',
    changes: /standing +active +→ +paused until 2026-12-20\n/,
    after: /standing +paused until 2026-12-20\n/,
  },
  {
    args: ['resume'],
    question: 'Let their letters come again?',
    changes: /standing +paused until 2026-12-20 +→ +active\n/,
    after: /standing +active\n/,
  },
  {
    args: ['jump', '20'],
    question: 'Put them there?',
    changes: /last letter +closer closeness +→ +closer \S+\n/,
    after: /closer: 20 of 28 letters/,
  },
  {
    args: ['leave', '--reason', 'on the phone'],
    question: 'Let them leave? They can come back by the form, and by nothing that you do.',
    changes: /standing +active +→ +left by /,
    after: /standing +left by /,
  },
  {
    args: ['erase', '--reason', 'by letter'],
    question: 'Erase all that is stored about them? It can’t be taken back.',
    changes: /what is stored +all of it +→ +that nobody mails the address\n/,
    after: /standing +not mailed \(erased\)/,
  },
];

let address = '';

describe.skipIf(!hasTerminal())('a deed in a terminal', () => {
  const shown: Shown[] = [];

  beforeAll(async () => {
    ({ address } = await annWithALetter(outside));
    const typedAt = ({ args }: Deed) => ['reader', address, ...args, '--local', cloud().url];
    const look = ['reader', address, '--local', cloud().url];
    const commands = DEEDS.flatMap((deed) => [typedAt(deed), look, typedAt(deed), look]);
    shown.push(
      ...(await typed(
        commands,
        DEEDS.flatMap(() => ['n', 'y']),
      )),
    );
  }, 120_000);

  const seen = (at: number): Shown => shown[at] ?? { code: -1, text: '', isColored: false };

  test.for(DEEDS.map((deed, at) => [deed.args[0] ?? '', deed, 4 * at] as const))(
    '%s: no changes nothing, yes does it',
    ([, { question, changes, after }, first]) => {
      const [no, yes] = [seen(first), seen(first + 2)];
      expect([no.code, yes.code]).toEqual([0, 0]);
      for (const { text } of [no, yes]) expect(text).toMatch(changes);
      expect(no.text.endsWith(`\n${question} [y/N] n\nNothing was changed.\n`), no.text).toBe(true);
      expect(yes.text.endsWith(`\n${question} [y/N] y\n\nDone.\n`), yes.text).toBe(true);
      expect(seen(first + 1).text).not.toMatch(after);
      expect(seen(first + 3).text).toMatch(after);
    },
  );
});

test('where nobody looks there is no color, no question, and nothing is done without --yes', async () => {
  const { address: other } = await annWithALetter(outside);
  const local = ['--local', cloud().url];
  const readings = [
    ['today'],
    ['readers', '--list'],
    ['reader', other],
    ['funnel'],
    ['replies'],
    ['cost'],
    ['readers', '--yes'],
  ];
  const asking = [['readers'], ...DEEDS.map(({ args }) => ['reader', other, ...args])];
  const all = await typedIntoPipe([...readings, ...asking].map((args) => [...args, ...local]));
  const [read, asked] = [all.slice(0, readings.length), all.slice(readings.length)];
  expect(read.map(({ code }) => code)).toEqual(readings.map(() => 0));
  expect(all.filter(({ isColored }) => isColored)).toEqual([]);
  // Nobody has paused, so there is nothing to resume.
  const [, , resumed, ...others] = asked;
  expect(resumed).toMatchObject({ code: 1, text: expect.stringContaining('It is so already') });
  for (const { code, text } of [...asked.slice(0, 2), ...others]) {
    expect(text).toMatch(/\nNothing was done\. To do it, say --yes as well\.\n$/);
    expect([code, text.includes('[y/N]')]).toEqual([1, false]);
  }
}, 120_000);
