import { randomUUID } from 'node:crypto';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { accessKey } from '../aws/gateway.ts';
import type { Clock } from '../clock.ts';
import { workerFile } from '../services/worker-file.ts';
import { REGION } from '../template/names.ts';
import type { FunctionSpec } from '../template/stack.ts';
import { codeFolder, patience } from './inspection.ts';
import type {
  EnvironmentData,
  EnvironmentMessage,
  InvocationRequest,
  InvocationResult,
} from './protocol.ts';

const WORKER = new URL('./function-worker.ts', import.meta.url);

/** One execution environment of a function: a thread that takes one event at a time. */
export class ExecutionEnvironment {
  readonly spec: FunctionSpec;
  readonly key: string;
  /** Taken by somebody who is about to invoke it, or running. */
  busy = false;
  /** Ends when it is next idle: its code is out of date. */
  retired = false;
  gone = false;
  readonly #worker: Worker;
  #settle: ((result: InvocationResult) => void) | undefined;

  constructor(
    spec: FunctionSpec,
    number: number,
    clock: Clock,
    endpoint: string,
    log: (text: string) => void,
  ) {
    this.spec = spec;
    this.key = accessKey(spec.name, number);
    this.#worker = new Worker(workerFile(WORKER), {
      workerData: workerDataOf(spec, clock),
      env: variables(spec, this.key, endpoint),
      execArgv: [],
      stdout: true,
      stderr: true,
      // V8 counts old space only; an environment's memory holds more than that.
      resourceLimits: { maxOldGenerationSizeMb: spec.memoryMb },
    });
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) {
      stream.setEncoding('utf8').on('data', log);
    }
    this.#worker.on('message', (message: EnvironmentMessage) =>
      message.is === 'log' ? log(message.text) : this.#done(message),
    );
    this.#worker.on('error', (error) => this.#done(exited(error.name, error.message)));
    this.#worker.on('exit', () => {
      this.gone = true;
      this.#done(exited('Runtime.ExitError', 'Error: Runtime exited without providing a reason'));
    });
  }

  /** Runs one event; a function that takes too long, or crashes, ends with its environment. */
  async invoke(event: string): Promise<InvocationResult> {
    const requestId = randomUUID();
    const milliseconds = patience(this.spec.timeoutSeconds * 1000);
    const request: InvocationRequest = { requestId, event, deadline: Date.now() + milliseconds };
    const result = new Promise<InvocationResult>((resolve) => {
      this.#settle = resolve;
    });
    const timer = setTimeout(() => {
      const seconds = this.spec.timeoutSeconds.toFixed(2);
      this.kill(
        'Sandbox.Timedout',
        `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
      );
    }, milliseconds);
    this.#worker.postMessage(request);
    const settled = await result;
    clearTimeout(timer);
    return settled;
  }

  /** Ends the environment at once, in the middle of whatever it does. */
  kill(
    errorType = 'Runtime.ExitError',
    errorMessage = 'Error: Runtime exited with signal: killed',
  ) {
    this.gone = true;
    this.#done(exited(errorType, errorMessage));
    return this.#worker.terminate();
  }

  #done(result: InvocationResult): void {
    this.#settle?.(result);
    this.#settle = undefined;
  }
}

const exited = (errorType: string, errorMessage: string): InvocationResult => ({
  is: 'failed',
  error: { errorType, errorMessage },
});

function workerDataOf(spec: FunctionSpec, clock: Clock): EnvironmentData {
  const [file = 'index', exportName = 'handler'] = spec.handler.split('.');
  return {
    clock: clock.memory,
    file: join(codeFolder(spec.directory), `${file}.mjs`),
    exportName,
    context: {
      functionName: spec.name,
      functionVersion: '$LATEST',
      invokedFunctionArn: spec.arn,
      memoryLimitInMB: String(spec.memoryMb),
      logGroupName: spec.logGroup,
      logStreamName: 'local',
    },
  };
}

/** The template's variables, those that Lambda adds, and the ways to the local services. */
function variables(spec: FunctionSpec, key: string, endpoint: string): Record<string, string> {
  const services = ['DYNAMODB', 'SES', 'SQS', 'S3'];
  return {
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_EXECUTION_ENV: `AWS_Lambda_${spec.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: spec.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: spec.directory,
    _HANDLER: spec.handler,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    AWS_ACCESS_KEY_ID: key,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    ...Object.fromEntries(services.map((name) => [`AWS_ENDPOINT_URL_${name}`, endpoint])),
    // The author's own AWS settings are no business of the local cloud.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    ...spec.environment,
  };
}
