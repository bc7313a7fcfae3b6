import { addressIn } from './compose.js';
import { byId, el } from './dom.js';
import { outcomeWords } from './outcome.js';
import { standingWords } from './standing.js';
import { fullDay, homeZone, isoDay, scheduleWords, soonWords, timeOf, zoneWords } from './words.js';

/** @typedef {import('./api.js').Subscriber} Subscriber */
/** @typedef {import('./mailbox.js').State} State */

let shown = '';

/** What Kindling knows about the reader of the selected mail. @param {State} state */
export function showReader(state) {
  const { reader, person, now } = state;
  const written = state.replies.filter(({ from }) => addressIn(from) === reader);
  const minute = timeOf(now);
  const key = JSON.stringify([reader, person, written, isoDay(now), minute]);
  const section = byId('reader');
  // Whoever stands in it with the keyboard is not thrown out; it draws again when they have left.
  if (key === shown || section.contains(document.activeElement)) return;
  shown = key;
  section.hidden = reader === '';
  const open = section.querySelector('details')?.open ?? false;
  section.replaceChildren(
    el('h2', { id: 'reader-title' }, 'What Kindling knows about ', el('span', {}, reader)),
    ...(person?.item ? facts(person.item, now) : [stranger()]),
    ...(written.length > 0
      ? [el('h3', { className: 'label' }, 'What they wrote'), history(written, now)]
      : []),
    ...(person ? [stored(person, open)] : []),
  );
}

const stranger = () =>
  el(
    'p',
    { className: 'standing soft' },
    'Nothing: this address is on no list. The author’s own mailbox is like that.',
  );

/** @param {Subscriber} subscriber @param {number} now */
function facts(subscriber, now) {
  const { zone, enrollments, claim, dueAt, newsletter } = subscriber;
  return [
    el('p', { className: 'standing' }, standingWords(subscriber, now)),
    el(
      'dl',
      {},
      ...fact('Letters come', `${scheduleWords(subscriber)}, ${zoneWords(zone)}`),
      ...(zone === homeZone()
        ? []
        : fact('Their time now', `${fullDay(now, now, zone)}, ${timeOf(now, zone)}`)),
      ...fact('Next due', dueAt ? dueWords(dueAt, now, zone) : 'nothing'),
      ...enrollments.flatMap(courseFacts),
      ...fact('Newsletter', newsletter ? 'yes' : 'no'),
      ...fact('Open claim', claim ? `one mail is being sent, since ${timeOf(claim.at)}` : 'none'),
    ),
  ];
}

/** @param {string} name @param {string} value */
const fact = (name, value) => [el('dt', {}, name), el('dd', {}, value)];

/** @param {string} dueAt @param {number} now @param {string} zone */
const dueWords = (dueAt, now, zone) =>
  Date.parse(dueAt) <= now ? 'right now' : soonWords(dueAt, now, zone);

/** @param {import('./api.js').Enrollment} enrollment */
function courseFacts({ course, track, welcomed, received }) {
  const last = received.at(-1);
  return [
    ...fact('Course', track ? `${course}, ${track}` : course),
    ...fact('Welcome sent', welcomed ? 'yes' : 'not yet'),
    ...fact('Letters sent', last ? `${received.length}, the last was “${last}”` : 'none yet'),
  ];
}

/** @param {State['replies']} written @param {number} now */
const history = (written, now) =>
  el(
    'ul',
    { className: 'history' },
    ...written
      .toReversed()
      .map((reply) =>
        el('li', {}, el('q', {}, reply.text), reply.outcome && ` ${outcomeWords(reply, now)}`),
      ),
  );

/** @param {unknown} value @param {boolean} open */
const stored = (value, open) =>
  el(
    'details',
    { open },
    el('summary', {}, 'As it is stored'),
    el('pre', { tabIndex: 0 }, JSON.stringify(value, null, 2)),
  );
