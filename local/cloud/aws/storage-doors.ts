import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../clock.ts';
import type { HttpAnswer } from '../services/http.ts';
import type { Services } from '../services/services.ts';
import { nameInArn } from '../template/names.ts';
import type { Weather } from '../weather/weather.ts';
import { type AwsCall, readCall, s3Target } from './calls.ts';
import { metered, settleCapacity } from './dynamo-capacity.ts';
import { type AwsAnswer, errorAnswer } from './errors.ts';
import type { Caller, GatewayWorld, ServiceDoor } from './gateway.ts';
import { INDEX_IS_FULL, movesAnIndex } from './indexed-writes.ts';
import { someRefused } from './refused-entries.ts';

interface StorageWorld extends Pick<GatewayWorld, 'stack' | 'access' | 'metrics'> {
  readonly storage: Services;
  readonly clock: Clock;
  readonly weather: Weather;
  /** Hears of every call that may have made a message receivable. */
  queueTouched(name: string): void;
}

/** DynamoDB, SQS and S3 as functions reach them: dynalite and fauxqs, with what those lack. */
export function storageDoors(
  world: StorageWorld,
): Readonly<Record<'dynamodb' | 'sqs' | 's3', ServiceDoor>> {
  const { stack, storage, metrics, weather } = world;
  const read =
    (service: string): ServiceDoor['read'] =>
    (raw) =>
      readCall(service, raw, stack().tables);

  return {
    dynamodb: {
      read: read('dynamodb'),
      async carryOut(call, raw) {
        if (movesAnIndex(call, stack().tables) && weather.strikes('throttled-writes')) {
          return errorAnswer('dynamodb', INDEX_IS_FULL);
        }
        if (weather.has('index-lag') && call.input['IndexName'] !== undefined) {
          await storage.ask('indexesArrive', world.clock.now());
        }
        const answer = await storage.forward('dynamodb', { ...raw, body: metered(call) });
        const body = settleCapacity(call, answer, metrics);
        // The checksum was made of the body that told the capacity.
        const { 'x-amz-crc32': _, ...headers } = answerHeaders(answer.headers);
        return { status: answer.status, headers, body };
      },
    },
    sqs: {
      read: read('sqs'),
      async carryOut(call, raw) {
        const refused = someRefused(call, () => weather.strikes('refused-entries'));
        if (refused?.none) return refused.answer({});
        const body = await withOwnUrl(refused?.call ?? call);
        const answer = await storage.forward('sqs', { ...raw, body });
        const queue = call.input['QueueUrl'];
        if (typeof queue === 'string') world.queueTouched(nameInArn(queue));
        return refused === undefined
          ? passedOn(answer)
          : refused.answer(JSON.parse(answer.body.toString()) as object);
      },
    },
    s3: {
      read: read('s3'),
      async carryOut(_, raw, caller) {
        const answer = await storage.forward('s3', raw);
        if (answer.status === 404 && !mayList(caller, raw.path)) {
          const message = 'Access Denied';
          return errorAnswer('s3', { code: 'AccessDenied', message, status: 403 });
        }
        return passedOn(answer);
      },
    },
  };

  /** fauxqs knows queues by its own URLs. */
  async function withOwnUrl({ input }: AwsCall): Promise<string> {
    const { QueueUrl } = input as { readonly QueueUrl?: string };
    if (QueueUrl === undefined) return JSON.stringify(input);
    const own = await storage.queueUrl(nameInArn(QueueUrl));
    return JSON.stringify({ ...input, QueueUrl: own ?? QueueUrl });
  }

  /** To those who may not list a bucket, S3 does not tell a missing object from a forbidden one. */
  function mayList({ principal }: Caller, path: string): boolean {
    const { bucket } = s3Target(path);
    return world.access.would(principal, 's3:ListBucket', `arn:aws:s3:::${bucket}`);
  }
}

function passedOn({ status, headers, body }: HttpAnswer): AwsAnswer {
  return { status, headers: answerHeaders(headers), body };
}

/** Of the way, or the gateway's own to say. */
const NOT_PASSED_ON = new Set([
  ...['connection', 'keep-alive', 'transfer-encoding', 'content-length'],
  'date',
]);

function answerHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !NOT_PASSED_ON.has(name))
      .map(([name, value]) => [name, String(value)]),
  );
}
