import { wordsFor } from '../adapters/library.ts';
import type { CourseOutline } from '../core/course.ts';
import { published } from '../core/newsletter.ts';
import type { SignUpProblems } from '../core/reader/sign-up.ts';
import type { Proof } from './admission.ts';
import { type FormFields, text } from './form.ts';
import { signUpPage } from './pages/sign-up.ts';
import { problemsInWords } from './problems.ts';
import { showPage, type WebContext } from './respond.ts';
import { typedSignUp } from './sign-up-body.ts';
import type { WebWorld } from './world.ts';

/** Why the form is shown again. */
export type Again =
  | { readonly is: 'wrong'; readonly problems: SignUpProblems }
  /** The address looks mistyped. */
  | { readonly is: 'asked-back'; readonly meant: string }
  | { readonly is: 'prove'; readonly proof: Proof }
  | { readonly is: 'later' };

const STATUS = { wrong: 422, 'asked-back': 422, prove: 429, later: 429 } as const;

/** The front page: its form is empty, or holds what was typed, and says why it is there again. */
export function frontPage(c: WebContext, world: WebWorld, fields: FormFields, again?: Again) {
  const { publication, courses, newsletters } = world.library;
  const course = courseOf(world, text(fields, 'course'));
  const words = wordsFor(world.library, course.slug);
  const { refusals } = words;
  const status = again === undefined ? 200 : STATUS[again.is];
  const title = status === 200 ? course.title : refusals[`title${status}`];
  const body = signUpPage({
    words,
    publication,
    course,
    others: courses.filter((other) => other !== course),
    issues: published(newsletters, world.now(), publication.defaults.zone),
    form: typedSignUp(fields, publication, course),
    problems: problemsInWords(words, again?.is === 'wrong' ? again.problems : {}),
    // Whoever has said that the address is right is not asked about it again.
    sure: again?.is === 'asked-back' ? text(fields, 'email') : text(fields, 'sure'),
    ...(again?.is === 'asked-back' && { meant: again.meant }),
    ...(again?.is === 'prove' && { proof: again.proof, notice: words.signUp.busy }),
    ...(again?.is === 'later' && { notice: refusals.detail429 }),
  });
  return showPage(c, world, words, title, body, status);
}

/** The course of that name; the publication's first choice for any other. */
export function courseOf({ library }: WebWorld, slug = ''): CourseOutline {
  const { courses, publication } = library;
  const named = (name: string) => courses.find((course) => course.slug === name);
  const course = named(slug) ?? named(publication.defaults.course);
  if (course === undefined) throw new Error('the package lacks its default course');
  return course;
}
