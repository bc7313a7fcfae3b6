import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DoorProcess, door } from '../../functions/runtime/door.ts';

const SECRET = 'ann@example.net';

/** Catches what is logged as an error, to look at it. */
let lines: string[] = [];
const { error: printError } = console;
const { stackTraceLimit } = Error;
beforeEach(() => {
  lines = [];
  console.error = (line: string) => lines.push(line);
});
afterEach(() => {
  console.error = printError;
  Error.stackTraceLimit = stackTraceLimit;
});

/** A process as Lambda's runtime prepares it: it prints whatever it hears of, and exits. */
function lambda() {
  const emitter = new EventEmitter();
  const seen: string[] = [];
  for (const what of ['uncaughtException', 'unhandledRejection']) {
    emitter.on(what, (error: unknown) => seen.push(`printed ${String(error)}`));
  }
  const exit = (code: number) => {
    seen.push(`exit ${code}`);
    throw new Exit();
  };
  return { seen, emitter, process: Object.assign(emitter, { exit }) as unknown as DoorProcess };
}

class Exit extends Error {}

/** An error as bad as can be: everything about it quotes a reader. */
function telling(): Error {
  const error = new Error(`${SECRET} can't be read`, { cause: new Error(SECRET) });
  error.name = 'InternalFailure';
  return Object.assign(error, { item: { address: SECRET } });
}

/**
 * What Lambda makes of a thrown error: for the log (`toFormatted`), and for whoever invoked it or
 * the dead letter (`toRapidResponse`), of aws-lambda-nodejs-runtime-interface-client.
 */
function asPrinted(error: Error): string {
  const told = ({ name, message, stack }: Error) => ({ name, message, stack });
  const withProperties = (_: string, value: unknown) =>
    value instanceof Error ? Object.assign(told(value), value) : value;
  return JSON.stringify([error, told(error)], withProperties);
}

async function fails(promise: Promise<unknown>): Promise<Error> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Error) return error;
  throw new Error('it did not fail');
}

describe('a door', () => {
  test('hands on what it is given and answers', async () => {
    const handler = door('sum', async (a: number, b: number) => a + b, lambda().process);
    expect(await handler(1, 2)).toBe(3);
    expect(lines).toEqual([]);
  });

  test.for([
    ['rejects', () => Promise.reject(telling())],
    [
      'throws at once',
      () => {
        throw telling();
      },
    ],
  ] as const)('that %s: logged by us, and Lambda is told event and name', async ([, handle]) => {
    const error = await fails(door('reply', handle, lambda().process)());
    expect(asPrinted(error)).not.toContain(SECRET);
    expect(error).toMatchObject({
      name: 'InternalFailure',
      message: 'reply-failed',
      stack: 'InternalFailure: reply-failed',
    });
    expect(error.cause).toBeUndefined();
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      {
        event: 'reply-failed',
        error: 'InternalFailure',
        at: [],
        cause: { error: 'Error', at: [] },
      },
    ]);
  });

  test('keeps frames enough to reach ours behind those of an AWS call', () => {
    door('tick', () => Promise.resolve(), lambda().process);
    expect(Error.stackTraceLimit).toBe(40);
  });

  test.for(['uncaughtException', 'unhandledRejection'] as const)(
    '%s: logged by us, and over before Lambda prints it',
    (what) => {
      const { process, emitter, seen } = lambda();
      door('tick', () => Promise.resolve(), process);
      expect(() => emitter.emit(what, telling())).toThrow(Exit);
      expect(seen).toEqual(['exit 1']);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('"event":"tick-crashed","error":"InternalFailure"');
      expect(lines[0]).not.toContain(SECRET);
    },
  );
});
