import { describe, expect, test } from 'vitest';
import type { Standing } from '../../../functions/core/reader/subscriber.ts';
import { decide } from '../../../functions/core/replies/decide.ts';
import { strip } from '../../../functions/core/replies/strip.ts';
import { type Understanding, understand } from '../../../functions/core/replies/understand.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';
import { LEAVE, PAUSE } from './fixtures/clear.ts';

const now = at('2026-11-22T09:00:00Z');
const present = { now, courses: [course(['one', 'two', 'three'])] };
const PAUSED: Standing = { is: 'paused', since: now };

/** What a reader of a day ago, writing from their own mailbox, is understood to want. */
function read(text: string, standing: Standing = { is: 'active' }) {
  const reading = reader({
    standing,
    enrollments: [enrollment({ received: received('one') })],
    dueAt: at('2026-11-23T07:00:00Z'),
  });
  const state = standing.is === 'paused' ? 'paused' : 'active';
  const understood: Understanding = understand(text, { now, zone: reading.zone, state });
  const decided = decide(understood, 1, reading, present);
  return { ...decided, changes: decided.change?.(reading).is === 'changed' };
}

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

describe('a long letter changes nothing by itself, and its author gets to read it', () => {
  const wishes: readonly [what: string, wish: string, standing?: Standing][] = [
    ['leaving', 'Please unsubscribe me.'],
    ['leaving, in one word', 'Unsubscribe'],
    ['leaving, in another language', 'Bitte melden Sie mich ab.'],
    ['a pause', 'Please pause my letters for two weeks.'],
    ['a pause without an end', 'Please pause my letters.'],
    ['going on', 'Resume', PAUSED],
    ['going on from a day', 'Resume on January 5', PAUSED],
    ['skipping', 'Skip this lesson'],
    ['a letter again', 'Please resend lesson 1'],
    ['other days', 'Only on weekdays please'],
    ['how things stand', 'Which lesson am I on?'],
    ['what can be said', 'How do I unsubscribe?'],
  ];
  const rows = wishes.flatMap(([what, wish, standing]) =>
    PLACES.map(([place, put]) => [what, place, wish, put(wish), standing] as const),
  );

  test.for(rows)('%s, asked for %s', ([, , wish, letter, standing]) => {
    expect(read(wish, standing).outcome, 'alone it is done').toBe('applied');
    expect(read(letter, standing)).toMatchObject({ toAuthor: true, changes: false });
  });

  test('and so does any plain request to leave or to pause, wherever it stands', () => {
    // Some close with a signature, below which nothing is the reader's.
    const requests = [...LEAVE, ...PAUSE].filter((request) => strip(request) === request);
    expect(requests.length).toBeGreaterThan(400);
    const letters = PLACES.flatMap(([, put], place) =>
      requests.filter((_, turn) => turn % PLACES.length === place).map(put),
    );
    expect(letters.filter((letter) => read(letter).changes)).toEqual([]);
  });
});

describe('to be away until a day is a pause when that is all they say', () => {
  test.for([
    ['the bare fact', 'I’m away until Monday'],
    ['with a name under it', 'I’ll be away until Monday.\n\nBest,\nJo'],
    ['in German', 'Ich bin bis Montag weg.'],
  ] as const)('%s', ([, text]) => {
    expect(read(text)).toMatchObject({ intent: 'pause', outcome: 'applied' });
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
    expect(read(text)).toMatchObject({ outcome: 'forwarded', toAuthor: true, changes: false });
  });
});

describe('“stop” beside a pause is a way to say pause; “unsubscribe” is not', () => {
  const stop = 'Stop.';
  const leave = 'Unsubscribe me.';
  const pause = 'Please pause for two weeks.';
  test.for([
    ['stop and a pause', [stop, pause], 'applied'],
    ['stop, twice', [stop, stop, pause], 'applied'],
    ['a pause, then stop', [pause, stop], 'applied'],
    ['leave and a pause', [leave, pause], 'clarify-asked'],
    ['stop, leave and a pause', [stop, leave, pause], 'clarify-asked'],
    ['leave, stop and a pause', [leave, stop, pause], 'clarify-asked'],
    ['a pause between them', [stop, pause, leave], 'clarify-asked'],
  ] as const)('%s', ([, said, outcome]) => {
    const { changes, ...decided } = read(said.join(' '));
    expect(decided).toMatchObject({ outcome });
    expect(changes).toBe(outcome === 'applied');
    if (changes) expect(decided.intent).toBe('pause');
  });
});

test.for([
  ['Please unsubscribe me. Or pause for two weeks.'],
  ['Pause for two weeks. Or unsubscribe me.'],
  ['Please unsubscribe me.\n\nOr just pause it until January 5.'],
  ['Bitte melden Sie mich ab. Oder pausieren Sie für zwei Wochen.'],
  ['Désabonnez-moi. Ou faites une pause de deux semaines.'],
  ['Cancelar suscripción. O bien una pausa de dos semanas.'],
  ['Cancellatemi. Oppure una pausa di due settimane.'],
  ['Cancelar inscrição. Ou pausar por duas semanas.'],
  ['Meld mij af. Of anders twee weken pauze.'],
] as const)('another wish offered in a sentence of its own is asked about: %s', ([text]) => {
  expect(read(text)).toMatchObject({ outcome: 'clarify-asked', changes: false });
});
