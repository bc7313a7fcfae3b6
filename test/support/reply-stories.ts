import type { Counter } from '../../functions/core/counting.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';

/** Mails that come in, each once, and what they come to: in mails, and in what is counted. */

export interface Story {
  readonly text: string;
  readonly who?: Partial<Subscriber>;
  /** A header of the mail. */
  readonly header?: string;
  /** To which address of ours it goes, if not to that for replies. */
  readonly to?: 'reply' | 'unsubscribe';
  /** They have not confirmed what they asked for, and answer the mail that asks. */
  readonly asks?: 'letters' | 'newsletter';
  /** How many mails go out, and to whom. */
  readonly mails: readonly ('reader' | 'author')[];
  /** What is counted of it by the letter that they had last, each once. */
  readonly counts: readonly Counter[];
}

const BOTH = { newsletter: true };
export const REPLY_STORIES: Readonly<Record<string, Story>> = {
  'a stop by who gets the newsletter, too': {
    text: 'stop',
    who: BOTH,
    mails: ['reader'],
    counts: ['replied', 'leftAfter'],
  },
  'a stop by who gets letters alone': {
    text: 'stop',
    mails: ['reader'],
    counts: ['replied', 'leftAfter'],
  },
  'an end of the newsletter': {
    text: 'Please stop the newsletter, but keep the letters coming.',
    who: BOTH,
    mails: ['reader'],
    // They had no issue yet.
    counts: ['replied'],
  },
  'two letters skipped, which would be four': {
    text: 'skip the next two letters',
    mails: ['reader'],
    // It is a pause with an end.
    counts: ['replied', 'pausedAfter'],
  },
  'a pause with personal words': {
    text: 'Please pause my letters until December 20. My mother died last week, and I sit by her empty chair.',
    mails: ['reader', 'author'],
    counts: ['replied', 'pausedAfter'],
  },
  'another hour': {
    text: 'Please send my letters at 6 pm',
    mails: ['reader'],
    counts: ['replied'],
  },
  'a question back': {
    text: 'pause until 03/04',
    mails: ['reader', 'author'],
    counts: ['replied'],
  },
  'personal words alone': {
    text: 'My sister and I talked all night about your letter.',
    mails: ['author'],
    counts: ['replied'],
  },
  'a yes to what was asked': { text: 'yes', asks: 'letters', mails: [], counts: [] },
  'a yes to the newsletter, by who reads': {
    text: 'yes',
    asks: 'newsletter',
    mails: ['reader'],
    counts: [],
  },
  'a vacation note': {
    text: 'I am out of the office until December 9.',
    header: 'Auto-Submitted: auto-replied',
    mails: [],
    counts: [],
  },
  'an unsubscribe that a mail program wrote': {
    text: 'unsubscribe',
    to: 'unsubscribe',
    mails: ['reader'],
    counts: ['leftAfter'],
  },
};
