import { describe, expect, test } from 'vitest';
import { understand } from '../../../functions/core/replies/understand.ts';
import { changes } from '../../../functions/core/replies/understanding.ts';
import { inShort } from '../../support/understood.ts';

/** A Wednesday. */
const AT = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Berlin', state: 'active' } as const;

/** A wish, why, and courtesies: done, and nothing in it that a person has to read. */
const WISHES: readonly (readonly [language: string, why: string, text: string, done: string])[] = [
  ['de', 'no time', 'Bitte meldet mich ab, ich schaffe es zeitlich nicht. Danke, Jonas', 'leave'],
  ['de', 'a full mailbox', 'Keine Briefe mehr bitte, mein Postfach quillt über.', 'leave'],
  ['de', 'curiosity', 'Nehmt mich bitte raus, ich hab mich nur aus Neugier angemeldet', 'leave'],
  ['de', 'praise', 'Es war schön mit euch. Bitte meldet mich jetzt ab. Danke. Lena', 'leave'],
  ['de', 'initials', 'Bitte die Zusendung einstellen. Mit freundlichen Grüßen, K. Bauer', 'leave'],
  [
    'de',
    'work',
    'Bitte Pause bis 1.2., ich habe gerade so viel um die Ohren.',
    'pause until 2027-02-01',
  ],
  [
    'de',
    'visitors',
    'Bitte pausiert bis zum 4. Januar. Wir bekommen Besuch.',
    'pause until 2027-01-04',
  ],
  ['de', 'Advent', 'Bitte bis zum 3. Advent nichts schicken.', 'pause until 2026-12-13'],
  [
    'de',
    'again from a day on',
    'Bitte schickt mir erst ab Februar wieder Briefe.',
    'pause until 2027-02-01',
  ],
  ['de', 'asleep', 'Lieber um zehn. Um sechs schlafe ich noch.', 'schedule at 10:00'],
  ['de', 'at work', 'Bitte um 6:30, um 8 bin ich schon im Büro.', 'schedule at 6:30'],
  ['de', 'too often', 'Jeden Tag ist mir zu viel, einmal die Woche wäre besser.', 'schedule 3'],
  ['de', 'tomorrow', 'Morgen keinen Brief bitte.', 'skip'],
  [
    'de',
    'deleted',
    'Könnten Sie mir Brief 5 noch einmal senden? Ich habe ihn versehentlich gelöscht.',
    'resend 5',
  ],
  [
    'de',
    'friends',
    'Ich bin Single, könnt ihr mir die Version für Freunde schicken?',
    'track friends',
  ],
  ['nl', 'not for me', 'Graag afmelden, het is toch niets voor mij. Groet, Piet en Els', 'leave'],
  ['nl', 'a full mailbox', 'Schrijf me maar uit, mijn mailbox loopt over.', 'leave'],
  [
    'nl',
    'out of the course',
    'Hoi, ik wil graag uit de cursus stappen. Bedankt en groetjes, Lotte',
    'leave',
  ],
  ['nl', 'a name with "de"', 'Kunt u de toezending stopzetten? M.v.g. A. de Vries', 'leave'],
  [
    'nl',
    'moving',
    'Graag pauze tot 10 januari. We zijn aan het verhuizen.',
    'pause until 2027-01-10',
  ],
  [
    'nl',
    'work',
    'Pauzeer tot 1 februari aub, ik heb het erg druk op het werk.',
    'pause until 2027-02-01',
  ],
  [
    'nl',
    'asleep',
    'Mag het wat later, zo rond 10 uur? Om 6 uur slaap ik nog.',
    'schedule at 10:00',
  ],
  ['nl', 'tomorrow', 'Morgen graag geen brief.', 'skip'],
  [
    'nl',
    'deleted',
    'Kunnen jullie brief 5 nog eens sturen? Ik heb hem per ongeluk verwijderd.',
    'resend 5',
  ],
  ['nl', 'none today', 'Ik heb vandaag geen brief gekregen, kunt u hem nog eens sturen?', 'resend'],
];

test.for(WISHES)('%s, %s: %s', ([language, , text, done]) => {
  const understood = understand(text, { ...AT, language });
  expect({ done: inShort(understood), personal: understood.personal }).toEqual({
    done,
    personal: false,
  });
});

describe('the same words without a wish change nothing', () => {
  test.for([
    ['de', 'another pause', 'Die Pause hat mir gut getan.'],
    ['de', 'somebody else left', 'Meine Schwester hat sich abgemeldet.'],
    ['de', 'when they read', 'Ich lese die Briefe immer morgens beim Kaffee.'],
    ['de', 'another end', 'Ich habe gestern meine Stelle gekündigt.'],
    ['de', 'letters of their own', 'Ich schreibe ihm keine Briefe mehr.'],
    ['de', 'a journey told', 'Wir fahren am Samstag in die Berge und freuen uns.'],
    ['de', 'an hour of theirs', 'Heute Abend um 20 Uhr reden wir.'],
    ['de', 'what fits no more', 'Es passt gerade nicht zwischen uns.'],
    ['de', 'a letter that did not come', 'Ich habe heute keinen Brief bekommen.'],
    ['nl', 'another pause', 'De pauze was fijn.'],
    ['nl', 'somebody else left', 'Mijn zus heeft zich afgemeld.'],
    ['nl', 'another end', 'Ik heb gisteren mijn baan opgezegd.'],
    ['nl', 'letters of their own', 'Ik stuur hem geen brieven meer.'],
    ['nl', 'when they come', 'De brief komt om 7 uur'],
    ['nl', 'a journey told', 'We gaan zaterdag naar zee en hebben er zin in.'],
  ] as const)('%s, %s: %s', ([language, , text]) => {
    expect(understand(text, { ...AT, language }).wishes.filter(changes)).toEqual([]);
  });

  test('an absence and "no mails" may be meant for a while', () => {
    const text = 'Ich bin nächste Woche auf Dienstreise. Bitte keine Mails.';
    expect(understand(text, { ...AT, language: 'de' }).question?.options).toContainEqual([
      { is: 'pause', from: '2026-11-30', until: '2026-12-07' },
    ]);
  });
});

describe('trouble that is told sideways is marked', () => {
  test.for([
    'Ich will nicht mehr weitermachen.',
    'Ich muss jeden Euro abrechnen.',
    'Er lässt mich meine Familie nicht sehen.',
    'Ik mag niet alleen het huis uit.',
    'Hij stond met een mes voor me.',
    'Zo kan ik niet verder leven.',
  ])('%s', (text) => {
    expect(understand(text, AT).distress).toBe('alone');
  });

  test.for(['Ich habe Angst vor der Prüfung.', 'Ik wil niet meer wachten.', 'Der Akku ist tot.'])(
    'and not: %s',
    (text) => {
      expect(understand(text, AT).distress).toBeUndefined();
    },
  );
});
