import { keptFromMail, type Task } from '../../functions/core/reader/errand.ts';
import { letterMeant } from '../../functions/core/reader/had.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { typedThere } from '../../functions/core/reader/typed-address.ts';
import type { Deed, Difference, Kept, MailDeed } from './deeds.ts';
import type { Desk } from './desk.ts';
import { idOf, storedAs } from './reader.ts';

/** A mail that would go for a reader: what to have the door do, and what that is in words. */
export interface MailFor {
  readonly is: 'mail';
  readonly task: Exclude<Task, { is: 'erase' }>;
  readonly deed: Deed;
  readonly changes: readonly Difference[];
}

/**
 * Which mail a deed would send, as far as the desk sees. The door knows more: which letters its package holds, how
 * many were asked for of late, and what else has been typed at an address.
 */
export async function mailFor(
  desk: Desk,
  reader: Subscriber,
  deed: MailDeed,
): Promise<MailFor | Kept> {
  const because = keptFromMail(reader);
  if (because !== undefined) return { is: 'refused', because };
  return deed.is === 'again' ? letterFor(desk, reader, deed) : buttonFor(desk, reader, deed);
}

function letterFor(
  { courses }: Pick<Desk, 'courses'>,
  reader: Subscriber,
  deed: MailDeed & { readonly is: 'again' },
): MailFor | Kept {
  const letter = letterMeant(reader, deed);
  if (letter === undefined) return { is: 'refused', because: 'no-such-letter' };
  const { course, lesson } = letter;
  const outline = courses.find(({ slug }) => slug === course);
  const subject = outline?.lessons.find(({ id }) => id === lesson)?.subject;
  const inWords = `letter ${course}/${lesson}${subject === undefined ? '' : `, “${subject}”`}`;
  return {
    is: 'mail',
    task: { is: 'again', letter },
    deed: { is: 'again', letter: lesson, course },
    changes: [{ what: 'mailed', before: inWords, after: reader.address }],
  };
}

async function buttonFor(
  desk: Desk,
  reader: Subscriber,
  deed: MailDeed & { readonly is: 'address' },
): Promise<MailFor | Kept> {
  const { to } = deed;
  if (to === reader.address) return { is: 'refused', because: 'same-address' };
  const id = await idOf(desk, to);
  const found = id && (await storedAs(desk, id, 'subscriber'));
  if (id === undefined || found?.is === 'unreadable')
    return { is: 'refused', because: 'not-mailed' };
  const there = { known: found?.subscriber, request: undefined };
  const typed = typedThere(reader, there, { id, secret: reader.secret, now: desk.now });
  if (typed.is !== 'mail') return { is: 'refused', because: 'not-mailed' };
  const what = typed.notice === 'new-address' ? BUTTON : WORD;
  return {
    is: 'mail',
    task: { is: 'address', to },
    deed,
    changes: [{ what: 'mailed', before: what, after: to }],
  };
}

const BUTTON = 'a button, good for an hour';
const WORD = 'word that letters come there already; nothing changes';
