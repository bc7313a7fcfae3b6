import { calendarDay } from './words.js';

/** @typedef {Pick<import('./api.js').Reply, 'intent' | 'outcome' | 'until'>} Reply */

/** What an understood wish has changed, by intent. @type {Record<string, string>} */
const APPLIED = {
  unsubscribe: 'This reader has left. Nothing will be sent to them again.',
  pause: 'Paused until they say “resume”: no letters before that.',
  resume: 'The letters go on.',
  schedule: 'The letters come at the new time from now on.',
  skip: 'A letter was moved to the letter day after.',
  export: 'Kindling wrote back with a button for a file of all that is stored.',
  delete: 'This reader has left. One press on a button in the answer erases what is stored.',
  status: 'Kindling wrote back how things stand.',
  help: 'Kindling wrote back what it understands.',
  resend: 'The letter was sent once more.',
};

/** Everything else that can become of a mail. @type {Record<string, string>} */
const OTHERWISE = {
  'confirm-asked':
    'Kindling can’t be sure that this reader wrote it. Nothing has changed; they were asked to press a button.',
  'clarify-asked':
    'Kindling was not sure what was meant, so nothing has changed, and it asked back.',
  forwarded: 'Kindling leaves this to a person: nothing has changed, and the author got the words.',
  'ignored-automatic': 'Kindling took it for an automatic mail, so nothing has changed.',
  'ignored-duplicate': 'The same words were answered a short while ago, so nothing has changed.',
  dropped: 'Kindling dropped it: it is no mail a person could have meant. Nothing has changed.',
};

/** What became of a mail, in a friendly sentence. @param {Reply} reply @param {number} now */
export function outcomeWords({ intent, outcome, until }, now) {
  if (outcome !== 'applied') return OTHERWISE[outcome ?? ''] ?? `What became of it: ${outcome}.`;
  if (until) return `Paused until ${calendarDay(until, now)}: no letters before that day.`;
  return APPLIED[intent ?? ''] ?? `Done: ${intent}.`;
}

/** A word above the sentence. @param {Reply} reply */
export function outcomeLabel({ intent, outcome }) {
  if (outcome === 'applied') return `Understood as “${intent}”, and applied`;
  return outcome === 'forwarded' ? 'Passed on to the author' : 'Nothing changed';
}
