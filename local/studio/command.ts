import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { wishesIn } from '../account/arguments.ts';
import { RefusedError } from '../account/restore/home.ts';
import type { Outside } from '../account/session.ts';
import { StartError } from '../cloud/problem.ts';
import type { Secrets } from './entry.ts';
import { serveStudio } from './server.ts';
import { PLACE, studioAt } from './studio.ts';

const HELP = `npm run studio -- [--local http://localhost:3000] [--write]

  --local   the address that npm start printed; without it, what is deployed
  --write   lets its pages change something; they only look otherwise
  --table, --profile and --region as with plan
  PORT      another port than 3200, as a variable`;

const DEFAULT_PORT = 3200;

/** A key of 256 bits, in letters that an address may hold. */
const secret = (): string => randomBytes(32).toString('base64url');

/**
 * `npm run studio`: the author's desk in the browser, on this machine alone.
 *
 * @param stopped resolves when it is to end: on Ctrl-C, if not said otherwise
 * @returns the exit code
 * @throws RefusedError when it can't be started so
 */
export async function studio(
  outside: Outside,
  args: readonly string[],
  stopped: () => Promise<unknown> = interrupted,
): Promise<number> {
  const wishes = wishesIn(args, { flags: ['write', 'help'], values: PLACE });
  if (wishes.flags.has('help')) {
    outside.print(HELP);
    return 0;
  }
  const port = portIn(outside.env);
  const mayWrite = wishes.flags.has('write');
  const place = studioAt(outside, wishes, mayWrite);
  const secrets: Secrets = { key: secret(), session: secret() };
  const { inWords } = await place.desk();
  const running = await serveStudio(place, secrets, port).catch(refusing);
  outside.print(welcome(running.address, inWords, mayWrite));
  await stopped();
  await running.stop();
  return 0;
}

const interrupted = (): Promise<unknown> =>
  Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);

function refusing(error: unknown): never {
  if (error instanceof StartError) throw new RefusedError(error.message);
  throw error;
}

function portIn({ PORT: given = String(DEFAULT_PORT) }: Outside['env']): number {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new RefusedError(`PORT is "${given}"; it has to be a number from 0 to 65535.`);
}

const welcome = (address: string, inWords: string, mayWrite: boolean): string => `
The studio looks at ${inWords}${mayWrite ? ', and may change it' : ' (--write lets it change something)'}.

  ${address}

This opens it once, in one browser. Ctrl-C ends it.
`;
