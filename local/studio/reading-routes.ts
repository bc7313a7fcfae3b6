import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { cost } from '../desk/cost.ts';
import { funnel } from '../desk/funnel.ts';
import { today } from '../desk/today.ts';
import { FRAME_POLICY, framed } from './headers.ts';
import { healthOf } from './health.ts';
import { allLetters, checkerOf, inScheme, previewOf } from './letters.ts';
import { forecastOn, issuesOn } from './newsletter.ts';
import { sentIn, text } from './sent.ts';
import type { Studio } from './studio.ts';

/** What stands at the top of each page. */
export interface PlaceTold {
  readonly publication: string;
  readonly place: string;
  readonly mayWrite: boolean;
  /** The author's: their times are told in it. */
  readonly zone: string;
  /** ISO, on the clock of the place. */
  readonly now: string;
  /** The mailbox page of a local cloud. */
  readonly mailbox?: string;
}

/** What the pages read. A `POST` is a question, too, where it says something that no address should hold, or costs. */
export function readingRoutes(app: Hono, studio: Studio): void {
  app.get('/api/place', async (c) => c.json(await placeTold(studio)));
  app.get('/api/today', async (c) => c.json(await today(await studio.desk())));
  app.get('/api/course', async (c) => c.json(await funnel(await studio.desk())));
  app.get('/api/money', async (c) => c.json(await cost(await studio.desk())));
  app.get('/api/newsletter', async (c) => c.json(await issuesOn(await studio.desk())));
  app.post('/api/forecast', async (c) => {
    const { slug } = await sentIn(c.req.raw, z.object({ slug: text }));
    return c.json(await forecastOn(await studio.desk(), slug));
  });
  app.get('/api/health', async (c) => c.json(await healthOf(studio)));
  letterRoutes(app, studio);
}

async function placeTold({ desk, wishes, mayWrite }: Studio): Promise<PlaceTold> {
  const { content, inWords, now } = await desk();
  const { local } = wishes.values;
  return {
    publication: content.publication.name,
    place: inWords,
    mayWrite,
    zone: content.publication.defaults.zone,
    now,
    ...(local !== undefined && { mailbox: new URL('/_local/', local).href }),
  };
}

function letterRoutes(app: Hono, { desk, outside }: Studio): void {
  const check = checkerOf(outside.contentDir);
  app.get('/api/letters', async (c) => c.json(allLetters(await desk())));
  app.get('/api/letter', async (c) => {
    const { name = '', as = '' } = c.req.query();
    // The html goes into a frame, which asks for it by itself.
    const { html: _, ...preview } = await previewOf(await desk(), name, as);
    return c.json(preview);
  });
  app.get('/api/findings', async (c) => {
    const { name = '', as = '' } = c.req.query();
    return c.json(await check(await desk(), name, as));
  });
  app.get('/frame/letter', async (c) => {
    const { name = '', as = '', scheme } = c.req.query();
    const { html } = await previewOf(await desk(), name, as);
    c.header('content-security-policy', FRAME_POLICY);
    return c.html(framed(inScheme(html, scheme === 'dark' ? 'dark' : 'light')));
  });
}
