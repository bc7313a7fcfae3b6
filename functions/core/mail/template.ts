/** Every value that a compiled mail may leave open; the content compiler refuses other names. */
export const SLOTS = [
  'greeting',
  'courseTitle',
  'scheduleInWords',
  'nextLetterInWords',
  'nextInWords',
  'next',
  'Next',
  'doneInWords',
  'askedInWords',
  'pausedInWords',
  'lettersReceivedInWords',
  'confirmUrl',
  'preferencesUrl',
  'unsubscribeUrl',
  'webCopyUrl',
  'letterUrl',
  'courseUrl',
  'nextCourseUrl',
  'checkInUrl',
  'undoUrl',
  'pauseUrl',
  'keepUrl',
  'leaveUrl',
  'ownDataUrl',
  'safeUrl',
  'neverUrl',
  'choicesHtml',
  'choicesText',
  'linesHtml',
  'linesText',
  'forwardSubject',
  'forwardIntro',
  'forwardWords',
  'forwardSaid',
  'forwardNoteHtml',
  'forwardNoteText',
] as const;

export type SlotName = (typeof SLOTS)[number];

/**
 * Slots of html whose value is markup of our own making (`choicesOf`, `safetyLinesOf`,
 * `composeForward`): not escaped again.
 */
export const BLOCK_SLOTS: ReadonlySet<SlotName> = new Set([
  'choicesHtml',
  'linesHtml',
  'forwardNoteHtml',
]);

/** Slots of the one mail that Kindling writes to the author: no reader's mail has a value for them. */
export const FORWARD_SLOTS: ReadonlySet<SlotName> = new Set([
  'forwardSubject',
  'forwardIntro',
  'forwardWords',
  'forwardSaid',
  'forwardNoteHtml',
  'forwardNoteText',
]);

/** A value for each slot a mail needs. Empty values are refused when filling. */
export type SlotValues = Readonly<Partial<Record<SlotName, string>>>;

/** The mails around a course; each is a file in `content/words/<language>/notices/`. */
export const NOTICES = [
  'confirmation',
  'comeback',
  'already',
  'welcome',
  'paused',
  'resumed',
  'changed',
  'skipped',
  'exported',
  'erasing',
  'goodbye',
  'clarify',
  'help',
  'status',
  'care',
  'own-link',
  'new-address',
  'address-taken',
  'in-part',
  'as-it-was',
  'courses',
  'address-link',
  'digest',
] as const;

export type NoticeName = (typeof NOTICES)[number];

/** Text cut once into literals with slots between them: `literals.length === slots.length + 1`. */
export interface Template {
  readonly literals: readonly string[];
  readonly slots: readonly SlotName[];
}

/** One mail as the content compiler leaves it in the package: nothing but slots is open. */
export interface CompiledMail {
  readonly subject: Template;
  readonly html: Template;
  readonly text: Template;
  /** Where the first literal of the html has what an inbox shows, which some readers want otherwise. */
  readonly inbox?: { readonly title: Range; readonly preheader: Range };
}

/** From a character to another, which is not in it. */
export type Range = readonly [from: number, to: number];

/**
 * Puts a mail together. Values are never searched for slots, so `$&` or `{{name}}` in a reader's
 * name stays what it is.
 *
 * @param encode what a value goes through (escaping, quoted-printable); literals are ready
 * @throws when a slot has no value: a mail with a hole must never leave
 */
export function fill(
  template: Template,
  values: SlotValues,
  encode: (value: string, slot: SlotName) => string = (value) => value,
): string {
  let text = template.literals[0] ?? '';
  template.slots.forEach((slot, index) => {
    const value = values[slot];
    if (value === undefined || value === '') throw new Error(`slot ${slot} has no value`);
    text += encode(value, slot) + (template.literals[index + 1] ?? '');
  });
  return text;
}

/** What goes into an html part for a slot's value: escaped, unless it is our own markup. */
export function htmlValue(value: string, slot: SlotName): string {
  return BLOCK_SLOTS.has(slot) ? value : escapeHtml(value);
}

/** Escapes as React does, so that a filled template equals a direct render. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};
