import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../clock.ts';
import { StartError } from '../problem.ts';
import { REGION } from '../template/names.ts';
import { type HttpAnswer, type HttpCall, HttpPeer } from './http.ts';
import type { Answer, Question, Questions, ServicesData, ServicesReady } from './rpc.ts';
import { workerFile } from './worker-file.ts';

/** A call that a storage service refused, with its own words. */
export class ServiceRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** Table, queues and buckets: the storage services and the worker that runs them. */
export class Services {
  readonly #worker: Worker;
  readonly #dynamo: HttpPeer;
  readonly #fauxqs: HttpPeer;
  readonly #asked = new Map<number, (value: unknown) => void>();
  readonly #queueUrls = new Map<string, string>();
  #count = 0;

  private constructor(worker: Worker, { dynamoPort, fauxqsPort }: ServicesReady) {
    this.#worker = worker;
    this.#dynamo = new HttpPeer(dynamoPort);
    this.#fauxqs = new HttpPeer(fauxqsPort);
    worker.on('message', ({ id, value }: Answer) => {
      this.#asked.get(id)?.(value);
      this.#asked.delete(id);
    });
  }

  /** @param dataDir keeps the table across runs */
  static async start(clock: Clock, dataDir: string | undefined): Promise<Services> {
    const path = dataDir && join(dataDir, 'table');
    if (path) mkdirSync(path, { recursive: true });
    const worker = new Worker(workerFile(new URL('./services-worker.ts', import.meta.url)), {
      workerData: { clock: clock.memory, ...(path && { path }) } satisfies ServicesData,
      execArgv: [],
    });
    const broken = new Promise<never>((_, reject) => worker.once('error', reject));
    const ready = new Promise<ServicesReady>((resolve) => worker.once('message', resolve));
    const services = new Services(worker, await Promise.race([ready, broken]));
    try {
      // LevelDB is opened by the first call, and only by one process at a time.
      await Promise.race([services.dynamodb('ListTables', {}), broken]);
    } catch {
      await worker.terminate();
      throw new StartError(`${dataDir} can't be opened. Does another npm start run here?`);
    }
    // Without its storage there is no cloud; it must not go on as if there were.
    worker.on('error', (error) => {
      throw error;
    });
    return services;
  }

  ask<Name extends keyof Questions>(
    ask: Name,
    ...given: Parameters<Questions[Name]>
  ): Promise<Awaited<ReturnType<Questions[Name]>>> {
    this.#count += 1;
    const question: Question = { id: this.#count, ask, with: given };
    return new Promise((resolve) => {
      this.#asked.set(question.id, (value) => resolve(value as never));
      this.#worker.postMessage(question);
    });
  }

  /** Passes a client's call on, byte for byte. */
  forward(service: 'dynamodb' | 'sqs' | 's3', call: HttpCall): Promise<HttpAnswer> {
    return (service === 'dynamodb' ? this.#dynamo : this.#fauxqs).call(call);
  }

  /** The cloud's own call to DynamoDB. @throws ServiceRefusal */
  dynamodb<Output>(action: string, input: object): Promise<Output> {
    return this.#json(this.#dynamo, `DynamoDB_20120810.${action}`, 'dynamodb', input);
  }

  /** The cloud's own call to SQS. @throws ServiceRefusal */
  sqs<Output>(action: string, input: object): Promise<Output> {
    return this.#json(this.#fauxqs, `AmazonSQS.${action}`, 'sqs', input);
  }

  /** fauxqs' own URL of a queue, if there is such a queue. */
  async queueUrl(name: string): Promise<string | undefined> {
    const known = this.#queueUrls.get(name);
    if (known !== undefined) return known;
    try {
      const { QueueUrl } = await this.sqs<{ QueueUrl: string }>('GetQueueUrl', { QueueName: name });
      this.#queueUrls.set(name, QueueUrl);
      return QueueUrl;
    } catch {
      return undefined;
    }
  }

  /** What lies in a queue, without touching it. */
  async inspectQueue(name: string): Promise<QueueContents> {
    const path = `/_fauxqs/queues/${encodeURIComponent(name)}`;
    const { body } = await this.#fauxqs.call({ method: 'GET', path, headers: {}, body: '' });
    return (JSON.parse(body.toString()) as { readonly messages: QueueContents }).messages;
  }

  async s3(method: 'PUT' | 'GET', path: string, body: Uint8Array = new Uint8Array()) {
    const headers = { ...authorization('s3'), 'content-type': 'application/octet-stream' };
    const answer = await this.#fauxqs.call({ method, path, headers, body });
    if (answer.status >= 400) throw new ServiceRefusal(String(answer.status), `${method} ${path}`);
    return answer.body;
  }

  async stop(): Promise<void> {
    await this.ask('stop');
    this.#dynamo.close();
    this.#fauxqs.close();
    await this.#worker.terminate();
  }

  async #json<Output>(
    peer: HttpPeer,
    target: string,
    service: string,
    input: object,
  ): Promise<Output> {
    const { status, body } = await peer.call({
      method: 'POST',
      path: '/',
      headers: {
        ...authorization(service),
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': target,
      },
      body: JSON.stringify(input),
    });
    const answer: unknown = body.length === 0 ? {} : JSON.parse(body.toString());
    if (status < 400) return answer as Output;
    const { __type = String(status), message = '' } = answer as Record<string, string>;
    throw new ServiceRefusal(__type.replace(/^.*#/, ''), message);
  }
}

/** A queue as fauxqs shows it; moments in milliseconds. */
export interface QueueContents {
  readonly ready: readonly QueuedMessage[];
  readonly delayed: readonly (QueuedMessage & { readonly delayUntil: number })[];
  readonly inflight: readonly {
    readonly message: QueuedMessage;
    readonly visibilityDeadline: number;
  }[];
}

interface QueuedMessage {
  readonly messageId: string;
  readonly body: string;
  readonly approximateReceiveCount: number;
}

/** The services read the region in it and check nothing else. */
function authorization(service: string): Record<string, string> {
  return {
    authorization:
      `AWS4-HMAC-SHA256 Credential=cloud/20260101/${REGION}/${service}/aws4_request, ` +
      'SignedHeaders=host, Signature=none',
    'x-amz-date': '20260101T000000Z',
  };
}
