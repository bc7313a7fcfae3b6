import { describe, expect, test } from 'vitest';
import type { IdKey, SecretKey } from '../../functions/core/token.ts';
import { lookAt } from '../../local/account/import/look.ts';
import { listOf, NOW, THREE } from '../support/list-files.ts';
import { LONGEST_LIST } from '../support/long-list.ts';

/** How lists are saved, and what can be wrong with them: nothing is guessed, and lines are named. */

describe('how a file can be saved', () => {
  const PEOPLE =
    'email,name,consent_time\nann@example.com,Zoë,2024-03-01\nbo@example.com,,2024-03-01\n';
  const bytes = (encoding: 'utf16le' | 'utf8', mark: string) =>
    Buffer.from(mark + PEOPLE, encoding);
  const SAVED = [
    ['UTF-8', bytes('utf8', '')],
    ['UTF-8 with a mark, as Excel saves it', bytes('utf8', '\ufeff')],
    ['UTF-16, as “Unicode text” is', bytes('utf16le', '\ufeff')],
    ['UTF-16 without a mark', bytes('utf16le', '')],
    ['UTF-16, the other way round', bytes('utf16le', '\ufeff').swap16()],
    ['with line ends of Windows', PEOPLE.replaceAll('\n', '\r\n')],
    ['with line ends of old', PEOPLE.replaceAll('\n', '\r')],
    ['with semicolons, as in half of Europe', PEOPLE.replaceAll(',', ';')],
    ['with a line for Excel before it', `sep=;\r\n${PEOPLE.replaceAll(',', ';')}`],
    ['with tabs', PEOPLE.replaceAll(',', '\t')],
    ['with all in quotes', PEOPLE.replace(/[^,\n]+/g, '"$&"')],
    ['with empty lines', PEOPLE.replaceAll('\n', '\n\n')],
    ['without an end of the last line', PEOPLE.trimEnd()],
  ] as const;
  test.for(SAVED)('%s', async ([, content]) => {
    const { people, problems } = await listOf(content);
    expect(problems).toEqual([]);
    expect([...people.values()].map(({ newcomer: { address, name } }) => [address, name])).toEqual([
      ['ann@example.com', 'Zoë'],
      ['bo@example.com', undefined],
    ]);
  });

  const REFUSED = [
    ['an empty file', '', /The file is empty/],
    ['no line with names', 'ann@example.com,Ann\n', /no column for addresses/],
    ['no column with addresses', 'name,consent_time\nAnn,2024-03-01\n', /no column for addresses/],
    [
      'a quote that stays open',
      'email,name\nann@example.com,"Ann\nbo@example.com,Bo\n',
      /From line 2 on/,
    ],
    [
      'a quote in the middle of a cell',
      'email,name\na@example.com,Ann\nb@example.com,Bo "B" Lee\n',
      /From line 3 on/,
    ],
    [
      'another encoding',
      Buffer.from('email,name\nann@example.com,Zo\xeb\n', 'latin1'),
      /neither UTF-8 nor UTF-16/,
    ],
    ['JSON that is no export', '{"people": []}', /no list which npm run export wrote/],
    ['JSON that breaks off', '{"readers": [', /no list which npm run export wrote/],
  ] as const;
  test.for(REFUSED)('refuses %s', async ([, content, says]) => {
    await expect(listOf(content)).rejects.toThrow(says);
  });
});

describe('lines that can’t be taken are named, and the others are', () => {
  const WRONG = [
    ['email', 'ann.example.com', 'no address'],
    ['email', ',Ann', 'nothing there'],
    ['name', `ann@example.com,${'x'.repeat(81)}`, 'longer than a greeting'],
    ['name', 'ann@example.com,Win at https://example.org', 'what robots put into forms'],
    ['status', 'ann@example.com,,dormant', 'a word that nobody knows'],
    ['date', 'ann@example.com,,,03/04/2024', 'April or March'],
    ['date', 'ann@example.com,,,2024-02-31', 'no such day'],
    ['date', 'ann@example.com,,,yesterday', 'no date'],
    ['future', 'ann@example.com,,,2027-01-01', 'not yet'],
    ['course', 'ann@example.com,,,,quieter', 'another course'],
    ['place', 'ann@example.com,,,,closer,4', 'it has three letters'],
    ['place', 'ann@example.com,,,,closer,fourth', 'no such letter'],
    ['place', 'ann@example.com,,,,closer,-1', 'before the beginning'],
    ['zone', 'ann@example.com,,,,,,CET+1', 'no zone'],
    ['hour', 'ann@example.com,,,,,,,24', 'no hour'],
    ['hour', 'ann@example.com,,,,,,,7 pm', 'one that we can’t read'],
    ['days', 'ann@example.com,,,,,,,,sometimes', 'no days'],
    ['newsletter', 'ann@example.com,,,,,,,,,perhaps', 'neither yes nor no'],
    ['columns', 'ann@example.com,,,,,,,,,yes,Ann,Lee', 'a name with a comma and no quotes'],
  ] as const;
  test.for(WRONG)('%s: %s (%s)', async ([problem, wrong]) => {
    const { people, problems } = await listOf(
      `email,name,status,consent_time,course,place,zone,hour,days,newsletter\nbo@example.com\n${wrong}\n"cy@example.com","C\n\ny"\n`,
    );
    expect(problems).toEqual([{ line: 3, problem }]);
    expect([...people.values()].map(({ line }) => line)).toEqual([2, 4]);
  });

  test('a name over several lines does not lose count', async () => {
    const { people, problems } = await listOf('email,name\nann@example.com,"A\r\n\r\nnn"\nno\n');
    expect(problems).toEqual([{ line: 5, problem: 'email' }]);
    expect([...people.values()].map(({ newcomer }) => newcomer.name)).toEqual(['A nn']);
  });

  test('who asks for neither a course nor the newsletter is not made a reader', async () => {
    const wishes = { course: undefined };
    expect((await listOf('email\nann@example.com\n', wishes)).problems).toEqual([
      { line: 2, problem: 'nothing-asked' },
    ]);
    const { people } = await listOf('email\nann@example.com\n', { ...wishes, newsletter: true });
    expect([...people.values()].map(({ newcomer }) => newcomer.newsletter)).toEqual([true]);
  });

  const TWICE = [
    ['the first counts', 'ann@example.com,Ann,\nANN@example.com,Nan,', 'Ann', [3]],
    ['whoever left, left', 'ann@example.com,Ann,\nann@example.com,Nan,left', undefined, [2]],
    ['also if that stands first', 'ann@example.com,,left\nann@example.com,Nan,', undefined, [3]],
  ] as const;
  test.for(TWICE)('twice in it: %s', async ([, lines, name, twice]) => {
    const list = await listOf(`email,name,status\n${lines}\n`);
    expect([...list.people.values()].map(({ newcomer }) => newcomer.name)).toEqual([name]);
    expect(list.twice).toEqual(twice);
  });
});

test('a hundred thousand lines, each understood once, and each who comes begins once', async () => {
  const list = await listOf(LONGEST_LIST);
  expect([list.lines, list.people.size, list.problems.length, list.twice.length]).toEqual([
    100_000, 99_000, 500, 500,
  ]);
  const key = new Uint8Array(32) as IdKey;
  const stored = { known: new Map(), idKey: key, waiting: new Map(), reading: 0 };
  const around = { now: NOW, courses: [THREE], reason: 'moved', first: 200, most: 200_000 };
  const { lines, days, writes } = lookAt(list, stored, around);
  expect(lines.get('comes')?.length).toBe(99_000);
  expect(days.map(({ count }) => count)).toEqual([
    200, 200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 47_800,
  ]);
  const ids = new Set<string>();
  const byDay = new Map<string | undefined, number>();
  // Whoever begins first is written first; those of six days are enough to see it.
  for (const write of writes(key, key as Uint8Array as SecretKey)) {
    if (ids.size === 6400) break;
    if (write.is !== 'put') throw new Error('somebody is asked');
    const { id, notBefore } = write.subscriber;
    ids.add(id);
    byDay.set(notBefore, (byDay.get(notBefore) ?? 0) + 1);
  }
  expect([...byDay]).toEqual(days.slice(0, 6).map(({ day, count }) => [day, count]));
});
