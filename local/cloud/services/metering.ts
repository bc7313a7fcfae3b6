/** An item as the wire has it: `{ pk: { S: '…' } }`. */
export type Item = Readonly<Record<string, unknown>>;

export interface IndexUnits {
  readonly table: string;
  readonly index: string;
  readonly units: number;
}

/** A table as dynalite keeps it. */
export interface TableShape {
  readonly TableName: string;
  readonly KeySchema: readonly KeyPart[];
  readonly GlobalSecondaryIndexes?: readonly IndexShape[];
}

export interface IndexShape {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyPart[];
  readonly Projection: {
    readonly ProjectionType: string;
    readonly NonKeyAttributes?: readonly string[];
  };
}

interface KeyPart {
  readonly AttributeName: string;
}

/**
 * Write units that a change of an item costs an index, by the documented rules: nothing when no
 * projected attribute changed, one unit (per KB) when one did or the item enters or leaves the
 * index, and both when a key changed, since that is a delete and a put.
 *
 * @param size of an item in bytes, as DynamoDB counts it
 */
export function indexUnits(
  index: IndexShape,
  tableKey: TableShape['KeySchema'],
  before: Item | undefined,
  after: Item | undefined,
  size: (item: Item) => number,
): number {
  const entryBefore = entry(index, tableKey, before);
  const entryAfter = entry(index, tableKey, after);
  const units = (item: Item | undefined) => (item ? Math.max(1, Math.ceil(size(item) / 1024)) : 0);
  if (entryBefore === undefined || entryAfter === undefined) {
    return units(entryBefore) + units(entryAfter);
  }
  // Not isDeepStrictEqual: dynalite's copies have prototypes of their own.
  const changed = (name: string) =>
    JSON.stringify(entryBefore[name]) !== JSON.stringify(entryAfter[name]);
  if (!Object.keys({ ...entryBefore, ...entryAfter }).some(changed)) return 0;
  return index.KeySchema.some(({ AttributeName }) => changed(AttributeName))
    ? units(entryBefore) + units(entryAfter)
    : Math.max(units(entryBefore), units(entryAfter));
}

/** What the index holds of an item; nothing when the item lacks one of its keys (sparse). */
function entry(
  { KeySchema, Projection }: IndexShape,
  tableKey: TableShape['KeySchema'],
  item: Item | undefined,
): Item | undefined {
  if (item === undefined) return undefined;
  const keys = KeySchema.map(({ AttributeName }) => AttributeName);
  if (keys.some((key) => item[key] === undefined)) return undefined;
  if (Projection.ProjectionType === 'ALL') return item;
  const projected = new Set([
    ...keys,
    ...tableKey.map(({ AttributeName }) => AttributeName),
    ...(Projection.NonKeyAttributes ?? []),
  ]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => projected.has(name)));
}
