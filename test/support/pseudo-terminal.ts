import { spawn, spawnSync } from 'node:child_process';

/** What somebody sees who types a command into a terminal, and how it ends. */
export interface Shown {
  readonly code: number;
  /** Without its colors. */
  readonly text: string;
  readonly isColored: boolean;
}

/** Colors and what else a terminal is told, as ECMA-48 §5.4 writes it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one
const SEQUENCE = /\u001b\[[0-9;?]*[A-Za-z]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const COLOR = /\u001b\[\d+m/;

/** `script` of util-linux, which every Linux has; that of a Mac takes other options. */
export const hasTerminal = (): boolean =>
  /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
const RUN = [process.execPath, '--import', 'tsx'];
const allOf = (commands: Commands) => [
  ...RUN,
  'test/support/typed-commands.ts',
  JSON.stringify(commands),
];
type Commands = readonly (readonly string[])[];

/**
 * Types commands into a pseudo-terminal, one after another in one process: starting one takes seconds.
 *
 * @param answers typed one after another, each when a question ends in `[y/N] `
 */
export async function typed(
  commands: Commands,
  answers: readonly string[],
): Promise<readonly Shown[]> {
  const line = allOf(commands).map(quoted).join(' ');
  const child = spawn('script', ['-qefc', line, '/dev/null'], {
    env: { ...process.env, TERM: 'xterm', NO_COLOR: '' },
  });
  let [text, asked]: [string, number] = ['', 0];
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    const questions = text.split('[y/N] ').length - 1;
    for (; asked < questions; asked += 1) child.stdin.write(`${answers[asked] ?? ''}\r`);
  });
  await new Promise((resolve) => child.on('close', resolve));
  return shownOf(commands, text);
}

/** The same commands where nobody looks: what they print goes into a pipe, as do their complaints. */
export async function typedIntoPipe(commands: Commands): Promise<readonly Shown[]> {
  const line = `${allOf(commands).map(quoted).join(' ')} 2>&1 | cat`;
  const child = spawn('bash', ['-c', line], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TERM: 'xterm', NO_COLOR: '' },
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await new Promise((resolve) => child.on('close', resolve));
  return shownOf(commands, text);
}

function shownOf(commands: Commands, text: string): readonly Shown[] {
  const parts = text.replaceAll('\r', '').split(/\[status (\d+)\]\n/);
  return commands.map((_, place) => {
    const shown = parts[2 * place] ?? '';
    const code = Number(parts[2 * place + 1]);
    return { code, text: shown.replaceAll(SEQUENCE, ''), isColored: COLOR.test(shown) };
  });
}

/** A command in a shell of its own, its output in a pipe; what it complains of stands apart. */
export async function piped(args: readonly string[], into = 'cat') {
  const command = [...RUN, 'local/kindling.ts', ...args].map(quoted).join(' ');
  const child = spawn('bash', ['-o', 'pipefail', '-c', `${command} | ${into}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    error += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, error };
}
