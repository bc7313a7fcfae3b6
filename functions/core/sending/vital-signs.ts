/** The CloudWatch namespace of our own figures. */
export const NAMESPACE = 'Kindling';

/** Tells figures of several stacks in one account apart; its value is the stack's name. */
export const DIMENSION = 'Stack';

/**
 * Figures that are nought on a good day. Whoever sees one above it writes it, and an alarm waits
 * for each; on a good day they cost neither a byte of log nor a request.
 */
export const VITAL_SIGNS = [
  /** Due moments that have waited for more than {@link OVERDUE_SECONDS}. */
  'Overdue',
  /** Ticks that let nothing be sent: SES had refused the whole account, or gave no answers. */
  'OnHold',
  /** Ticks that let no letter go, since too many had come back: until the author releases them. */
  'Stopped',
  /** Made-up addresses keep coming through the form, so its mails go slowly now. */
  'FormSlow',
  /** Looks for the proof of a mail, a whole lease after another one, while no proofs come at all. */
  'ProofsLate',
  /** Mails that SES refused for what is in them, or that could not be written at all. */
  'Refused',
  /** Readers of a course that is in no package: they are looked at again every day. */
  'CourseMissing',
  /** Items of the table that this code can't read, as often as somebody tried. */
  'Unreadable',
] as const;

export type VitalSign = (typeof VITAL_SIGNS)[number];

/** From when on a due lesson is late, in seconds: a full hour of backlog is no fault yet. */
export const OVERDUE_SECONDS = 2 * 3600;
