import { logError } from './log.ts';
import { nameOf, STACK_FRAMES } from './trace.ts';

/** The part of Node's `process` that a door needs. */
export type DoorProcess = Pick<NodeJS.Process, 'prependListener' | 'exit'>;

/**
 * A door's handler as Lambda may call it. Lambda prints what a handler throws, with its message,
 * its stack and all properties, and puts message and stack into the dead letter
 * (aws/aws-lambda-nodejs-runtime-interface-client, `toFormatted` and `toRapidResponse` in
 * src/Errors.js). So an error is logged here, and what leaves says no more than event and name.
 *
 * What fails while the module loads is Lambda's to print: no reader is known by then.
 *
 * @param event the log line's name, of which `-failed` or `-crashed` is made
 */
export function door<Args extends readonly unknown[], Result>(
  event: string,
  handle: (...args: Args) => Promise<Result>,
  lambda: DoorProcess = process,
): (...args: Args) => Promise<Result> {
  Error.stackTraceLimit = STACK_FRAMES;
  // Lambda's own listeners print the message and exit. These come before them, and exit first.
  const crash = (error: unknown) => {
    logError(`${event}-crashed`, error);
    lambda.exit(1);
  };
  lambda.prependListener('uncaughtException', crash);
  lambda.prependListener('unhandledRejection', crash);
  return async (...args) => {
    try {
      return await handle(...args);
    } catch (error) {
      logError(`${event}-failed`, error);
      throw new DoorError(`${event}-failed`, nameOf(error));
    }
  };
}

/** An error that tells nothing but an event and the name of the error it stands for. */
class DoorError extends Error {
  constructor(event: string, name: string) {
    super(event);
    this.name = name;
    this.stack = `${name}: ${event}`;
  }
}
