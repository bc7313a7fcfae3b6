import { html } from 'lit-html';
import { ask } from './api.js';
import { funnelPicture } from './funnel.js';
import { part } from './parts.js';

/** @typedef {import('../../desk/funnel.ts').CourseFunnel} CourseFunnel */

/** @type {import('./studio.js').Page} */
export const course = {
  name: 'course',
  title: 'Course',
  load: () => ask('course'),
  view: (/** @type {readonly CourseFunnel[]} */ courses) => html`
    <p class="lead">How far people read, letter by letter.</p>
    <p class="soft">Counted as it happens, of nobody by name. What SES took is counted every quarter of an hour.</p>
    ${courses.map(({ course, title, finished, rows }) =>
      part(
        `course-${course}`,
        title,
        html`<p class="soft">${finished} had its last letter.</p>${funnelPicture(rows)}`,
      ),
    )}`,
};
