/** Something in a content file that can't be used as it is. */
export interface Mistake {
  /** Path from the folder above `content/`, as a person would type it. */
  readonly file: string;
  readonly line?: number;
  /** The front matter or YAML key, as a path with dots. */
  readonly key?: string;
  readonly found: string;
  readonly expected: string;
}

/** Collects mistakes, so that an author sees all of them at once. */
export class Mistakes {
  readonly #list: Mistake[] = [];

  get all(): readonly Mistake[] {
    return this.#list;
  }

  add(mistake: Mistake): void {
    this.#list.push(mistake);
  }

  /** @throws {ContentError} when there are any. */
  throwIfAny(): void {
    if (this.#list.length > 0) throw new ContentError(this.#list);
  }
}

/** Everything that is wrong with the content, one line for each mistake. */
export class ContentError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    const sorted = [...mistakes].sort(byPlace);
    super(sorted.map(sentence).join('\n'));
    this.name = 'ContentError';
    this.mistakes = sorted;
  }
}

/** File by file, from top to bottom. */
export function byPlace(a: Mistake, b: Mistake): number {
  return compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0);
}

/** `content/x.md:4 subject: found nothing, expected one line of text` */
export function sentence({ file, line, key, found, expected }: Mistake): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}${key === undefined ? '' : ` ${key}`}: found ${found}, expected ${expected}`;
}

/** By code unit: the same order on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Shows a value in a mistake: short, on one line, recognizable. */
export function show(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 57)}...` : flat;
}
