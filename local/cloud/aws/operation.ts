import * as z from 'zod';
import type { AwsError } from './errors.ts';

/** What an operation of an AWS API comes to: an answer, or a refusal in the service's words. */
export type Outcome = { readonly output: object } | { readonly refused: AwsError };

export const answered = (output: object = {}): Outcome => ({ output });

export const refused = (code: string, message: string, status = 400): Outcome => ({
  refused: { code, message, status },
});

/** One operation, with its input as the service's model has it. */
export type Operation = (input: unknown) => Promise<Outcome>;

/** The operations of one service, by their names. */
export type Operations = Readonly<Record<string, Operation>>;

/** Reads an operation's input at the door; what it can't read is refused as AWS does. */
export function operation<Schema extends z.ZodType>(
  input: Schema,
  run: (input: z.infer<Schema>) => Outcome | Promise<Outcome>,
): Operation {
  return async (given) => {
    const parsed = input.safeParse(given);
    if (!parsed.success) return refused('ValidationException', z.prettifyError(parsed.error));
    return await run(parsed.data);
  };
}

/** An operation that asks for nothing. */
export const asking = (run: () => Outcome | Promise<Outcome>): Operation =>
  operation(z.unknown(), run);

/** A list that may be left out. The Query protocol says an empty one as an empty text. */
export const listOf = <Schema extends z.ZodType>(member: Schema) =>
  z.preprocess((given) => (given === '' ? [] : given), z.array(member).default([]));
