import { randomUUID } from 'node:crypto';
import type { RawCall } from './calls.ts';
import { type AwsAnswer, xml } from './errors.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The input in the Query protocol, as the object that it stands for: `A.member.1.B=x` becomes
 * `{A: [{B: 'x'}]}`. Every value is a text.
 */
export function queryInput({ body }: RawCall): Fields {
  const root: Record<string, unknown> = {};
  for (const [path, value] of new URLSearchParams(body.toString('utf8'))) {
    place(root, path.split('.'), value);
  }
  return listed(root) as Fields;
}

function place(node: Record<string, unknown>, [step = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    node[step] = value;
    return;
  }
  const below = (node[step] ?? {}) as Record<string, unknown>;
  node[step] = below;
  place(below, rest, value);
}

/** Turns `{member: {1: …, 2: …}}`, and a map's `{entry: …}`, into lists. */
function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && (first?.[0] === 'member' || first?.[0] === 'entry')) {
    return Object.values(first[1] as object).map(listed);
  }
  return Object.fromEntries(entries.map(([name, inner]) => [name, listed(inner)]));
}

/** How lists stand in XML: as `member`s of their element, or as the element again and again. */
export type ListStyle = 'members' | 'repeated';

/** An object as XML elements; what is undefined is left out. */
export function elements(fields: object, lists: ListStyle): string {
  return Object.entries(fields)
    .map(([name, value]) => element(name, value, lists))
    .join('');
}

function element(name: string, value: unknown, lists: ListStyle): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) {
    // A map is a list of entries in every style.
    return lists === 'repeated' || name === 'entry'
      ? value.map((one) => element(name, one, lists)).join('')
      : `<${name}>${value.map((one) => element('member', one, lists)).join('')}</${name}>`;
  }
  if (value instanceof Date) return `<${name}>${value.toISOString()}</${name}>`;
  if (typeof value === 'object' && value !== null) {
    return `<${name}>${elements(value, lists)}</${name}>`;
  }
  return `<${name}>${xml(String(value))}</${name}>`;
}

/** An answer in the Query protocol. */
export function queryAnswer(action: string, namespace: string, output: object): AwsAnswer {
  const requestId = randomUUID();
  return {
    status: 200,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body:
      `<${action}Response xmlns="${namespace}">` +
      `<${action}Result>${elements(output, 'members')}</${action}Result>` +
      `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`,
  };
}

/** An answer as JSON, with moments in seconds since 1970, as all JSON protocols have them. */
export function jsonAnswer(output: object): AwsAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify(withEpochs(output)),
  };
}

function withEpochs(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(withEpochs);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withEpochs(one)]));
}

/** An object from a JSON body; nothing when it is none. */
export function jsonInput(body: Buffer): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body.length === 0 ? '{}' : body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}
