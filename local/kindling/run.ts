import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ArgumentError } from '../account/arguments.ts';
import { paintFor } from '../account/paint.ts';
import type { Outside } from '../account/session.ts';
import type { Command } from './command.ts';
import { COMMANDS, commandNamed } from './commands.ts';
import { optionsOf, overview } from './help.ts';
import { nearest } from './nearest.ts';

const HELP = ['help', '--help', '-h'];

/**
 * Finds the command that was named and calls it.
 *
 * @returns the exit code
 * @throws ArgumentError where there is none of that name
 */
export async function kindling(outside: Outside, args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || (HELP.includes(name) && rest.length === 0)) {
    for (const line of overview(paintFor(outside))) outside.print(line);
    return 0;
  }
  if (HELP.includes(name)) return call(outside, named(rest[0] ?? ''), ['--help']);
  return call(outside, named(name), rest);
}

function named(name: string): Command {
  const command = commandNamed(name);
  if (command !== undefined) return command;
  const meant = nearest(
    name,
    COMMANDS.map((one) => one.name),
  );
  const hint = meant === undefined ? 'kindling help names them all.' : `Did you mean ${meant}?`;
  throw new ArgumentError(`There is no command "${name}". ${hint}`);
}

async function call(outside: Outside, command: Command, args: readonly string[]): Promise<number> {
  const tells = 'options' in command || ('file' in command && command.name !== 'where');
  if (tells && args.some((one) => one === '--help' || one === '-h')) {
    for (const line of optionsOf(command)) outside.print(line);
    return 0;
  }
  const { withoutJson } = command;
  if (withoutJson !== undefined && args.includes('--json')) {
    throw new ArgumentError(`kindling ${command.name} has no --json: ${withoutJson}.`);
  }
  if ('load' in command) return (await command.load())(outside, args);
  const file = resolve(command.file);
  process.argv = [process.argv[0] ?? '', file, ...(command.always ?? []), ...args];
  await import(pathToFileURL(file).href);
  return Number(process.exitCode ?? 0);
}
