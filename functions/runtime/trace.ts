/** Where an error comes from, without a word of what it says. */
export interface Trace {
  readonly error: string;
  /** Positions in the bundle, innermost first, such as `send-3fa1b2c4:37:4521`. */
  readonly at: readonly string[];
  readonly cause?: Trace;
}

/** An AWS call is ten frames deep and ours lie behind them, so Node's default of ten shows none. */
export const STACK_FRAMES = 40;
const MAX_POSITIONS = 20;
const MAX_CAUSES = 3;

/**
 * A frame in the file of a bundle, whose name tells its door and its build (infra/source-maps.ts).
 * Frames of Node and of Lambda's runtime lead to no line of ours.
 */
const FRAME = /^\s+at .*?\b([a-z]+-[0-9a-f]{8})\.mjs:(\d{1,7}):(\d{1,7})\)?$/;

/**
 * What may be told of an error: names and numbers. Its message is not, as it may quote a reader's
 * mail or address; neither is a path of the machine.
 *
 * @param causes how many causes of causes are followed
 */
export function traceOf(error: unknown, causes = MAX_CAUSES): Trace {
  if (!(error instanceof Error)) return { error: nameOf(error), at: [] };
  const own = { error: nameOf(error), at: positionsIn(error) };
  if (error.cause === undefined || causes === 0) return own;
  return { ...own, cause: traceOf(error.cause, causes - 1) };
}

/** An error's name, or the type of a thrown value that is no error. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // A service names its errors itself; what does not look like a name is none.
  return /^[\w.$[\]-]{1,80}$/.test(error.name) ? error.name : 'Error';
}

function positionsIn({ stack = '', message }: Error): readonly string[] {
  // The stack begins with the message, and that could hold a line that looks like a frame.
  const header = message === '' ? -1 : stack.indexOf(message);
  const frames = header < 0 ? stack : stack.slice(header + message.length);
  return frames
    .split('\n')
    .flatMap((line) => FRAME.exec(line)?.slice(1).join(':') ?? [])
    .slice(0, MAX_POSITIONS);
}
