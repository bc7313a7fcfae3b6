import { html, nothing } from 'lit-html';
import { send } from './api.js';
import { confirmFirst } from './parts.js';

/** @typedef {import('../../desk/deeds.ts').Deed} Deed */
/** @typedef {import('../../desk/deeds.ts').Foreseen} Foreseen */
/** @typedef {import('../reader-routes.ts').ForeseenTold} ForeseenTold */
/** @typedef {import('../reader-routes.ts').OutcomeTold} OutcomeTold */
/** @typedef {import('../../desk/reader.ts').OneReader} OneReader */
/** @typedef {import('./studio.js').Desk} Desk */

/** What an author may do for somebody. @type {readonly (readonly [is: Deed['is'], name: string])[]} */
const DEEDS = [
  ['pause', 'Pause'],
  ['resume', 'Go on'],
  ['jump', 'Move to another place'],
  ['again', 'Send a letter again'],
  ['address', 'Another address'],
  ['leave', 'End it for them'],
  ['erase', 'Erase all'],
];

/** @param {OneReader} reader @param {Desk} desk */
export function deedsFor(reader, desk) {
  if (!desk.told.mayWrite) {
    return html`<p class="soft">To pause, move, write to or erase them, start the studio with <code>--write</code>.</p>`;
  }
  return html`<p class="choices" role="group" aria-label="What you can do for them">${DEEDS.map(
    ([is, name]) =>
      html`<button type="button" @click=${() => begin(is, name, reader, desk)}>${name}</button>`,
  )}</p>`;
}

/** A deed that needs a word more asks for it first. @param {Deed['is']} is @param {string} name @param {OneReader} reader @param {Desk} desk */
function begin(is, name, reader, desk) {
  if (is === 'resume' || is === 'leave' || is === 'erase')
    return void foreseen({ is }, name, reader, desk);
  confirmFirst(
    { title: `${name}?`, says: nothing, form: formFor(is, reader), yes: 'Show me what that does' },
    async (filled) => {
      // What is left empty is not said.
      const said = [...filled].filter(([, value]) => value !== '');
      /** @type {unknown} */
      const deed = { is, ...Object.fromEntries(said) };
      await foreseen(/** @type {Deed} */ (deed), name, reader, desk);
    },
  );
}

/** What a deed is asked for, by the names that it has in it. @param {Deed['is']} is @param {OneReader} reader */
function formFor(is, { courses }) {
  const course = html`<p><label>Course <select name="course">${courses.map(({ course }) => html`<option>${course}</option>`)}</select></label></p>`;
  switch (is) {
    case 'pause':
      return html`<p><label>Until (left empty: until they say so) <input type="date" name="until"></label></p>`;
    case 'again':
      return html`${course}
        <p><label>Its number or its id (left empty: the newest) <input name="letter"></label></p>`;
    case 'address':
      return html`<p><label>The new address, whose mailbox has to say yes <input type="email" name="to" required></label></p>`;
    default:
      return html`${course}
        <p><label>How many letters they have had, the id of the last one, or “finished” <input name="place" required></label></p>`;
  }
}

/** A dry run, shown before it is done. @param {Deed} deed @param {string} name @param {OneReader} reader @param {Desk} desk */
async function foreseen(deed, name, { id }, { say, again }) {
  const sent = (/** @type {string} */ path, /** @type {object} */ more) =>
    send(path, { id, deed, ...more }).catch((error) => ({ is: 'kept', says: error.message }));
  /** @type {ForeseenTold} */
  const dry = await sent('foresee', {});
  if (dry.is === 'kept') return say(dry.says);
  const reason = dry.needsReason
    ? html`<p><label>Why (kept with the record) <input name="reason" required></label></p>`
    : nothing;
  confirmFirst(
    { title: `${name}?`, says: differences(dry.changes), form: reason, yes: 'Yes, do it' },
    async (filled) => {
      const why = filled.get('reason');
      /** @type {OutcomeTold} */
      const outcome = await sent('do/reader', {
        deed: dry.deed,
        ...(why !== null && { reason: String(why) }),
      });
      await again();
      say(outcome.is === 'kept' ? outcome.says : 'It is done, and recorded as done by you.');
    },
  );
}

/** @param {(Foreseen & { readonly is: 'foreseen' })['changes']} changes */
const differences = (changes) =>
  html`<dl class="differences">${changes.map(
    ({ what, before, after }) => html`<div><dt>${what}</dt><dd>${before} → ${after}</dd></div>`,
  )}</dl>`;
