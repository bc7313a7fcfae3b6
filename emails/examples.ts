import type { EmailAddress } from '../functions/core/address.ts';
import type { CourseSlug, LessonId } from '../functions/core/course.ts';
import { wishUrl } from '../functions/core/mail/answer.ts';
import { choicesOf } from '../functions/core/mail/choices.ts';
import {
  lessonLinks,
  nextLetterInWords,
  nextSaid,
  slotValues,
} from '../functions/core/mail/compose.ts';
import { matterInWords } from '../functions/core/mail/own-link.ts';
import { type Country, safetyLinesOf } from '../functions/core/mail/safety-lines.ts';
import { oneLine } from '../functions/core/one-line.ts';
import { DAILY } from '../functions/core/reader/schedule.ts';
import type { Subscriber } from '../functions/core/reader/subscriber.ts';
import { type Audience, mintWish } from '../functions/core/replies/signed-wish.ts';
import type { Act } from '../functions/core/replies/wish-code.ts';
import type { Instant, LocalDate, Zone } from '../functions/core/time.ts';
import { nextDayInWords, pauseInWords } from '../functions/core/words/phrases.ts';
import { doneInWords, nextInWords, optionInWords } from '../functions/core/words/wishes.ts';
import type { Words } from '../functions/core/words/words.ts';
import { CHOICE } from './choice.ts';
import { ROW } from './row.ts';
import type { Values } from './slots.ts';

/** Somebody who might read a mail: for the preview, and for tests of what names can do. */
export interface ExampleReader {
  readonly name: string;
  readonly reader: Subscriber;
  /** What a mail in a language is filled with for them. */
  values(words: Words): Values;
}

export const WEB_URL = 'https://letters.example.com';
const NOW = '2026-11-23T17:00:00Z' as Instant;
const TODAY = '2026-11-23' as LocalDate;
/** As long as letters and courses may be named. */
const LETTER = {
  course: 'twenty-eight-letters-about-closeness-between-people-we-love' as CourseSlug,
  lesson: 'a-place-to-begin-and-to-come-back' as LessonId,
};
const TOMORROW = '2026-11-24T06:00:00Z' as Instant;

/** Their links are made as everybody's are: the longest that a mail can hold. */
const ANNA = {
  id: 'k3v5q2m7x5c4w2ab',
  address: 'anna@example.com' as EmailAddress,
  name: 'Anna',
  standing: { is: 'active' },
  enrollments: [{ course: 'closer', welcomed: true, received: ['one', 'two', 'three'] }],
  newsletter: true,
  secret: 'an example',
  zone: 'Europe/Berlin',
  hour: 7,
  days: '1234567',
  revision: 1,
} as unknown as Subscriber;

/** No zone has a longer name. */
const LONGEST_ZONE = 'America/Argentina/ComodRivadavia' as Zone;

const CHOICES: readonly (readonly Act[])[] = [
  [{ is: 'pause', until: '2027-03-04' as LocalDate }],
  [{ is: 'pause', until: '2027-04-03' as LocalDate }],
  [],
];

const AT_HOME: Country = {
  emergency: '112',
  lines: [
    { for: 'crisis', name: 'TelefonSeelsorge', number: '0800 111 0 111' },
    {
      for: 'men',
      name: 'Hilfetelefon Gewalt an Männern',
      number: '0800 123 99 00',
      hours: 'Mo–Do 8–20, Fr 8–15 Uhr',
      url: 'https://www.maennerhilfetelefon.de',
    },
  ],
};

function valuesOf(reader: Subscriber, words: Words): Values {
  const link = (audience: Audience, acts: readonly Act[]) =>
    wishUrl(WEB_URL, mintWish(reader, audience, acts, NOW));
  const setting = { course: undefined, webUrl: WEB_URL, words };
  return {
    ...slotValues(reader, setting),
    nextLetterInWords: nextLetterInWords(reader, { words, now: NOW, courses: [] }),
    courseTitle: 'Closer',
    ...nextSaid(nextDayInWords(TOMORROW, TODAY, words, reader.zone), words),
    pausedInWords: pauseInWords({ until: '2026-12-07' as LocalDate }, words, reader.zone),
    ...lessonLinks(reader, LETTER, WEB_URL),
    nextInWords: nextInWords({ is: 'on', at: NOW }, reader, words),
    doneInWords: doneInWords([{ is: 'schedule' }], [], reader, words, []),
    askedInWords: matterInWords('letters', words),
    undoUrl: link('undo', [{ is: 'schedule', minutes: 450, days: DAILY, zone: LONGEST_ZONE }]),
    ownDataUrl: link('own-data', [{ is: 'erase' }]),
    ...choicesOf(
      CHOICES.map((acts) => ({
        label: optionInWords(acts, reader, words, []),
        url: link('question', acts),
      })),
      CHOICE,
    ),
    ...safetyLinesOf(AT_HOME, words, ROW),
    forwardSubject: 'Re: A letter',
    forwardIntro: words.forward.wrote({ name: oneLine(reader.name ?? '') }),
    forwardWords: 'Thank you. We tried it.',
    forwardSaid: words.forward.unchanged,
    forwardNoteHtml: words.forward.forYou,
    forwardNoteText: words.forward.forYou,
  } as Values;
}

const called = (name: string, reader: Subscriber): ExampleReader => ({
  name,
  reader,
  values: (words) => valuesOf(reader, words),
});
const named = (name: string, change: Partial<Subscriber>) => called(name, { ...ANNA, ...change });

function nameless(): Subscriber {
  const { name: _, ...rest } = ANNA;
  return rest;
}

export const EXAMPLE_READERS: readonly ExampleReader[] = [
  named('Anna', {}),
  called('no name', nameless()),
  named('right to left', { name: 'נועה בת־שבע' }),
  named('very long', {
    name: `${'Wolfeschlegelsteinhausenbergerdorff'.repeat(4)} the Third`,
    days: '123456' as Subscriber['days'],
  }),
  named('quotes', { name: `"Jo" O'Neill & <b>Sons</b>` }),
  named('emoji', { name: '👩‍👩‍👧‍👦 Zoë 🌻' }),
  named('dollars', { name: "$& $1 $` $' $$" }),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: names may hold what looks like one
  named('braces', { name: 'Hello {{unsubscribeUrl}} {{x}} ${name}' }),
];

/** A reader like many. */
export const exampleValues = (words: Words): Values => valuesOf(ANNA, words);
