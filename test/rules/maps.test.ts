import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENVIRONMENTS } from '../../functions/runtime/env.ts';

/** The maps of the project, ARCHITECTURE.md and local/ARCHITECTURE.md, show what is there. */

interface Row {
  /** The rooms that a row is about, from the root of the project. */
  readonly rooms: readonly string[];
  readonly holds: string;
}

const spans = (markdown: string) =>
  [...markdown.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

/** The rows of a map's table of rooms. */
function rowsOf(map: string): readonly Row[] {
  const table = readFileSync(map, 'utf8').split('| room | what it holds |\n')[1]?.split('\n\n')[0];
  const rows = (table ?? '').split('\n').slice(1);
  return rows.map((row) => {
    const [, rooms = '', holds = ''] = row.split('|');
    return { rooms: spans(rooms).map((room) => join(dirname(map), room)), holds };
  });
}

const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name, '/'));

describe.for([
  ['ARCHITECTURE.md', ['functions']],
  ['local/ARCHITECTURE.md', ['local', 'local/cloud']],
] as const)('%s', ([map, shown]) => {
  const rows = rowsOf(map);
  const named = rows.flatMap(({ rooms }) => rooms);

  test('each room that it names is there, and each folder in it', () => {
    const inside = rows.flatMap(({ rooms: [room = ''], holds }) =>
      spans(holds)
        .filter((span) => /^\w+\/$/.test(span))
        .map((folder) => join(room, folder)),
    );
    expect(named.length).toBeGreaterThan(10);
    expect([...named, ...inside].filter((path) => !existsSync(path.replace('*.ts', '')))).toEqual(
      [],
    );
  });

  test.for(shown)('each folder of %s is one of its rooms', (folder) => {
    const missing = foldersIn(folder).filter((room) => !named.some((one) => one.startsWith(room)));
    expect(missing).toEqual([]);
  });
});

test('ARCHITECTURE.md names each door, and each subject of core', () => {
  const holds = (room: string) =>
    spans(rowsOf('ARCHITECTURE.md').find(({ rooms }) => rooms.includes(room))?.holds ?? '');
  expect(holds('functions/*.ts')).toEqual(Object.keys(ENVIRONMENTS));
  const subjects = foldersIn('functions/core').map((path) => path.replace('functions/core/', ''));
  expect(holds('functions/core/').sort()).toEqual(subjects.sort());
});

const PAGES = ['.', 'docs', 'docs/decisions', 'local'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** A heading as a link names it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    anchorOf(heading),
  );

/** A course that the guide begins with its reader. */
const EXAMPLES: readonly string[] = ['content/courses/quiet-mornings/'];

describe('what the pages point to is there', () => {
  test.for(PAGES)('the links of %s', (page) => {
    const links = [
      ...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|\{|mailto:|tel:|letter:)([^)\s]+)\)/g),
    ];
    const broken = links
      .map(([, link = '']) => link)
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? page : join(dirname(page), path);
        if (!existsSync(target)) return true;
        return anchor !== undefined && !anchorsOf(target).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  test.for(PAGES)('the files that %s names', (page) => {
    const paths = spans(readFileSync(page, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '')).filter(
      (span) => /^(?:infra|functions|emails|content|local|test|docs)\/[\w./-]+$/.test(span),
    );
    const real = paths.filter((path) => !EXAMPLES.includes(path));
    expect(real.filter((path) => !existsSync(path))).toEqual([]);
  });
});
