import type { CalendarWords, ClockForm, DateForm, RhythmForm, TimeForm } from './forms.ts';

/**
 * What one language says about our mails, as one value. The logic knows the names below and no
 * word; a language knows the words and no logic. `docs/translating.md` walks through adding one.
 *
 * Every text is a list of phrases, one a comma or line. In a phrase `[x]` may be missing, `(a|b)`
 * is one of them, and `{name}` is a slot: `{day}` 1 to 31, `{number}`, `{month}`, `{weekday}`,
 * `{year}`, `{unit}`, `{holiday}`, `{clock}`, `{part}` of a day, `{letter}` a letter's number, `{city}`, `{address}`
 * of a mailbox, `{word}` any word, or another time form: `{date}`, `{length}`, `{period}`. Phrases are
 * folded: lower case, straight apostrophes, and punctuation is nothing but a place where clauses part.
 */
export interface Language {
  /** BCP 47, as the folders of `content/words/` are called. */
  readonly code: string;
  /** Which way round `03/04` is; `ask` where both are used. */
  readonly numeric: 'day-first' | 'ask';
  readonly parts: Readonly<Record<Part, string>>;
  /**
   * Parts of verbs that may stand apart from them: with `ab` here and `abmelden` in a list, "melden
   * Sie mich ab" is read as "abmelden Sie mich".
   */
  readonly particles?: string;
  /**
   * In a question, a pronoun in front of a verb asks somebody for it: "¿me pausáis el curso?" is as
   * much as "can you pause it for me".
   */
  readonly pronounBegs?: true;
  /** Its ä, ö and ü are also written ae, oe and ue. */
  readonly umlauts?: true;
  readonly calendar: CalendarWords;
  readonly dates: Readonly<Record<DateForm, string>>;
  readonly times: Readonly<Record<TimeForm, string>>;
  readonly clocks: Readonly<Record<ClockForm, string>>;
  readonly rhythms: Readonly<Record<RhythmForm, string>>;
  /** "I want to die": counts by itself, whatever a classifier makes of the mail. `~` as below. */
  readonly outright: string;
  /**
   * What makes a few words beside a wish more than a short reason: people, feelings, illness, loss,
   * praise and blame. Words, or a few in a row; with `-` at its end, one is the beginning of words. Without the
   * list, a person reads all that could not be read.
   */
  readonly personal?: string;
  /**
   * Danger, violence, fear of somebody, being watched, self-harm, despair: found anywhere in a mail,
   * before any wish, unless a classifier finds it most unlikely. `~` is up to three words.
   */
  readonly distress: string;
  /** Somebody else reads this mailbox: then no note goes out. `~` as above. */
  readonly watched: string;
  /**
   * Words by what they are about, one sense a line: `fear: afraid scare*`. Every language names the
   * same senses, so that what one teaches a classifier is known in all of them.
   */
  readonly senses: string;
}

/** The parts of speech of a wish about mail. */
export type Part =
  /* Around a wish. */
  /** Hi, dear team. */
  | 'greeting'
  /** Please, thanks, sorry, okay, and whatever else is said for kindness' sake. */
  | 'courtesy'
  /** Best regards, love: a name may follow. */
  | 'farewell'
  /** Now, right away, for good, anymore, just: changes nothing. */
  | 'soft'
  /** And, so, because, then. */
  | 'and'
  /** Or. */
  | 'or'
  /** But, except that. */
  | 'but'
  /** I, we, he, it is, my: a clause may begin here though no comma says so. */
  | 'subject'
  /** Says, told, asked, if, whether, that, who: what follows is somebody's word, or no fact. */
  | 'report'

  /* Who wants it. */
  /** I would like to, I want to, may I, I need to. */
  | 'wish'
  /** Can you, would you, I want you to, please make sure to. */
  | 'demand'
  /** How do I, where can I: asks for the way, not for the thing. */
  | 'howTo'
  /** I don't want, I no longer wish to, I don't need, I'm not interested in. */
  | 'refuse'
  /** No, no more, don't, not, nothing: in front of sending, getting or what is ours. */
  | 'no'
  /** More, any more, further. */
  | 'more'

  /* Verbs. */
  /** Names leaving a list and nothing else: unsubscribe, opt out, sign me off. */
  | 'leave'
  /** Stop, end, cancel, quit: of our mails only with an object that is ours. */
  | 'end'
  /** Remove, delete, strike: of a person from a list. */
  | 'drop'
  /** Take, get, throw: the same only with an "off" or a list. A language without such verbs has none. */
  | 'pull'
  /** Send, mail, write to: what we do. */
  | 'send'
  /** Get, receive, have, read; come, arrive: what reaches them. */
  | 'get'
  /** Pause, suspend, put on hold. */
  | 'pause'
  /** A break, a rest, a breather; hold off. */
  | 'rest'
  /** Resume, unpause, reactivate: names going on after a pause and nothing else. */
  | 'resume'
  /** Continue, go on, start again, I'm back: of our mails only with an object or alone. */
  | 'goOn'
  | 'skip'
  /** Resend; send again. */
  | 'resend'
  /** I didn't get, I deleted, never arrived: in front of or behind one letter. */
  | 'missing'
  /** Again, once more. */
  | 'again'
  /** Change, switch, move, set: of hour and days. */
  | 'change'
  /** Keep, leave on, still want. */
  | 'keep'
  /** Send me: an order to us. "You send me" and "thanks for sending me" are none. */
  | 'sendMe'
  /** Too, as well: beside what they have. */
  | 'too'
  /** Sign me up for, turn on, add. */
  | 'begin'
  /** Turn off, without. */
  | 'off'
  /** Take, try, choose: of a course by its title, and looked for nowhere else. */
  | 'take'
  /** From, off, out of: in front of a title, and looked for nowhere else. */
  | 'from'

  /* Objects. */
  /** The letters, your mails, the course, my subscription: ours beyond doubt. */
  | 'ours'
  /** It, this, these, everything: ours only where nothing else is said. */
  | 'it'
  /** Everything, all your mails: of what shall end, the newsletter as well as the letters. */
  | 'all'
  /** The other one: of what is kept beside what ends. */
  | 'theOther'
  /** Once more from the first letter: start over, the course again from the beginning. */
  | 'fromStart'
  /** From the beginning: once more beside a verb of beginning, and else a word about the course. */
  | 'sinceStart'
  /** Begin the course again: going on for whoever waits, and another beginning for whoever reads. */
  | 'restart'
  /** Me, us, my address. */
  | 'me'
  /** From the list, off your list, from your mailing. */
  | 'list'
  /** One letter: today's letter, the last one, letter {letter}. */
  | 'letter'
  /** The newsletter, as something beside the letters. */
  | 'newsletter'
  /** My data, everything you have about me, my account. */
  | 'data'
  /** Delete, erase, forget: of data. */
  | 'erase'
  /** Send me, what do you have: of data. */
  | 'show'
  /** The version for friends. */
  | 'friends'
  /** The version for couples. */
  | 'couple'
  /** Discreet, neutral subjects. */
  | 'discreet'
  /** Another course, your other course. */
  | 'otherCourse'
  /** My new address, another address: a mail address follows or not. */
  | 'newAddress'

  /* Whole questions. */
  /** When does the next letter come, how many are left, am I paused. */
  | 'status'
  /** What can I write, help, commands. */
  | 'help'

  /* What goes with a wish and is none. */
  /** I'm on vacation, I'm away, we are traveling. */
  | 'away'
  /** Too many mails, no time, not for me: a bare reason, nothing that a person has to read. */
  | 'reason'
  /** Just kidding, never mind, no wait: what was said before does not count. */
  | 'takeBack'
  /** Too often, only, instead, is enough: makes of an hour or day a wish for it. */
  | 'rather'

  /* Words that are a wish when they are all that is said. */
  | 'aloneLeave'
  /** May be one when it is all that is said, so it is asked about: enough, go away. */
  | 'maybeLeave'
  | 'alonePause'
  | 'aloneResume'
  | 'aloneSkip'
  | 'aloneResend'

  /* Answers to a question of ours. */
  | 'yes'
  /** Neither, no, nothing, I was just telling you. */
  | 'neither'
  | 'first'
  | 'second'
  | 'third';
