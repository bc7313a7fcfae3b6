import { describe, expect, test } from 'vitest';
import type { CourseSlug } from '../../../functions/core/course.ts';
import { understand } from '../../../functions/core/replies/understand.ts';
import { inShort } from '../../support/understood.ts';

/** A course of one word and one of two, as an author of each language may call them. */
const TITLES: Readonly<Record<string, readonly [one: string, two: string]>> = {
  en: ['Closer', 'Quiet mornings'],
  de: ['Näher', 'Stille Morgen'],
  fr: ['Proche', 'Matins calmes'],
  es: ['Cerca', 'Mañanas tranquilas'],
  it: ['Vicini', 'Mattine quiete'],
  pt: ['Perto', 'Manhãs calmas'],
  nl: ['Dichtbij', 'Stille ochtenden'],
};

/** What a reply comes to, and whether a person reads it. */
function read(text: string, language: string): readonly [string, boolean] {
  const [one = '', two = ''] = TITLES[language] ?? [];
  const courses = [
    { slug: 'one' as CourseSlug, title: one },
    { slug: 'two' as CourseSlug, title: two },
  ];
  const understood = understand(text, {
    now: '2026-11-25T09:00:00Z',
    zone: 'Europe/Berlin',
    state: 'active',
    language,
    courses,
  });
  const asked = understood.question?.options[0];
  const done = asked === undefined ? inShort(understood) : `ask ${inShort(asWishes(asked))}`;
  return [done, understood.personal];
}

const asWishes = (wishes: Parameters<typeof inShort>[0]['wishes']) => ({
  wishes,
  personal: false,
});

const STOPS = ['stop-course two', false] as const;
const TAKES = ['course two', false] as const;
const ASKS = (of: string) => [`ask stop-course ${of}`, true] as const;
const READ = ['nothing', true] as const;

type Row = readonly [
  why: string,
  comes: readonly [string, boolean],
  said: Readonly<Record<string, string>>,
];

const ROWS: readonly Row[] = [
  [
    'two words, with a capital within the sentence, are the title',
    STOPS,
    {
      en: 'Please stop Quiet mornings',
      de: 'Bitte Stille Morgen beenden',
      fr: "Arrêtez Matins calmes s'il vous plaît",
      es: 'Por favor, cancelen Mañanas tranquilas',
      it: 'Per favore annullate Mattine quiete',
      pt: 'Por favor cancelem Manhãs calmas',
      nl: 'Stop alstublieft met Stille ochtenden',
    },
  ],
  [
    'somebody is taken off it by its particle',
    STOPS,
    {
      en: 'Please take me off Quiet mornings',
      de: 'Nehmt mich bitte aus Stille Morgen raus',
      fr: 'Désinscrivez-moi de Matins calmes',
      es: 'Por favor, denme de baja de Mañanas tranquilas',
      it: 'Cancellatemi da Mattine quiete',
      pt: 'Tirem-me de Manhãs calmas',
      nl: 'Haal me van Stille ochtenden af',
    },
  ],
  [
    'to take it is to begin it',
    TAKES,
    {
      en: 'Take Quiet mornings too',
      de: 'Ich möchte auch Stille Morgen nehmen',
      fr: 'Je voudrais prendre aussi Matins calmes',
      es: 'Quiero hacer también Mañanas tranquilas',
      it: 'Vorrei prendere anche Mattine quiete',
      pt: 'Quero fazer também Manhãs calmas',
      nl: 'Ik wil graag ook Stille ochtenden volgen',
    },
  ],
  [
    'in lower case its words may be the reader’s own',
    ASKS('two'),
    {
      en: 'Stop quiet mornings',
      de: 'Keine stille Morgen mehr',
      fr: 'Arrêtez matins calmes',
      es: 'Cancelen mañanas tranquilas',
      it: 'Annullate mattine quiete',
      pt: 'Cancelem manhãs calmas',
      nl: 'Stop met stille ochtenden',
    },
  ],
  [
    'a title of one word never acts',
    ASKS('one'),
    {
      en: 'Please stop Closer',
      de: 'Bitte Näher beenden',
      fr: "Arrêtez Proche s'il vous plaît",
      es: 'Por favor, cancelen Cerca',
      it: 'Per favore annullate Vicini',
      pt: 'Por favor cancelem Perto',
      nl: 'Stop alstublieft met Dichtbij',
    },
  ],
  [
    'nor does it where somebody is taken off it',
    ASKS('one'),
    {
      en: 'Unsubscribe me from Closer',
      de: 'Bitte melden Sie mich von Näher ab',
      fr: "Retirez-moi de Proche s'il vous plaît",
      es: 'Bórrenme de Cerca',
      it: 'Cancellatemi da Vicini',
      pt: 'Tirem-me de Perto',
      nl: 'Schrijf mij uit voor Dichtbij',
    },
  ],
  [
    'one word written small is a word',
    READ,
    {
      en: 'I want to get closer',
      de: 'Ich will näher',
      fr: 'Je veux être plus proche',
      es: 'Quiero estar cerca',
      it: 'Vogliamo essere vicini',
      pt: 'Quero estar perto',
      nl: 'Ik wil dichtbij zijn',
    },
  ],
  [
    'and so it is at the beginning of a sentence',
    READ,
    {
      en: 'Closer, please',
      de: 'Näher, bitte',
      fr: "Proche, s'il vous plaît",
      es: 'Cerca, por favor',
      it: 'Vicini, per favore',
      pt: 'Perto, por favor',
      nl: 'Dichtbij, graag',
    },
  ],
];

describe.for(ROWS)('%s', ([, comes, said]) => {
  test('in every language', () => {
    expect(Object.keys(said)).toEqual(Object.keys(TITLES));
  });

  test.for(Object.entries(said))('%s: %s', ([language, text]) => {
    expect(read(text, language)).toEqual(comes);
  });
});

test.for<[why: string, text: string, comes: readonly [string, boolean]]>([
  ['a wish for closeness', 'Get closer', READ],
  ['no progress', 'No closer', READ],
  ['a good morning kept', 'Go back to Quiet mornings', READ],
  ['the first words of a sentence have their capital anyway', 'Quiet mornings, stop', ASKS('two')],
  ['nothing stands out in capitals', 'PLEASE STOP QUIET MORNINGS', ASKS('two')],
  ['capitals throughout the title', 'Stop Quiet Mornings', STOPS],
  ['in quotation marks', 'Please stop “Quiet mornings”', STOPS],
  ['what else is quoted is not read', 'Please stop “the daily digest”', ['ask leave', true]],
  ['to take it off is no beginning', 'I want to take Quiet mornings off', STOPS],
  ['who asks for the letters ends nothing', 'Please get me the letters', READ],
  ['a course to begin by one word', 'I would like to take Closer', ['course one', true]],
])('%s: %s', ([, text, comes]) => {
  expect(read(text, 'en')).toEqual(comes);
});
