import { describe, expect, test } from 'vitest';
import { understand, type Wish } from '../../../functions/core/replies/understand.ts';

const READS = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Berlin' } as const;

/** What is said of lists, courses and addresses, once in every language. */
const ROWS: readonly [
  why: string,
  wishes: readonly Wish[],
  said: Readonly<Record<string, string>>,
][] = [
  [
    'what is named behind a “but” is kept: the letters',
    [{ is: 'newsletter', on: false }],
    {
      en: 'No more newsletter, but keep the letters',
      de: 'Bitte keinen Newsletter mehr, aber die Briefe schon',
      fr: 'Je ne veux plus la newsletter, mais gardez les lettres',
      es: 'No más boletín, pero sí las cartas',
      it: 'Niente più newsletter, ma le lettere sì',
      pt: 'Sem newsletter, mas com as cartas',
      nl: 'Geen nieuwsbrief meer, maar wel de brieven',
    },
  ],
  [
    'what is named behind a “but” is kept: the newsletter',
    [{ is: 'leave' }, { is: 'newsletter', on: true }],
    {
      en: 'No more letters, but I want to keep the newsletter',
      de: 'Bitte keine Briefe mehr, aber den Newsletter gern weiter',
      nl: 'Geen brieven meer, maar wel de nieuwsbrief',
    },
  ],
  [
    'the newsletter as well',
    [{ is: 'newsletter', on: true }],
    {
      en: "I'd like the newsletter too",
      de: 'Ich hätte gern auch den Newsletter',
      fr: 'Je voudrais aussi la newsletter',
      es: 'Quisiera también el boletín',
      it: 'Vorrei anche la newsletter',
      pt: 'Gostaria também da newsletter',
      nl: 'Ik wil graag ook de nieuwsbrief',
    },
  ],
  [
    'another address, not said which',
    [{ is: 'address' }],
    {
      en: 'I have a new email address',
      de: 'Ich habe eine neue Mailadresse',
      fr: "J'ai une nouvelle adresse mail",
      es: 'Tengo una nueva dirección de correo',
      it: 'Ho un nuovo indirizzo email',
      pt: 'Tenho um novo endereço de email',
      nl: 'Ik heb een nieuw mailadres',
    },
  ],
];

const AGAIN: Readonly<Record<string, string>> = {
  en: 'Begin the course again',
  de: 'Beginnen Sie bitte den Kurs noch einmal',
  fr: 'Je voudrais recommencer le cours',
  es: 'Quiero empezar el curso otra vez',
  it: 'Vorrei ricominciare il corso',
  pt: 'Quero recomeçar o curso',
  nl: 'Begin de cursus opnieuw',
};

describe.for(ROWS)('%s', ([, wishes, said]) => {
  test.for(Object.entries(said))('%s: %s', ([language, text]) => {
    const read = understand(text, { ...READS, state: 'active', language });
    expect(read).toEqual({ wishes, personal: false });
  });
});

describe.for([
  ['another beginning for whoever reads', 'active', { is: 'course', again: true }],
  ['going on for whoever waits', 'paused', { is: 'resume' }],
] as const)('“begin the course again” is %s', ([, state, wish]) => {
  test.for(Object.entries(AGAIN))('%s: %s', ([language, text]) => {
    const read = understand(text, { ...READS, state, language });
    expect(read).toEqual({ wishes: [wish], personal: false });
  });
});
