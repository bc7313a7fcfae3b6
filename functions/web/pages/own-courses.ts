import { html } from 'hono/html';
import { type CourseOutline, nextLesson, offered } from '../../core/course.ts';
import { type Enrollment, runningCourses } from '../../core/reader/subscriber.ts';
import { coursesToTake } from '../../core/reader/to-take.ts';
import type { Action } from '../wish.ts';
import type { Markup } from './layout.ts';
import { card, type PreferencesView } from './preferences.ts';

/**
 * The courses that somebody takes, and those that they could take: what comes after one of theirs
 * stands first. One course that is all there is needs no choice but to begin it again.
 */
export function coursesForm({ words, subscriber, present, guard }: PreferencesView): Markup {
  const said = words.preferences;
  const { enrollments, byTurns, newsletter } = subscriber;
  // Whoever has nothing else leaves by the button that says so.
  const running = runningCourses(subscriber).length;
  const canStop = running > 1 || newsletter;
  const ofTheirs = (course: CourseOutline) => enrollments.find((one) => one.course === course.slug);
  const all = offered(present.courses);
  const theirs = all.flatMap((course) => {
    const enrollment = ofTheirs(course);
    return enrollment === undefined ? [] : [{ course, enrollment }];
  });
  const { next, others: rest } = coursesToTake(subscriber, present.courses);
  const others = [...next, ...rest];
  const button = (action: Action, course: string, label: string): Markup =>
    html`<form method="post"><input type="hidden" name="action" value="${action}">
<input type="hidden" name="course" value="${course}">
<button class="quiet">${label}</button>${guard}</form>`;
  const ofOne = ({ course, enrollment }: Taken): Markup => {
    const { slug, title } = course;
    if (enrollment.stopped) return button('take', slug, said.goOnCourse({ course: title }));
    const isOver = nextLesson(course, enrollment.received) === undefined;
    return html`${!isOver && canStop && button('stop-course', slug, said.stopCourse({ course: title }))}
${enrollment.received.length > 0 && button('again-course', slug, said.againCourse({ course: title }))}`;
  };
  const buttons = [
    ...others.map(({ slug, title }) => button('take', slug, said.takeCourse({ course: title }))),
    ...theirs.map(ofOne),
    ...(running > 1
      ? [
          html`<p>${said.turnsDetail}</p>
${button(byTurns ? 'in-a-row' : 'turns', '', byTurns ? said.turnsOff : said.turnsOn)}`,
        ]
      : []),
  ];
  const untouched = theirs.every(({ enrollment: { received } }) => received.length === 0);
  if (others.length === 0 && theirs.length < 2 && untouched && !canStop) return html``;
  return card('take', said.courses, html`<div class="stacked">${buttons}</div>`);
}

interface Taken {
  readonly course: CourseOutline;
  readonly enrollment: Enrollment;
}
