import { html } from 'hono/html';
import { masked } from '../../core/address.ts';
import type { Refusal } from '../../core/reader/lifecycle.ts';
import type { Courses } from '../../core/reader/owed.ts';
import type { Subscriber } from '../../core/reader/subscriber.ts';
import { scheduleInWords } from '../../core/words/phrases.ts';
import { courseInWords, pausedInWords } from '../../core/words/wishes.ts';
import type { Words } from '../../core/words/words.ts';
import { type Told, tellingOf } from '../told.ts';
import type { Markup } from './layout.ts';

/** The page that tells it. */
interface ToldView {
  readonly words: Words;
  readonly subscriber: Subscriber;
  readonly present: { readonly courses: Courses };
  readonly whole: boolean;
  readonly guard: Markup;
}

/**
 * What came of a press: what is different now, and a button that puts it back. By a letter's link it does so
 * with the proof that this is all it does. The sentence takes the focus, since screen readers do not read out a status that a page begins with.
 */
export function toldNote(
  { words, subscriber, present: { courses }, whole, guard }: ToldView,
  told: Told,
): Markup {
  const sentence = said(words, subscriber, told, courses);
  return html`<div class="done" role="status" tabindex="-1" autofocus><p>${sentence}</p>
${told.undo && undoButton(words, whole ? told.undo : { ...told.undo, told: tellingOf(subscriber, told) }, guard)}</div>`;
}

function undoButton({ wish }: Words, fields: NonNullable<Told['undo']>, guard: Markup): Markup {
  const inputs = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value })),
  );
  return html`<form method="post">${inputs.map(
    ({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="quiet">${wish.undo}</button>${guard}</form>`;
}

function said(words: Words, subscriber: Subscriber, told: Told, courses: Courses): string {
  if (told.is === 'refused') return refusedInWords(words, told.because);
  if (told.is === 'unchanged') return words.done.nothing;
  const { done } = words;
  const { address } = subscriber;
  switch (told.action) {
    case 'schedule':
      return done.schedule({ schedule: scheduleInWords(subscriber, words) });
    case 'pause':
      return pausedInWords(listPaused(subscriber), subscriber, words);
    case 'pause-newsletter':
      return pausedInWords('newsletter', subscriber, words);
    case 'resume':
      return done.resumed;
    case 'track':
      return done.track;
    case 'discreet':
    case 'open':
      return done[told.action];
    case 'newsletter':
    case 'resume-newsletter':
      return done.newsletter;
    case 'no-newsletter':
      return done.noNewsletter;
    case 'alongside':
      return done.alongside;
    case 'after-course':
      return done.afterCourse;
    case 'form-mail':
      return done.formMail;
    case 'no-form-mail':
      return words.never.doneDetail;
    case 'mail':
      return words.preferences.mailed({ address: masked(address) });
    case 'leave':
      return done.left;
    case 'take':
    case 'stop-course':
    case 'again-course':
    case 'back-course':
      return courseInWords({ is: told.action, of: told.course }, subscriber, words, courses);
    case 'turns':
      return done.turns;
    case 'in-a-row':
      return done.inARow;
  }
}

/** What a break of the letters holds; to whoever gets nothing else, nothing else is said. */
function listPaused({ standing, newsletter }: Subscriber): 'letters' | 'all' | undefined {
  if (!newsletter) return undefined;
  return standing.is === 'paused' && standing.letters ? 'letters' : 'all';
}

function refusedInWords({ preferences: said }: Words, because: Refusal | undefined): string {
  switch (because) {
    case 'not-confirmed':
      return said.refusedPending;
    case 'suppressed':
      return said.refusedSuppressed;
    case 'no-such-track':
      return said.refusedTrack;
    case 'no-such-course':
      return said.refusedCourse;
    case 'too-late':
      return said.refusedLate;
    default:
      return said.refusedLeft;
  }
}
