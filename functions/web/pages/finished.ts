import { html } from 'hono/html';
import { masked } from '../../core/address.ts';
import { type CourseOutline, coursePath, offered } from '../../core/course.ts';
import type { Matter, PagePart } from '../../core/reader/own-link.ts';
import { coursesToTake } from '../../core/reader/to-take.ts';
import type { Action } from '../wish.ts';
import { inLanguage, type Markup } from './layout.ts';
import { againFields } from './own-courses.ts';
import { card, type PreferencesView } from './preferences.ts';

/**
 * Where somebody can go who has had every letter: the course that comes next, in one press; the others, the
 * newsletter if they do not get it, their letters once more, a course from its beginning, and a page to pass on.
 */
export function finishedCard(view: PreferencesView): Markup {
  const { words, subscriber, present } = view;
  const { finished: said, preferences } = words;
  const { next, others } = coursesToTake(subscriber, present.courses);
  const had = offered(present.courses).flatMap((course) =>
    subscriber.enrollments
      .filter((one) => one.course === course.slug && one.received.length > 0)
      .map((enrollment) => ({ ...course, enrollment })),
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
            html`${had.map(({ title, enrollment }) =>
              button(view, againFields(enrollment), preferences.againCourse({ course: title })),
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
    html`${!view.whole && html`<p>${said.byMail({ address: masked(subscriber.address) })}</p>`}
<ul class="ways">${parts.map((one) => html`<li>${one}</li>`)}</ul>`,
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

type Pressed = { readonly action: Action; readonly course?: string; readonly matter?: Matter };

/** What a letter's link only asks for, its button has mailed. */
const button = (
  { guard, whole }: PreferencesView,
  fields: Pressed,
  label: string,
  isLoud = false,
): Markup =>
  html`<form method="post">${Object.entries(whole ? fields : askedFor(fields)).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button${!isLoud && html` class="quiet"`}>${label}</button>${guard}</form>`;

function askedFor(fields: Pressed): Pressed & { readonly do?: PagePart } {
  if (fields.action === 'mail') return fields;
  const part = fields.action === 'newsletter' ? 'newsletter' : 'take';
  return { action: 'mail', matter: 'page', do: part };
}
