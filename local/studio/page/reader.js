import { html, nothing } from 'lit-html';
import { standingWords } from '../../mailbox/standing.js';
import { momentOf, scheduleWords, zoneWords } from '../../mailbox/words.js';
import { deedsFor } from './deeds.js';
import { facts, listOrNone, part } from './parts.js';
import { linkTo } from './place.js';
import { replyLine } from './reply-line.js';

/** @typedef {import('../../desk/reader.ts').Found} Found */
/** @typedef {import('../../desk/reader.ts').OneReader} OneReader */
/** @typedef {import('./studio.js').Desk} Desk */

/** All that an author may see of somebody: no secrets, and nothing of check-ins. @param {Found} found @param {Desk} desk */
export function oneReader(found, desk) {
  const back = html`<p><a href=${linkTo('readers')}>All readers</a></p>`;
  if (found.is === 'unknown') return html`${back}<p>Nobody is stored under that id.</p>`;
  if (found.is === 'unreadable') return html`${back}<p class="problem">${found.because}</p>`;
  const { reader } = found;
  const { now } = desk.told;
  /** In their own time. @param {string} when */
  const at = (when) => momentOf(when, now, reader.schedule.zone);
  return html`${back}
    <h2>${reader.address ?? 'Somebody without an address'}${reader.name ? html` <span class="soft">${reader.name}</span>` : nothing}</h2>
    <p class="lead">${standing(reader, now)}</p>
    ${facts([
      ['Letters come', `${scheduleWords(reader.schedule)}, ${zoneWords(reader.schedule.zone)}`],
      ['Next', next(reader, at)],
      reader.inFlightSince === undefined
        ? undefined
        : ['On its way since', at(reader.inFlightSince)],
      ['Newsletter', newsletter(reader)],
      reader.discreet ? ['Discreet', 'yes'] : undefined,
      reader.quiet ? ['Quiet', 'no mail for what anybody types'] : undefined,
    ])}
    ${deedsFor(reader, desk)}
    ${part('courses', reader.byTurns ? 'Courses, by turns' : 'Courses', listOrNone('None.', reader.courses.map(course)))}
    ${part(
      'replies',
      'What became of what they wrote',
      listOrNone(
        'Nothing yet.',
        reader.replies.toReversed().map((one) => replyLine(one, desk)),
      ),
    )}
    ${part(
      'records',
      'Records',
      listOrNone(
        'None.',
        reader.facts.toReversed().map((fact) => record(fact, at)),
      ),
    )}
    <p class="soft">Their id here: <code>${reader.id}</code></p>`;
}

/** @param {OneReader} reader @param {string} now */
function standing({ standing, schedule, next, isRequest, asksSince }, now) {
  if (isRequest) return 'Asked to join, and has not confirmed.';
  const dueAt = next.is === 'on' || next.is === 'soon' ? 'soon' : undefined;
  const said = standingWords(
    { standing, zone: schedule.zone, ...(dueAt && { dueAt }) },
    Date.parse(now),
  );
  return html`${said}${asksSince ? ' The address has asked for something that waits for their yes.' : nothing}`;
}

/** @param {OneReader} reader */
function newsletter({ newsletter, newsletterPaused: paused }) {
  if (!newsletter) return 'no';
  if (paused === undefined) return 'yes';
  const { from, until } = paused;
  return `yes, paused${from ? ` from ${from}` : ''}${until ? ` until ${until}` : ''}`;
}

/** @type {Record<OneReader['next']['is'], string>} */
const NEXT = {
  on: '',
  soon: 'on its way',
  waiting: 'nothing, until they go on',
  'all-read': 'nothing: they have had all',
  stopped: 'nothing: they have stopped their courses',
  nothing: 'nothing',
};

/** @param {OneReader} reader @param {(when: string) => string} at */
function next(reader, at) {
  const { next, mail } = reader;
  const when = next.is === 'on' ? at(next.at) : NEXT[next.is];
  return mail === undefined || !['on', 'soon'].includes(next.is) ? when : `${mail}, ${when}`;
}

/** @param {OneReader['courses'][number]} course */
const course = ({ course, track, received, of, next, stopped, again }) => html`<li>
  ${course}${track ? `, ${track}` : nothing}: ${received.length} of ${of}${
    stopped ? ', stopped' : next ? `, next ${next}` : ', finished'
  }${again ? `, begun again ${again === 1 ? 'once' : `${again} times`}` : nothing}</li>`;

/** @param {OneReader['facts'][number]} fact @param {(when: string) => string} at */
const record = ({ kind, at: when, details }, at) => html`<li>
  <time datetime=${when}>${at(when)}</time> <strong>${kind}</strong>
  <span class="soft">${Object.entries(details)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')}</span></li>`;
