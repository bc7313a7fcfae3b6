import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import type { Cloud } from '../../local/cloud/cloud.ts';
import { allow, arnOf, cloudOf, probe } from '../support/cloud.ts';

/** A function that somebody invokes who waits for its answer, by the real SDK. */

const POLICY = {
  Policy: {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      PolicyDocument: { Statement: [allow('lambda:InvokeFunction', arnOf('AskedFunction'))] },
    },
  },
};

const clientOf = ({ endpoint }: Cloud, accessKeyId = 'author', maxAttempts = 1) =>
  new LambdaClient({
    endpoint,
    region: 'us-east-1',
    maxAttempts,
    credentials: { accessKeyId, secretAccessKey: 'local' },
  });

async function invoke(client: LambdaClient, FunctionName: string, payload = '{"n":1}') {
  const { FunctionError, Payload, ExecutedVersion } = await client.send(
    new InvokeCommand({ FunctionName, Payload: payload }),
  );
  const answer = JSON.parse(Buffer.from(Payload ?? []).toString('utf8')) as unknown;
  return { FunctionError, ExecutedVersion, answer };
}
const failed = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    ({ name }: Error) => name,
  );

const two = () => cloudOf({ ...probe('AskedFunction'), ...probe('OtherFunction'), ...POLICY });

test('is answered with what it returns, or that it failed; by its name or its ARN', async () => {
  const cloud = await two();
  const client = clientOf(cloud);
  const done = { FunctionError: undefined, ExecutedVersion: '$LATEST', answer: null };
  expect(await invoke(client, 'AskedFunction')).toEqual(done);
  const arn = 'arn:aws:lambda:us-east-1:000000000000:function:AskedFunction';
  expect(await invoke(client, arn, '{"n":2}')).toEqual(done);
  expect(await cloud.seen()).toEqual([{ n: 1 }, { n: 2 }]);
  expect(await invoke(client, 'AskedFunction', '"please fail"')).toMatchObject({
    FunctionError: 'Unhandled',
    answer: { errorType: 'Error', errorMessage: 'failed as asked' },
  });
});

test('may be asked of that one function by whom the template allows it', async () => {
  const cloud = await two();
  const helper = clientOf(cloud, 'Policy');
  expect(await failed(invoke(helper, 'AskedFunction'))).toBeUndefined();
  expect(await failed(invoke(helper, 'OtherFunction'))).toBe('AccessDeniedException');
  expect(await failed(invoke(helper, 'Nobody'))).toBe('AccessDeniedException');
  expect(await failed(invoke(clientOf(cloud), 'OtherFunction'))).toBeUndefined();
});

test('is refused in Lambda’s words: no such function, no JSON, no room', async () => {
  const cloud = await two();
  const client = clientOf(cloud);
  expect(await failed(invoke(client, 'Nobody'))).toBe('ResourceNotFoundException');
  expect(await failed(invoke(client, 'AskedFunction', '{'))).toBe('InvalidRequestContentException');
  const handedOver = new InvokeCommand({ FunctionName: 'AskedFunction', InvocationType: 'Event' });
  expect(await failed(client.send(handedOver))).toBe('InvalidParameterValueException');
  expect(await cloud.seen()).toEqual([]);
  cloud.account.wish({ concurrency: 1 });
  const atOnce = await Promise.all(
    [1, 2].map(() => failed(invoke(clientOf(cloud), 'AskedFunction'))),
  );
  expect(atOnce.sort()).toEqual(['TooManyRequestsException', undefined]);
});

test.for<[kind: string, runs: number]>([
  ['lost-answer', 2],
  ['reset', 1],
  ['throttle', 1],
  ['500', 1],
])('is asked again by the SDK after %s', async ([kind, runs]) => {
  const cloud = await two();
  await cloud.post('/_local/faults', { service: 'lambda', kind, action: 'Invoke' });
  expect(await failed(invoke(clientOf(cloud, 'author', 3), 'AskedFunction'))).toBeUndefined();
  expect(await cloud.seen()).toHaveLength(runs);
});
