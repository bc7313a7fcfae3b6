import { describe, expect, test } from 'vitest';
import { understand, type Wish } from '../../../functions/core/replies/understand.ts';
import { day } from './fixtures/saying.ts';

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
    'who wants to be put on a list is not taken off it',
    [{ is: 'newsletter', on: true }],
    {
      en: 'Put me on the list for the newsletter too, please',
      de: 'Setzen Sie mich bitte auch auf die Liste für den Newsletter',
      fr: 'Mettez-moi aussi sur la liste de la newsletter',
      es: 'Ponedme también en la lista del boletín',
      it: 'Mettetemi anche nella lista della newsletter',
      pt: 'Ponham-me também na lista da newsletter',
      nl: 'Zet me ook op de lijst voor de nieuwsbrief',
    },
  ],
  [
    'what is kept may stand before its “but”',
    [{ is: 'newsletter', on: false }],
    { de: 'Den monatlichen Newsletter brauche ich nicht, die Briefe aber schon' },
  ],
  [
    'none in those days is a pause and no end',
    [{ is: 'pause' }],
    { it: 'Ho il locale pieno, in quei giorni non mandatemi niente' },
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
  [
    'everything but the newsletter',
    [{ is: 'leave' }, { is: 'newsletter', on: true }],
    {
      en: 'Stop everything but the newsletter',
      de: 'Alles abbestellen außer dem Newsletter',
      fr: 'Arrêtez tout sauf la newsletter',
      es: 'Cancelen todo excepto el boletín',
      it: 'Cancellate tutto tranne la newsletter',
      pt: 'Cancelem tudo exceto a newsletter',
      nl: 'Stop alles behalve de nieuwsbrief',
    },
  ],
  [
    'everything but the letters',
    [{ is: 'newsletter', on: false }],
    {
      en: 'Stop everything but the letters',
      de: 'Alles abbestellen außer den Briefen',
      fr: 'Arrêtez tout sauf les lettres',
    },
  ],
  [
    'all mail, where everything is what ends',
    [{ is: 'leave', of: 'all' }],
    {
      en: 'Unsubscribe me from everything, thanks',
      de: 'Bitte alles abbestellen',
      fr: 'Désabonnez-moi de tout',
      es: 'Denme de baja de todo',
      it: 'Cancellatemi da tutto',
      pt: 'Cancelem tudo',
      nl: 'Stop alles',
    },
  ],
  [
    'both, in a clause of its own',
    [{ is: 'leave', of: 'all' }],
    { fr: 'Stop newsletter et stop lettres, les deux, merci' },
  ],
  [
    'the letters alone, where everything is what somebody is thanked for',
    [{ is: 'leave' }],
    {
      en: 'Please stop the letters, thanks for everything',
      de: 'Bitte keine Briefe mehr, alles Gute',
      fr: 'Arrêtez les lettres, merci pour tout',
      es: 'Paren las cartas, gracias por todo',
      it: 'Basta lettere, grazie di tutto',
      pt: 'Parem as cartas, obrigada por tudo',
      nl: 'Stop de brieven, bedankt voor alles',
    },
  ],
  ['or too much', [{ is: 'leave' }], { en: 'Stop the letters, it is all too much for me' }],
  [
    'the day after tomorrow comes once, and no week',
    [{ is: 'pause', from: day('2026-11-27'), until: day('2026-11-28') }],
    {
      en: 'No letters the day after tomorrow',
      de: 'Übermorgen bitte keinen Brief',
      fr: 'Pas de lettre après-demain',
      es: 'No me envíen cartas pasado mañana',
      it: 'Niente lettere dopodomani',
      pt: 'Sem cartas depois de amanhã',
      nl: 'Overmorgen geen brief',
    },
  ],
  [
    'the course from the beginning, where somebody begins',
    [{ is: 'course', again: true }],
    {
      en: 'I want to start from the beginning',
      de: 'Ich möchte von vorne anfangen',
      fr: 'Je voudrais recommencer depuis le début',
      es: 'Quiero empezar desde el principio',
      it: "Vorrei ricominciare dall'inizio",
      pt: 'Quero recomeçar do início',
      nl: 'Ik wil vanaf het begin beginnen',
    },
  ],
];

/** Changes nothing, and a person reads it. */
const PERSONAL: readonly (readonly [why: string, said: Readonly<Record<string, string>>])[] = [
  [
    'to like it from the beginning is no beginning',
    {
      en: 'I liked it from the beginning',
      de: 'Es hat mir von Anfang an gefallen',
      fr: "J'ai tout aimé depuis le début",
      es: 'Me gustó desde el principio',
      it: "Mi è piaciuto dall'inizio",
      pt: 'Recebo as cartas desde o início',
      nl: 'Ik vond het leuk vanaf het begin',
    },
  ],
  [
    'what somebody likes of the course is no other course',
    { en: 'I liked the course from the start' },
  ],
  [
    'to take the newsletter ends none',
    {
      en: 'Take the newsletter, keep the letters',
      de: 'Ich nehme den Newsletter, die Briefe behalte ich auch',
    },
  ],
];

/** Nothing happens, and these are offered. */
const ASKED: readonly (readonly [
  why: string,
  options: readonly (readonly Wish[])[],
  said: Readonly<Record<string, string>>,
])[] = [
  [
    'a “no” behind a “but” keeps the newsletter, or ends it as well',
    [[{ is: 'leave' }, { is: 'newsletter', on: true }], [{ is: 'leave', of: 'all' }]],
    {
      de: 'Alles stoppen, aber nicht den Newsletter',
      it: 'Basta tutto, ma non la newsletter',
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

describe.for(PERSONAL)('%s', ([, said]) => {
  test.for(Object.entries(said))('%s: %s', ([language, text]) => {
    const { wishes, question, personal } = understand(text, {
      ...READS,
      state: 'active',
      language,
    });
    expect([wishes, question, personal]).toEqual([[], undefined, true]);
  });
});

describe.for(ASKED)('%s', ([, options, said]) => {
  test.for(Object.entries(said))('%s: %s', ([language, text]) => {
    const { wishes, question } = understand(text, { ...READS, state: 'active', language });
    expect([wishes, question?.options]).toEqual([[], options]);
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
