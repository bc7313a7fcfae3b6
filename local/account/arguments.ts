import { parseArgs } from 'node:util';

/** What all commands understand alike that work on an account. */
export interface Wishes {
  readonly profile: string | undefined;
  readonly region: string | undefined;
  /** `-c key=value`: takes the place of what `cdk.json` says, for this once. */
  readonly context: Readonly<Record<string, string>>;
  /** `--json`, `--live`, `--yes` and the like, as far as the command knows them. */
  readonly flags: ReadonlySet<string>;
  /** `--name value`, as far as the command knows them. */
  readonly values: Readonly<Record<string, string>>;
}

/** Which options a command has beside those that all have. */
export interface Options {
  readonly flags?: readonly string[];
  readonly values?: readonly string[];
}

/** An option that is not known, or lacks its value; the message says which. */
export class ArgumentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ArgumentError';
  }
}

/** @throws ArgumentError, also on a text that belongs to no option */
export const wishesIn = (args: readonly string[], options: Options): Wishes =>
  wishesOf(parsed(args, options, false).values, options);

/**
 * The same of a command that takes texts beside its options.
 *
 * @throws ArgumentError
 */
export function wishesAndTexts(args: readonly string[], options: Options) {
  const { values, positionals: texts } = parsed(args, options, true);
  return { wishes: wishesOf(values, options), texts };
}

type Given = Readonly<Record<string, unknown>>;

function wishesOf(given: Given, { flags = [], values = [] }: Options): Wishes {
  const named = (name: string) => {
    const value = given[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    profile: named('profile'),
    region: named('region'),
    context: contextIn(given['context']),
    flags: new Set(flags.filter((flag) => given[flag] === true)),
    values: Object.fromEntries(
      values.flatMap((name) => {
        const value = named(name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  };
}

function parsed(
  args: readonly string[],
  { flags = [], values = [] }: Options,
  allowPositionals: boolean,
): { readonly values: Given; readonly positionals: readonly string[] } {
  const text = { type: 'string' } as const;
  const options = {
    ...Object.fromEntries(['profile', 'region', ...values].map((name) => [name, text] as const)),
    ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' } as const] as const)),
    context: { type: 'string', short: 'c', multiple: true } as const,
  };
  try {
    return parseArgs({ args: [...args], options, allowPositionals });
  } catch (error) {
    const known = ['--profile', '--region', '-c key=value', ...[...flags, ...values].map(dashed)];
    throw new ArgumentError(
      `${(error as Error).message.split('. ')[0]}. Known: ${known.join(', ')}`,
    );
  }
}

const dashed = (name: string) => `--${name}`;

function contextIn(given: unknown): Readonly<Record<string, string>> {
  const pairs = Array.isArray(given) ? given.map(String) : [];
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('=');
      if (key === '' || value.length === 0) {
        throw new ArgumentError(`-c wants key=value, and got "${pair}"`);
      }
      return [key, value.join('=')];
    }),
  );
}
