import type { Library } from '../adapters/library.ts';
import { wishUrl } from '../core/mail/answer.ts';
import type { List, Sender } from '../core/mail/compose.ts';
import { composeForward, type LetterInCourse } from '../core/mail/forward.ts';
import type { Row } from '../core/mail/rows.ts';
import type { OutgoingMail } from '../core/mail/write.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Attached } from '../core/replies/attachments.ts';
import type { Decided } from '../core/replies/intents.ts';
import { letterAnswered } from '../core/replies/letter-answered.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';
import { isForAuthors, mintWish } from '../core/replies/signed-wish.ts';
import { inContext } from '../core/replies/strip.ts';
import { wholeLines } from '../core/replies/whole-lines.ts';
import type { Act } from '../core/replies/wish-code.ts';
import type { Instant } from '../core/time.ts';
import { saidToAuthor } from '../core/words/forwarding.ts';
import type { Words } from '../core/words/words.ts';
import { answeredBy } from './answered-by.ts';

/** The mail as it came, and what is known of it by then. */
export interface Received {
  /** SES's own id of it. */
  readonly messageId: string;
  readonly place: string;
  readonly attached: Attached;
  /** What takes back what was done. */
  readonly undo: readonly Act[];
  /** What it answers. */
  readonly list: List;
}

interface ForwardWorld {
  readonly library: Library;
  readonly sender: Sender;
  now(): Instant;
}

/** A reader's mail for the author: their words in context, what was done, what may be done. */
export function forwardOf(
  world: ForwardWorld,
  decision: Decided,
  mail: InboundMail,
  subscriber: Subscriber | undefined,
  received: Received,
): OutgoingMail {
  const { library, sender } = world;
  const { publication, ownWords } = library;
  const words = library.words(library.languages[0]);
  return composeForward(
    {
      address: subscriber?.address ?? mail.from,
      readerName: subscriber?.name ?? (mail.fromName || undefined),
      text: wholeLines(inContext(mail.text, ownWords), mail.text) || mail.text.trim(),
      about: subscriber && aboutOf(library, subscriber, received, mail),
      said: saidToAuthor(decision, subscriber, words, library.courses),
      distress: decision.distress,
      attached: received.attached,
      place: received.place,
      links: subscriber ? linksFor(world, decision, subscriber, received, words) : [],
    },
    {
      mail: library.forward,
      answered: answeredBy(mail),
      sender,
      author: publication.author,
      row: library.row,
      words,
    },
  );
}

const aboutOf = (
  library: Library,
  subscriber: Subscriber,
  { list }: Received,
  { subject }: InboundMail,
) =>
  list === 'letters'
    ? letterOf(library, subscriber, subject)
    : { issue: library.newsletters.find(({ title }) => subject.includes(title))?.title };

/** The letter that a mail answers, by its subject; or else the last one that they had. */
function letterOf(
  { courses }: Library,
  subscriber: Subscriber,
  subject: string,
): LetterInCourse | undefined {
  const about = letterAnswered(subscriber, courses, subject);
  if (about === undefined) return undefined;
  const { subject: letter, place, of, isNamed } = about;
  return { letter, place, of, isNamed };
}

/**
 * What one press may do for them, and what takes back what was done. A link holds the reader's own
 * wish, and does no more than each of their letters lets them do; so it may be found in a quote.
 */
function linksFor(
  { sender: { webUrl }, now }: ForwardWorld,
  { outcome, distress, question }: Decided,
  subscriber: Subscriber,
  { messageId, undo }: Received,
  { forward }: Words,
): readonly Row[] {
  const link = (label: string, text: string, acts: readonly Act[]): Row => {
    const url = wishUrl(webUrl, mintWish(subscriber, 'author', acts, now()));
    return { label, parts: [{ text, to: url }], url };
  };
  const { is } = subscriber.standing;
  const reads = is === 'active' || is === 'paused';
  const read = outcome === 'applied' || question !== undefined;
  return [
    ...(is === 'active' ? [link(forward.ifRest, forward.pause, [{ is: 'pause' }])] : []),
    ...(reads ? [link(forward.ifEnough, forward.leave, [{ is: 'leave' }])] : []),
    ...(undo.length > 0 && undo.every(isForAuthors)
      ? [link(forward.ifWrong, forward.back, undo)]
      : []),
    ...(read && distress === undefined
      ? [link(forward.ifNone, forward.noWish, [{ is: 'no-wish', mail: messageId }])]
      : []),
  ];
}
