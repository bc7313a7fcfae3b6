import * as z from 'zod/mini';
import { type Instant, parseInstant } from '../../functions/core/time.ts';
import { RefusedError } from './restore/home.ts';

/**
 * What a local cloud says of itself under `/_local` (local/ARCHITECTURE.md).
 *
 * @throws RefusedError when none answers there, or says something else
 */
export async function toldBy<Told>(
  url: string,
  path: string,
  shape: z.ZodMiniType<Told>,
): Promise<Told> {
  const asked = () => fetch(new URL(path, url)).catch(() => undefined);
  // Reading a folder keeps us busy for seconds, in which the other end may have closed what was open.
  const answer = (await asked()) ?? (await asked());
  const body: unknown =
    answer?.ok === true ? await answer.json().catch(() => undefined) : undefined;
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw new RefusedError(`No local cloud answers at ${url}.`);
  return parsed.data;
}

const clock = z.object({ now: z.string() });

/**
 * A local cloud as an author's command meets it: what it says of its AWS, its time, and how a client of it is made.
 *
 * @param shape of what is asked of `/_local/aws`
 * @throws RefusedError when none answers there
 */
export async function localCloud<Told extends { readonly endpoint: string }>(
  url: string,
  shape: z.ZodMiniType<Told>,
) {
  const told = await toldBy(url, '/_local/aws', shape);
  const now: Instant | undefined = parseInstant((await toldBy(url, '/_local/clock', clock)).now);
  if (now === undefined) throw new RefusedError(`No local cloud answers at ${url}.`);
  const credentials = { accessKeyId: 'author', secretAccessKey: 'local' };
  return { told, now, config: { endpoint: told.endpoint, region: 'us-east-1', credentials } };
}
