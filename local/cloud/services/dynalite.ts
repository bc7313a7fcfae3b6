import { type Item, indexUnits, type TableShape } from './metering.ts';

/** The parts of dynalite's inner module that are observed here. */
export interface DynaliteDb {
  checkConditional(data: ConditionedWrite, existing: Item | undefined): DynaliteError | undefined;
  updateIndexes(
    store: unknown,
    table: TableShape,
    before: Item | undefined,
    after: Item | null | undefined,
    done: (error?: unknown) => void,
  ): void;
  itemSize(item: Item): number;
}

interface ConditionedWrite {
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

interface DynaliteError {
  readonly body: Record<string, unknown>;
}

export interface Observer {
  /** @returns whether it keeps the change of the indexes, to apply it later */
  delays(table: string, key: Item, apply: () => Promise<void>): boolean;
  wrote(table: string, key: Item, item: Item | undefined): void;
  cost(table: string, index: string, key: Item, units: number): void;
}

/**
 * Adds to dynalite what it lacks, at the two places every write passes: what a write costs the
 * indexes, and the stored item in the answer to a failed condition. Being inside the item's lock,
 * both are exact also when writes race.
 */
export function observeDynalite(
  db: DynaliteDb,
  require: (module: string) => unknown,
  observer: Observer,
): void {
  const { checkConditional, updateIndexes } = db;

  db.updateIndexes = (store, table, before, after, done) => {
    const item = after ?? before;
    let later = false;
    if (item !== undefined) {
      const key = keyOf(table, item);
      for (const index of table.GlobalSecondaryIndexes ?? []) {
        const units = indexUnits(
          index,
          table.KeySchema,
          before ?? undefined,
          after ?? undefined,
          db.itemSize,
        );
        if (units > 0) observer.cost(table.TableName, index.IndexName, key, units);
      }
      observer.wrote(table.TableName, key, after ?? undefined);
      later = observer.delays(
        table.TableName,
        key,
        () =>
          new Promise((resolve, reject) =>
            updateIndexes(store, table, before, after, (error) =>
              error === undefined || error === null ? resolve() : reject(error as Error),
            ),
          ),
      );
    }
    if (later) done();
    else updateIndexes(store, table, before, after, done);
  };

  db.checkConditional = (data, existing) => {
    const failed = checkConditional(data, existing);
    if (failed && existing && data.ReturnValuesOnConditionCheckFailure === 'ALL_OLD') {
      failed.body['Item'] = existing;
    }
    return failed;
  };
  for (const write of ['putItem', 'updateItem', 'deleteItem']) {
    const { types } = require(`dynalite/validations/${write}`) as {
      readonly types: Record<string, unknown>;
    };
    types['ReturnValuesOnConditionCheckFailure'] = { type: 'String', enum: ['ALL_OLD', 'NONE'] };
  }
}

function keyOf({ KeySchema }: TableShape, item: Item): Item {
  return Object.fromEntries(
    KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName]]),
  );
}
