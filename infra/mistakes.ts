/** Errors that an author made in a file and can mend; their message says where and how. */
const MISTAKES = ['ConfigError', 'ContentError'];

/**
 * Runs a program whose user may have made mistakes: those are told without a stack trace and end it
 * with status 1; anything else is ours and goes on its way.
 */
export async function explainingMistakes(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    if (!(error instanceof Error) || !MISTAKES.includes(error.name)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
