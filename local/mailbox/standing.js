import { calendarDay, fullDay, isoDay } from './words.js';

/** @typedef {Pick<import('./api.js').Subscriber, 'standing' | 'zone' | 'dueAt'>} Subscriber */

/** Where a reader stands, in words. @param {Subscriber} subscriber @param {number} now */
export function standingWords({ standing, zone, dueAt }, now) {
  const { is, since, from, until, at, by, because, letters } = standing;
  const on = (/** @type {string | undefined} */ when) =>
    when ? ` on ${fullDay(when, now, zone)}` : '';
  switch (is) {
    case 'pending':
      return `Asked to join${on(since)}, and has not confirmed. Gets nothing but the one mail that asks.`;
    case 'active':
      return dueAt ? 'Reading: the letters come.' : 'Has had every letter there is.';
    case 'paused': {
      const start =
        from && from > isoDay(now, zone) ? `Pauses from ${calendarDay(from, now)}` : 'Paused';
      const end = until ? `until ${calendarDay(until, now)}` : 'until they say “resume”';
      return `${start} ${end}${letters ? ', the letters alone' : ''}.`;
    }
    case 'left':
      return `Left${on(at)}${LEFT_BY[by ?? ''] ?? ''}. Gets nothing anymore.`;
    case 'suppressed':
      return `Must not be mailed${BECAUSE[because ?? ''] ?? ''}. Gets nothing anymore.`;
  }
}

/** @type {Record<string, string>} */
const LEFT_BY = {
  'one-click': ', with their mail program’s unsubscribe button',
  page: ', on the web page',
  reply: ', by answering a letter',
  mailto: ', with an unsubscribe mail',
};

/** @type {Record<string, string>} */
const BECAUSE = {
  'hard-bounce': ': the address does not exist',
  complaint: ': they reported a mail as spam',
  refused: ': the mail provider refuses the address',
};
