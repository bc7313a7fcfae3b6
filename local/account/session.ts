import { accountAt } from './account.ts';
import type { Wishes } from './arguments.ts';
import type { CheckWorld } from './check.ts';
import type { Dns } from './dns.ts';
import { findPlace, type Place } from './place.ts';
import { readSettings, type Settings } from './settings.ts';
import { subjectOf } from './subject.ts';

/** What a command is given from outside. */
export interface Outside {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dns: Dns;
  /** The folder of all words. */
  readonly contentDir: string;
  /** The file that says what the account's side is: `cdk.json`. */
  readonly configFile: string;
  /** Where what is made on the way lies. */
  readonly buildDir: string;
  print(line: string): void;
  /** Whether what is printed may have colors: on a terminal, and nowhere else. */
  readonly color: boolean;
  /** Whether somebody sees it as it is printed: what is drawn is for them, and not for a file. */
  readonly isTerminal: boolean;
  /** What becomes of what CDK prints. */
  readonly cdkOutput: 'inherit' | 'ignore';
  /** Asks a person; undefined where nobody is there to answer. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** The status that a GET of the address is answered with; undefined without an answer. */
  health(url: string): Promise<number | undefined>;
  now(): Date;
}

/** One command at one place. */
export interface Session {
  readonly outside: Outside;
  readonly wishes: Wishes;
  readonly place: Place;
  readonly settings: Settings;
}

/**
 * Reads the configuration and finds the place.
 *
 * @throws what {@link readSettings} and {@link findPlace} throw
 */
export async function openSession(outside: Outside, wishes: Wishes): Promise<Session> {
  const settings = readSettings(outside.contentDir, wishes.context, outside.configFile);
  return { outside, wishes, settings, place: await findPlace(wishes, outside.env) };
}

/** What the checks look at, as it is now. */
export async function lookAround({ outside, place, settings }: Session): Promise<CheckWorld> {
  const account = accountAt(place);
  const subject = subjectOf(settings);
  const { stackName } = subject;
  return {
    account,
    accountId: place.account,
    dns: outside.dns,
    region: place.region,
    subject,
    stack: await account.stack(stackName),
    resources: await account.resources(stackName),
    health: outside.health,
    now: outside.now,
  };
}
