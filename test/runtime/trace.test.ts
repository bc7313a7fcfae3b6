import { describe, expect, test } from 'vitest';
import { nameOf, traceOf } from '../../functions/runtime/trace.ts';

const BUNDLE = 'file:///var/task/send-3fa1b2c4.mjs';

function thrown(frames: readonly string[], message = 'ann@example.net wrote: I am ill') {
  const error = new TypeError(message);
  error.stack = [`TypeError: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

describe('of a stack, only positions in a bundle are told', () => {
  test.for([
    ['a function', `Object.read (${BUNDLE}:44:116748)`, ['send-3fa1b2c4:44:116748']],
    ['one without a name', `${BUNDLE}:2:8178`, ['send-3fa1b2c4:2:8178']],
    ['one that waited', `async Fq (${BUNDLE}:148:4527)`, ['send-3fa1b2c4:148:4527']],
    ['a constructor', `new Xy (${BUNDLE}:1:2)`, ['send-3fa1b2c4:1:2']],
    ['Windows, on a laptop', 'f (file:///C:/a b/send-3fa1b2c4.mjs:1:2)', ['send-3fa1b2c4:1:2']],
    ['Node', 'process.processTicksAndRejections (node:internal/process/task_queues:95:5)', []],
    ['waiting for several at once', 'async Promise.all (index 0)', []],
    ['Lambda’s runtime', 'Runtime.handleOnce (file:///var/runtime/index.mjs:1173:29)', []],
    ['a file without a fingerprint', 'x (/home/ann/kindling/functions/send.ts:1:2)', []],
  ] as const)('%s', ([, frame, at]) => {
    expect(traceOf(thrown([frame]))).toEqual({ error: 'TypeError', at });
  });

  test('innermost first, twenty at most', () => {
    const frames = Array.from({ length: 30 }, (_, index) => `f (${BUNDLE}:1:${index})`);
    const { at } = traceOf(thrown(frames));
    expect(at).toHaveLength(20);
    expect(at[0]).toBe('send-3fa1b2c4:1:0');
  });

  test('a message that looks like frames is none', () => {
    const message = `bad\n    at f (${BUNDLE}:4930123:4567)\nworse`;
    expect(traceOf(thrown([`f (${BUNDLE}:1:2)`], message)).at).toEqual(['send-3fa1b2c4:1:2']);
  });
});

describe('the name', () => {
  test.for([
    ['a class of ours', new RangeError('x'), 'RangeError'],
    ['a service’s', named('ResourceNotFoundException'), 'ResourceNotFoundException'],
    ['S3’s', named('S3.NoSuchKey'), 'S3.NoSuchKey'],
    ['one that is a sentence', named('no mailbox ann@example.net'), 'Error'],
    ['a long one', named('x'.repeat(81)), 'Error'],
    ['a thrown string, which may say anything', 'ann@example.net', 'string'],
    ['nothing', undefined, 'undefined'],
  ] as const)('%s', ([, error, name]) => {
    expect(nameOf(error)).toBe(name);
    expect(traceOf(error)).toMatchObject({ error: name, at: expect.any(Array) });
  });
});

function named(name: string): Error {
  const error = new Error('ann@example.net');
  error.name = name;
  return error;
}

describe('causes', () => {
  test('are told in the same way', () => {
    const cause = thrown([`b (${BUNDLE}:3:4)`]);
    const error = Object.assign(thrown([`a (${BUNDLE}:1:2)`]), { cause });
    expect(traceOf(error)).toEqual({
      error: 'TypeError',
      at: ['send-3fa1b2c4:1:2'],
      cause: { error: 'TypeError', at: ['send-3fa1b2c4:3:4'] },
    });
  });

  test('one that is its own cause comes to an end', () => {
    const error = thrown([]);
    error.cause = error;
    expect(JSON.stringify(traceOf(error)).match(/TypeError/g)).toHaveLength(4);
  });

  test('one that is no error tells its type', () => {
    expect(traceOf(new Error('x', { cause: 'ann@example.net' })).cause).toEqual({
      error: 'string',
      at: [],
    });
  });
});
