import type { Moment } from '../clock.ts';
import type { StageSettings } from '../template/properties.ts';

/** API Gateway's own for all APIs of an account and region, where a stage says nothing. */
const ACCOUNT_WIDE: Limits = { rate: 10_000, burst: 5000 };

interface Limits {
  /** Requests a second. */
  readonly rate: number;
  readonly burst: number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: Moment;
}

/**
 * The token buckets of HTTP APIs: a request takes a token, `burst` of them fit in, and `rate` a
 * second come back (API Gateway developer guide, "Throttle requests to your HTTP APIs"). A route with
 * limits of its own has a bucket of its own. The guide does not say whether the others have one each
 * or share the stage's; here they share it, which is what a flood of one would do at worst.
 */
export class Throttle {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes a token for a request. @returns whether there was one */
  admits(stage: StageSettings, routeKey: string, now: Moment): boolean {
    const isOwn = routeKey in stage.RouteSettings;
    const key = isOwn ? `${stage.ApiId} ${routeKey}` : stage.ApiId;
    const tokens = filled(this.#buckets.get(key), limitsOf(stage, routeKey), now);
    const admitted = tokens >= 1;
    this.#buckets.set(key, { tokens: admitted ? tokens - 1 : tokens, at: now });
    return admitted;
  }
}

function limitsOf({ DefaultRouteSettings, RouteSettings }: StageSettings, key: string): Limits {
  const own = RouteSettings[key] ?? DefaultRouteSettings;
  return {
    rate: own.ThrottlingRateLimit ?? ACCOUNT_WIDE.rate,
    burst: own.ThrottlingBurstLimit ?? ACCOUNT_WIDE.burst,
  };
}

/** What is in a bucket by now; one that nobody used yet is full. */
function filled(bucket: Bucket | undefined, { rate, burst }: Limits, now: Moment): number {
  if (bucket === undefined) return burst;
  return Math.min(burst, bucket.tokens + (rate * (now - bucket.at)) / 1000);
}
