import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { parseAddress } from '../../functions/core/address.ts';
import { parsedBy } from '../../functions/core/parsed-by.ts';
import { parseLocalDate } from '../../functions/core/time.ts';
import { parseSubscriberId, type SubscriberId } from '../../functions/core/token.ts';
import { bytesOf } from '../account/newsletter/readers.ts';
import { priceInWords } from '../account/newsletter/words.ts';
import { MalformedRequest } from '../cloud/problem.ts';
import { carryOut, type Foreseen, foresee, type Outcome } from '../desk/deeds.ts';
import { type PageWishes, readersPage } from '../desk/page.ts';
import { oneReader } from '../desk/reader.ts';
import { countReaders, STANDINGS } from '../desk/readers.ts';
import { doneInWords, isDone, keptInWords } from '../desk/words/deeds.ts';
import { ACTS } from './guard.ts';
import { sentIn, text } from './sent.ts';
import type { Studio } from './studio.ts';

/** A list that is read page by page, and what it costs to count everybody. */
export interface ReadersTold {
  readonly readers: NonNullable<Awaited<ReturnType<typeof readersPage>>>;
  readonly price: string;
  readonly courses: readonly { readonly slug: string; readonly title: string }[];
}

/** Readers: in a list, in numbers, one of them, and what is done for one. */
export function readerRoutes(app: Hono, { desk }: Studio): void {
  app.get('/api/readers', async (c) => {
    const open = await desk();
    const readers = await readersPage(open, wishesIn(c.req.query()));
    if (readers === undefined) throw new MalformedRequest('there is no such page of readers');
    const told: ReadersTold = {
      readers,
      price: priceInWords(await bytesOf(open)),
      courses: open.courses.map(({ slug, title }) => ({ slug, title })),
    };
    return c.json(told);
  });
  app.post('/api/count', async (c) => c.json(await countReaders(await desk())));
  // An address is sent and stands in no line.
  app.post('/api/find', async (c) => {
    const { who } = await sentIn(c.req.raw, z.object({ who: text }));
    return c.json(await oneReader(await desk(), who));
  });
  app.get('/api/readers/:id', async (c) =>
    c.json(await oneReader(await desk(), c.req.param('id'))),
  );
  app.post('/api/foresee', async (c) => {
    const { id, deed } = await sentIn(c.req.raw, aDeedFor);
    const came = await foresee(await desk(), id, deed);
    const told: ForeseenTold = came.is === 'foreseen' ? came : kept(came);
    return c.json(told);
  });
  app.post(`${ACTS}reader`, async (c) => {
    const { id, deed, reason } = await sentIn(c.req.raw, aDeedFor);
    const came = await carryOut(await desk(), id, deed, reason);
    const told: OutcomeTold = came.is === 'done' ? came : kept(came);
    return c.json(told);
  });
}

/** Why a deed is not done, or what was done in its place, in the words in which a terminal says it. */
interface KeptTold {
  readonly is: 'kept';
  readonly says: string;
}
export type ForeseenTold = Extract<Foreseen, { is: 'foreseen' }> | KeptTold;
export type OutcomeTold = Extract<Outcome, { is: 'done' }> | KeptTold;

const kept = (came: Exclude<Foreseen | Outcome, { is: 'foreseen' }>): KeptTold => ({
  is: 'kept',
  says: isDone(came) ? doneInWords(came) : keptInWords(came),
});

/** What the list is asked for; a word that is none of ours asks for nothing. */
function wishesIn({ standing, course, after }: Readonly<Record<string, string>>): PageWishes {
  const known = STANDINGS.find((one) => one === standing);
  return {
    ...(known !== undefined && known !== 'unreadable' && { standing: known }),
    ...(course && { course }),
    ...(after && { after }),
  };
}

const anId = parsedBy<SubscriberId>(parseSubscriberId, 'the id of a reader');
const aDay = parsedBy(parseLocalDate, 'a day such as 2026-12-20');

const aDeed = z.discriminatedUnion('is', [
  z.object({ is: z.literal('pause'), until: z.exactOptional(aDay) }),
  z.object({ is: z.enum(['resume', 'leave']) }),
  z.object({ is: z.literal('jump'), place: text, course: z.exactOptional(text) }),
  z.object({ is: z.literal('erase') }),
  z.object({
    is: z.literal('again'),
    letter: z.exactOptional(text),
    course: z.exactOptional(text),
  }),
  z.object({ is: z.literal('address'), to: parsedBy(parseAddress, 'an address') }),
]);

const aDeedFor = z.object({ id: anId, deed: aDeed, reason: z.optional(text) });
