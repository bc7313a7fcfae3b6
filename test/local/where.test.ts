import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepSourceMap } from '../../infra/source-maps.ts';
import { answerTo } from '../../local/where/answer.ts';
import { nameOf, positionsIn } from '../../local/where/position.ts';

describe('positions are found in whatever is pasted', () => {
  const LINE =
    '{"event":"send-failed","error":"TypeError","at":["send-3fa1b2c4:37:4521","send-3fa1b2c4:2:8"],' +
    '"cause":{"error":"Error","at":["send-3fa1b2c4:5:6"]}}';
  const TRACE =
    'Error: environment lacks TABLE_NAME\n    at q (file:///var/task/tick-0a1b2c3d.mjs:33:1)\n' +
    '    at file:///var/task/tick-0a1b2c3d.mjs:33:99\n    at node:internal/modules/esm:1:2';
  test.for([
    ['a position', 'web-3fa1b2c4:37:4521', ['web-3fa1b2c4:37:4521']],
    ['several', 'web-3fa1b2c4:1:2 tick-3fa1b2c4:3:4', ['web-3fa1b2c4:1:2', 'tick-3fa1b2c4:3:4']],
    ['one twice', 'web-3fa1b2c4:1:2 web-3fa1b2c4:1:2', ['web-3fa1b2c4:1:2']],
    [
      'a log line, with its cause',
      LINE,
      ['send-3fa1b2c4:37:4521', 'send-3fa1b2c4:2:8', 'send-3fa1b2c4:5:6'],
    ],
    [
      'a log line that a shell took the quotes from',
      LINE.replaceAll('"', ''),
      ['send-3fa1b2c4:37:4521', 'send-3fa1b2c4:2:8', 'send-3fa1b2c4:5:6'],
    ],
    [
      'what Lambda prints of a start that failed',
      TRACE,
      ['tick-0a1b2c3d:33:1', 'tick-0a1b2c3d:33:99'],
    ],
    ['a request id is none', '3fa1b2c4-aaaa-4bbb-8ccc-0123456789ab:1:2', []],
    ['a position without a build is none', 'index.mjs:37:4521', []],
    ['nor is one of a door that there is not', 'mail-3fa1b2c4:1:2', []],
  ] as const)('%s', ([, text, names]) => {
    expect(positionsIn(text).map(nameOf)).toEqual(names);
  });
});

const SOURCE = `export function first(value: string): string {
  return value.trim();
}

/** Says what is wrong. */
export function second(value: string): string {
  if (value === '') throw new TypeError('nothing');
  return first(value);
}
`;

describe('an answer', () => {
  const root = mkdtempSync(join(tmpdir(), 'kindling-where-'));
  afterAll(() => rmSync(root, { recursive: true }));
  /** Where the error is thrown in the minified code. */
  let thrown = '';

  beforeAll(() => {
    const minified = (file: string, bundle: string) => {
      const { code, map } = transformSync(SOURCE, {
        loader: 'ts',
        minify: true,
        sourcemap: 'external',
        sourcefile: file,
      });
      keepSourceMap(join(root, 'some-assembly'), bundle, map);
      return `${bundle}:1:${code.indexOf('new TypeError') + 1}`;
    };
    thrown = minified('functions/core/made-up.ts', 'send-aaaaaaaa');
    minified('node_modules/some-library/index.js', 'web-bbbbbbbb');
  });

  test('is the file, the line, and what is around it', () => {
    expect(answerTo(`at ["${thrown}"]`, root)).toEqual({
      complete: true,
      words: `${thrown}  functions/core/made-up.ts:7:27
  5 | /** Says what is wrong. */
  6 | export function second(value: string): string {
> 7 |   if (value === '') throw new TypeError('nothing');
    |                           ^
  8 |   return first(value);
  9 | }`,
      places: [{ at: thrown, file: 'functions/core/made-up.ts', line: 7, column: 27 }],
    });
  });

  test('a place in a library is one line', () => {
    const { words } = answerTo('web-bbbbbbbb:1:20', root);
    expect(words).toMatch(/^web-bbbbbbbb:1:20 {2}node_modules\/some-library\/index\.js:\d+:\d+$/);
  });

  test('several at once, in their order', () => {
    const { complete, words } = answerTo(`web-bbbbbbbb:1:20 ${thrown}`, root);
    expect(complete).toBe(true);
    expect(words.match(/\S+:\d+:\d+ {2}\S+\.[tj]s/g)).toEqual([
      expect.stringMatching(/^web-bbbbbbbb/),
      expect.stringMatching(/^send-aaaaaaaa/),
    ]);
  });

  test.for([
    [
      'no position',
      'hello',
      /^There is no position in this\. One looks like send-3fa1b2c4:37:4521/,
    ],
    ['a line that the bundle lacks', 'send-aaaaaaaa:7:1', /^send-aaaaaaaa:7:1 {2}is no place/],
    [
      'another build of the door: a wrong line would be worse than none',
      'send-cccccccc:1:20',
      /^send-cccccccc: its source map is not here\. Kept here are other builds \(send-aaaaaaaa\), whose lines would be wrong\. Check out the commit/,
    ],
    [
      'a door of which nothing was built here',
      'replies-cccccccc:1:20',
      /^replies-cccccccc: its source map is not here\. There is no source map of the replies door/,
    ],
  ] as const)('is refused: %s', ([, text, words]) => {
    const answer = answerTo(text, root);
    expect(answer.complete).toBe(false);
    expect(answer.words).toMatch(words);
  });

  test('says once what is missing, and still tells the rest', () => {
    const { complete, words } = answerTo(`send-cccccccc:1:2 send-cccccccc:3:4 ${thrown}`, root);
    expect(complete).toBe(false);
    expect(words.match(/is not here/g)).toHaveLength(1);
    expect(words).toContain('functions/core/made-up.ts:7:27');
  });

  test('before anything was built', () => {
    const { words } = answerTo('send-cccccccc:1:2', join(root, 'nothing'));
    expect(words).toContain('There is no source map of the send door');
  });
});
