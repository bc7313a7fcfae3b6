import { arn } from '../template/names.ts';
import type { AwsCall, RawCall } from './calls.ts';
import { type AwsAnswer, errorAnswer } from './errors.ts';
import type { ServiceDoor } from './gateway.ts';
import type { Operation, Operations } from './operation.ts';
import { elements, jsonAnswer, jsonInput, queryAnswer, queryInput } from './wire.ts';

/** Where signing calls a service otherwise than IAM does. */
const IAM_PREFIX: Readonly<Record<string, string>> = { monitoring: 'cloudwatch', sesv2: 'ses' };

function callOf(service: string, action: string, input: AwsCall['input']): AwsCall {
  const prefix = IAM_PREFIX[service] ?? service;
  return {
    service,
    action,
    input,
    permissions: [{ action: `${prefix}:${action}`, resource: resourceOf(service, input) }],
  };
}

/** CloudFormation is asked about a stack. What else of an account is told here is confined to nothing smaller. */
function resourceOf(service: string, { StackName }: AwsCall['input']): string {
  if (service !== 'cloudformation' || typeof StackName !== 'string') return '*';
  return StackName.startsWith('arn:') ? StackName : arn(service, `stack/${StackName}/local`);
}

async function run(
  operation: Operation | undefined,
  { service, action, input }: AwsCall,
  tell: (output: object) => AwsAnswer,
): Promise<AwsAnswer> {
  const outcome = await operation?.(input);
  if (outcome === undefined) {
    const message = `The action ${action} is not valid for this endpoint.`;
    return errorAnswer(service, { code: 'InvalidAction', message, status: 400 });
  }
  return 'refused' in outcome ? errorAnswer(service, outcome.refused) : tell(outcome.output);
}

/** A service in the Query protocol: form fields in, XML out. */
export function queryDoor(service: string, namespace: string, operations: Operations): ServiceDoor {
  return {
    read(raw) {
      const { Action, Version: _, ...input } = queryInput(raw);
      const action = String(Action ?? '');
      return action in operations ? callOf(service, action, input) : undefined;
    },
    carryOut: (call) =>
      run(operations[call.action], call, (output) => queryAnswer(call.action, namespace, output)),
  };
}

/** A service in the JSON protocol: the operation is named in a header. */
export function jsonDoor(service: string, operations: Operations): ServiceDoor {
  return {
    read({ headers, body }) {
      const action = String(headers['x-amz-target'] ?? '').replace(/^.*\./, '');
      if (!(action in operations)) return undefined;
      const input = jsonInput(body);
      return input && callOf(service, action, input);
    },
    carryOut: (call) => run(operations[call.action], call, jsonAnswer),
  };
}

/** How a REST service is asked: `GET /v2/email/identities/{EmailIdentity}`. */
export interface RestRoute {
  readonly method: string;
  /** A part in braces is a value of the input; `{Name+}` takes the rest, slashes and all. */
  readonly path: string;
}

/** A service in a REST protocol: input comes from the path, the query and a JSON body. */
export function restDoor(
  service: string,
  routes: Readonly<Record<string, RestRoute>>,
  operations: Operations,
  format: 'json' | { readonly xml: string } = 'json',
): ServiceDoor {
  return {
    read(raw) {
      for (const [action, route] of Object.entries(routes)) {
        const input = restInput(route, raw);
        if (input !== undefined) return callOf(service, action, input);
      }
      return undefined;
    },
    carryOut: (call) =>
      run(operations[call.action], call, (output) =>
        format === 'json' ? jsonAnswer(output) : xmlAnswer(call.action, format.xml, output),
      ),
  };
}

/** A service that is asked in several ways: the first door that knows a call carries it out. */
export function anyDoor(...doors: readonly ServiceDoor[]): ServiceDoor {
  const read = new WeakMap<AwsCall, ServiceDoor>();
  return {
    read(raw) {
      for (const door of doors) {
        const call = door.read(raw);
        if (call === undefined) continue;
        read.set(call, door);
        return call;
      }
      return undefined;
    },
    carryOut(call, raw, caller) {
      const door = read.get(call);
      if (door === undefined) throw new Error(`nobody has read ${call.action}`);
      return door.carryOut(call, raw, caller);
    },
  };
}

function xmlAnswer(action: string, namespace: string, output: object): AwsAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body:
      `<?xml version="1.0"?>\n<${action}Response xmlns="${namespace}">` +
      `${elements(output, 'repeated')}</${action}Response>`,
  };
}

function restInput({ method, path }: RestRoute, raw: RawCall): AwsCall['input'] | undefined {
  if (raw.method !== method) return undefined;
  const [pathname = '', query = ''] = raw.path.split('?');
  const pattern = path
    .replaceAll('.', '\\.')
    .replace(/\{(\w+)(\+?)\}/g, (_, name: string, rest: string) =>
      rest === '' ? `(?<${name}>[^/]+)` : `(?<${name}>.+)`,
    );
  const match = new RegExp(`^${pattern}/?$`).exec(pathname);
  if (match === null) return undefined;
  const named = Object.entries(match.groups ?? {}).map(([name, value]) => [
    name,
    decodeURIComponent(value),
  ]);
  const asked = [...new URLSearchParams(query)];
  return { ...jsonInput(raw.body), ...Object.fromEntries([...asked, ...named]) };
}
