import type { Outside } from '../account/session.ts';

/** What a command is about, in the order in which help tells of them. */
export const GROUPS = [
  'Begin',
  'The desk',
  'Letters',
  'The newsletter, and lists',
  'The account',
  'For those who change Kindling',
] as const;
type Group = (typeof GROUPS)[number];

type Run = (outside: Outside, args: readonly string[]) => Promise<number>;

/** One command. It is loaded when it is called: most need the AWS SDK, and help does not. */
export type Command = {
  readonly name: string;
  /** The npm script that calls the same code, where it is called otherwise. */
  readonly script?: string;
  readonly group: Group;
  /** What it does, in a line. */
  readonly says: string;
  /** What can be said with it, where it does not say that itself (`--help`). */
  readonly options?: string;
  /** Why no value stands behind its words, and so it takes no `--json` as all others do. */
  readonly withoutJson?: string;
} & (
  | { readonly load: () => Promise<Run> }
  /** A program of its own, from the folder of the publication; and what it is always told. */
  | { readonly file: string; readonly always?: readonly string[] }
);
