import * as z from 'zod/mini';

/** Text that a function of ours parses, within a schema; what it does not take is refused with what was expected. */
export const parsedBy = <Parsed>(parse: (given: string) => Parsed | undefined, expected: string) =>
  z.pipe(
    z.string(),
    z.transform((given: string, context): Parsed => {
      const parsed = parse(given);
      if (parsed !== undefined) return parsed;
      context.issues.push({ code: 'custom', message: `expected ${expected}`, input: given });
      return z.NEVER;
    }),
  );
