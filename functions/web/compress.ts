import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './world.ts';

/** How a body may be packed, the one that packs best first. */
const CODINGS = {
  // The best of eleven takes forty times as long for a tenth less: Lambda would wait for it.
  br: (body: Uint8Array) =>
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Uint8Array) => gzipSync(body),
} as const;

type Coding = keyof typeof CODINGS;

/** In bytes. What fits into one packet with its headers arrives no sooner when it is smaller. */
const WORTH_IT = 1024;

/**
 * Which coding of ours an asker wants most (RFC 9110 §12.5.3): by their weight, then by ours.
 *
 * @returns nothing when they take none of them, or did not say
 */
export function codingFor(accepted: string | undefined): Coding | undefined {
  const weights = new Map(
    (accepted ?? '').split(',').map((entry): readonly [coding: string, weight: number] => {
      const [coding = '', ...parameters] = entry.toLowerCase().split(';');
      const [, weight = '1'] = parameters.join(';').split('q=');
      return [coding.trim(), Number(weight) || 0];
    }),
  );
  const weightOf = (coding: Coding) => weights.get(coding) ?? weights.get('*') ?? 0;
  const [best] = (Object.keys(CODINGS) as Coding[])
    .filter((coding) => weightOf(coding) > 0)
    .sort((left, right) => weightOf(right) - weightOf(left));
  return best;
}

/**
 * Packs an answer. Only for what is anybody's: the size of a packed page that holds a token, and
 * something that a stranger can put there, tells the token letter by letter (BREACH,
 * https://breachattack.com). So a route is unpacked unless it was listed.
 */
export const compressed: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next();
  if (c.res.status !== 200) return;
  const body = new Uint8Array(await c.res.clone().arrayBuffer());
  if (body.length < WORTH_IT) return;
  // Also where nothing was packed: a cache must not hand this answer to one who asked otherwise.
  c.res.headers.set('Vary', 'Accept-Encoding');
  const coding = codingFor(c.req.header('accept-encoding'));
  if (coding === undefined) return;
  const packed = new Response(new Uint8Array(CODINGS[coding](body)), c.res);
  packed.headers.set('Content-Encoding', coding);
  c.res = packed;
};
