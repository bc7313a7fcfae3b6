import type * as z from 'zod/mini';
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
  const answer = await fetch(new URL(path, url)).catch(() => undefined);
  const body: unknown =
    answer?.ok === true ? await answer.json().catch(() => undefined) : undefined;
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw new RefusedError(`No local cloud answers at ${url}.`);
  return parsed.data;
}
