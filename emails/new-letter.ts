import { parseArgs } from 'node:util';
import { contentFolder } from './content/folder.ts';
import { newLetter, type Outcome } from './letter-file.ts';

/**
 * `npm run new:letter -- --course closer --after tea "Ten minutes at the window"`: a letter to be written,
 * in a file that sorts behind another. Without `--after` it is the last, with `--first` the first.
 * KINDLING_CONTENT names another content folder.
 */
const outcome = made(process.argv.slice(2));

if (outcome.made) {
  console.log(`Made ${outcome.file}, the letter ${outcome.id}. It has its bones and no words yet.`);
  console.log(
    '\nnpm run check:content   what is missing?\nnpm run preview         how does it look?',
  );
} else {
  console.error(`No letter was made: ${outcome.why}`);
  process.exitCode ??= 1;
}

function made(args: readonly string[]): Outcome {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        course: { type: 'string' },
        after: { type: 'string' },
        first: { type: 'boolean' },
      },
    });
    return newLetter(contentFolder(), { ...values, title: positionals.join(' ') });
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    // It was not understood what was wanted.
    process.exitCode = 2;
    return {
      made: false,
      why: `${error.message.split('. ')[0]}. Known: --course, --after, --first.`,
    };
  }
}
