import type { ErrandRefusal } from '../../../functions/core/reader/errand.ts';
import type { Refusal } from '../../../functions/core/reader/lifecycle.ts';
import { columns } from '../../account/newsletter/words.ts';
import type { Deed, Difference, Foreseen, Outcome } from '../deeds.ts';

const WHAT: Readonly<Record<Difference['what'], string>> = {
  standing: 'standing',
  place: 'last letter',
  newsletter: 'newsletter',
  next: 'next',
  due: 'next mail at',
  stored: 'what is stored',
  mailed: 'is mailed',
};

/** What would be different, a line each. */
export const changesInWords = (changes: readonly Difference[]): readonly string[] =>
  columns(changes.map(({ what, before, after }) => [`  ${WHAT[what]}`, before, '→', after]));

/** The question before a deed is done. */
export function deedInWords(deed: Deed): string {
  switch (deed.is) {
    case 'pause':
      return 'Pause them?';
    case 'resume':
      return 'Let their letters come again?';
    case 'leave':
      return 'Let them leave? They can come back by the form, and by nothing that you do.';
    case 'jump':
      return 'Put them there?';
    case 'erase':
      return 'Erase all that is stored about them? It can’t be taken back.';
    case 'again':
      return 'Send it? They stay where they are in the course.';
    case 'address':
      return 'Send it? Nothing changes until somebody in that mailbox says yes.';
  }
}

const REFUSALS: Readonly<Record<Refusal | ErrandRefusal, string>> = {
  'not-confirmed': 'They have not confirmed: only leaving is theirs to ask for.',
  'has-left': 'They have left, and come back by themselves or not at all.',
  suppressed: 'They can’t be mailed, or had everything erased.',
  'nothing-to-skip': 'There is nothing to skip.',
  'no-such-track': 'The course has no such version.',
  'no-such-course': 'They take no such course.',
  'too-late': 'A mail to them is on its way. Try again in a minute.',
  'no-such-letter':
    'They have had no such letter, or it is there no more: its number, its id, or none for the newest.',
  'same-address': 'That is the address that they have.',
  'not-mailed':
    'No mail goes to that address: its owner wants none, or it has had the two of this week that people may type.',
  'too-many': 'Enough was sent for them of late. Try again tomorrow.',
  'not-sent': 'SES did not take the mail. Try again in some minutes.',
  'other-table': 'The stack that stands here works on another table.',
  'not-understood': 'The stack that stands here does not know this yet: npm run deploy.',
};

type Done = Extract<Outcome, { is: 'done' | 'lies-there' | 'taken' }>;

/** Whether it was done, as far as it can be from here. */
export const isDone = (outcome: Outcome): outcome is Done =>
  outcome.is === 'done' || outcome.is === 'lies-there' || outcome.is === 'taken';

/** What was done. */
export function doneInWords({ is }: Done): string {
  switch (is) {
    case 'done':
      return 'Done.';
    case 'lies-there':
      return 'A button of this week lies in that mailbox, and works for another hour.';
    case 'taken':
      return 'Somebody gets letters at that address, and has been told. Nothing changes.';
  }
}

/** Why something was not done. */
export function keptInWords(kept: Exclude<Foreseen | Outcome, Done | { is: 'foreseen' }>): string {
  switch (kept.is) {
    case 'refused':
      return REFUSALS[kept.because];
    case 'unchanged':
      return 'It is so already, and nothing was changed.';
    case 'unknown':
      return 'Nobody is known here by that address or id.';
    case 'no-such-place':
      return 'The course has no such place: the number of letters had, the id of the last one, or finished.';
    case 'past-day':
      return 'A pause ends on a day to come, on the reader’s own calendar.';
    case 'unreadable':
      return 'What is stored of them can’t be read: docs/runbook.md, "An item cannot be read".';
    case 'needs-reason':
      return 'It wants a reason.';
    case 'in-doubt':
      return 'It broke off, and nobody knows whether the mail went. Ask them before you send another.';
  }
}
