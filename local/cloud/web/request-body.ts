import { MalformedRequest } from '../problem.ts';

/** @throws MalformedRequest */
export async function jsonOf(request: Request): Promise<unknown> {
  try {
    return (await request.json()) as unknown;
  } catch {
    throw new MalformedRequest('the body is no JSON');
  }
}
