import type { Account } from './account/account.ts';
import type { LocalResolver } from './account/dns.ts';
import { type AccountState, brandNew, established } from './account/state.ts';
import type { Alarms } from './alarms/alarms.ts';
import type { Faults } from './aws/faults.ts';
import type { Figures } from './aws/metrics.ts';
import type { Books } from './books.ts';
import type { Clock } from './clock.ts';
import { Closing } from './closing.ts';
import type { Grant } from './iam/grants.ts';
import { raise } from './raise.ts';
import type { Services } from './services/services.ts';
import type { Inbound } from './ses/inbound.ts';
import type { Mailbox } from './ses/mailbox.ts';
import type { Received } from './ses/received.ts';
import type { SendingLimits } from './ses/sending-limits.ts';
import type { Topics } from './ses/topics.ts';
import type { Tables } from './tables.ts';
import { type Assembly, readAssembly, type Template } from './template/assembly.ts';
import type { Stack } from './template/stack.ts';
import type { TimeTravel } from './time-travel.ts';
import type { Weather, WeatherWish } from './weather/weather.ts';
import { WebServer } from './web/server.ts';

export type { Figures } from './aws/metrics.ts';
export type { Grant } from './iam/grants.ts';
export { StartError } from './problem.ts';
export type { Template } from './template/assembly.ts';

export interface CloudOptions extends AccountOptions {
  /** What `cdk synth` wrote. */
  readonly assemblyDir: string;
  /** Changes the template before it is run; tests take a permission away with it. */
  readonly edit?: (template: Template) => Template;
}

export interface AccountOptions {
  /** In what state the account is; by default, all is in place where a stack is run at once. */
  readonly account?: AccountState;
  /** Keeps table, mails and clock; all is in memory without it. */
  readonly dataDir?: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where the clock starts, as ISO text. */
  readonly now?: string;
  /** What is to happen now and then without anybody's fault; nothing, if not said. */
  readonly weather?: WeatherWish;
  /** Hears what functions print and what the cloud itself finds wrong. */
  readonly log?: Books['log'];
}

/** A running local cloud. */
export interface Cloud {
  /** Of the web pages and of `/_local`. */
  readonly url: string;
  /** Of the AWS APIs, for SDK clients of tests: whoever is no function may do everything. */
  readonly endpoint: string;
  stop(): Promise<void>;
  /** Runs another assembly of the same stack; what is stored is kept. */
  deploy(assemblyDir: string): Promise<void>;
  /** What the template grants each role, and whether it was used. */
  grants(): readonly Grant[];
  figures(): Promise<Figures>;
  /** What the DNS says in the cloud's own world. */
  readonly resolver: LocalResolver;
  /** The account's state, and how to change it: as `/_local/account` does. */
  readonly account: Pick<Account, 'state' | 'wish'>;
}

/** What `/_local` looks at and drives. */
export interface CloudWorld
  extends Pick<Books, 'metrics' | 'grants' | 'logs'>,
    Pick<Cloud, 'endpoint'> {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly alarms: Alarms;
  readonly topics: Topics;
  readonly time: TimeTravel;
  readonly faults: Faults;
  readonly weather: Weather;
  readonly account: Account;
  readonly limits: SendingLimits;
  readonly mailbox: Mailbox;
  readonly inbound: Inbound;
  readonly received: Received;
  readonly storage: Services;
  readonly tables: Tables;
  figures(): Promise<Figures>;
  clockMoved(): void;
}

/**
 * Runs a synthesized stack on this machine.
 *
 * @throws StartError when the template holds what cannot be run here, or the port is taken
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const assembly = () => readAssembly(options.assemblyDir, options.edit);
  return await start({ account: established(), ...options }, assembly, options.edit);
}

/**
 * An AWS account on this machine in which nothing is deployed yet: a new one, if not said otherwise.
 * `npx cdk deploy` deploys to it, with `AWS_ENDPOINT_URL` at its endpoint.
 *
 * @throws StartError when the port is taken
 */
export async function startAccount(options: AccountOptions): Promise<Cloud> {
  return await start({ account: brandNew(), ...options }, undefined);
}

export type RunOptions = AccountOptions & { readonly account: AccountState };

async function start(
  options: RunOptions,
  assembly: (() => Assembly) | undefined,
  edit?: CloudOptions['edit'],
): Promise<Cloud> {
  const closing = new Closing();
  const web = new WebServer();
  const url = await web.listen(options.port);
  closing.later(() => web.close());
  try {
    return await raise({ ...options, web, url, closing, assembly, edit });
  } catch (error) {
    await closing.now();
    throw error;
  }
}
