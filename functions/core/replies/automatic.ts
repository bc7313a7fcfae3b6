import { type Absence, absenceIn, type Reader } from './absence.ts';
import { ABSENT_SUBJECTS, AUTOMATIC_SUBJECTS, REPORT_SUBJECTS } from './automatic-words.ts';
import { fold } from './characters.ts';
import type { OwnWords } from './own-words.ts';
import type { InboundMail } from './read-mail.ts';
import { strip } from './strip.ts';

/** What makes a mail our own, so that two robots never talk to each other through us (I-13). */
export interface OwnMail {
  /** Domains that we send from, with all their subdomains. */
  readonly domains: readonly string[];
  /** The part of our List-Id between the angle brackets. */
  readonly listIds: readonly string[];
  /** The name of the header that all our mail carries, such as `X-Kindling-Loop`. */
  readonly loopHeader: string;
  readonly words: OwnWords;
}

export type Sorting =
  | { readonly kind: 'human' }
  | {
      readonly kind: 'bounce' | 'complaint' | 'list' | 'own' | 'machine';
      readonly rule: string;
    }
  | {
      readonly kind: 'vacation';
      readonly rule: string;
      /** The days they are away, where the note tells; the course is held over them. */
      readonly absence?: Absence;
    };

interface Facts {
  readonly mail: InboundMail;
  readonly own: OwnMail;
  readonly subject: string;
  readonly local: string;
  readonly header: (name: string) => string | undefined;
}

interface Rule {
  readonly rule: string;
  readonly kind: Exclude<Sorting['kind'], 'human'>;
  readonly when: (facts: Facts) => boolean;
}

const reports = (type: string) => (facts: Facts) =>
  facts.mail.contentTypes.includes('multipart/report') &&
  (facts.mail.contentTypes.includes(type) ||
    (facts.header('content-type') ?? '').includes(type.replace('message/', '')));

const has = (name: string, value: RegExp) => (facts: Facts) => value.test(facts.header(name) ?? '');

/**
 * mail-standards §4, the first that holds decides. Reports come before all else, since a bounce
 * carries `Auto-Submitted` as well; our own mail before vacation notes, since ours is automatic.
 */
const RULES: readonly Rule[] = [
  { rule: 'arf', kind: 'complaint', when: reports('message/feedback-report') },
  { rule: 'feedback-report', kind: 'complaint', when: reports('feedback-report') },
  { rule: 'receipt', kind: 'machine', when: reports('message/disposition-notification') },
  {
    rule: 'report',
    kind: 'bounce',
    when: ({ mail }) => mail.contentTypes.includes('multipart/report'),
  },
  {
    rule: 'dsn-part',
    kind: 'bounce',
    when: ({ mail }) => mail.contentTypes.includes('message/delivery-status'),
  },
  { rule: 'failed-recipients', kind: 'bounce', when: has('x-failed-recipients', /./) },
  { rule: 'mailer-daemon', kind: 'bounce', when: fromMailSystem },
  {
    rule: 'own-loop-header',
    kind: 'own',
    when: ({ header, own }) => header(own.loopHeader.toLowerCase()) !== undefined,
  },
  { rule: 'own-list-id', kind: 'own', when: fromOwnList },
  { rule: 'own-domain', kind: 'own', when: fromOwnDomain },
  {
    rule: 'auto-generated-absence',
    kind: 'vacation',
    when: (facts) => has('auto-submitted', /^\s*auto-/i)(facts) && absentSubject(facts),
  },
  { rule: 'auto-replied', kind: 'vacation', when: has('auto-submitted', /^\s*auto-replied/i) },
  { rule: 'auto-submitted', kind: 'machine', when: has('auto-submitted', /^\s*(?!no\b)\S/i) },
  { rule: 'x-autoreply', kind: 'vacation', when: has('x-autoreply', /^\s*(?!no\b)\S/i) },
  { rule: 'x-autorespond', kind: 'vacation', when: has('x-autorespond', /./) },
  { rule: 'x-autoresponder', kind: 'vacation', when: has('x-autoresponder', /./) },
  { rule: 'delivered-to', kind: 'vacation', when: has('delivered-to', /^\s*autoresponder/i) },
  {
    rule: 'autoresponder-class',
    kind: 'vacation',
    when: has('x-post-messageclass', /autoresponder/i),
  },
  {
    rule: 'precedence-auto-reply',
    kind: 'vacation',
    when: has('precedence', /^\s*auto[_-]?reply/i),
  },
  { rule: 'automatic-subject', kind: 'vacation', when: automaticSubject },
  { rule: 'absent-subject', kind: 'vacation', when: absentSubject },
  { rule: 'empty-return-path', kind: 'bounce', when: has('return-path', /^\s*<\s*>\s*$/) },
  {
    rule: 'report-subject',
    kind: 'bounce',
    when: ({ subject }) => REPORT_SUBJECTS.some((words) => subject.startsWith(words)),
  },
  { rule: 'list-id', kind: 'list', when: has('list-id', /./) },
  { rule: 'precedence', kind: 'list', when: has('precedence', /^\s*(?:bulk|junk|list)\b/i) },
  { rule: 'loop-header', kind: 'machine', when: has('x-loop', /./) },
  { rule: 'feedback-id', kind: 'machine', when: has('feedback-id', /./) },
  { rule: 'machine-generated', kind: 'machine', when: has('x-fc-machinegenerated', /./) },
  { rule: 'cron', kind: 'machine', when: has('x-cron-env', /./) },
  {
    rule: 'no-reply',
    kind: 'machine',
    when: ({ local }) =>
      /^(?:no[._-]?reply|do[._-]?not[._-]?reply|bounces?)(?:[+._-]|$)/.test(local),
  },
  { rule: 'suppress-header', kind: 'vacation', when: suppressesAnswers },
];

/**
 * Tells mail that no person wrote from mail that one did, before anything of it is understood.
 *
 * @param own what our own mail looks like.
 * @param reader the moment and zone a return date is read in; without it no absence is read.
 */
export function automatic(mail: InboundMail, own: OwnMail, reader?: Reader): Sorting {
  const facts = factsOf(mail, own);
  const hit = RULES.find(({ when }) => when(facts));
  if (hit === undefined) return { kind: 'human' };
  const { kind, rule } = hit;
  if (kind !== 'vacation') return { kind, rule };
  const absence = reader && absenceIn(`${mail.subject}\n\n${strip(mail.text, own.words)}`, reader);
  return absence === undefined ? { kind, rule } : { kind, rule, absence };
}

function factsOf(mail: InboundMail, own: OwnMail): Facts {
  return {
    mail,
    own,
    subject: fold(mail.subject.slice(0, 500)).trim(),
    local: mail.from.slice(0, mail.from.indexOf('@')),
    header: (name) => mail.headers.find(([key]) => key === name)?.[1],
  };
}

function fromMailSystem({ mail, local }: Facts): boolean {
  return (
    /^(?:mailer-?daemon|postmaster|mail-daemon|mmdf|mdaemon)(?:[+._-]|$)/.test(local) ||
    /mail delivery (?:sub)?system|mailer-daemon/i.test(mail.fromName)
  );
}

function fromOwnDomain({ mail, own }: Facts): boolean {
  const domain = mail.from.slice(mail.from.lastIndexOf('@') + 1);
  return own.domains.some((ours) => domain === ours || domain.endsWith(`.${ours}`));
}

function fromOwnList({ header, own }: Facts): boolean {
  const id = (header('list-id') ?? '').toLowerCase();
  return own.listIds.some((ours) => id.includes(`<${ours.toLowerCase()}>`));
}

const REPLY_PREFIX =
  /^(?:(?:re|aw|sv|vs|fw|fwd|wg|antw|rif|ref|res|tr)(?:\[\d{1,3}\])?\s?:\s?){1,5}/;

function automaticSubject({ subject }: Facts): boolean {
  const bare = subject.replace(REPLY_PREFIX, '');
  return AUTOMATIC_SUBJECTS.some((words) => bare.startsWith(words));
}

const ABSENT_SUBJECT = new RegExp(`^(?:${ABSENT_SUBJECTS.join('|')})(?:$|[^\\p{L}])`, 'u');

/** Not behind `Re:`: that may well be the answer to our lesson named "Vacation". */
function absentSubject(facts: Facts): boolean {
  return automaticSubject(facts) || ABSENT_SUBJECT.test(facts.subject);
}

/**
 * Exchange marks its automatic answers with this header, but ticket systems mark what people
 * write, so it counts only where nothing is quoted, as people's answers mostly do.
 */
function suppressesAnswers({ mail, own, header }: Facts): boolean {
  if (!/\b(?:oof|autoreply|all)\b/i.test(header('x-auto-response-suppress') ?? '')) return false;
  return mail.text.trim() !== '' && strip(mail.text, own.words) === mail.text.trim();
}
