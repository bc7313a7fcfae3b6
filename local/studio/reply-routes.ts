import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { correspondenceIn } from '../../functions/adapters/correspondence.ts';
import { LABELS } from '../../functions/core/replies/label.ts';
import { MalformedRequest, NotFound } from '../cloud/problem.ts';
import { markAnswered } from '../desk/answered.ts';
import { MONTH } from '../desk/replies.ts';
import { ACTS } from './guard.ts';
import { FRAME_POLICY, framed } from './headers.ts';
import { inboxTold } from './inbox.ts';
import { htmlOfReply, oneReply } from './reply.ts';
import { sentIn, text } from './sent.ts';
import type { Studio } from './studio.ts';

/** What people wrote: a month of it, one mail, and what its author says of it. */
export function replyRoutes(app: Hono, { desk }: Studio): void {
  app.get('/api/replies', async (c) => {
    const month = c.req.query('month');
    if (month !== undefined && !MONTH.test(month)) {
      throw new MalformedRequest('a month looks like 2026-11');
    }
    return c.json(await inboxTold(await desk(), month));
  });
  app.get('/api/replies/:mail', async (c) => {
    const found = await oneReply(await desk(), c.req.param('mail'));
    if (found === undefined) throw new NotFound('nothing is known of such a mail');
    return c.json(found);
  });
  app.get('/frame/reply', async (c) => {
    const html = await htmlOfReply(await desk(), c.req.query('mail') ?? '');
    if (html === undefined) throw new NotFound('that mail has no html, or is gone');
    c.header('content-security-policy', FRAME_POLICY);
    return c.html(framed(html));
  });
  app.post(`${ACTS}answered`, async (c) => {
    const { mail, answered } = await sentIn(c.req.raw, anAnswer);
    if (await markAnswered(await desk(), mail, answered)) return c.json({ done: true });
    throw new NotFound('nothing is known of such a mail');
  });
  app.post(`${ACTS}label`, async (c) => {
    const { mail, label } = await sentIn(c.req.raw, aLabel);
    const { table, config } = await desk();
    await correspondenceIn(table, config).label(mail, label);
    return c.json({ done: true });
  });
}

const anAnswer = z.object({ mail: text, answered: z.boolean() });
const aLabel = z.object({ mail: text, label: z.enum(LABELS) });
