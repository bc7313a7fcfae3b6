import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Hono } from 'hono';
import type { LambdaContext } from 'hono/aws-lambda';
import { type GatewayEvent, webHandler } from '../../functions/web/handler.ts';
import type { WebEnv } from '../../functions/web/world.ts';

/** A request as API Gateway has read it off the wire. */
export interface Wire {
  readonly method: string;
  /** Decoded, as HTTP APIs hand it on. */
  readonly path: string;
  /** Without the question mark. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: {
    readonly type?: string;
    readonly text: string | Buffer;
    readonly base64: boolean;
  };
}

/** An HTTP API event, payload version 2.0, as API Gateway hands it to the function. */
export function gatewayEvent({
  method,
  path,
  query = '',
  headers = {},
  cookies,
  body,
}: Wire): GatewayEvent {
  const http = { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.7', userAgent: '' };
  const bytes = body && Buffer.from(body.text);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: {
      host: 'letters.example.com',
      ...(body?.type !== undefined && { 'content-type': body.type }),
      ...headers,
    },
    ...(cookies && { cookies: [...cookies] }),
    requestContext: { http, domainName: 'letters.example.com', stage: '$default' },
    isBase64Encoded: body?.base64 ?? false,
    ...(body && { body: body.base64 ? bytes?.toString('base64') : String(body.text) }),
  } as unknown as GatewayEvent;
}

/** What the web door hands back to API Gateway. */
export async function throughGateway(
  app: Hono<WebEnv>,
  event: GatewayEvent,
): Promise<APIGatewayProxyStructuredResultV2> {
  const answer = webHandler(app)(event, {} as LambdaContext);
  return (await answer) as unknown as APIGatewayProxyStructuredResultV2;
}
