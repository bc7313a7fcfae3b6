import type { Courses } from '../reader/owed.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import type { Decided } from '../replies/intents.ts';
import { changes } from '../replies/understanding.ts';
import { optionInWords } from './wishes.ts';
import type { Words } from './words.ts';

/** Where it is written what helps a reader in trouble. */
const GUIDE = 'docs/when-a-reader-is-in-trouble.md';

/** What was done about a reader's mail, as the first line that the author reads of it. */
export function saidToAuthor(
  decision: Decided,
  subscriber: Subscriber | undefined,
  words: Words,
  courses: Courses,
): string {
  const { distress, answer } = decision;
  const done = doneToAuthor(decision, subscriber, words, courses);
  if (distress === undefined) return done;
  const { forward } = words;
  const left = decision.done?.some(({ is }) => is === 'leave');
  return [
    forward.distress,
    left ? forward.leftQuietly : decision.outcome === 'applied' ? done : '',
    answer === 'care' ? forward.noted : forward.notNoted,
    forward.guide({ file: GUIDE }),
  ]
    .filter((line) => line !== '')
    .join(' ');
}

function doneToAuthor(
  { done = [], undone = [], question }: Decided,
  subscriber: Subscriber | undefined,
  words: Words,
  courses: Courses,
): string {
  const { forward } = words;
  // Somebody whose item can't be read may leave, and no more.
  if (subscriber === undefined)
    return done.some(({ is }) => is === 'leave') ? forward.leftQuietly : forward.unchanged;
  // What is offered beside a deed is no doubt about it.
  if (question !== undefined && question.because !== 'offered') {
    const what = question.options.map((option) =>
      optionInWords(option, subscriber, words, courses),
    );
    return forward.askedWhether({ what: what.join(' / ') });
  }
  // What only tells (a status, a list of commands) changes nothing.
  const acts = done.filter(changes);
  if (acts.length === 0) {
    const waits = subscriber.standing.is === 'pending';
    return waits ? `${forward.unchanged} ${forward.notYet}` : forward.unchanged;
  }
  const did = forward.did({ what: optionInWords(acts, subscriber, words, courses) });
  return undone.length > 0 ? `${did} ${forward.more}` : did;
}
