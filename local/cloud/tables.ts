import type { Clock, Moment } from './clock.ts';
import type { Item } from './services/metering.ts';
import { ServiceRefusal, type Services } from './services/services.ts';
import type { Table } from './template/properties.ts';
import type { Named, Stack } from './template/stack.ts';

/** An item with its attributes in the wire's form. */
export type StoredItem = Item;

interface Description {
  readonly KeySchema: unknown;
  readonly GlobalSecondaryIndexes?: readonly { readonly IndexName: string }[];
}

/** The tables: made as the template declares them, and rid of what has expired. */
export class Tables {
  readonly #stack: () => Stack;
  readonly #storage: Services;
  readonly #clock: Clock;

  constructor(stack: () => Stack, storage: Services, clock: Clock) {
    this.#stack = stack;
    this.#storage = storage;
    this.#clock = clock;
  }

  /** Makes what is missing. A table whose keys or indexes have changed is made anew and refilled. */
  async provision(tables: readonly Named<Table>[]): Promise<void> {
    for (const table of tables) {
      const stored = (await this.#isCurrent(table)) ? undefined : await this.#takeAway(table.name);
      if (stored !== undefined) await this.#create(table);
      const ttl = table.properties.TimeToLiveSpecification;
      const attribute = ttl?.Enabled === true ? ttl.AttributeName : undefined;
      const keys = table.properties.KeySchema.map(({ AttributeName }) => AttributeName);
      const items = stored ?? (await this.items(table.name));
      await this.#storage.ask(
        'watch',
        table.name,
        attribute,
        items.map((item) => [Object.fromEntries(keys.map((key) => [key, item[key]])), item]),
      );
      for (const item of stored ?? []) {
        await this.#storage.dynamodb('PutItem', { TableName: table.name, Item: item });
      }
    }
    // What was put back is no cost of anybody's.
    await this.#storage.ask('indexUnits');
  }

  /** Makes another table with these items. @returns whether there was none of its name */
  async restore(table: Named<Table>, items: readonly StoredItem[]): Promise<boolean> {
    if ((await this.#describe(table.name)) !== undefined) return false;
    await this.#create(table);
    for (const Item of items) {
      await this.#storage.dynamodb('PutItem', { TableName: table.name, Item });
    }
    return true;
  }

  /** Every item of a table. */
  async items(TableName: string): Promise<readonly StoredItem[]> {
    const items: StoredItem[] = [];
    let ExclusiveStartKey: Item | undefined;
    do {
      const page: { Items?: StoredItem[]; LastEvaluatedKey?: Item } = await this.#storage.dynamodb(
        'Scan',
        { TableName, ConsistentRead: true, ...(ExclusiveStartKey && { ExclusiveStartKey }) },
      );
      items.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return items;
  }

  /** Whether a tick's work can be foreseen. */
  haveDueIndex(): boolean {
    return this.#stack().tables.some(({ properties }) =>
      properties.GlobalSecondaryIndexes.some(({ IndexName }) => IndexName === 'due'),
    );
  }

  /** What in the tables waits for its time. */
  async upcoming(): Promise<{
    readonly dueCount: number;
    readonly firstDue: Moment | undefined;
    readonly firstExpiry: Moment | undefined;
  }> {
    const { dueCount, firstDue, firstExpiry } = await this.#storage.ask(
      'awaited',
      this.#clock.now(),
    );
    return {
      dueCount,
      firstDue: firstDue === undefined ? undefined : Date.parse(firstDue),
      firstExpiry,
    };
  }

  /** Deletes what has outlived its time to live; AWS takes up to days, and charges nothing. */
  async forgetExpired(): Promise<void> {
    for (const { name, properties } of this.#stack().tables) {
      const attribute = properties.TimeToLiveSpecification?.AttributeName;
      if (attribute === undefined) continue;
      const now = this.#clock.now();
      for (const Key of await this.#storage.ask('expired', name, now)) {
        await this.#storage
          .dynamodb('DeleteItem', {
            TableName: name,
            Key,
            ConditionExpression: '#ttl <= :now',
            ExpressionAttributeNames: { '#ttl': attribute },
            ExpressionAttributeValues: { ':now': { N: String(Math.floor(now / 1000)) } },
          })
          .catch(unlessKeptAlive);
      }
    }
  }

  async #describe(name: string): Promise<Description | undefined> {
    try {
      const { Table } = await this.#storage.dynamodb<{ Table: Description }>('DescribeTable', {
        TableName: name,
      });
      return Table;
    } catch {
      return undefined;
    }
  }

  async #isCurrent({ name, properties }: Named<Table>): Promise<boolean> {
    const found = await this.#describe(name);
    const names = (indexes: readonly { readonly IndexName: string }[] = []) =>
      indexes
        .map(({ IndexName }) => IndexName)
        .sort()
        .join();
    return (
      found !== undefined &&
      JSON.stringify(found.KeySchema) === JSON.stringify(properties.KeySchema) &&
      names(found.GlobalSecondaryIndexes) === names(properties.GlobalSecondaryIndexes)
    );
  }

  /** What is in a table that no longer fits its declaration; the table itself goes. */
  async #takeAway(name: string): Promise<readonly StoredItem[]> {
    if ((await this.#describe(name)) === undefined) return [];
    const items = await this.items(name);
    await this.#storage.dynamodb('DeleteTable', { TableName: name });
    while ((await this.#describe(name)) !== undefined) await pause();
    return items;
  }

  async #create({ name, properties }: Named<Table>): Promise<void> {
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = properties;
    await this.#storage.dynamodb('CreateTable', {
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema,
      AttributeDefinitions,
      ...(GlobalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes }),
    });
    for (;;) {
      const { Table } = await this.#storage.dynamodb<{ Table: { TableStatus: string } }>(
        'DescribeTable',
        { TableName: name },
      );
      if (Table.TableStatus === 'ACTIVE') return;
      await pause();
    }
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

function unlessKeptAlive(error: unknown): void {
  if (error instanceof ServiceRefusal && error.code === 'ConditionalCheckFailedException') return;
  throw error;
}
