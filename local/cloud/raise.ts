import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Account } from './account/account.ts';
import { Activity } from './activity.ts';
import { Alarms } from './alarms/alarms.ts';
import { MetricStore } from './alarms/metric-store.ts';
import { Connections } from './aws/connections.ts';
import { Faults } from './aws/faults.ts';
import { Gateway } from './aws/gateway.ts';
import type { Figures, Metrics } from './aws/metrics.ts';
import { storageDoors } from './aws/storage-doors.ts';
import { openBooks } from './books.ts';
import type { Closing } from './closing.ts';
import type { Cloud, CloudOptions, CloudWorld, RunOptions } from './cloud.ts';
import { ASSETS_BUCKET } from './cloudformation/assets.ts';
import { Deployments } from './cloudformation/deployments.ts';
import { activeRuleSetOf, refusalsOf } from './cloudformation/refusals.ts';
import { controlPlane } from './control-plane.ts';
import { Streams } from './firehose/streams.ts';
import { keptClock, saveClock } from './kept-clock.ts';
import { AsyncInvocations } from './lambda/async-invocations.ts';
import { EventSources } from './lambda/event-sources.ts';
import { Functions } from './lambda/functions.ts';
import { Schedules } from './lambda/schedules.ts';
import { provision } from './provision.ts';
import { NOTHING_RUNS, Running } from './running.ts';
import { Services } from './services/services.ts';
import { EventDestinations } from './ses/event-destinations.ts';
import { Inbound } from './ses/inbound.ts';
import { Mailbox } from './ses/mailbox.ts';
import { Received } from './ses/received.ts';
import { SendingLimits } from './ses/sending-limits.ts';
import { Topics } from './ses/topics.ts';
import { Tables } from './tables.ts';
import { type Assembly, readAssembly } from './template/assembly.ts';
import { readStack, type Stack } from './template/stack.ts';
import { TimeTravel } from './time-travel.ts';
import { LateArrivals } from './weather/late.ts';
import { Weather } from './weather/weather.ts';
import { HttpApi } from './web/http-api.ts';
import { localApi } from './web/local-api.ts';
import { WebServer } from './web/server.ts';

export interface Raising extends RunOptions {
  readonly web: WebServer;
  readonly url: string;
  readonly closing: Closing;
  readonly assembly: (() => Assembly) | undefined;
  readonly edit: CloudOptions['edit'] | undefined;
}

/** Puts a cloud together, and runs what is to be run at once. */
export async function raise(options: Raising): Promise<Cloud> {
  const { dataDir, web, url, closing } = options;
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const clock = keptClock(options.now, dataDir);
  const clockMoved = () => saveClock(clock, dataDir);
  closing.later(clockMoved);
  const running = new Running(url, (name) => openPages(() => running.of(name)));
  const stack = () => running.all();
  const books = openBooks(stack, clock, options.log);
  const storage = await Services.start(clock, dataDir);
  closing.later(() => storage.stop());

  const weather = new Weather(clock, (seed) => storage.ask('indexLag', seed));
  const connections = new Connections(clock, weather);
  const account = new Account(options.account, stack);
  const activity = new Activity();
  const base = {
    ...books,
    stack,
    clock,
    storage,
    activity,
    weather,
    late: new LateArrivals({ ...books, clock, activity }),
    connections,
    faults: new Faults(connections),
    limits: new SendingLimits(clock, account),
    mailbox: new Mailbox(dataDir),
    received: new Received(dataDir),
    tables: new Tables(stack, storage, clock),
    account,
    figures: new MetricStore(),
    queueTouched: (name: string) => eventSources.touch(name),
    kill: (key: string) => functions.kill(key),
  };
  const topics = new Topics(base);
  const alarms = new Alarms({ ...base, topics });
  const streams = new Streams(base);
  const eventDestinations = new EventDestinations(topics);
  const folder = assetFolder(dataDir, closing);
  const deployments: Deployments = new Deployments({
    ...base,
    folder,
    read: (assembly) => read(assembly),
    run: (assembly) => run(assembly),
    running: (name) => running.of(name),
    clear: async (name) => {
      running.remove(name);
      await functions.renew();
    },
    refusals: (next, before) => refusalsOf(next, before, account),
    inTheWay: (stack) => activeRuleSetOf(stack, account),
    bootstrapped: () => account.change({ bootstrap: 30 }),
  });
  const storageServices = storageDoors(base);
  const services = {
    ...storageServices,
    ...controlPlane({
      ...base,
      deployments,
      alarms,
      topics,
      streams,
      dynamodb: storageServices.dynamodb,
      arrive: (mail) => inbound.arrive(mail),
      invoke: (spec, event) => functions.invoke(spec, event),
    }),
  };
  const gateway = new Gateway({ ...base, services });
  const endpoint = await gateway.listen();
  closing.later(() => gateway.close());

  const functions = new Functions({ ...base, endpoint });
  closing.later(() => functions.stop());
  const eventSources = new EventSources({ ...base, functions });
  const asyncInvocations = new AsyncInvocations({ ...base, functions });
  const schedules = new Schedules({ ...base, asyncInvocations });
  for (const clockwork of [eventSources, schedules, alarms, base.late]) {
    closing.later(() => clockwork.stop());
  }
  const time = new TimeTravel({ ...base, schedules, eventSources, alarms });
  const inbound = new Inbound({ ...base, asyncInvocations });

  const read = async (assembly: Assembly) =>
    readStack(assembly, { ...(await running.frontOf(assembly.stackName)), endpoint });
  const run = async (assembly: Assembly) => {
    const next = await read(assembly);
    await provision(next, storage, base.tables);
    running.put(next);
    await eventDestinations.provision(next);
    await functions.renew();
    eventSources.touchAll();
    return next;
  };
  await storage.s3('PUT', `/${ASSETS_BUCKET}`);
  const first = options.assembly?.();
  if (first !== undefined) deployments.adopt(first, await run(first));
  const { failedStack } = options.account;
  if (failedStack !== undefined) deployments.leaveFailed(failedStack);
  await inbound.restore();

  const figures = () => figuresOf(base.metrics, storage);
  const world: CloudWorld = {
    ...base,
    endpoint,
    topics,
    alarms,
    time,
    inbound,
    figures,
    clockMoved,
  };
  /** Pages of one stack, and `/_local` as it is seen from there; time, mail and account are everybody's. */
  const pagesOf = (own: () => Stack, server: WebServer) =>
    server.serve(
      localApi({ ...world, stack: own }),
      new HttpApi({ ...base, stack: own, functions }),
    );
  const openPages = async (own: () => Stack | undefined) => {
    const server = new WebServer();
    closing.later(() => server.close());
    pagesOf(() => own() ?? NOTHING_RUNS, server);
    return server.listen(0);
  };
  pagesOf(() => running.first(), web);
  if (options.weather !== undefined) await weather.begin(options.weather);
  schedules.run();
  alarms.run();

  return {
    url,
    endpoint,
    figures,
    grants: () => base.grants.grants(running.all()),
    resolver: account.resolver,
    account: account,
    async deploy(assemblyDir) {
      const next = readAssembly(assemblyDir, options.edit);
      await base.activity.quiet();
      deployments.adopt(next, await run(next));
    },
    stop: () => closing.now(),
  };
}

async function figuresOf(metrics: Metrics, storage: Services): Promise<Figures> {
  for (const { table, index, units } of await storage.ask('indexUnits')) {
    metrics.capacity('writes', table, index, units);
  }
  return metrics.figures();
}

/** Where bundles that are deployed to the account lie. */
function assetFolder(dataDir: string | undefined, closing: Closing): string {
  if (dataDir !== undefined) return join(dataDir, 'assets');
  const folder = mkdtempSync(join(tmpdir(), 'kindling-assets-'));
  closing.later(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
