import type { Hono } from 'hono';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import type { WebEnv } from './world.ts';

/** What an HTTP API hands on: payload version 2.0. */
export type GatewayEvent = Extract<LambdaEvent, Record<'rawPath', string>>;

/** Fetch has no request by these (https://fetch.spec.whatwg.org/#forbidden-method), nor the door a route. */
const FORBIDDEN = /^(?:connect|trace|track)$/i;

/** What Fetch takes for a header's value from beyond ASCII is a matter of luck; nothing of ours is. */
const PLAIN = /^[\t\x20-\x7e]*$/;

/**
 * The app behind API Gateway. Hono makes a `Request` of each event, and where Fetch takes it for none, such
 * as a GET with a body or a cookie of another site with a `€` in it, answers without our headers and
 * prints why. So what says nothing to us does not get there, and the app answers for itself.
 */
export function webHandler(app: Hono<WebEnv>) {
  const answer = handle(app);
  return (event: GatewayEvent, context: LambdaContext) => answer(asRequest(event), context);
}

function asRequest(event: GatewayEvent): GatewayEvent {
  const { requestContext, cookies, body } = event;
  const { method } = requestContext.http;
  const http = { ...requestContext.http, method: FORBIDDEN.test(method) ? 'OTHER' : method };
  return {
    ...event,
    requestContext: { ...requestContext, http },
    ...(cookies && { cookies: cookies.filter((one) => PLAIN.test(one)) }),
    body: method === 'GET' || method === 'HEAD' ? null : body,
  };
}
