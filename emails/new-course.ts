import { contentFolder } from './content/folder.ts';
import { newCourse } from './starter.ts';

/**
 * `npm run new:course -- quiet-mornings "Quiet mornings"`: a course of two letters to begin with,
 * full of notes. KINDLING_CONTENT names another content folder.
 */
const [slug = '', title] = process.argv.slice(2);
const contentDir = contentFolder();
const outcome = newCourse(contentDir, slug, title);

if (outcome.made) {
  console.log(`Made ${outcome.files.length} files:`);
  for (const file of outcome.files) console.log(`  ${file}`);
  console.log('\nnpm run check:content   is it well?\nnpm run preview         how does it look?');
  console.log('\nHow to write the rest: docs/writing-a-course.md');
} else {
  console.error(`No course was made: ${outcome.why}`);
  process.exitCode = 1;
}
