import { parseArgs } from 'node:util';
import { contentFolder } from './content/folder.ts';
import { newLetter } from './letter-file.ts';

/**
 * `npm run new:letter -- --course closer --after tea "Ten minutes at the window"`: a letter to be written,
 * in a file that sorts behind another. Without `--after` it is the last, with `--first`
 * the first.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    course: { type: 'string' },
    after: { type: 'string' },
    first: { type: 'boolean' },
  },
});
const outcome = newLetter(contentFolder(), { ...values, title: positionals.join(' ') });

if (outcome.made) {
  console.log(`Made ${outcome.file}, the letter ${outcome.id}. It has its bones and no words yet.`);
  console.log(
    '\nnpm run check:content   what is missing?\nnpm run preview         how does it look?',
  );
} else {
  console.error(`No letter was made: ${outcome.why}`);
  process.exitCode = 1;
}
