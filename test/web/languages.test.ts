import { expect, test } from 'vitest';
import type { CourseSlug } from '../../functions/core/course.ts';
import type { Language } from '../../functions/core/words/words.ts';
import { enrollment } from '../support/builders.ts';
import { COURSE, fakeLibrary, PUBLICATION } from '../support/fake-library.ts';
import { fakeWebWorld } from '../support/fake-web-world.ts';
import { aReader, asking, linkOf } from '../support/web-requests.ts';

const GERMAN = {
  ...COURSE,
  slug: 'naeher' as CourseSlug,
  title: 'Näher',
  language: 'de' as Language,
};
const HEBREW = {
  ...COURSE,
  slug: 'karov' as CourseSlug,
  title: 'קרוב',
  language: 'he' as Language,
};

/** An English publication with a course in German, and one that is written the other way. */
function several() {
  const courses = [COURSE, GERMAN, HEBREW];
  return asking(fakeWebWorld({ ...fakeLibrary(), courses }));
}

test.for<[path: string, language: string, says: string, why: string]>([
  ['/', 'en', 'Where may we write to?', 'the course that new readers get'],
  ['/?course=naeher', 'de', 'Wohin dürfen wir dir schreiben?', 'a course in German'],
  ['/check-your-inbox?course=naeher', 'de', 'Schau bitte in dein Postfach', 'after its form'],
  ['/nowhere', 'en', 'There is nothing here', 'no course: the publication'],
  ['/newsletter', 'en', 'The newsletter', 'the publication’s, too'],
])('%s speaks %s: %s', async ([path, language, says]) => {
  const page = await (await several().get(path)).text();
  expect(page).toContain(`<html lang="${language}" dir="ltr">`);
  expect(page).toContain(says);
});

test('a reader’s pages speak as their course does', async () => {
  const { get, world } = several();
  const who = aReader({ enrollments: [enrollment({ course: GERMAN.slug })] });
  world.subscribers.seed(who);
  const page = await (await get(linkOf('preferences', who))).text();
  expect(page).toContain('<html lang="de" dir="ltr">');
  expect(page).toContain('Wann sie kommen');
});

test('words in another language than the page say which, and which way they run', async () => {
  const note = { ...PUBLICATION, language: 'ar', footerNote: 'ليس علاجا' };
  const library = { ...fakeLibrary(), courses: [COURSE, GERMAN, HEBREW], publication: note };
  const page = await (await asking(fakeWebWorld(library)).get('/')).text();
  expect(page).toContain('<html lang="en" dir="ltr">');
  expect(page).toContain('<li lang="he" dir="rtl"><a href="/?course=karov">קרוב</a>');
  expect(page).toContain('<li lang="de" dir="ltr"><a href="/?course=naeher">Näher</a>');
  expect(page).toContain('<ul class="issue-list" lang="ar" dir="rtl">');
  expect(page).toContain('<span lang="ar" dir="rtl">ليس علاجا</span>');
});
