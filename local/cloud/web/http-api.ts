import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MetricStore } from '../alarms/metric-store.ts';
import type { Clock } from '../clock.ts';
import type { Access } from '../iam/access.ts';
import type { Functions } from '../lambda/functions.ts';
import { patience } from '../lambda/inspection.ts';
import type { InvocationOutcome } from '../lambda/protocol.ts';
import { arn, nameInArn } from '../template/names.ts';
import type { FunctionSpec, Stack } from '../template/stack.ts';
import { httpEvent } from './http-event.ts';
import { type HttpResponse, httpResponse } from './http-response.ts';
import { matchRoute } from './routes.ts';
import { Throttle } from './throttle.ts';

export interface HttpApiWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly access: Access;
  readonly functions: Functions;
  readonly figures: MetricStore;
}

/** API Gateway's limit for a request, and Lambda's for an event. */
const MAX_BODY = 10 * 1024 * 1024;
const MAX_EVENT = 6 * 1024 * 1024;

/** HTTP API: routes requests to functions as payload format 2.0 has it. */
export class HttpApi {
  readonly #world: HttpApiWorld;
  readonly #throttle = new Throttle();

  constructor(world: HttpApiWorld) {
    this.#world = world;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const answer =
      body === undefined
        ? plain(413, 'Request Entity Too Large')
        : await this.#answer(request, body);
    this.#count(answer.status);
    write(response, answer);
    // What is too large is not read to its end.
    if (body === undefined) request.destroy();
  }

  async #answer(request: IncomingMessage, body: Buffer): Promise<HttpResponse> {
    const { stack, access, clock } = this.#world;
    const [path = '/'] = (request.url ?? '/').split('?');
    const match = matchRoute(stack().routes, request.method ?? 'GET', path);
    if (match === undefined) return plain(404, 'Not Found');
    const { route } = match;
    const stage = stack().stages.find(({ ApiId }) => ApiId === route.ApiId);
    if (stage !== undefined && !this.#throttle.admits(stage, route.RouteKey, clock.now())) {
      return plain(429, 'Too Many Requests');
    }
    const integration = stack().integrations.get(route.Target.replace(/^integrations\//, ''));
    const spec = integration && this.#functionOf(integration.IntegrationUri);
    if (integration === undefined || spec === undefined) return plain(500, 'Internal Server Error');
    const source = arn(
      'execute-api',
      `${route.ApiId}/$default/${sourcePath(route.RouteKey, request)}`,
    );
    if (!access.mayInvoke('apigateway.amazonaws.com', spec.arn, source)) {
      return plain(500, 'Internal Server Error');
    }
    const event = httpEvent(request, body, match, clock.now());
    if (JSON.stringify(event).length > MAX_EVENT) return plain(413, 'Request Too Long');
    const result = await this.#invoke(spec, event, Math.min(integration.TimeoutInMillis, 30_000));
    if (result === 'late' || result.is === 'throttled') return plain(503, 'Service Unavailable');
    return result.is === 'failed'
      ? plain(500, 'Internal Server Error')
      : (httpResponse(result.payload) ?? plain(500, 'Internal Server Error'));
  }

  #count(status: number): void {
    const { stack, figures, clock } = this.#world;
    for (const { name: ApiId } of stack().apis) {
      const id = { namespace: 'AWS/ApiGateway', dimensions: { ApiId } };
      figures.put({ ...id, name: 'Count' }, 1, clock.now());
      figures.put({ ...id, name: '5xx' }, status >= 500 ? 1 : 0, clock.now());
    }
  }

  /** The integration's time-out ends the waiting, not the function. */
  async #invoke(
    spec: FunctionSpec,
    event: object,
    milliseconds: number,
  ): Promise<InvocationOutcome | 'late'> {
    const invocation = this.#world.functions.invoke(spec, event);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), patience(milliseconds));
    });
    const result = await Promise.race([invocation, late]);
    clearTimeout(timer);
    return result;
  }

  /** The URI is a function's ARN, bare or inside API Gateway's own path. */
  #functionOf(uri: string): FunctionSpec | undefined {
    const bare = /functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;
    const name = nameInArn(bare);
    return [...this.#world.stack().functions.values()].find((one) => one.name === name);
  }
}

function sourcePath(routeKey: string, { method }: IncomingMessage): string {
  const path = routeKey.split(' ')[1];
  return path === undefined ? '$default' : `${method}${path}`;
}

/** @returns nothing when it is larger than API Gateway takes */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MAX_BODY) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

function plain(status: number, message: string): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ message })),
  };
}

function write(response: ServerResponse, { status, headers, body }: HttpResponse): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(body);
}
