import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ENVIRONMENTS } from '../../functions/runtime/env.ts';
import { files, type Import, imports } from './import-lines.ts';

/**
 * The import arrows of ARCHITECTURE.md. They are read from the import lines themselves, so that an
 * arrow drawn the wrong way fails here and not in somebody's head a year later.
 */
const inRoom =
  (path: string) =>
  ({ from }: Import) =>
    from.startsWith(path);
const show = ({ from, to }: Import) => `${from} -> ${to}`;

/** What core may use from outside: libraries that compute values and touch nothing. */
const PURE = {
  zod: 'the schema library',
  'zod/mini': 'the same, for doors that must stay small',
  'temporal-polyfill': 'calendar arithmetic',
  'postal-mime': 'bytes to a mail',
  'html-to-text': 'an HTML mail to text',
  '@zootools/email-spell-checker': 'a slip in an address',
  'node:crypto': 'keyed hashes; the key is an argument',
} as const;

describe('core', () => {
  test('imports core and libraries that compute values', () => {
    const strays = imports
      .filter(inRoom('functions/core/'))
      .filter(({ to }) => !to.startsWith('functions/core/') && !(to in PURE));
    expect(strays.map(show)).toEqual([]);
  });

  test('hashes in two places: ids and links, and the sign-up limit', () => {
    const users = imports
      .filter(inRoom('functions/core/'))
      .filter(({ to }) => to === 'node:crypto');
    expect(users.map(({ from }) => from).sort()).toEqual([
      'functions/core/reader/sign-up-rate.ts',
      'functions/core/token.ts',
    ]);
  });

  test('reads no clock and rolls no dice', () => {
    const impure = files
      .filter((file) => file.startsWith('functions/core/'))
      .filter((file) =>
        /Date\.now\(|new Date\(\)|Math\.random|Temporal\.Now|process\.env|crypto\.random/.test(
          readFileSync(file, 'utf8'),
        ),
      );
    expect(impure).toEqual([]);
  });
});

test('adapters import core and nothing else of ours', () => {
  const strays = imports
    .filter(inRoom('functions/adapters/'))
    .filter(({ to }) => /^(functions|infra|emails|local|test)\//.test(to))
    .filter(({ to }) => !/^functions\/(core|adapters)\//.test(to));
  expect(strays.map(show)).toEqual([]);
});

test('only adapters talk to AWS', () => {
  const strays = imports
    .filter(({ to }) => to.startsWith('@aws-sdk/'))
    .filter(({ from }) => !/^(functions\/adapters|local|test)\//.test(from));
  expect(strays.map(show)).toEqual([]);
});

test('runtime imports core and adapters', () => {
  const strays = imports
    .filter(inRoom('functions/runtime/'))
    .filter(({ to }) => /^(functions|infra|emails|local|test)\//.test(to))
    .filter(({ to }) => !/^functions\/(core|adapters|runtime)\//.test(to));
  expect(strays.map(show)).toEqual([]);
});

/** The steps of one kind of event lie beside its door; `sending/` is the tick's and the sender's. */
const DOORS = {
  web: ['functions/web.ts'],
  sending: ['functions/tick.ts', 'functions/send.ts', 'functions/publish.ts'],
  replying: ['functions/replies.ts'],
  hearing: ['functions/feedback.ts'],
  errands: ['functions/errands.ts'],
} as const;

describe('doors', () => {
  test('none is imported, by another or by anybody', () => {
    const doors = Object.keys(ENVIRONMENTS).map((name) => `functions/${name}.ts`);
    expect(imports.filter(({ to }) => doors.includes(to)).map(show)).toEqual([]);
  });

  test('a folder beside them is shared by all, or holds the steps of a door named above', () => {
    const folders = readdirSync('functions', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.sort()).toEqual(['adapters', 'core', 'runtime', ...Object.keys(DOORS)].sort());
  });

  test.for(Object.entries(DOORS))('the steps in functions/%s/ are their own', ([room, doors]) => {
    const own: readonly string[] = doors;
    const strays = imports
      .filter(({ from }) => !from.startsWith('test/') && !from.startsWith('local/'))
      .filter(({ to }) => to.startsWith(`functions/${room}/`))
      .filter(({ from }) => !from.startsWith(`functions/${room}/`) && !own.includes(from));
    expect(strays.map(show)).toEqual([]);
  });

  test.for(Object.keys(DOORS))('functions/%s/ imports runtime, adapters and core', (room) => {
    const allowed = new RegExp(`^functions/(${room}|runtime|adapters|core)/`);
    const strays = imports
      .filter(inRoom(`functions/${room}/`))
      .filter(({ to }) => /^(functions|infra|emails|local|test)\//.test(to))
      .filter(({ to }) => !allowed.test(to));
    expect(strays.map(show)).toEqual([]);
  });
});

test('emails know core, and nothing that runs', () => {
  const strays = imports
    .filter(inRoom('emails/'))
    .filter(({ to }) => /^(functions|infra|local|test)\//.test(to))
    .filter(({ to }) => !to.startsWith('functions/core/'));
  expect(strays.map(show)).toEqual([]);
});

test('infra knows the doors by path, their environments, the content compiler, and what a desk reads', () => {
  const allowed =
    /^(infra\/|functions\/runtime\/env\.ts|functions\/core\/|functions\/adapters\/readable\.ts|emails\/((write-)?compiled?|pictures\/pictures)\.ts)/;
  const strays = imports
    .filter(inRoom('infra/'))
    .filter(({ to }) => /^(functions|infra|emails|local|test)\//.test(to))
    .filter(({ to }) => !allowed.test(to));
  expect(strays.map(show)).toEqual([]);
});

test('nothing that is deployed imports local or test', () => {
  const strays = imports
    .filter(({ from }) => /^(infra|functions|emails)\//.test(from))
    .filter(({ to }) => /^(local|test)\//.test(to));
  expect(strays.map(show)).toEqual([]);
});

describe('the shape of the files', () => {
  test('none is over 300 lines', () => {
    // Fixtures are lists of what people write, not code.
    const code = files.filter((file) => !file.includes('/fixtures/'));
    const long = code.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  test('no room without a name', () => {
    const vague = files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(file));
    expect(vague).toEqual([]);
  });

  test('no literal is spread into a literal: there the compiler lets a mistyped name pass', () => {
    const spread = files.filter(
      (file) => /\.tsx?$/.test(file) && /\.\.\.\{/.test(readFileSync(file, 'utf8')),
    );
    expect(spread.filter((file) => !file.startsWith('test/rules/'))).toEqual([]);
  });

  test('tests replace no modules', () => {
    const mocks = files
      .filter((file) => file.startsWith('test/') && !file.startsWith('test/rules/'))
      .filter((file) => /\b(vi|jest)\.(mock|doMock|stubGlobal)\(/.test(readFileSync(file, 'utf8')));
    expect(mocks).toEqual([]);
  });
});
