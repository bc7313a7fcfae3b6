import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Account } from '../account/account.ts';
import type { Clock } from '../clock.ts';
import type { Access, Principal } from '../iam/access.ts';
import { ACCOUNT } from '../template/names.ts';
import type { FunctionSpec, Role, Stack } from '../template/stack.ts';
import { type AwsCall, type RawCall, signer } from './calls.ts';
import type { Connections } from './connections.ts';
import { type AwsAnswer, type AwsError, errorAnswer } from './errors.ts';
import type { FaultKind, Faults } from './faults.ts';
import { labelOf, type Metrics } from './metrics.ts';

/** One AWS service behind the gateway. */
export interface ServiceDoor {
  /** @returns nothing when this is no call it knows */
  read(raw: RawCall): AwsCall | undefined;
  carryOut(call: AwsCall, raw: RawCall, caller: Caller): Promise<AwsAnswer>;
}

/** Who called: a function from one of its environments, or somebody outside. */
export interface Caller {
  readonly principal: Principal;
  readonly label: string;
  readonly function?: FunctionSpec;
  readonly role?: Role;
  /** The access key, which names the environment too. */
  readonly key: string;
}

export interface GatewayWorld {
  readonly clock: Clock;
  readonly stack: () => Stack;
  readonly account: Account;
  readonly access: Access;
  readonly metrics: Metrics;
  readonly faults: Faults;
  readonly connections: Connections;
  readonly services: Readonly<Record<string, ServiceDoor>>;
  /** Ends the environment that calls, as a crash would. */
  kill(key: string): void;
}

/** Access keys are `FUNCTION.environment`. */
export const accessKey = (functionName: string, environment: number) =>
  `${functionName}.${environment}`;

/**
 * The one place that every AWS call passes: knows who calls, asks IAM, lets go wrong what is to go
 * wrong, counts, and passes the rest on to the service.
 */
export class Gateway {
  readonly #world: GatewayWorld;
  readonly #server: Server;

  constructor(world: GatewayWorld) {
    this.#world = world;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        send(response, errorAnswer('dynamodb', { code: 'InternalFailure', message, status: 500 }));
      });
    });
    // A reused connection that closes at that moment would be a lost answer that nobody asked for;
    // the fault `stale-connection` and the weather of that name ask for it.
    this.#server.keepAliveTimeout = 0;
    this.#server.on('connection', (socket) => world.connections.opened(socket));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#world.connections.carries(request.socket)) return;
    const raw = await rawCall(request);
    const { key, service } = signer(raw);
    const door = this.#world.services[service];
    const call = door?.read(raw);
    if (door === undefined || call === undefined) {
      const message = `the local cloud does not know this call (${service} ${raw.method} ${raw.path})`;
      send(
        response,
        errorAnswer(service, { code: 'UnknownOperationException', message, status: 400 }),
      );
      return;
    }
    const caller = this.#callerOf(key);
    // By the same clock as the function's: to the SDK, a failed answer of another time is worth a repeat,
    // and every repeat is one less for a fault that is worth it.
    if (caller.function)
      response.setHeader('date', new Date(this.#world.clock.now()).toUTCString());
    this.#world.connections.used(request.socket, service, caller, this.#every(caller));
    this.#world.metrics.request(
      caller.label,
      service,
      call.action,
      call.permissions[0]?.resource ?? '*',
    );
    const denied = this.#expired(caller) ?? this.#denied(call, caller);
    if (denied !== undefined) return send(response, errorAnswer(call.service, denied));
    const fault = this.#world.faults.strike(service, caller.label, call.action, raw.body);
    if (fault === undefined) return send(response, await door.carryOut(call, raw, caller));
    await this.#goWrong(fault, () => door.carryOut(call, raw, caller), service, key, response);
  }

  #every({ function: called }: Caller): number | undefined {
    const { schedules } = this.#world.stack();
    const own = schedules.find(({ properties }) => properties.Target.Arn === called?.arn);
    return own?.properties.ScheduleExpression;
  }

  #callerOf(key: string): Caller {
    const stack = this.#world.stack();
    const name = key.replace(/\.\d+$/, '');
    const spec = [...stack.functions.values()].find((one) => one.name === name);
    if (spec === undefined) {
      const principal = personOf(stack, key);
      return { principal, label: labelOf(principal), key };
    }
    const role = stack.roles.get(spec.roleArn);
    return {
      principal: { is: 'role', arn: spec.roleArn, label: spec.shortName },
      label: spec.shortName,
      function: spec,
      ...(role && { role }),
      key,
    };
  }

  /** Credentials of people end after hours; those of a role are renewed. */
  #expired({ principal }: Caller): AwsError | undefined {
    if (principal.is !== 'owner' || this.#world.account.state.credentials === 'valid') return;
    const message = 'The security token included in the request is expired';
    return { code: 'ExpiredToken', message, status: 403 };
  }

  #denied(call: AwsCall, { principal, role, function: spec }: Caller): AwsError | undefined {
    for (const { action, resource, context } of call.permissions) {
      const decision = this.#world.access.decide(principal, action, resource, context);
      if (decision.is === 'allowed') continue;
      const user =
        spec === undefined
          ? `arn:aws:iam::${ACCOUNT}:user/${labelOf(principal)}`
          : `arn:aws:sts::${ACCOUNT}:assumed-role/${role?.name}/${spec.name}`;
      return accessDenied(call.service, user, action, resource, decision.why);
    }
    return undefined;
  }

  async #goWrong(
    kind: FaultKind,
    carryOut: () => Promise<AwsAnswer>,
    service: string,
    key: string,
    response: ServerResponse,
  ): Promise<void> {
    const accepted = ['lost-answer', 'timeout', 'kill-after'].includes(kind);
    if (accepted) await carryOut();
    if (kind === 'timeout') return;
    if (kind === 'kill-before' || kind === 'kill-after') this.#world.kill(key);
    const error = faultError(service, kind);
    if (error === undefined) response.destroy();
    else send(response, errorAnswer(service, error));
  }
}

/** Whoever signs with the name of a managed policy may do what it says; any other name is the owner's. */
function personOf({ policies }: Stack, key: string): Principal {
  const policy = [...policies.values()].find(({ name }) => name === key);
  return policy === undefined
    ? { is: 'owner' }
    : { is: 'person', policy: policy.arn, label: policy.name };
}

/** Denials in each service's words. */
function accessDenied(
  service: string,
  user: string,
  action: string,
  resource: string,
  why: string,
): AwsError {
  switch (service) {
    case 's3':
      return { code: 'AccessDenied', message: 'Access Denied', status: 403 };
    case 'ses':
      return {
        code: 'AccessDenied',
        message: `User \`${user}' is not authorized to perform \`${action}' on resource \`${resource}'`,
        status: 403,
      };
    default:
      return {
        code: service === 'sqs' ? 'AccessDenied' : 'AccessDeniedException',
        message: `User: ${user} is not authorized to perform: ${action} on resource: ${resource} because ${why}`,
        status: service === 'sqs' ? 403 : 400,
      };
  }
}

const THROTTLES: Readonly<Record<string, AwsError>> = {
  ses: { code: 'Throttling', message: 'Maximum sending rate exceeded.', status: 400 },
  s3: { code: 'SlowDown', message: 'Please reduce your request rate.', status: 503 },
  sqs: { code: 'RequestThrottled', message: 'Rate exceeded', status: 400 },
  lambda: { code: 'TooManyRequestsException', message: 'Rate Exceeded.', status: 429 },
  dynamodb: {
    code: 'ProvisionedThroughputExceededException',
    message: 'The level of configured provisioned throughput for the table was exceeded.',
    status: 400,
  },
};

/** The error that a fault is answered with; nothing when the connection just ends. */
function faultError(service: string, kind: FaultKind): AwsError | undefined {
  switch (kind) {
    case 'throttle':
      return THROTTLES[service];
    case 'quota':
      return { code: 'Throttling', message: 'Daily message quota exceeded.', status: 400 };
    case 'reject':
      return {
        code: 'MessageRejected',
        message: 'Message rejected by the local cloud.',
        status: 400,
      };
    case '500':
      return { code: 'InternalFailure', message: 'Internal failure.', status: 500 };
    default:
      return undefined;
  }
}

async function rawCall(request: IncomingMessage): Promise<RawCall> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method = 'GET', url = '/', headers } = request;
  return { method, path: url, headers, body: Buffer.concat(parts) };
}

function send(response: ServerResponse, { status, headers, body }: AwsAnswer): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
