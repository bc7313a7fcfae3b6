import type { Subscriber } from '../reader/subscriber.ts';
import type { Words } from '../words/words.ts';
import type { Sender } from './compose.ts';
import { type CompiledMail, escapeHtml, type Range } from './template.ts';

/** What somebody sees of a mail who sees an inbox, and does not open it. */
interface Inbox {
  readonly subject: string;
  readonly preheader: string;
}

/** What a mail is, where it may not say what it is about. */
export type Kind =
  | { readonly is: 'letter'; readonly place: number }
  | { readonly is: 'confirmation' | 'note' | 'issue' };

/** The mail as its reader wants it: for who asked for it, nothing of its topic is outside of its body. */
export function asWanted(
  mail: CompiledMail,
  { discreet }: Pick<Subscriber, 'discreet'>,
  kind: Kind,
  words: Words,
): CompiledMail {
  return discreet === true ? neutral(mail, inboxOf(kind, words)) : mail;
}

/**
 * The names beside what programs go by: who writes, to whom an answer goes, and of which list it is. The
 * addresses and the list's id stay, since filters know us by them; its name may be left out (RFC 2919 §3).
 */
export function namesFor(
  { discreet }: Pick<Subscriber, 'discreet'>,
  { fromName, publicationName }: Sender,
  { discreet: said }: Words,
): { readonly from: string; readonly replyTo: string; readonly list: string | undefined } {
  return discreet === true
    ? { from: said.from, replyTo: said.from, list: undefined }
    : { from: fromName, replyTo: publicationName, list: publicationName };
}

function inboxOf(kind: Kind, { discreet }: Words): Inbox {
  const subject = kind.is === 'letter' ? discreet.letter({ place: kind.place }) : discreet[kind.is];
  return { subject, preheader: discreet.preheader };
}

/** The same object for the same words, whose bytes are kept by whoever writes it. */
const NEUTRAL = new WeakMap<CompiledMail, Map<string, CompiledMail>>();

function neutral(mail: CompiledMail, inbox: Inbox): CompiledMail {
  const known = NEUTRAL.get(mail) ?? new Map<string, CompiledMail>();
  NEUTRAL.set(mail, known);
  const made = known.get(inbox.subject) ?? madeNeutral(mail, inbox);
  known.set(inbox.subject, made);
  return made;
}

function madeNeutral(mail: CompiledMail, { subject, preheader }: Inbox): CompiledMail {
  const { title, preheader: shown } = mail.inbox ?? {};
  const [head = '', ...rest] = mail.html.literals;
  const changed = replaced(replaced(head, shown, padded(preheader)), title, escapeHtml(subject));
  return {
    ...mail,
    subject: { literals: [subject], slots: [] },
    html: { ...mail.html, literals: [changed, ...rest] },
  };
}

/** The preheader stands behind the title, so it is replaced first. */
const replaced = (text: string, range: Range | undefined, by: string): string =>
  range === undefined ? text : text.slice(0, range[0]) + by + text.slice(range[1]);

/** Enough nothing that an inbox shows no more of the letter behind it. */
const padded = (text: string): string => escapeHtml(text) + '\u034F\u200C\u00A0'.repeat(130);
