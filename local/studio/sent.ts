import * as z from 'zod/mini';
import { MalformedRequest } from '../cloud/problem.ts';
import { jsonOf } from '../cloud/web/request-body.ts';

/**
 * What a page has sent, parsed once at the door.
 *
 * @throws MalformedRequest with what was expected
 */
export async function sentIn<Sent>(request: Request, shape: z.ZodMiniType<Sent>): Promise<Sent> {
  const parsed = shape.safeParse(await jsonOf(request));
  if (!parsed.success) throw new MalformedRequest(z.prettifyError(parsed.error));
  return parsed.data;
}

/** A text that says something. */
export const text = z.string().check(z.trim(), z.minLength(1));
