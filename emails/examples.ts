import { checkInsSoFar } from '../functions/core/reader/check-in.ts';
import type { Values } from './slots.ts';

/** Somebody who might read a mail: for the preview, and for tests of what names can do. */
export interface ExampleReader {
  readonly name: string;
  readonly values: Values;
}

const at = 'https://letters.example.com';
const token = 'k3v9q2m7x5c1w8.2f6h4j9p';

/** A reader with a name like many. */
export const ANNA: Values = {
  greeting: 'Hello Anna,',
  courseTitle: 'Closer',
  scheduleInWords: 'every day at 7 in the morning, Berlin time',
  nextLetterInWords: 'tomorrow, 24 November, at 7 in the morning',
  pausedInWords: 'until Monday, 7 December',
  lettersReceivedInWords: '3 of 28',
  confirmUrl: `${at}/confirm/${token}`,
  preferencesUrl: `${at}/preferences/${token}`,
  unsubscribeUrl: `${at}/unsubscribe/${token}`,
  webCopyUrl: `${at}/lessons/${token}`,
  checkInUrl: `${at}/check-in/${token}`,
  undoUrl: `${at}/preferences/${token}?undo=1&was=paused`,
  pauseUrl: `${at}/preferences/${token}?to=pause`,
  keepUrl: `${at}/preferences/${token}?to=keep`,
  leaveUrl: `${at}/unsubscribe/${token}`,
  ...checkInsSoFar([
    { letter: 1, score: 2 },
    { letter: 14, score: 4 },
    { letter: 21 },
    { letter: 28, today: true },
  ]),
};

const noAnswers = checkInsSoFar([1, 14, 21].map((letter) => ({ letter })));

function greeted(name: string, greeting: string, others: Partial<Values> = {}): ExampleReader {
  return { name, values: { ...ANNA, ...others, greeting } };
}

export const EXAMPLE_READERS: readonly ExampleReader[] = [
  { name: 'Anna', values: ANNA },
  greeted('no name', 'Hello,', noAnswers),
  greeted('right to left', 'Hello נועה בת־שבע,'),
  greeted('very long', `Hello ${'Wolfeschlegelsteinhausenbergerdorff'.repeat(4)} the Third,`, {
    scheduleInWords: `on ${'Mondays, Tuesdays, Wednesdays, '.repeat(6)}at noon`,
  }),
  greeted('quotes', `Hello "Jo" O'Neill & <b>Sons</b>,`),
  greeted('emoji', 'Hello 👩‍👩‍👧‍👦 Zoë 🌻,'),
  greeted('dollars', "Hello $& $1 $` $' $$,"),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: names may hold what looks like one
  greeted('braces', 'Hello {{unsubscribeUrl}} {{x}} ${name},'),
];
