import { html } from 'hono/html';
import type { CourseOutline, TrackId } from '../../core/course.ts';
import { inLanguage, type Markup } from './layout.ts';
import { card, type PreferencesView } from './preferences.ts';

/** A course that has versions, and the one that somebody reads it in. */
interface Versions {
  readonly course: CourseOutline;
  readonly track: TrackId | undefined;
}

/**
 * The versions of each course that they take and that has several, a form for each. Where there is more than one
 * such course, each says which it is.
 */
export function trackForms(view: PreferencesView): Markup {
  const { words, whole, guard } = view;
  const versions = versionsOf(view);
  if (!whole || versions.length === 0) return html``;
  const forms = versions.map(
    ({ course, track }) =>
      html`<form method="post"><input type="hidden" name="action" value="track">
<input type="hidden" name="course" value="${course.slug}">
${choices(course, track, versions.length > 1)}
<button>${words.preferences.trackButton}</button>${guard}</form>`,
  );
  return card('track', words.signUp.track, html`<div class="stacked">${forms}</div>`);
}

/** The courses that run and have versions. */
export function versionsOf({ subscriber, present }: PreferencesView): readonly Versions[] {
  const running = subscriber.enrollments.filter(({ stopped }) => stopped !== true);
  return running.flatMap(({ course: slug, track }): readonly Versions[] => {
    const course = present.courses.find((one) => one.slug === slug);
    return course === undefined || course.tracks.length < 2 ? [] : [{ course, track }];
  });
}

const choices = (
  { slug, title, language, tracks }: CourseOutline,
  chosen: TrackId | undefined,
  isNamed: boolean,
): Markup =>
  html`<fieldset aria-labelledby="${isNamed ? `track-of-${slug}` : 'track-title'}"${inLanguage(language)}>
${isNamed && html`<legend id="track-of-${slug}">${title}</legend>`}
<div class="choices stacked">${tracks.map(
    ({ id, label }) =>
      html`<label class="choice"><input type="radio" name="track" value="${id}"${
        id === chosen && html` checked`
      }> <span>${label}</span></label>`,
  )}</div></fieldset>`;
