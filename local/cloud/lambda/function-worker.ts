/** One execution environment of a Lambda function: imports the bundle, runs one event at a time. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { tellCloudTime } from '../virtual-date.ts';
import type {
  EnvironmentData,
  EnvironmentMessage,
  FunctionError,
  InvocationRequest,
  InvocationResult,
} from './protocol.ts';

const data = workerData as EnvironmentData;
tellCloudTime(data.clock);

function tell(message: EnvironmentMessage): void {
  parentPort?.postMessage(message);
}

// A worker's own streams may lag behind its messages; a log is to be there when its event is done.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: Uint8Array | string, ...rest: readonly unknown[]): boolean => {
    tell({ is: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  };
}

type Handler = (event: unknown, context: object) => unknown;

async function loadHandler(): Promise<Handler> {
  const bundle = (await import(pathToFileURL(data.file).href)) as Record<string, unknown>;
  const handler = bundle[data.exportName];
  if (typeof handler === 'function') return handler as Handler;
  throw new Error(`${data.file} exports no ${data.exportName}`);
}

function contextOf({ requestId, deadline }: InvocationRequest): object {
  return {
    ...data.context,
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    // The deadline is the machine's time: moving the cloud's clock takes nobody's time away.
    getRemainingTimeInMillis: () =>
      Math.max(0, deadline - (performance.timeOrigin + performance.now())),
  };
}

function failure(error: unknown, heading: string): InvocationResult {
  const { name, message, stack } =
    error instanceof Error ? error : { name: 'string', message: String(error), stack: '' };
  const told = { errorType: name, errorMessage: message, trace: (stack ?? '').split('\n') };
  return { is: 'failed', error: told, printed: `${heading} \t${inFull(error, told)}` };
}

/**
 * An error as Lambda's runtime writes it into the log: with its message, its stack and everything
 * that it carries (aws/aws-lambda-nodejs-runtime-interface-client, src/Errors.js `toFormatted`).
 */
function inFull(error: unknown, told: FunctionError): string {
  try {
    return JSON.stringify(error, (_, value: unknown) => {
      if (!(value instanceof Error)) return value;
      const { name, message, stack } = value;
      const more = { stack: stack?.split('\n') };
      return Object.assign({ errorType: name, errorMessage: message }, value, more);
    });
  } catch {
    return JSON.stringify(told);
  }
}

async function invoke(handler: Handler, request: InvocationRequest): Promise<InvocationResult> {
  try {
    const value = await handler(JSON.parse(request.event), contextOf(request));
    return { is: 'done', payload: JSON.stringify(value) ?? 'null' };
  } catch (error) {
    return failure(error, 'Invoke Error');
  }
}

const loading = loadHandler();
// Told to the one who invokes, and not as an unhandled rejection.
loading.catch(() => undefined);

parentPort?.on('message', (request: InvocationRequest) => {
  loading
    .then(
      (handler) => invoke(handler, request),
      (error: unknown) => ({ ...failure(error, 'Uncaught Exception'), init: true }),
    )
    .then(tell)
    .catch((error: unknown) => {
      throw error;
    });
});
