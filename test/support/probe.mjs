/**
 * The function that tests of the local cloud deploy: it makes the AWS call it is asked for over
 * HTTP, and does with an event what the event itself says.
 */
/** Loaded when first asked for: most tests make no call, and the SDK takes half a second. */
const SERVICES = {
  dynamodb: () => import('@aws-sdk/client-dynamodb'),
  s3: () => import('@aws-sdk/client-s3'),
  ses: () => import('@aws-sdk/client-ses'),
  sqs: () => import('@aws-sdk/client-sqs'),
};
const CLIENTS = {
  dynamodb: 'DynamoDBClient',
  s3: 'S3Client',
  ses: 'SESClient',
  sqs: 'SQSClient',
};
const clients = new Map();

export async function handler(event, context) {
  if (event.requestContext?.http !== undefined) return overHttp(event, context);
  console.log(`seen ${JSON.stringify(event)}`);
  if (event.Records?.[0]?.eventSource === 'aws:sqs') return fromQueue(event.Records);
  if (JSON.stringify(event).includes('please fail')) throw new Error('failed as asked');
  return null;
}

async function overHttp(event, context) {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString();
  switch (event.rawPath) {
    case '/ask':
      return answer(await ask(JSON.parse(body)));
    case '/event':
      return answer({ event, body, left: context.getRemainingTimeInMillis(), now: Date.now() });
    case '/environment':
      return answer(process.env);
    case '/throw':
      throw Object.assign(new Error('thrown as asked'), { asked: 'so' });
    case '/exit':
      return process.exit(1);
    case '/hang':
      return new Promise(() => setInterval(() => undefined, 1000));
    case '/cookies':
      return { statusCode: 200, cookies: ['a=1', 'b=2'], body: 'aGk=', isBase64Encoded: true };
    default:
      return 'hello';
  }
}

const answer = (value) => ({ statusCode: 200, body: JSON.stringify(value) });

async function ask({ service, command, input }) {
  const module = await SERVICES[service]();
  const client = clients.get(service) ?? new module[CLIENTS[service]]({ maxAttempts: 1 });
  clients.set(service, client);
  if (input.RawMessage) input.RawMessage.Data = Buffer.from(input.RawMessage.Data);
  try {
    const { $metadata, Body, ...output } = await client.send(
      new module[`${command}Command`](input),
    );
    return { output: { ...output, ...(Body && { Body: await Body.transformToString() }) } };
  } catch (error) {
    const { name, message, Item: item, $response } = error;
    const date = $response?.headers?.date;
    return { error: { name, message, item, date }, now: Date.now() };
  }
}

/** Bodies say what is to become of them: `fail`, or `crash` for the whole environment. */
function fromQueue(records) {
  if (records.some(({ body }) => body === 'crash')) process.exit(1);
  const failed = records.filter(({ body }) => body === 'fail');
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}
