import type { CourseOutline, CourseSlug } from '../course.ts';
import type { Days } from '../reader/schedule.ts';
import type { LocalDate, Zone } from '../time.ts';
import type { OwnWords } from './own-words.ts';

/** One thing that a reader asks for. Days are the reader's own. */
export type Wish =
  /**
   * "Stop": whoever gets the newsletter, too, is asked about it. `all` is said with "everything",
   * `newsletter` where nothing else is named, `either` where it is named and it is not plain what ends.
   */
  | { readonly is: 'leave'; readonly of?: 'all' | 'newsletter' | 'either' }
  /** The letters of every course, and not the newsletter. */
  | { readonly is: 'letters-off' }
  /**
   * `until` is the first day on which mail flows again; without it, until they say so. Where no list is named,
   * whoever gets both pauses what they answer; `either` where it is not plain what is named.
   */
  | {
      readonly is: 'pause';
      readonly from?: LocalDate;
      readonly until?: LocalDate;
      readonly of?: 'all' | 'letters' | 'newsletter' | 'either';
    }
  /** `over`: its words mean another beginning where somebody reads already. */
  | {
      readonly is: 'resume';
      readonly on?: LocalDate;
      readonly over?: true;
      readonly of?: 'newsletter';
    }
  | {
      readonly is: 'schedule';
      /** Since midnight, on a half hour. */
      readonly minutes?: number;
      readonly days?: Days;
      readonly zone?: Zone;
    }
  | { readonly is: 'skip'; readonly count: number }
  /** Without a number the last one; the number is the one printed on the letter. */
  | { readonly is: 'resend'; readonly letter?: number }
  | { readonly is: 'status' | 'help' | 'export' | 'erase' }
  /** What else there is to read; that course, where it is named; or one again from its first letter. */
  | { readonly is: 'course'; readonly of?: CourseSlug; readonly again?: true }
  | { readonly is: 'take'; readonly of: CourseSlug }
  /** As which time, by how often they had begun it when it was offered. */
  | { readonly is: 'again-course'; readonly of: CourseSlug; readonly time?: number }
  /** Without a name that whose letter is answered. */
  | { readonly is: 'stop-course'; readonly of?: CourseSlug }
  | { readonly is: 'track'; readonly to: 'friends' | 'couple' }
  | { readonly is: 'discreet'; readonly on: boolean }
  | { readonly is: 'newsletter'; readonly on: boolean }
  /** The letters shall come to another address, as written; it may not be said to which. */
  | { readonly is: 'address'; readonly to?: string };

/** What only tells something, or mails a link to the stored address: whoever asks, it costs nothing. */
const TELLING: ReadonlySet<string> = new Set<Wish['is']>(['status', 'help', 'course', 'address']);

/** Whether it asks for more than to be told something. */
export const asksForMore = ({ is }: { readonly is: string }): boolean => !TELLING.has(is);

/** Whether it asks for anything to be changed: a letter that comes again leaves all as it is. */
export const changes = ({ is }: { readonly is: string }): boolean =>
  asksForMore({ is }) && is !== 'resend';

/** What a reply comes to: what shall be done, and apart from that, who reads it. */
export interface Understanding {
  /** To be done now, in this order; each is beyond doubt. */
  readonly wishes: readonly Wish[];
  /** Nothing is done, and the reader is asked. Where it is set, {@link wishes} is empty. */
  readonly question?: Question;
  /**
   * Danger, violence, fear, despair. Then {@link wishes} is empty, or an unmistakable leave.
   * `watched`: somebody else reads this mailbox, so nothing is written to it.
   */
  readonly distress?: 'alone' | 'watched';
  /** It holds more than wishes, times and courtesies: a person reads it. */
  readonly personal: boolean;
}

/** What is in doubt, and what it may have meant, each option a choice of its own. */
export interface Question {
  readonly because: Reason;
  /** One to three of them, the likeliest first: {@link MOST_OPTIONS}. "Neither" is always offered beside them. */
  readonly options: readonly Option[];
}

/** Beyond that, people stop reading, and "the fourth one" is no word that we know. */
export const MOST_OPTIONS = 3;

/** What one answer to a question would do. */
export type Option = readonly Wish[];

/** Why a reader is asked: a word of ours, kept with the mail's record and counted in the log. */
export const REASONS = [
  /** "03/04": March 4 or April 3. */
  'ambiguous-date',
  'no-such-day',
  'long-ago',
  'vague-length',
  'too-far',
  'past',
  /** A question mark: "pause until Monday?" */
  'a-question',
  /** A wish that is taken back or doubted in the same mail. */
  'taken-back',
  /** Two wishes that exclude each other, or an "or". */
  'two-wishes',
  /** "Less often" says no rhythm. */
  'how-often',
  /** A word that may be a wish, among words that are none. */
  'more-to-it',
  /** It reads like a wish that we have no words for. */
  'sounds-like-a-wish',
  /** It reads like none, though its words are a wish's. */
  'sounds-like-none',
  /** "Start over": there is no way back to where they are now. */
  'start-over',
  /** A course that is offered; or what is not ended, beside what is. */
  'offered',
] as const;
export type Reason = (typeof REASONS)[number];

/** What a reply is read against. */
export interface Context {
  /** ISO 8601 moment at which the reply came. */
  readonly now: string;
  /** The reader's IANA zone. */
  readonly zone: string;
  /** BCP 47: the language that they read us in. */
  readonly language?: string;
  readonly subject?: string;
  /** The reader's own address, which "unsubscribe jo@example.com" may name. */
  readonly address?: string;
  /** What the courses are called, which a reply may name. */
  readonly courses?: readonly Pick<CourseOutline, 'slug' | 'title'>[];
  readonly state?: 'active' | 'paused';
  /** What our mails say, which is nobody's wish. */
  readonly ownWords?: OwnWords;
}

export const NOTHING: Understanding = { wishes: [], personal: false };
