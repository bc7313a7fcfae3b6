import type { NoticeName } from '../mail/template.ts';
import type { HadLetter } from '../reader/had.ts';
import type { Change } from '../reader/lifecycle.ts';
import type { Addition, Subscriber } from '../reader/subscriber.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Option, Question, Reason, Understanding, Wish } from './understanding.ts';
import type { Act } from './wish-code.ts';

/** What became of an inbound mail; the word is kept, the mail itself expires with its bucket. */
export const OUTCOMES = [
  'applied',
  'confirm-asked',
  'clarify-asked',
  'forwarded',
  'ignored-automatic',
  'ignored-duplicate',
  'dropped',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a mail was about, as its record calls it: the first wish, where it holds several. */
export type Intent = (typeof INTENTS)[number];

export const OF_WISHES = {
  leave: 'unsubscribe',
  'letters-off': 'unsubscribe',
  pause: 'pause',
  resume: 'resume',
  schedule: 'schedule',
  skip: 'skip',
  resend: 'resend',
  status: 'status',
  help: 'help',
  export: 'export',
  erase: 'delete',
  course: 'course',
  take: 'course',
  'stop-course': 'course',
  'again-course': 'course',
  track: 'track',
  discreet: 'discreet',
  newsletter: 'newsletter',
  address: 'address',
} as const satisfies Readonly<Record<Wish['is'], string>>;

export const INTENTS = [...Object.values(OF_WISHES), 'confirm', 'clarify', 'none'] as const;

/** What to do about a reply: what it changes, who is written to, and the word for it. */
export interface ReplyDecision {
  readonly intent: Intent;
  readonly outcome: Outcome;
  readonly until?: LocalDate;
  /** What was not sure, where the reader is asked what they mean. */
  readonly because?: Reason;
  /** A yes to the mail that asked for one: to an addition, or to all of it. */
  readonly yes?: Addition | 'all';
  /** Applied to the subscriber as they are when it is saved. */
  readonly change?: (subscriber: Subscriber) => Change;
  /** Nobody wrote it: a mail program did, by itself or for a press. */
  readonly byProgram?: true;
  /** Sent to the stored address, never to the From. */
  readonly answer?: NoticeName;
  /** What the answer says was done, in this order. */
  readonly done?: readonly Act[];
  /** What was understood and is left to a person: the answer says so. */
  readonly undone?: readonly Act[];
  /** Put to the reader with the answer, and kept until they answer it. */
  readonly question?: Question;
  /** Courses to take, as the buttons of a mail of its own. */
  readonly offers?: readonly Option[];
  /** The open question has its answer: "neither". */
  readonly settled?: true;
  /** A letter that the reader had and asks for again. */
  readonly again?: HadLetter;
  /** Mailed besides: what there is to take, or the link to another address. */
  readonly besides?: readonly Besides[];
  readonly toAuthor?: true;
  /** Somebody is not well: a person writes to them, and no robot. */
  readonly distress?: NonNullable<Understanding['distress']>;
}

/** A mail of its own, for what one press of the reader does and a reply does not. */
export const BESIDES = ['courses', 'address-link'] as const satisfies readonly NoticeName[];
export type Besides = (typeof BESIDES)[number];

/** A decision as it is told, without how its change is made. */
export type Decided = Omit<ReplyDecision, 'change' | 'byProgram'>;

/**
 * A decision that holds, whatever is tried again: its change is made or was none, and what is left is to
 * say so. It lies with its mail until that is done, since whoever decided anew would decide about
 * somebody who is different by it.
 */
export interface Kept {
  readonly decision: Decided;
  /** What takes the change back. */
  readonly undo: readonly Act[];
  readonly at: Instant;
}

export const FORWARD = { outcome: 'forwarded', toAuthor: true } as const;

/** What a mail with these wishes was about. */
export const intentOf = ([first]: readonly Wish[]): Intent =>
  first === undefined ? 'none' : OF_WISHES[first.is];
