import type { SlotName } from '../../../functions/core/mail/template.ts';
import { slotsIn } from '../../mail.ts';
import { error, type Finding } from '../finding.ts';
import type { Checked } from '../rule.ts';

/** The values of `slotValues` in functions/core/mail/compose.ts: of every mail to a reader. */
const ALWAYS: readonly SlotName[] = [
  'greeting',
  'courseTitle',
  'scheduleInWords',
  'lettersReceivedInWords',
  'confirmUrl',
  'preferencesUrl',
  'unsubscribeUrl',
  'pauseUrl',
  'keepUrl',
  'leaveUrl',
  'nextCourseUrl',
  'safeUrl',
  'neverUrl',
];
const OF_LESSONS: readonly SlotName[] = [
  'next',
  'Next',
  'webCopyUrl',
  'letterUrl',
  'courseUrl',
  'checkInUrl',
];
const OF_ANSWERS: readonly SlotName[] = [...ALWAYS, 'pausedInWords', 'doneInWords', 'nextInWords'];
const CAN_BE_UNDONE: readonly SlotName[] = [...OF_ANSWERS, 'undoUrl'];

/** What each mail has a value for when it is sent; anything else would keep it from leaving. */
export const VALUES: Readonly<Record<string, readonly SlotName[]>> = {
  lesson: [...ALWAYS, 'nextLetterInWords', ...OF_LESSONS],
  confirmation: [...ALWAYS, 'askedInWords'],
  comeback: [...ALWAYS, 'askedInWords'],
  already: [...ALWAYS, 'askedInWords', 'choicesHtml', 'choicesText'],
  // Where a date is promised, a letter goes then: other mails say what comes next, whatever it is.
  welcome: [...ALWAYS, 'nextLetterInWords'],
  paused: CAN_BE_UNDONE,
  resumed: CAN_BE_UNDONE,
  changed: CAN_BE_UNDONE,
  skipped: CAN_BE_UNDONE,
  goodbye: CAN_BE_UNDONE,
  exported: [...OF_ANSWERS, 'ownDataUrl'],
  erasing: [...CAN_BE_UNDONE, 'ownDataUrl'],
  clarify: [...OF_ANSWERS, 'choicesHtml', 'choicesText'],
  'in-part': [...CAN_BE_UNDONE, 'choicesHtml', 'choicesText'],
  'as-it-was': OF_ANSWERS,
  courses: [...OF_ANSWERS, 'choicesHtml', 'choicesText'],
  'address-link': [...OF_ANSWERS, 'ownDataUrl'],
  help: OF_ANSWERS,
  status: OF_ANSWERS,
  'own-link': [...ALWAYS, 'askedInWords', 'ownDataUrl'],
  // They go to an address that somebody typed: nothing of its reader is in them.
  'new-address': ['confirmUrl', 'safeUrl'],
  'address-taken': ['safeUrl'],
  digest: [...ALWAYS, 'choicesHtml', 'choicesText'],
  // Not even a name: nothing in it tells whose it is, or what they read.
  care: ['linesHtml', 'linesText'],
};

/** Whether a mail asks for a value that it will not have, or an issue for any. */
export function slots({ mails, source }: Checked): readonly Finding[] {
  return mails.flatMap(({ kind, id, mail: { file, blocks }, html }) => {
    const values = VALUES[kind === 'notice' ? id : kind] ?? ALWAYS;
    const found = (slot: SlotName, expected: string) =>
      error({ file, line: source(file).lineWith(slot), found: `{{${slot}}}`, expected });
    if (kind === 'newsletter')
      return slotsIn(blocks).map((slot) => found(slot, 'words for everybody: it is a page, too'));
    return html.slots
      .filter((slot) => !values.includes(slot))
      .map((slot) => found(slot, 'a value that this mail has when it is sent'));
  });
}
