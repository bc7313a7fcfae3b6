/** `npm start`: the whole pipeline on this machine, from the template that is deployed. */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contentFolder } from '../emails/content/folder.ts';
import { ArgumentError } from './account/arguments.ts';
import { type Cloud, type CloudOptions, StartError, startCloud } from './cloud/cloud.ts';
import { assertFree } from './start/port.ts';
import { SOURCES, synthesizeIfStale } from './start/stale.ts';
import { synthesize } from './start/synthesize.ts';
import { whenChanged } from './start/watch.ts';

const DATA = '.data';
const ASSEMBLY = '.build/local-assembly';
/** Another content folder than ours may be meant: what lies in it counts, too. */
const CONTENT = contentFolder();

const refreshed = () => synthesizeIfStale(ASSEMBLY, (outDir) => synthesize(outDir), [CONTENT]);

interface Wishes {
  readonly port: number;
  readonly fresh: boolean;
}

/** @throws ArgumentError */
function wishes(): Wishes {
  const given = process.env['PORT'] ?? '3000';
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new ArgumentError(`PORT is "${given}"; it has to be a number from 1 to 65535`);
  }
  try {
    const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
    return { port, fresh: values.fresh };
  } catch {
    throw new ArgumentError('npm start knows one option: npm start -- --fresh (starts over)');
  }
}

async function start(): Promise<Cloud> {
  const { port, fresh } = wishes();
  await assertFree(port);
  if (fresh) rmSync(DATA, { recursive: true, force: true });
  await refreshed();
  const verbose: Pick<CloudOptions, 'log'> = process.env['VERBOSE']
    ? { log: ({ at, function: name, text }) => console.log(`${at} ${name}: ${text}`) }
    : {};
  return startCloud({ assemblyDir: ASSEMBLY, dataDir: DATA, port, ...verbose });
}

/** A rebuild that fails leaves what runs as it is. */
async function rebuild(cloud: Cloud): Promise<void> {
  try {
    await refreshed();
    await cloud.deploy(ASSEMBLY);
    console.log('Rebuilt; the next request sees the change.');
  } catch (error) {
    console.error(`Not rebuilt, the last good version runs on: ${wordsOf(error)}`);
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function welcome(url: string): string {
  return `
Kindling runs on this machine, and nothing leaves it.

  Sign up   ${url}/
  Mailbox   ${url}/_local/
  Desk      npm run studio -- --local ${url}

Sign up with any address, then find its mail in the mailbox.
What happens is kept in ${DATA}/ (npm start -- --fresh starts over). Ctrl-C stops.
`;
}

try {
  const cloud = await start();
  const unwatch = whenChanged([...SOURCES, CONTENT], () => rebuild(cloud));
  let stopping: number | undefined;
  const stop = () => {
    const now = performance.now();
    // Asked again later, somebody is in a hurry; at once, it is npm or tsx passing the signal on.
    if (stopping !== undefined && now - stopping > 500) process.exit(1);
    if (stopping !== undefined) return;
    stopping = now;
    unwatch();
    cloud.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(wordsOf(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  console.log(welcome(cloud.url));
} catch (error) {
  const isUnclear = error instanceof ArgumentError;
  if (!isUnclear && !(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = isUnclear ? 2 : 1;
}
