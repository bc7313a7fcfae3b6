import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Gate } from './gate.ts';
import { HttpPeer } from './http.ts';
import type { Item } from './metering.ts';

/**
 * `TransactWriteItems`, which dynalite lacks: all of its writes or none, each under its condition,
 * and a repeat with the same token is answered without doing it again (API reference,
 * TransactWriteItems: ten minutes). It is made of dynalite's own single writes while no other call
 * is under way, and undone from what lay there before when one of them is refused.
 */

type Input = Readonly<Record<string, unknown>>;

interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** One action of a transaction, as the single write that it is. */
interface Write {
  readonly action: 'PutItem' | 'UpdateItem' | 'DeleteItem';
  readonly input: Input & { readonly TableName: string };
}

const VERSION = 'DynamoDB_20120810';
const ACTIONS = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem' } as const;
const TOKEN_MS = 10 * 60_000;
const PART = 'x-part-of-transaction';

/** Adds transactions to a dynalite server, before its own handler. */
export function withTransactions(server: Server): Server {
  const [dynalite] = server.listeners('request') as ((...given: unknown[]) => void)[];
  if (dynalite === undefined) throw new Error('dynalite has no handler');
  const gate = new Gate();
  const transactions = new Transactions(server);
  server.removeAllListeners('request');
  server.on('request', (incoming: IncomingMessage, answer: ServerResponse) => {
    if (incoming.headers[PART] !== undefined) return dynalite(incoming, answer);
    if (incoming.headers['x-amz-target'] === `${VERSION}.TransactWriteItems`) {
      gate
        .alone(() => transactions.serve(incoming, answer))
        .catch((error: Error) => answer.destroy(error));
      return;
    }
    void gate.among(async () => {
      const done = new Promise((resolve) => answer.once('close', resolve));
      dynalite(incoming, answer);
      await done;
    });
  });
  server.on('close', () => transactions.close());
  return server;
}

class Transactions {
  readonly #server: Server;
  #dynalite: HttpPeer | undefined;
  readonly #answered = new Map<string, { readonly input: string; readonly at: number }>();

  constructor(server: Server) {
    this.#server = server;
  }

  close(): void {
    this.#dynalite?.close();
  }

  async serve(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const answered = await this.#write(incoming, Buffer.concat(parts).toString());
    answer.writeHead(answered.status, { 'content-type': 'application/x-amz-json-1.0' });
    answer.end(JSON.stringify(answered.body));
  }

  async #write(caller: IncomingMessage, text: string): Promise<Answered> {
    const { ClientRequestToken: token, ...input } = JSON.parse(text) as Input;
    const said = JSON.stringify(input);
    const before = this.#known(token, said);
    if (before !== undefined) return before;
    const writes = writesOf(input['TransactItems']);
    if (writes === undefined) return invalid('an action is none of Put, Update, Delete');
    const keys = await Promise.all(writes.map((write) => this.#keyOf(caller, write)));
    const names = writes.map(({ input: { TableName } }, place) =>
      JSON.stringify([TableName, keys[place]]),
    );
    if (new Set(names).size < names.length) return invalid('two actions on one item');
    const answered = await this.#all(caller, writes, keys);
    if (answered.status === 200 && typeof token === 'string') {
      this.#answered.set(token, { input: said, at: Date.now() });
    }
    return answered;
  }

  /** What was answered to the same token within ten minutes. */
  #known(token: unknown, input: string): Answered | undefined {
    const known = typeof token === 'string' ? this.#answered.get(token) : undefined;
    if (known === undefined || known.at < Date.now() - TOKEN_MS) return undefined;
    return known.input === input
      ? { status: 200, body: {} }
      : refusal('IdempotentParameterMismatchException', 'the token came with another request');
  }

  /** One after another; the ones that were done are undone when one is refused. */
  async #all(
    caller: IncomingMessage,
    writes: readonly Write[],
    keys: readonly Item[],
  ): Promise<Answered> {
    const done: { readonly write: Write; readonly key: Item; readonly before: Item | undefined }[] =
      [];
    const consumed: unknown[] = [];
    for (const [place, write] of writes.entries()) {
      const key = keys[place] as Item;
      const { TableName } = write.input;
      const { body } = await this.#call(caller, 'GetItem', {
        TableName,
        Key: key,
        ConsistentRead: true,
      });
      const answered = await this.#call(caller, write.action, {
        ...write.input,
        ReturnConsumedCapacity: 'TOTAL',
      });
      if (answered.status !== 200) {
        for (const one of done.reverse()) await this.#undo(caller, one);
        return refused(answered, place, writes.length);
      }
      consumed.push(twice(answered.body['ConsumedCapacity']));
      done.push({ write, key, before: body['Item'] as Item | undefined });
    }
    return { status: 200, body: { ConsumedCapacity: consumed } };
  }

  async #undo(
    caller: IncomingMessage,
    {
      write,
      key,
      before,
    }: { readonly write: Write; readonly key: Item; readonly before?: Item | undefined },
  ): Promise<void> {
    const { TableName } = write.input;
    await (before === undefined
      ? this.#call(caller, 'DeleteItem', { TableName, Key: key })
      : this.#call(caller, 'PutItem', { TableName, Item: before }));
  }

  /** The key that a write is about: a Put has it in its item. */
  async #keyOf(caller: IncomingMessage, { input }: Write): Promise<Item> {
    const {
      TableName,
      Key,
      Item: item,
    } = input as Input & { readonly Key?: Item; readonly Item?: Item };
    if (Key !== undefined) return Key;
    const { body } = await this.#call(caller, 'DescribeTable', { TableName });
    const { KeySchema } = body['Table'] as {
      readonly KeySchema: readonly { readonly AttributeName: string }[];
    };
    return Object.fromEntries(
      KeySchema.map(({ AttributeName }) => [AttributeName, item?.[AttributeName]]),
    );
  }

  /** One of dynalite's own calls, signed as the caller's was: dynalite looks at the shape alone. */
  async #call(caller: IncomingMessage, action: string, input: Input): Promise<Answered> {
    this.#dynalite ??= new HttpPeer((this.#server.address() as AddressInfo).port);
    const { status, body } = await this.#dynalite.call({
      method: 'POST',
      path: '/',
      headers: { ...caller.headers, 'x-amz-target': `${VERSION}.${action}`, [PART]: 'yes' },
      body: JSON.stringify(input),
    });
    return { status, body: JSON.parse(body.toString()) as Answered['body'] };
  }
}

/** The single writes of a transaction; undefined when one is of a kind that is not here. */
function writesOf(items: unknown): readonly Write[] | undefined {
  const writes = (Array.isArray(items) ? items : []).map((item: Record<string, Write['input']>) => {
    const [[kind = '', input] = []] = Object.entries(item);
    const action = ACTIONS[kind as keyof typeof ACTIONS];
    return input && action && { action, input };
  });
  return writes.length === 0 || writes.includes(undefined) ? undefined : (writes as Write[]);
}

/** A transaction's write costs two units for one (developer guide, "Capacity for transactions"). */
function twice(consumed: unknown): unknown {
  const { CapacityUnits, ...rest } = consumed as { readonly CapacityUnits: number };
  return { ...rest, CapacityUnits: 2 * CapacityUnits };
}

const refusal = (name: string, message: string): Answered => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message },
});

const invalid = (message: string) => refusal('ValidationException', message);

/** One action was refused: by its condition, which cancels the whole, or for what it is. */
function refused({ status, body }: Answered, place: number, count: number): Answered {
  if (!String(body['__type']).endsWith('#ConditionalCheckFailedException')) return { status, body };
  const reasons = Array.from({ length: count }, (_, index) =>
    index === place
      ? { Code: 'ConditionalCheckFailed', Message: body['message'], Item: body['Item'] }
      : { Code: 'None' },
  );
  const codes = reasons.map(({ Code }) => Code).join(', ');
  const { status: code, body: told } = refusal(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
  );
  return { status: code, body: { ...told, CancellationReasons: reasons } };
}
