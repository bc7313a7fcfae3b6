import { ArgumentError, type Wishes, wishesAndTexts } from '../../account/arguments.ts';
import { asJson } from '../../account/as-json.ts';
import type { Outside } from '../../account/session.ts';
import { type Desk, openDesk } from '../desk.ts';

/** What a command of the desk understands beside `--json`, `--local` and what all commands do. */
export interface Shape {
  readonly help: string;
  readonly flags?: readonly string[];
  readonly values?: readonly string[];
  /** How many texts it takes at most. */
  readonly texts?: number;
}

/** A command as it was typed, before what it is about. */
export interface AtDesk {
  readonly desk: Desk;
  readonly outside: Outside;
  readonly wishes: Wishes;
  readonly texts: readonly string[];
  readonly isJson: boolean;
}

/** What all of the desk's commands have in common, as their help says it. */
export const PLACE = `  --json    the same for scripts
  --local   the address that npm start printed
  --table, --profile and --region as with plan`;

/**
 * Opens the desk for a command, or prints its help.
 *
 * @param check refuses what it does not understand before anything is asked: throws an ArgumentError
 */
export async function atDesk(
  outside: Outside,
  args: readonly string[],
  { help, flags = [], values = [], texts: most = 0 }: Shape,
  run: (at: AtDesk) => Promise<number>,
  check: (given: Pick<AtDesk, 'wishes' | 'texts'>) => void = () => undefined,
): Promise<number> {
  const { wishes, texts } = wishesAndTexts(args, {
    flags: ['json', 'help', ...flags],
    values: ['local', 'table', ...values],
  });
  if (wishes.flags.has('help')) {
    outside.print(help);
    return 0;
  }
  if (texts.length > most) {
    throw new ArgumentError(`“${texts[most]}” is not understood here.\n\n${help}`);
  }
  check({ wishes, texts });
  const desk = await openDesk(outside, wishes);
  return run({ desk, outside, wishes, texts, isJson: wishes.flags.has('json') });
}

/** Prints a value as it is read: for scripts as JSON and nothing else, for people in words below the place. */
export function tell<Value>(
  { desk, outside, isJson }: AtDesk,
  value: Value,
  inWords: (value: Value) => readonly string[],
): void {
  if (isJson) {
    outside.print(asJson(value));
    return;
  }
  outside.print(`${desk.inWords}\n`);
  for (const line of inWords(value)) outside.print(line);
}
