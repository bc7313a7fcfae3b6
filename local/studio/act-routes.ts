import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { carryOut, DEEDS } from '../account/newsletter/steer.ts';
import { testMail } from '../account/test-mail.ts';
import { ACTS } from './guard.ts';
import { issuesAt } from './newsletter.ts';
import { sentIn, text } from './sent.ts';
import { placeAsArguments, type Studio } from './studio.ts';

/** What became of something that was asked for, a line each. */
export interface Done {
  readonly done: boolean;
  readonly lines: readonly string[];
}

/** What the pages do to issues and mails. All that is done lies below one path, which the guard lets nobody ask without `--write`. */
export function actRoutes(app: Hono, studio: Studio): void {
  app.post(`${ACTS}newsletter`, async (c) => {
    const { slug, deed } = await sentIn(c.req.raw, aDeed);
    const lines = await carryOut(await issuesAt(await studio.desk()), deed, slug);
    return c.json({ done: true, lines } satisfies Done);
  });
  app.post(`${ACTS}test-mail`, async (c) => {
    const { name, to, as = '' } = await sentIn(c.req.raw, aTestMail);
    const lines: string[] = [];
    const outside = { ...studio.outside, print: (line: string) => void lines.push(line) };
    // A value in one piece with its option, and texts behind a dash: so none is taken for an option.
    const given = [`--as=${as}`, ...placeAsArguments(studio.wishes), '--', name, to];
    const code = await testMail(outside, given);
    return c.json({ done: code === 0, lines: lines.map((line) => line.trim()) } satisfies Done);
  });
}

const aDeed = z.object({ slug: text, deed: z.enum(DEEDS) });
const aTestMail = z.object({ name: text, to: text, as: z.optional(z.string()) });
