import type { Wishes } from './arguments.ts';
import type { Outside } from './session.ts';

/** A value as `--json` prints it: of it and of nothing else, so that a script can read all that comes. */
export const asJson = (value: unknown): string => JSON.stringify(value, undefined, 2);

/** What is said to people, and to scripts not. */
export const sayTo = (
  { print }: Pick<Outside, 'print'>,
  { flags }: Pick<Wishes, 'flags'>,
): Outside['print'] => (flags.has('json') ? () => undefined : print);

/** A value as it is read, in the end: for scripts as JSON, where people were told of it in words. */
export function tellScripts(
  { print }: Pick<Outside, 'print'>,
  { flags }: Pick<Wishes, 'flags'>,
  value: unknown,
): void {
  if (flags.has('json')) print(asJson(value));
}
