import { describe, expect, test } from 'vitest';
import { understand } from '../../../functions/core/replies/understand.ts';
import { inShort, read, SUNDAY } from '../../support/understood.ts';

/** A letter as people write one to somebody whose letters they read. */
const STORY = [
  'I read the third letter on the train this morning, and it made me think of my grandmother.',
  'She wrote to her brother every Sunday, and he kept each of those pages in a tin.',
  'There was nothing grand in them, only the weather and who had come by for coffee.',
  'Still, when we read them at the table, none of us said a word for a long while.',
] as const;
const PLACES: readonly [place: string, (wish: string) => string][] = [
  ['above it', (wish) => [wish, ...STORY].join('\n')],
  ['below it', (wish) => [...STORY, wish].join('\n')],
  ['in the middle of it', (wish) => [STORY[0], STORY[1], wish, STORY[2], STORY[3]].join('\n')],
];

describe('a wish in a long letter', () => {
  const rows = (wishes: readonly (readonly [string, string])[]) =>
    wishes.flatMap(([wish, done]) =>
      PLACES.map(([place, put]) => ({ wish, done, place, letter: put(wish) })),
    );
  const whole = rows([
    ['Please unsubscribe me.', 'leave'],
    ['Please pause my letters for two weeks.', 'pause until 2026-12-06'],
    ['Please send the letters only on weekdays.', 'schedule 12345'],
  ]);

  test.for(whole)('that is a whole sentence is done or asked about: $wish $place', (row) => {
    expect(['ask', row.done]).toContain(read(row.letter));
  });

  test.for(whole)('and a person reads the letter: $wish $place', ({ letter }) => {
    const { personal, question } = understand(letter, SUNDAY);
    expect(personal || question !== undefined).toBe(true);
  });

  test.for(
    rows(['Stop', 'Unsubscribe', 'Pause', 'Skip', 'Resume', 'help'].map((one) => [one, ''])),
  )('that is one word does nothing: $wish $place', ({ letter }) => {
    expect(['ask', 'nothing']).toContain(read(letter, { state: 'paused' }));
  });
});

describe('to be away until a day is a pause when that is all they say', () => {
  test.for([
    ['the bare fact', 'I’m away until Monday'],
    ['with a name under it', 'I’ll be away until Monday.\n\nBest,\nJo'],
    ['in German', 'Ich bin bis Montag weg.'],
  ] as const)('%s', ([, text]) => {
    expect(read(text)).toBe('pause until 2026-11-23');
  });

  test.for([
    [
      'a letter taken along is a letter being read',
      'I’ll be away until Monday, and I took the letter about listening with me to read to my sister on the train.',
    ],
    [
      'they mean to do the exercise there',
      'I loved this. I’m away until Monday. My sister and I will try the questions at her table.',
    ],
    [
      'it came with them',
      'We’re away until Monday. Your letter came with us, and we read it aloud at the lake.',
    ],
  ] as const)('and no pause in a letter: %s', ([, text]) => {
    expect(inShort(understand(text, SUNDAY))).not.toMatch(/^pause/);
  });
});

test.for([
  ['Please unsubscribe me. Please pause for two weeks.'],
  ['Please unsubscribe me. Or pause for two weeks.'],
  ['Pause for two weeks. Or unsubscribe me.'],
  ['Please unsubscribe me.\n\nOr just pause it until January 5.'],
  ['Bitte melden Sie mich ab. Oder pausieren Sie für zwei Wochen.'],
  ['Désabonnez-moi. Ou faites une pause de deux semaines.'],
  ['Cancelar suscripción. O bien una pausa de dos semanas.'],
  ['Cancellatemi. Oppure una pausa di due settimane.'],
  ['Cancelar inscrição. Ou pausar por duas semanas.'],
  ['Meld mij af. Of anders twee weken pauze.'],
] as const)('two wishes that exclude each other are asked about: %s', ([text]) => {
  expect(read(text)).toBe('ask');
});

describe('what says that there is more denies nothing', () => {
  test.for([
    ['en', 'no point any more tbh. not just the letters'],
    ['en', 'Not only the letters, all of it moves me'],
    ['de', 'nicht nur die Briefe'],
    ['fr', 'pas seulement les lettres'],
    ['es', 'no solo las cartas'],
    ['it', 'non solo le lettere'],
    ['pt', 'não só as cartas'],
    ['nl', 'niet alleen de brieven'],
  ] as const)('%s: %s', ([language, text]) => {
    expect(understand(text, { ...SUNDAY, language }).wishes).toEqual([]);
  });
});

describe('a pause without an end beside a time that may be one is asked about', () => {
  test.for([
    [
      'a month to come',
      'I am in the bush for all of January. Can you hold the letters that month?',
    ],
    [
      'next week',
      'Semana que vem tô na praia sem notebook, então não precisa mandar nada nesses dias',
    ],
    [
      'how long somebody is away',
      'Salve, sarei via per due settimane, potreste sospendere l’invio?',
    ],
  ] as const)('%s: %s', ([, text]) => {
    expect(read(text)).toBe('ask');
  });

  test.for([
    ['what is past is no end', 'I missed a few last week. Please pause the letters.'],
    ['nor is no time', 'Please pause the letters, I need some air.'],
  ] as const)('%s: %s', ([, text]) => {
    expect(read(text)).toBe('pause');
  });
});

test('who goes on with the letters and takes themselves off “that” means the newsletter', () => {
  const text =
    'Ihre Briefe lese ich gern weiter, auf den monatlichen Rundbrief verzichte ich hingegen. Bitte nur diesen abbestellen.';
  expect(understand(text, { ...SUNDAY, language: 'de' }).wishes).toEqual([
    { is: 'newsletter', on: false },
  ]);
});
