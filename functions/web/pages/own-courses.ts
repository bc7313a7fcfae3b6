import { html } from 'hono/html';
import { type CourseOutline, nextLesson, offered } from '../../core/course.ts';
import { timesOf } from '../../core/reader/courses.ts';
import { type Enrollment, runningCourses } from '../../core/reader/subscriber.ts';
import { coursesToTake } from '../../core/reader/to-take.ts';
import type { Action } from '../wish.ts';
import type { Markup } from './layout.ts';
import { card, type PreferencesView } from './preferences.ts';

/**
 * The courses that somebody takes, and those that they could take: what comes after one of theirs
 * stands first. One course that is all there is needs no choice but to begin it again. A letter's link has
 * the buttons that stop one, and no others.
 */
export function coursesForm(view: PreferencesView): Markup {
  const { words, whole } = view;
  const stops = view.subscriber.enrollments.flatMap((one) => stopOf(one, view));
  const buttons = whole ? wholeOf(view) : stops;
  return buttons.length === 0
    ? html``
    : card('take', words.preferences.courses, html`<div class="stacked">${buttons}</div>`);
}

/** Whether there is more to do with courses than to stop one. */
export const hasMoreOfCourses = (view: PreferencesView): boolean =>
  wholeOf(view).length > view.subscriber.enrollments.flatMap((one) => stopOf(one, view)).length;

function wholeOf(view: PreferencesView): readonly Markup[] {
  const { words, subscriber, present } = view;
  const said = words.preferences;
  const { enrollments } = subscriber;
  const { next, others } = coursesToTake(subscriber, present.courses);
  return [
    ...[...next, ...others].map(({ slug, title }) =>
      button(view, { action: 'take', course: slug }, said.takeCourse({ course: title })),
    ),
    ...enrollments.flatMap((one) => [...stopOf(one, view), ...onwardOf(one, view)]),
    ...turns(view),
  ];
}

/** Whoever has nothing else leaves by the button that says so. */
function stopOf(enrollment: Enrollment, view: PreferencesView): readonly Markup[] {
  const { words, subscriber } = view;
  const course = outlineOf(enrollment, view);
  const isOver = course === undefined || nextLesson(course, enrollment.received) === undefined;
  const canStop = runningCourses(subscriber).length > 1 || subscriber.newsletter;
  if (isOver || enrollment.stopped || !canStop) return [];
  const { slug, title } = course;
  const label = words.preferences.stopCourse({ course: title });
  return [button(view, { action: 'stop-course', course: slug }, label)];
}

/** On with one that was stopped, or from its beginning again. */
function onwardOf(enrollment: Enrollment, view: PreferencesView): readonly Markup[] {
  const { preferences: said } = view.words;
  const course = outlineOf(enrollment, view);
  if (course === undefined) return [];
  const { slug, title } = course;
  if (enrollment.stopped) {
    return [button(view, { action: 'take', course: slug }, said.goOnCourse({ course: title }))];
  }
  if (enrollment.received.length === 0) return [];
  return [button(view, againFields(enrollment), said.againCourse({ course: title }))];
}

/** What the button posts that begins a course again: which time it makes, so that it is begun once. */
export const againFields = (enrollment: Enrollment) =>
  ({
    action: 'again-course',
    course: enrollment.course,
    time: String(timesOf(enrollment) + 1),
  }) as const;

function turns(view: PreferencesView): readonly Markup[] {
  const { words, subscriber } = view;
  const { turnsDetail, turnsOff, turnsOn } = words.preferences;
  if (runningCourses(subscriber).length < 2) return [];
  const [action, label]: [Action, string] = subscriber.byTurns
    ? ['in-a-row', turnsOff]
    : ['turns', turnsOn];
  return [
    html`<p>${turnsDetail}</p>
${button(view, { action }, label)}`,
  ];
}

const outlineOf = (
  { course }: Enrollment,
  { present }: PreferencesView,
): CourseOutline | undefined => offered(present.courses).find(({ slug }) => slug === course);

const button = (
  { guard }: PreferencesView,
  fields: { readonly action: Action; readonly course?: string; readonly time?: string },
  label: string,
): Markup =>
  html`<form method="post">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">
`,
  )}<button class="quiet">${label}</button>${guard}</form>`;
