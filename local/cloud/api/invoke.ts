import type { RawCall } from '../aws/calls.ts';
import { type AwsAnswer, errorAnswer } from '../aws/errors.ts';
import type { ServiceDoor } from '../aws/gateway.ts';
import type { FunctionError, InvocationOutcome } from '../lambda/protocol.ts';
import { arn, nameInArn } from '../template/names.ts';
import type { FunctionSpec, Stack } from '../template/stack.ts';

export interface InvokingWorld {
  readonly stack: () => Stack;
  invoke(spec: FunctionSpec, event: unknown): Promise<InvocationOutcome>;
}

const PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/**
 * Lambda's Invoke, for whoever waits for the answer: the payload is the body, and so is the answer (Lambda API
 * reference, "Invoke"). It needs `lambda:InvokeFunction` of that function.
 */
export function invokeDoor({ stack, invoke }: InvokingWorld): ServiceDoor {
  const named = (given: string) =>
    [...stack().functions.values()].find(({ name }) => name === nameInArn(given));
  return {
    read(raw) {
      const [, name] = PATH.exec(raw.path) ?? [];
      if (name === undefined || raw.method !== 'POST') return undefined;
      const FunctionName = decodeURIComponent(name);
      const resource = named(FunctionName)?.arn ?? arn('lambda', `function:${FunctionName}`);
      const permissions = [{ action: 'lambda:InvokeFunction', resource }];
      return { service: 'lambda', action: 'Invoke', input: { FunctionName }, permissions };
    },

    async carryOut({ input, permissions }, raw) {
      const spec = named(String(input['FunctionName']));
      if (spec === undefined) {
        const message = `Function not found: ${permissions[0]?.resource}`;
        return refused('ResourceNotFoundException', message, 404);
      }
      const type = raw.headers['x-amz-invocation-type'] ?? 'RequestResponse';
      if (type !== 'RequestResponse') {
        const message = `the local cloud does not know the invocation type ${String(type)}`;
        return refused('InvalidParameterValueException', message, 400);
      }
      const event = eventIn(raw);
      if (event === undefined) {
        const message = 'Could not parse request body into json';
        return refused('InvalidRequestContentException', message, 400);
      }
      return answerTo(await invoke(spec, event.value));
    },
  };
}

const refused = (code: string, message: string, status: number): AwsAnswer =>
  errorAnswer('lambda', { code, message, status });

function eventIn({ body }: RawCall): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(body.length === 0 ? '{}' : body.toString('utf8')) };
  } catch {
    return undefined;
  }
}

/** A function that fails is no failed call. */
function answerTo(outcome: InvocationOutcome): AwsAnswer {
  switch (outcome.is) {
    case 'throttled':
      return refused('TooManyRequestsException', 'Rate Exceeded.', 429);
    case 'done':
      return invoked(outcome.payload, {});
    case 'failed':
      return invoked(JSON.stringify(told(outcome.error)), {
        'x-amz-function-error': 'Unhandled',
      });
  }
}

const told = ({ errorType, errorMessage, trace = [] }: FunctionError) => ({
  errorType,
  errorMessage,
  trace,
});

const invoked = (body: string, headers: AwsAnswer['headers']): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST', ...headers },
  body,
});
