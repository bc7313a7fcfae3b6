import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type Field, usesOfTheProduct } from './uses.ts';

/**
 * A part that is finished, documented and tested, and that nobody plugged in, looks just like one
 * that works. So whatever only tests use fails here: plug it in, or take it out.
 */
const uses = usesOfTheProduct();

/** What may be unused, each with its reason; one that is no longer needed fails as well. */
const ALLOWED: Readonly<Record<string, string>> = {
  'functions/core/brand.ts Brand.brand': 'is there for the compiler alone',
  'functions/web/world.ts WebEnv.Bindings': 'the name by which Hono looks for it',
  'functions/adapters/connections.ts Agents.httpAgent': 'the name by which the SDK looks for it',
  'functions/adapters/connections.ts Agents.httpsAgent': 'the name by which the SDK looks for it',
  'functions/core/sending/health.ts Health.unanswered': 'lies with a sender from mail to mail',
  'functions/core/sending/health.ts Health.restsUntil': 'lies with a sender from mail to mail',
};

const notAllowed = (found: readonly string[]) => found.filter((one) => !(one in ALLOWED));

test('every file and every export is used by something that runs', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['node_modules/knip/bin/knip.js', '--production', '--no-progress'],
      ...['--include', 'files,exports,types,duplicates,unlisted,unresolved'],
    ],
    { encoding: 'utf8' },
  );
  expect(stdout + stderr).toBe('');
});

describe('fields of exported types', () => {
  const show = ({ file, of, name }: Field) => `${file} ${of}.${name}`;
  const reads = ({ name }: Field) => [...(uses.readIn.get(name) ?? [])];
  const writes = ({ name }: Field) => [...(uses.writtenIn.get(name) ?? [])];
  const inFunctions = uses.fields.filter(({ file }) => file.startsWith('functions/'));

  /** What core makes and reads in one file need not be known to others. */
  const isUsed = (field: Field): boolean =>
    reads(field).length > 0 &&
    (!field.file.startsWith('functions/core/') ||
      [...reads(field), ...writes(field)].some((file) => file !== field.file));
  /** An input that nobody gives; one that must be given is the compiler's business. */
  const isGiven = (field: Field): boolean => !field.optional || writes(field).length > 0;

  test('are read, and if they are optional, given', () => {
    expect(inFunctions.length).toBeGreaterThan(300);
    const loose = inFunctions.filter((field) => !isUsed(field) || !isGiven(field)).map(show);
    expect(notAllowed(loose)).toEqual([]);
    expect(Object.keys(ALLOWED).filter((one) => !loose.includes(one))).toEqual([]);
  });
});

describe('parameters that may be left out', () => {
  /** The adapters' contract test talks to a table of its own, the door's to a process of its own. */
  const FOR_TESTS = /^functions\/(adapters\/\S+ \w+\(config\)|runtime\/door\.ts door\(lambda\))$/;

  test('are given by somebody', () => {
    const loose = uses.parameters
      .filter(({ file }) => file.startsWith('functions/'))
      .filter(({ of, place }) => !uses.calls.some((call) => call.of === of && call.given > place))
      .map(({ file, of, name }) => `${file} ${of}(${name})`);
    expect(loose.filter((one) => !FOR_TESTS.test(one))).toEqual([]);
  });

  test('and what our own mails say, by everybody who strips a reply', () => {
    const strips = uses.calls.filter(({ of }) => of === 'strip' || of === 'inContext');
    expect(strips.length).toBeGreaterThan(4);
    expect(strips.filter(({ given }) => given < 2).map(({ file }) => file)).toEqual([]);
  });
});
