import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Activity } from './activity.ts';
import { Connections } from './aws/connections.ts';
import { Faults } from './aws/faults.ts';
import { Gateway } from './aws/gateway.ts';
import type { Figures, Metrics } from './aws/metrics.ts';
import { storageDoors } from './aws/storage-doors.ts';
import { type Books, openBooks } from './books.ts';
import { Clock } from './clock.ts';
import type { Grant } from './iam/grants.ts';
import { AsyncInvocations } from './lambda/async-invocations.ts';
import { EventSources } from './lambda/event-sources.ts';
import { Functions } from './lambda/functions.ts';
import { Schedules } from './lambda/schedules.ts';
import { provision } from './provision.ts';
import { Services } from './services/services.ts';
import { EventDestinations } from './ses/event-destinations.ts';
import { Inbound } from './ses/inbound.ts';
import { Mailbox } from './ses/mailbox.ts';
import { Received } from './ses/received.ts';
import { SendingLimits } from './ses/sending-limits.ts';
import { sesDoor } from './ses/ses.ts';
import { Topics } from './ses/topics.ts';
import { Tables } from './tables.ts';
import { readAssembly, type Template } from './template/assembly.ts';
import { readStack, type Stack } from './template/stack.ts';
import { TimeTravel } from './time-travel.ts';
import { HttpApi } from './web/http-api.ts';
import { localApi } from './web/local-api.ts';
import { WebServer } from './web/server.ts';

export type { Figures } from './aws/metrics.ts';
export type { Grant } from './iam/grants.ts';
export { StartError } from './problem.ts';
export type { Template } from './template/assembly.ts';

export interface CloudOptions {
  /** What `cdk synth` wrote. */
  readonly assemblyDir: string;
  /** Keeps table, mails and clock; all is in memory without it. */
  readonly dataDir?: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where the clock starts, as ISO text. */
  readonly now?: string;
  /** Changes the template before it is run; tests take a permission away with it. */
  readonly edit?: (template: Template) => Template;
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
}

/** What `/_local` looks at and drives. */
export interface CloudWorld extends Pick<Books, 'metrics' | 'grants' | 'logs'> {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly time: TimeTravel;
  readonly faults: Faults;
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
  const closing = new Closing();
  const web = new WebServer();
  const url = await web.listen(options.port);
  closing.later(() => web.close());
  try {
    return await raise(options, web, url, closing);
  } catch (error) {
    await closing.now();
    throw error;
  }
}

async function raise(
  options: CloudOptions,
  web: WebServer,
  url: string,
  closing: Closing,
): Promise<Cloud> {
  const { dataDir } = options;
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const clock = clockOf(options);
  const clockMoved = () => saveClock(clock, dataDir);
  closing.later(clockMoved);
  let current: Stack;
  const stack = () => current;
  const books = openBooks(stack, clock, options.log);
  const storage = await Services.start(clock, dataDir);
  closing.later(() => storage.stop());

  const connections = new Connections();
  const base = {
    ...books,
    stack,
    clock,
    storage,
    activity: new Activity(),
    connections,
    faults: new Faults(connections),
    limits: new SendingLimits(clock),
    mailbox: new Mailbox(dataDir),
    received: new Received(dataDir),
    tables: new Tables(stack, storage, clock),
    activeRuleSet: { name: undefined as string | undefined },
    queueTouched: (name: string) => eventSources.touch(name),
    kill: (key: string) => functions.kill(key),
  };
  const topics = new Topics(base);
  const eventDestinations = new EventDestinations(topics);
  const services = { ...storageDoors(base), ses: sesDoor({ ...base, topics }) };
  const gateway = new Gateway({ ...base, services });
  const endpoint = await gateway.listen();
  closing.later(() => gateway.close());

  const functions = new Functions({ ...base, endpoint });
  closing.later(() => functions.stop());
  const eventSources = new EventSources({ ...base, functions });
  const asyncInvocations = new AsyncInvocations({ ...base, functions });
  const schedules = new Schedules({ ...base, asyncInvocations });
  for (const clockwork of [eventSources, asyncInvocations, schedules]) {
    closing.later(() => clockwork.stop());
  }
  const time = new TimeTravel({ ...base, schedules, eventSources, asyncInvocations });
  const inbound = new Inbound({ ...base, asyncInvocations });

  const read = (assemblyDir: string) =>
    readStack(readAssembly(assemblyDir, options.edit), { url, endpoint });
  current = read(options.assemblyDir);
  [base.activeRuleSet.name] = current.ruleSets;
  await provision(current, storage, base.tables);
  await eventDestinations.provision(current);
  await inbound.restore();

  const figures = () => figuresOf(base.metrics, storage);
  const world: CloudWorld = { ...base, time, inbound, figures, clockMoved };
  web.serve(localApi(world), new HttpApi({ ...base, functions }));
  schedules.run();

  return {
    url,
    endpoint,
    figures,
    grants: () => base.grants.grants(current),
    async deploy(assemblyDir) {
      const next = read(assemblyDir);
      await base.activity.quiet();
      await provision(next, storage, base.tables);
      current = next;
      await eventDestinations.provision(next);
      await functions.renew();
      eventSources.touchAll();
    },
    stop: () => closing.now(),
  };
}

/** What has to be ended, last begun first. */
class Closing {
  #steps: (() => unknown)[] = [];

  later(step: () => unknown): void {
    this.#steps.unshift(step);
  }

  async now(): Promise<void> {
    const steps = this.#steps;
    this.#steps = [];
    for (const step of steps) await step();
  }
}

async function figuresOf(metrics: Metrics, storage: Services): Promise<Figures> {
  for (const { table, index, units } of await storage.ask('indexUnits')) {
    metrics.capacity('writes', table, index, units);
  }
  return metrics.figures();
}

/** The clock goes on where it was: what is stored knows only the cloud's own time. */
function clockOf({ now, dataDir }: CloudOptions): Clock {
  if (now !== undefined) return new Clock(Date.parse(now) - Date.now());
  if (dataDir === undefined) return new Clock();
  try {
    const { offset } = JSON.parse(readFileSync(join(dataDir, 'clock.json'), 'utf8')) as {
      readonly offset: number;
    };
    return new Clock(offset);
  } catch {
    return new Clock();
  }
}

function saveClock(clock: Clock, dataDir: string | undefined): void {
  if (dataDir === undefined) return;
  writeFileSync(join(dataDir, 'clock.json'), JSON.stringify({ offset: clock.offset }));
}
