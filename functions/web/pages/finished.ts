import { html } from 'hono/html';
import { masked } from '../../core/address.ts';
import { type CourseOutline, coursePath, offered } from '../../core/course.ts';
import { coursesToTake } from '../../core/reader/to-take.ts';
import type { Action } from '../wish.ts';
import { inLanguage, type Markup } from './layout.ts';
import { card, type PreferencesView } from './preferences.ts';

/**
 * Where somebody can go who has had every letter: the course that comes next, in one press; the others, the
 * newsletter if they do not get it, their letters once more, a course from its beginning, and a page to pass on.
 */
export function finishedCard(view: PreferencesView): Markup {
  const { words, subscriber, present } = view;
  const { finished: said, preferences } = words;
  const { next, others } = coursesToTake(subscriber, present.courses);
  const had = offered(present.courses).filter(({ slug }) =>
    subscriber.enrollments.some(({ course, received }) => course === slug && received.length > 0),
  );
  const parts = [
    ...next.map((course) => toTake(view, course, true)),
    ...others.map((course) => toTake(view, course, false)),
    ...(subscriber.newsletter
      ? []
      : [part(said.newsletter, button(view, { action: 'newsletter' }, preferences.newsletterOn))]),
    ...(had.length === 0
      ? []
      : [
          part(
            said.letters({ address: masked(subscriber.address) }),
            button(view, { action: 'mail', matter: 'letters' }, preferences.letters),
          ),
          part(
            said.again,
            html`${had.map(({ slug, title }) =>
              button(
                view,
                { action: 'again-course', course: slug },
                preferences.againCourse({ course: title }),
              ),
            )}`,
          ),
        ]),
    ...had.map(
      ({ slug, title, language }) =>
        html`<p>${said.passOn.pieces<Markup | string>({
          course: html`<a href="${coursePath(slug)}"${inLanguage(language)}>${title}</a>`,
        })}</p>`,
    ),
  ];
  if (parts.length === 0) return html``;
  return card(
    'finished',
    said.now,
    html`<ul class="ways">${parts.map((one) => html`<li>${one}</li>`)}</ul>`,
  );
}

/** What a course is, and the one press that takes it. */
function toTake(view: PreferencesView, course: CourseOutline, isNext: boolean): Markup {
  const { finished: said } = view.words;
  const { slug, title, subtitle, language } = course;
  return html`${isNext && html`<p>${said.next({ course: title })}</p>`}
<p${inLanguage(language)}><a href="${coursePath(slug)}">${title}</a> <span class="soft">${subtitle}</span></p>
${button(view, { action: 'take', course: slug }, said.begin({ course: title }), isNext)}`;
}

const part = (sentence: string, buttons: Markup): Markup => html`<p>${sentence}</p>
${buttons}`;

const button = (
  { guard }: PreferencesView,
  fields: { readonly action: Action; readonly course?: string; readonly matter?: string },
  label: string,
  isLoud = false,
): Markup =>
  html`<form method="post">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button${!isLoud && html` class="quiet"`}>${label}</button>${guard}</form>`;
