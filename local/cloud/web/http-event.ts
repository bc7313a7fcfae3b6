import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Moment } from '../clock.ts';
import { ACCOUNT } from '../template/names.ts';
import type { RouteMatch } from './routes.ts';

/**
 * Bodies of these types arrive as text, all others in base64: also a form's, and one without a
 * type (measured on AWS: ministackorg/ministack#766).
 */
const TEXT = /^(text\/[^;]+|application\/(json|xml|javascript))\s*(;|$)/i;

/** The event of payload format 2.0. */
export function httpEvent(
  request: IncomingMessage,
  body: Buffer,
  { route, pathParameters }: RouteMatch,
  now: Moment,
): object {
  const [rawPath = '/', ...query] = (request.url ?? '/').split('?');
  const rawQueryString = query.join('?');
  const { cookie, ...headers } = lowerCased(request);
  const isText = TEXT.test(headers['content-type'] ?? '');
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
  const forwarded = headers['x-forwarded-for'];
  return {
    version: '2.0',
    routeKey: route.RouteKey,
    rawPath: decodedPath(rawPath),
    rawQueryString,
    ...(cookie && { cookies: cookie.split(/;\s*/) }),
    headers: {
      ...headers,
      'x-amzn-trace-id': `Root=1-${Math.floor(now / 1000).toString(16)}-${randomUUID().replaceAll('-', '').slice(0, 24)}`,
      'x-forwarded-for': forwarded ? `${forwarded}, ${sourceIp}` : sourceIp,
      'x-forwarded-port': String(request.socket.localPort ?? ''),
      'x-forwarded-proto': 'http',
    },
    ...(rawQueryString && { queryStringParameters: queryOf(rawQueryString) }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: route.ApiId,
      domainName: headers['host'] ?? 'localhost',
      domainPrefix: route.ApiId,
      http: {
        method: request.method,
        path: decodedPath(rawPath),
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.RouteKey,
      stage: '$default',
      time: new Date(now).toUTCString(),
      timeEpoch: now,
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** HTTP APIs hand the path on decoded. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Several values of one header are joined with a comma. */
function lowerCased({ rawHeaders }: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    const value = rawHeaders[index + 1] ?? '';
    const before = headers[name];
    const separator = name === 'cookie' ? '; ' : ',';
    headers[name] = before === undefined ? value : `${before}${separator}${value}`;
  }
  return headers;
}

/** Several values of one parameter are joined with a comma, too. */
function queryOf(rawQueryString: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    const before = parameters[name];
    parameters[name] = before === undefined ? value : `${before},${value}`;
  }
  return parameters;
}
