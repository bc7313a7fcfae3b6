import { LEXICONS } from './words/all.ts';
import type { Command, Lexicon, Rule } from './words/lexicon.ts';

/** "stop" in languages of which we know no more than that. */
const FOREIGN_LEAVE = [
  '配信停止',
  '配信停止(?:して|を)?(?:ください|お願いします|希望)?',
  '購読解除',
  '退订',
  '取消订阅',
  '退訂',
  '取消訂閱',
  '수신거부',
  '구독 ?취소',
  'отписаться',
  'отпишите меня',
  'отписка',
  'стоп',
  'відписатися',
  'rezygnuję',
  'wypisz mnie',
  'wypisać',
  'odhlásit',
  'avregistrera',
  'avsluta prenumeration',
  'afmeld',
  'avmeld',
  'avslutt abonnement',
  'peruuta tilaus',
  'leiratkozás',
  'dezabonare',
  'dezabonează-mă',
  'abonelikten çık',
  'aboneliği iptal',
  'διαγραφή',
  'הסר',
  'הסירו אותי',
  'إلغاء الاشتراك',
  'hủy đăng ký',
  'berhenti berlangganan',
];

const all = (pick: (lexicon: Lexicon) => readonly string[]): readonly string[] =>
  LEXICONS.flatMap(pick);

/** A word ends here; one with an apostrophe at its end ("merci d'") goes on in the next. */
const WORD_END = "(?:(?<=')|(?![\\p{L}\\p{N}']))";

/** A pattern that matches one of the phrases, whole words only, exactly where it is put. */
function sticky(phrases: readonly string[]): RegExp {
  const longestFirst = [...new Set(phrases)].sort((a, b) => b.length - a.length);
  return new RegExp(`(?:${longestFirst.join('|')})${WORD_END}`, 'uy');
}

function anywhere(phrases: readonly string[]): RegExp {
  return new RegExp(`(?:^|[^\\p{L}\\p{N}'])(?:${phrases.join('|')})(?![\\p{L}\\p{N}'])`, 'u');
}

export const FILLER = sticky(all(({ filler }) => filler));
export const REQUEST = sticky(all(({ request }) => request));
export const ASK = sticky(all(({ ask }) => ask));
export const BENIGN = sticky([...all(({ benign }) => benign), ...all(({ filler }) => filler)]);
export const BLOCKED = anywhere(all(({ blocked }) => blocked));
export const CONTRAST = anywhere(all(({ contrast }) => contrast));
export const DOUBT = anywhere(all(({ doubt }) => doubt));
export const THIRD = anywhere(all(({ third }) => third));
export const AWAY = sticky(all(({ away }) => away));
export const REASON = anywhere(all(({ reason }) => reason));
export const CORRECTION = sticky(all(({ correction }) => correction));

/** A rule ready to be matched. */
export interface Matcher {
  readonly command: Command;
  readonly else: Rule['else'];
  readonly bare: boolean;
  readonly says: RegExp;
}

/** In the order in which they are tried: ending a pause before ending all, `help` before leaving. */
const ORDER: readonly Command[] = [
  'repeat',
  'resume',
  'skip',
  'resend',
  'export',
  'delete',
  'status',
  'leave-help',
  'help',
  'pause',
  'leave',
  'hold',
];

export const MATCHERS: readonly Matcher[] = ORDER.flatMap((command) => [
  ...matchers(command, false),
  ...matchers(command, true),
]);

/** Those that are plain by themselves before those that are not. */
function matchers(command: Command, bare: boolean): readonly Matcher[] {
  const foreign = FOREIGN_LEAVE.map((says) => ({ says, else: 'none' as const }));
  const rules = LEXICONS.flatMap((lexicon) => lexicon.rules).filter(
    (rule) => rule.command === command && rule.bare === bare,
  );
  return [...rules, ...(command === 'leave' && bare ? foreign : [])].map((rule) => ({
    command,
    else: rule.else,
    bare,
    says: new RegExp(`(?:${rule.says})(?![\\p{L}\\p{N}'])`, 'uy'),
  }));
}

/** Whether any of them begins here: one look instead of hundreds for a clause that is no command. */
export const ANY_COMMAND = new RegExp(MATCHERS.map(({ says }) => says.source).join('|'), 'uy');
