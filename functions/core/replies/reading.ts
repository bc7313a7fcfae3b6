import { WEEKDAYS } from './date-words.ts';
import type { Calendar } from './days.ts';
import {
  ANY_COMMAND,
  ASK,
  AWAY,
  BENIGN,
  BLOCKED,
  CONTRAST,
  CORRECTION,
  FILLER,
  MATCHERS,
  type Matcher,
  REASON,
  REQUEST,
  THIRD,
} from './lexicon.ts';
import { takeWhen, type When } from './periods.ts';
import type { Command } from './words/lexicon.ts';

/** What one clause of a reply says. */
export type Reading =
  /** Greeting, thanks and the like. */
  | { readonly kind: 'filler' }
  /** Only says when. */
  | { readonly kind: 'when'; readonly when: When }
  | { readonly kind: 'away'; readonly when: When | undefined }
  /** What follows counts instead of what came before. */
  | { readonly kind: 'correction' }
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly when: When | undefined;
      /** A word that means other things as well, so that what else is said matters. */
      readonly bare: boolean;
      /** It is about our mail, but not plainly about all of it. */
      readonly unsure: boolean;
      /** "Can I …?", "… ?" */
      readonly asked: 'may-i' | 'question' | undefined;
      /** As a wish or request to us: "could you", "I'd like to". */
      readonly requested: boolean;
      /** "Stop the letters", and not "unsubscribe": with "for now" it is a pause. */
      readonly stops: boolean;
      /** "I have to stop": may be about the reader's own life. */
      readonly must: boolean;
      readonly lesson: number | undefined;
    }
  /** `reason`: it goes with leaving or pausing ("no time"). */
  | { readonly kind: 'other'; readonly reason: boolean };

export type CommandReading = Extract<Reading, { kind: 'command' }>;

const MAX_CLAUSE = 300;

/** "Bis Montag!", "hasta mañana": see you then. */
const FAREWELL = new RegExp(
  `^(?:see you(?: on)?|bis|hasta(?: el)?|até(?: a| ao)?|tot|à|a)\\s(?:${[...WEEKDAYS.keys()].join('|')}|tomorrow|morgen|demain|mañana|domani|amanhã|bald|dann|später|soon|later)$`,
  'u',
);

/** Reads one folded clause, or a sentence as one. */
export function readClause(given: string, question: boolean, calendar: Calendar): Reading {
  const clause = given.slice(0, MAX_CLAUSE);
  const whole = peeled(clause);
  if (whole.core === '') return { kind: 'filler' };
  if (matches(CORRECTION, whole.core) === whole.core.length) return { kind: 'correction' };
  if (FAREWELL.test(whole.core)) return { kind: 'filler' };
  const timed = takeWhen(clause, calendar);
  const rest = timed.when === undefined ? whole : peeled(timed.rest);
  if (rest.core === '' && timed.when !== undefined) return { kind: 'when', when: timed.when };
  // "for" in "for now" and the like may be all that is left.
  const plainer = timed.rest.replace(POLITE, '');
  const peels = [rest, whole, { ...whole, core: whole.full }];
  if (plainer !== timed.rest) peels.push(peeled(plainer));
  const seen = peels
    .filter(({ core }, at) => peels.findIndex((other) => other.core === core) === at)
    .map((peel) => command(peel, clause, question, timed.when));
  const found =
    seen.find((reading) => reading?.kind === 'command' && !reading.unsure) ??
    seen.find((reading) => reading !== undefined);
  return found ?? away(timed.rest, timed.when) ?? { kind: 'other', reason: REASON.test(clause) };
}

/** Politeness that people put anywhere: "schrijf me alsjeblieft uit". */
const POLITE =
  /(?<=\S)\s(?:please|pls|plz|kindly|bitte|aub|alsjeblieft|alstublieft|graag|svp|stp|s'il (?:vous|te) pla[iî]t|por favor|porfa|per favore|per piacere|cortesemente)(?=\s\S)/gu;

interface Peeled {
  readonly core: string;
  /** With the politeness at its end, which may belong to the command ("send it again"). */
  readonly full: string;
  readonly asked: boolean;
  readonly requested: boolean;
  readonly must: boolean;
}

const MUST =
  /^i(?: really| just| do| now)* (?:need|have|ought|must|should)|^i (?:must|should|will)|^i'll|^ich muss|^je dois|^tengo que|^devo|^tenho|^ik moet/u;

/** Takes greeting, politeness and the forms of a request off both ends. */
function peeled(clause: string): Peeled {
  let core = clause.trim();
  let asked = false;
  let requested = false;
  let must = false;
  for (let turn = 0; turn < 12 && core !== ''; turn += 1) {
    const before = core;
    core = cut(core, matches(FILLER, core));
    const ask = matches(ASK, core);
    asked ||= ask > 0;
    core = cut(core, ask);
    if (ask === 0) {
      const request = matches(REQUEST, core);
      if (request > 0) must ||= MUST.test(core);
      requested ||= request > 0;
      core = cut(core, request);
    }
    if (core === before) break;
  }
  return { core: trailing(core), full: core, asked, requested, must };
}

const cut = (text: string, length: number): string =>
  text.slice(length).replace(/^[\s,;:!.?'"-]{1,20}/, '');

/** How many characters a sticky pattern matches at a position. */
function matches(pattern: RegExp, text: string, at = 0): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Takes politeness off the end: the longest tail of words that is nothing but filler. */
function trailing(core: string): string {
  const starts = [...core.matchAll(/\s/g)].map(({ index }) => index + 1).slice(-14);
  for (const start of starts) {
    if (onlyOf(FILLER, core.slice(start)))
      return core.slice(0, start).replace(/[\s,;:!.-]{1,20}$/, '');
  }
  return core;
}

/** "l'abonnement": the article is no word of its own. */
const ELISION = /(?:[ldmsnjtc]|dell|all|dall|nell|sull|un|qu)'(?=\p{L})/uy;

/** Whether a text is made of words of one kind only. Goes forward only, so it cannot hang. */
function onlyOf(pattern: RegExp, text: string): boolean {
  let at = 0;
  while (at < text.length) {
    const space = /[\s,;:!.?'"()/&+-]/.test(text[at] ?? '') ? 1 : 0;
    const step = space || matches(pattern, text, at) || matches(ELISION, text, at);
    if (step === 0) return false;
    at += step;
  }
  return true;
}

/** Behind "unsubscribe": the name of a course or list, which we may not know. */
const FROM_SOMETHING =
  /^\s?(?:me |us |mich |moi |my e-?mail |my address )?(?:from|off|out of|von|vom|de|du|da|dal|van)\s(?!(?:him|her|them|my|his|their|ihm|ihr|ihnen|mein\p{L}*|lui|elle|mon|ma|mes|él|ella|mi|mis|lei|mio|mia|ele|ela|meu|minha|hem|haar|mijn)(?!\p{L}))(?:\S+\s?){1,5}$/u;
/** Other people write letters, too: "no more letters from Tom". */
const LETTERS_OF = /(?:letters?|briefe?n?|brieven|lettres?|cartas?|letter[ae])$/u;

function command(
  peel: Peeled,
  clause: string,
  question: boolean,
  when: When | undefined,
): Reading | undefined {
  if (matches(ANY_COMMAND, peel.core) === 0) return undefined;
  let unsure: Matcher | undefined;
  for (const matcher of MATCHERS) {
    const length = matches(matcher.says, peel.core);
    if (length === 0) continue;
    const plain = plainly(matcher, peel.core.slice(0, length), peel.core.slice(length));
    if (plain) return read(matcher, peel, clause, question, when, false);
    if (matcher.else === 'ask') unsure ??= matcher;
  }
  return unsure === undefined ? undefined : read(unsure, peel, clause, question, when, true);
}

function plainly(matcher: Matcher, said: string, tail: string): boolean {
  if (onlyOf(BENIGN, tail) || (matcher.command === 'resend' && tail.split(' ').length <= 6))
    return true;
  if (LETTERS_OF.test(said)) return false;
  return matcher.command === 'leave' && matcher.else === 'ask' && FROM_SOMETHING.test(tail);
}

const NEVER_BLOCKED: readonly Command[] = ['leave-help', 'resend', 'status', 'help'];

function read(
  matcher: Matcher,
  peel: Peeled,
  clause: string,
  question: boolean,
  when: When | undefined,
  unsure: boolean,
): Reading | undefined {
  const { command } = matcher;
  if (!NEVER_BLOCKED.includes(command) && BLOCKED.test(clause)) return undefined;
  const changes = command === 'leave' || command === 'pause' || command === 'hold';
  if (changes && THIRD.test(clause)) return undefined;
  if (command === 'hold' && when === undefined) return undefined;
  return {
    kind: 'command',
    command,
    when,
    bare: matcher.bare,
    unsure: unsure || (changes && CONTRAST.test(clause)),
    asked: peel.asked ? 'may-i' : question && !peel.requested ? 'question' : undefined,
    requested: peel.requested,
    must: peel.must,
    stops: STOPS.test(peel.core),
    lesson: command === 'resend' ? lesson(clause) : undefined,
  };
}

const STOPS =
  /^(?:stop|halt|cease|no |(?:don't|dont|do not) (?:send|e-?mail|mail)|stopp|keine|nicht|arrêt|cesse|plus de|pas de|ne |par[ae]|dej|no |smett|ferma|basta|non |não|chega|stuur|geen)/u;

function lesson(clause: string): number | undefined {
  const [, number] = /(?:^|[^\d.:/])(\d{1,3})(?![\d:/]|\.\d)/.exec(clause) ?? [];
  return number === undefined ? undefined : Number(number);
}

const BACK_ONLY =
  /^(?:i|we|ich|je|yo|io|eu|ik)?\s?(?:'ll|will|'m|am|bin|werde|shall|serai|suis|estaré|sarò|sono|estarei|ben|zal)?\s?(?:be|come|sein)?\s?(?:back|zurück|wieder|da|terug|de retour)?\s?(?:home|again|online)?$/u;

function away(rest: string, when: When | undefined): Reading | undefined {
  const core = rest.replace(
    /^(?:[\s,;:-]|hi|hello|hey|sorry|so|because|since|as|but|unfortunately|weil|da|leider|désolée?|lo siento|helaas)+(?=\s|$)\s?/u,
    '',
  );
  const length = matches(AWAY, core);
  if (when?.kind === 'back' && (core === '' || length > 0 || BACK_ONLY.test(core)))
    return { kind: 'away', when };
  if (length === 0 || BLOCKED.test(core)) return undefined;
  return core.length - length > 60 ? undefined : { kind: 'away', when };
}
