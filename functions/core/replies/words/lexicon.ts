/** What a command rule can mean; `leave` with a date is a pause, in every language. */
export type Command =
  | 'leave'
  | 'pause'
  /** A pause only where it says until when: "no lessons this week". */
  | 'hold'
  | 'resume'
  | 'skip'
  | 'resend'
  | 'status'
  | 'help'
  | 'leave-help'
  | 'export'
  | 'delete'
  | 'repeat';

/**
 * One way to say one thing. `says` is matched from the clause's beginning, after greeting,
 * politeness and words about time are gone; what remains behind it has to be benign.
 */
export interface Rule {
  readonly command: Command;
  readonly says: string;
  /**
   * What unknown words behind `says` make of it. `none`: the verb means other things, too ("stop
   * at the third exercise"). `ask`: it is about our mail, but not plainly ("stop sending PDFs").
   */
  readonly else: 'none' | 'ask';
  /** By itself it means other things as well, so that what else is said matters. */
  readonly bare: boolean;
}

/** What stands around a command in one language. All are regular expressions on folded text. */
export interface Around {
  /** Small words that join: they tell one language from another, and nothing of what is wanted. */
  readonly connectors: readonly string[];
  /** Says nothing about what is wanted: greeting, thanks, politeness, "now". */
  readonly filler: readonly string[];
  /** "I would like to", "can you": what stands before is a wish or request to us. */
  readonly request: readonly string[];
  /** "can I": asks whether one may. */
  readonly ask: readonly string[];
  /** Words that may stand behind a command without changing it: our mails, the list, me. */
  readonly benign: readonly string[];
}

/** What makes of a command none, or a doubtful one, and what supports it. */
export interface Guards {
  /** A clause with one of these is no command: negation, stories, conditions. */
  readonly blocked: readonly string[];
  /** In the sentence of a command: it does not mean the whole ("but keep the course"). */
  readonly contrast: readonly string[];
  /** Anywhere in the mail: there is more to it ("I get this twice", "just kidding"). */
  readonly doubt: readonly string[];
  /** About somebody else. */
  readonly third: readonly string[];
  /** "I'm away", "on holiday": with an end, a wish to pause. */
  readonly away: readonly string[];
  /** A reason that goes with leaving or pausing, and makes a bare "stop" plain. */
  readonly reason: readonly string[];
  /** "no wait", "I mean": what comes after counts. */
  readonly correction: readonly string[];
}

/** The words of one language. */
export interface Lexicon extends Around, Guards {
  /** BCP 47, as the folders of `content/words/` are called. */
  readonly language: string;
  readonly rules: readonly Rule[];
}

/** Rules for one command, as many ways as there are. */
export const rules = (
  command: Command,
  otherwise: Rule['else'],
  says: readonly string[],
  weight: 'bare' | 'plain' = otherwise === 'none' ? 'bare' : 'plain',
): readonly Rule[] =>
  says.map((one) => ({ command, says: one, else: otherwise, bare: weight === 'bare' }));
