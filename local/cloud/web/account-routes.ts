import type { Hono } from 'hono';
import * as z from 'zod';
import { dnsRecord, sameName } from '../account/dns.ts';
import type { CloudWorld } from '../cloud.ts';
import { MalformedRequest } from '../problem.ts';
import { jsonOf } from './request-body.ts';

/** The account around the stack: its state, its DNS, and its alarms. */
export function accountRoutes(api: Hono, { account, alarms, topics }: CloudWorld): void {
  api.get('/account', (c) => c.json(account.state));
  api.post('/account', async (c) => c.json(account.wish(await jsonOf(c.req.raw))));
  api.get('/dns', (c) => {
    const { name, type } = c.req.query();
    const found = account
      .records()
      .filter((one) => name === undefined || sameName(one.name, name))
      .filter((one) => type === undefined || one.type === type);
    return c.json(found);
  });
  api.post('/dns', async (c) => {
    const parsed = z.array(dnsRecord).safeParse([await jsonOf(c.req.raw)].flat());
    if (!parsed.success) throw new MalformedRequest(z.prettifyError(parsed.error));
    account.change({ records: [...account.state.records, ...parsed.data] });
    return c.json(parsed.data, 201);
  });
  api.get('/alarms', (c) =>
    c.json({
      alarms: alarms.list().map((alarm) => {
        const { state, reason, since } = alarms.standing(alarm);
        return { name: alarm.name, state, reason, since: new Date(since).toISOString() };
      }),
      mails: topics.mails(),
    }),
  );
}
