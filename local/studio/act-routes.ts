import type { Hono } from 'hono';
import { carryOut, DEEDS } from '../account/newsletter/steer.ts';
import { RefusedError } from '../account/restore/home.ts';
import { testMail } from '../account/test-mail.ts';
import { jsonOf } from '../cloud/web/request-body.ts';
import { ACTS } from './guard.ts';
import { issuesAt } from './newsletter.ts';
import { placeAsArguments, type Studio, textIn } from './studio.ts';

/** What became of something that was asked for, a line each. */
export interface Done {
  readonly done: boolean;
  readonly lines: readonly string[];
}

/** What the pages do. All of it lies below one path, which the guard lets nobody ask without `--write`. */
export function actRoutes(app: Hono, studio: Studio): void {
  app.post(`${ACTS}newsletter`, async (c) => {
    const body = await jsonOf(c.req.raw);
    const asked = textIn(body, 'deed');
    const deed = DEEDS.find((one) => one === asked);
    if (deed === undefined) throw new RefusedError(`An issue can be told: ${DEEDS.join(', ')}.`);
    const lines = await carryOut(await issuesAt(await studio.desk()), deed, textIn(body, 'slug'));
    return c.json({ done: true, lines } satisfies Done);
  });
  app.post(`${ACTS}test-mail`, async (c) => {
    const body = await jsonOf(c.req.raw);
    const as = (body as { readonly as?: unknown }).as;
    const given = [textIn(body, 'name'), textIn(body, 'to')];
    // A value in one piece with its option: so it can't be taken for another.
    const how = typeof as === 'string' && as !== '' ? [`--as=${as}`] : [];
    const lines: string[] = [];
    const outside = { ...studio.outside, print: (line: string) => void lines.push(line) };
    const code = await testMail(outside, [
      ...how,
      ...placeAsArguments(studio.wishes),
      '--',
      ...given,
    ]);
    return c.json({ done: code === 0, lines: lines.map((line) => line.trim()) } satisfies Done);
  });
}
