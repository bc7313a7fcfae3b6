import { randomUUID } from 'node:crypto';

/** An error as a service tells it. */
export interface AwsError {
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

export interface AwsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** An error in the words and the shape of its service. */
export function errorAnswer(service: string, error: AwsError): AwsAnswer {
  switch (service) {
    case 'ses':
    case 'sts':
    case 'sns':
    case 'cloudformation':
    case 'route53':
      return queryError(error);
    case 'sesv2':
    case 'lambda':
    case 'scheduler':
      return restError(error);
    case 's3':
      return s3Error(error);
    case 'sqs':
      return sqsError(error);
    case 'dynamodb':
      return jsonError(error, 'com.amazonaws.dynamodb.v20120810#');
    default:
      return jsonError(error, '');
  }
}

/** REST services name the error in a header. */
function restError({ code, message, status }: AwsError): AwsAnswer {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': randomUUID(),
      'x-amzn-errortype': code,
    },
    body: JSON.stringify({ message, Message: message }),
  };
}

function jsonError({ code, message, status }: AwsError, namespace: string): AwsAnswer {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify({
      __type: `${namespace}${code}`,
      message,
      Message: message,
    }),
  };
}

/** SQS tells the code that its old protocol had in a header; the SDK names the error after it. */
function sqsError({ code, message, status }: AwsError): AwsAnswer {
  return {
    status,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': randomUUID(),
      'x-amzn-query-error': `${code};${status < 500 ? 'Sender' : 'Receiver'}`,
    },
    body: JSON.stringify({ __type: `com.amazonaws.sqs#${code}`, message }),
  };
}

function queryError({ code, message, status }: AwsError): AwsAnswer {
  const id = randomUUID();
  return {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': id },
    body:
      '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error>' +
      `<Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${xml(code)}</Code>` +
      `<Message>${xml(message)}</Message></Error><RequestId>${id}</RequestId></ErrorResponse>`,
  };
}

function s3Error({ code, message, status }: AwsError): AwsAnswer {
  const id = randomUUID();
  return {
    status,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': id },
    body:
      '<?xml version="1.0" encoding="UTF-8"?><Error>' +
      `<Code>${xml(code)}</Code><Message>${xml(message)}</Message>` +
      `<RequestId>${id}</RequestId></Error>`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text inside an XML element. */
export function xml(text: string): string {
  return text.replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter);
}
