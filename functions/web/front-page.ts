import { wordsFor } from '../adapters/library.ts';
import { type CourseOutline, coursePath, offered } from '../core/course.ts';
import { published } from '../core/newsletter.ts';
import { cardOf } from '../core/picture.ts';
import type { SignUpProblems } from '../core/reader/sign-up.ts';
import type { Proof } from './admission.ts';
import { type FormFields, text } from './form.ts';
import { signUpPage } from './pages/sign-up.ts';
import { problemsInWords } from './problems.ts';
import { publicHead, showPage, type WebContext } from './respond.ts';
import { typedSignUp } from './sign-up-body.ts';
import type { WebWorld } from './world.ts';

/** Why the form is shown again. */
export type Again =
  | { readonly is: 'wrong'; readonly problems: SignUpProblems }
  /** The address looks mistyped. */
  | { readonly is: 'asked-back'; readonly meant: string }
  | { readonly is: 'prove'; readonly proof: Proof }
  | { readonly is: 'later' }
  /** On our side. */
  | { readonly is: 'broken' };

const STATUS = { wrong: 422, 'asked-back': 422, prove: 429, later: 429, broken: 500 } as const;

/** The front page: its form is empty, or holds what was typed, and says why it is there again. */
export function frontPage(c: WebContext, world: WebWorld, fields: FormFields, again?: Again) {
  const { publication, courses, newsletters } = world.library;
  const course = courseOf(world, text(fields, 'course'));
  const words = wordsFor(world.library, course.slug);
  const { refusals } = words;
  const status = again === undefined ? 200 : STATUS[again.is];
  const head =
    status === 200
      ? publicHead(world, {
          title: course.title,
          description: course.description,
          path: pathOf(world, course),
          card: {
            name: cardOf('course', course.slug),
            words: `${course.title}: ${course.subtitle}`,
          },
        })
      : refusals[`title${status}`];
  const body = signUpPage({
    words,
    publication,
    course,
    others: offered(courses).filter((other) => other !== course),
    issues: published(newsletters, world.now(), publication.defaults.zone),
    form: typedSignUp(fields, publication, course),
    problems: problemsInWords(words, again?.is === 'wrong' ? again.problems : {}),
    // Whoever has said that the address is right is not asked about it again.
    sure: again?.is === 'asked-back' ? text(fields, 'email') : text(fields, 'sure'),
    ...(again?.is === 'asked-back' && { meant: again.meant }),
    ...(again?.is === 'prove' && { proof: again.proof, notice: words.signUp.busy }),
    ...(again?.is === 'later' && { notice: refusals.detail429 }),
    ...(again?.is === 'broken' && { notice: refusals.detail500 }),
  });
  return showPage(c, world, words, head, body, status);
}

/** The publication's first choice is the front page itself. */
export const pathOf = ({ library }: WebWorld, { slug }: CourseOutline): string =>
  slug === library.publication.defaults.course ? '/' : coursePath(slug);

/** The course of that name; the publication's first choice for any other. */
export function courseOf({ library }: WebWorld, slug = ''): CourseOutline {
  const { courses, publication } = library;
  const named = (name: string) => offered(courses).find((course) => course.slug === name);
  const course = named(slug) ?? named(publication.defaults.course);
  if (course === undefined) throw new Error('the package lacks its default course');
  return course;
}
