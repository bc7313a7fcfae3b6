import { Hono } from 'hono';
import { clockTarget } from '../clock.ts';
import type { CloudWorld } from '../cloud.ts';
import { NotFound, Problem } from '../problem.ts';
import type { Message } from '../ses/mailbox.ts';
import { accountRoutes } from './account-routes.ts';
import { mailboxRoutes } from './mailbox-routes.ts';
import { replies } from './replies.ts';
import { jsonOf } from './request-body.ts';
import { plainItem, subscriberState } from './subscribers.ts';
import { isOfThisMachine } from './this-machine.ts';

/** SES takes inbound mail up to this size. */
const MAX_INBOUND = 40 * 1024 * 1024;

/** Everything under `/_local`: how people and tests look into the cloud and drive it. */
export function localApi(world: CloudWorld): Hono {
  const api = new Hono({ strict: false }).basePath('/_local');
  api.onError((error, c) =>
    error instanceof Problem
      ? error.toResponse()
      : c.json({ title: 'Broken', status: 500, detail: String(error) }, 500, {
          'content-type': 'application/problem+json',
        }),
  );
  api.notFound((c) => new NotFound(`there is no ${c.req.method} ${c.req.path}`).toResponse());
  api.use(async (c, next) => {
    const [host, origin] = [c.req.header('host'), c.req.header('origin')];
    if (!isOfThisMachine({ host, origin })) {
      throw new Problem(403, 'Forbidden', 'only pages of this machine may use /_local');
    }
    await next();
  });
  mailRoutes(api, world);
  driveRoutes(api, world);
  lookRoutes(api, world);
  accountRoutes(api, world);
  mailboxRoutes(api);
  return api;
}

function mailRoutes(api: Hono, { mailbox, inbound, tables, stack, received }: CloudWorld): void {
  api.get('/messages', async (c) => {
    const { to, after, bodies } = c.req.query();
    const found = await mailbox.messages(to, after);
    c.header('x-total-count', String(mailbox.count));
    return c.json(bodies === 'no' ? found.map(withoutBody) : found);
  });
  api.get('/messages/:id', async (c) => {
    const message = await mailbox.message(c.req.param('id'));
    if (message === undefined) throw new NotFound('there is no such message');
    return c.json(message);
  });
  api.get('/messages/:id/raw', (c) => {
    const mail = mailbox.find(c.req.param('id'));
    if (mail === undefined) throw new NotFound('there is no such message');
    return c.body(new Uint8Array(mail.raw), 200, { 'content-type': 'message/rfc822' });
  });
  api.post('/inbound', async (c) => {
    if (Number(c.req.header('content-length') ?? 0) > MAX_INBOUND) {
      throw new Problem(413, 'Too large', 'SES takes mail up to 40 MB');
    }
    const raw = Buffer.from(await c.req.arrayBuffer());
    if (raw.length > MAX_INBOUND) throw new Problem(413, 'Too large', 'SES takes mail up to 40 MB');
    return c.json({ messageId: await inbound.receive(raw, (name) => c.req.header(name)) }, 202);
  });
  api.get('/replies', async (c) => c.json(await replies(tables, stack(), received)));
}

/** What a list of mails shows; text and html are nearly all of a mail's bytes. */
const withoutBody = ({ text: _, html: __, ...rest }: Message): Omit<Message, 'text' | 'html'> =>
  rest;

function driveRoutes(api: Hono, world: CloudWorld): void {
  const { clock, time, faults, limits, metrics, grants, weather } = world;
  api.get('/clock', (c) => c.json({ now: clock.iso() }));
  api.post('/clock', async (c) => {
    const wish = await jsonOf(c.req.raw);
    const now = await time.moveTo((from) => clockTarget(wish, from));
    world.clockMoved();
    return c.json({ now: new Date(now).toISOString() });
  });
  api.get('/faults', (c) => c.json(faults.list()));
  api.post('/faults', async (c) => c.json(faults.add(await jsonOf(c.req.raw)), 201));
  api.delete('/faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });
  api.get('/weather', (c) => c.json(weather.report()));
  api.post('/weather', async (c) => c.json(await weather.begin(await jsonOf(c.req.raw))));
  api.delete('/weather', async (c) => {
    await weather.clear();
    return c.body(null, 204);
  });
  api.get('/ses', (c) => c.json(limits.settings));
  api.post('/ses', async (c) => c.json(limits.change(await jsonOf(c.req.raw))));
  api.post('/metrics/reset', async (c) => {
    await world.figures();
    metrics.reset(clock.iso());
    grants.reset();
    return c.body(null, 204);
  });
}

function lookRoutes(api: Hono, world: CloudWorld): void {
  const { tables, stack, storage, received, logs, grants } = world;
  api.get('/metrics', async (c) => c.json(await world.figures()));
  api.get('/grants', (c) => c.json(grants.grants(stack())));
  api.get('/logs', (c) => c.json(logs));
  api.get('/inbound', (c) => c.json(received.list()));
  api.get('/table', async (c) => {
    const all = await Promise.all(stack().tables.map(({ name }) => tables.items(name)));
    return c.json({ items: all.flat().map(plainItem) });
  });
  api.get('/subscribers/:address', async (c) => {
    const found = await subscriberState(tables, stack(), c.req.param('address'));
    if (found === undefined) throw new NotFound('nothing is stored about this address');
    return c.json(found);
  });
  api.get('/aws', (c) =>
    c.json({
      endpoint: world.endpoint,
      table: stack().tables[0]?.name ?? '',
      configurationSet: stack().configurationSets[0] ?? '',
    }),
  );
  api.get('/queues', async (c) => {
    const queues = stack().queues.map(async ({ name }) => {
      const { ready, delayed, inflight } = await storage.inspectQueue(name);
      const counts = { ready: ready.length, delayed: delayed.length, inflight: inflight.length };
      return { name, ...counts, bodies: ready.map(({ body }) => body) };
    });
    return c.json(await Promise.all(queues));
  });
}
