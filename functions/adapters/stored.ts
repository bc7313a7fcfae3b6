/** What the table holds: an item, or a map in one, as the SDK hands it over. */
export type Attributes = Readonly<Record<string, unknown>>;

/** The version of every item that this code writes; items older than the field count as it. */
export const MAJOR = 1;

/** Somebody has to look at what is stored: trying again mends nothing. */
export class UnreadableItem extends Error {}

/** A later major version wrote the item: whatever this code made of it would be a guess (016). */
export class NewerItem extends UnreadableItem {
  constructor(kind: string) {
    super(`${kind}: the item is of a newer major version than this code`);
    this.name = `NewerItem.${kind}`;
  }
}

/**
 * A field is not what it should be. It is named and never quoted, in the error's name as well,
 * which is all of an error that the log shows (one word: runtime/trace.ts).
 */
export class MalformedItem extends UnreadableItem {
  constructor(kind: string, field: string) {
    super(`${kind}: ${field} is not what it should be`);
    this.name = `MalformedItem.${kind}.${field}`;
  }
}

/** One map of an item, and what to call a field of it in an error. */
export interface Stored {
  readonly kind: string;
  /** Empty, or the way to this map with a dot at its end. */
  readonly path: string;
  readonly fields: Attributes;
}

/** Makes a value of what is stored; undefined when it is not one. */
export type Parse<T> = (value: unknown) => T | undefined;

/**
 * An item to be read, of a version that this code knows.
 *
 * @throws NewerItem, or MalformedItem when its version is none
 */
export function itemOf(kind: string, fields: Attributes): Stored {
  const item: Stored = { kind, path: '', fields };
  const major = optional(item, 'v', aCount) ?? MAJOR;
  if (major > MAJOR) throw new NewerItem(kind);
  return item;
}

/** A field that every item of the kind has. @throws MalformedItem */
export function required<T>({ kind, path, fields }: Stored, name: string, parse: Parse<T>): T {
  const value = parse(fields[name]);
  if (value === undefined) throw new MalformedItem(kind, path + name);
  return value;
}

/** A field that may be missing: what that means is the caller's to say. @throws MalformedItem */
export function optional<T>(map: Stored, name: string, parse: Parse<T>): T | undefined {
  return map.fields[name] === undefined ? undefined : required(map, name, parse);
}

/** A map in a map. @throws MalformedItem */
export function mapIn(map: Stored, name: string): Stored {
  return { kind: map.kind, path: `${map.path}${name}.`, fields: required(map, name, aMap) };
}

/** The maps of a list, in their order. @throws MalformedItem */
export function mapsIn(map: Stored, name: string): readonly Stored[] {
  const path = `${map.path}${name}[].`;
  return required(map, name, listOf(aMap)).map((fields) => ({ kind: map.kind, path, fields }));
}

/**
 * What newer code of the same major wrote into a map and this code does not know. Spread into the
 * value that is read, it goes wherever that value goes, and ends with it.
 */
export function beyond({ fields }: Stored, known: readonly string[]): object {
  const others = Object.entries(fields).filter(([name]) => !known.includes(name));
  return Object.fromEntries(others);
}

export const aMap: Parse<Attributes> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Attributes)
    : undefined;

/** A whole number from nought on: a count, a version. */
export const aCount: Parse<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

export const aFlag: Parse<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** A flag that is there or is not. */
export const aTrue: Parse<true> = (value) => (value === true ? true : undefined);

export const aText: Parse<string> = (value) => (typeof value === 'string' ? value : undefined);

/** Text that one of core's parsers understands. */
export const textOf =
  <T>(parse: (text: string) => T | undefined): Parse<T> =>
  (value) =>
    typeof value === 'string' ? parse(value) : undefined;

/** One of these words or numbers. */
export const oneOf =
  <T extends string | number>(all: readonly T[]): Parse<T> =>
  (value) =>
    all.find((one) => one === value);

/** A list of which every part can be read. */
export const listOf =
  <T>(parse: Parse<T>): Parse<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const parts = value.map(parse);
    return parts.includes(undefined) ? undefined : (parts as readonly T[]);
  };
