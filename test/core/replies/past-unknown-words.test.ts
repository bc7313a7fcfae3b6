import { describe, expect, test } from 'vitest';
import { understand } from '../../../functions/core/replies/understand.ts';
import { changes } from '../../../functions/core/replies/understanding.ts';
import { inShort } from '../../support/understood.ts';

const AT = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Berlin', state: 'active' } as const;

const of = (text: string, language: string) => understand(text, { ...AT, language });

/** Words that no list knows stand in or beside a wish that is otherwise all there. */
describe('a wish is read past words that are no part of it', () => {
  test.for([
    ['en', 'why, behind a comma', 'No weekends please, the kids have hocky', '12345'],
    ['en', 'an unknown season', 'Mad season, park these for a bit will you', 'pause'],
    ['es', 'a word before the command', 'Den de baja esta dirección. Gracias.', 'leave'],
    [
      'fr',
      'a dictated comma',
      'bonjour virgule je souhaiterais résilier mon inscription au cours point merci d’avance point',
      'leave',
    ],
  ] as const)('%s, %s: %s', ([language, , text, done]) => {
    const read = of(text, language);
    expect(inShort(read)).toContain(done);
    expect(read.personal).toBe(false);
  });
});

describe('what only looks like one changes nothing', () => {
  test.for([
    ['de', 'what was', 'Zwei Wochen ohne Handy, das war schön'],
    [
      'de',
      'when they come',
      'Der Brief kommt bei mir immer um acht in der Früh an, und so passt es mir gut.',
    ],
    ['de', 'none came', 'Ich habe heute keinen Brief bekommen'],
    ['de', 'his word behind it', 'Abmelden, sagte er, einfach abmelden'],
    [
      'de',
      'what was wanted',
      'Ich wollte die Briefe pausieren, weil ich im Urlaub war, aber es ging auch so',
    ],
    ['nl', 'when they come', 'De brieven komen elke dag om 7 uur, dat is precies goed'],
    [
      'nl',
      'their week',
      'Op maandag ben ik niet te genieten, op dinsdag gaat het, woensdag bied ik mijn excuses aan.',
    ],
    ['nl', 'a thought', 'Afmelden, dacht ik eerst, maar nee'],
    ['en', 'what is fine', 'Mornings at 7 are perfect, thank you'],
    ['en', 'a question about them', 'Could you confirm the letters come at 7?'],
    ['en', 'thanks', 'Thank you for sending the letters on Mondays as it suits me'],
    ['en', 'somebody else', 'Please unsubscribe my husband because he hates it'],
    ['en', 'which letters', 'Please stop the letters about sex since they upset me'],
    ['fr', 'an evening of theirs', "Le mercredi uniquement, c'est notre soir à nous"],
    ['fr', 'when they come', "Les lettres arrivent tous les jours à 7 h, c'est parfait"],
    ['it', 'what they did', 'Ho saltato la lettera 5'],
    ['it', 'a question about them', 'Potete spiegarmi perché le lettere arrivano la domenica?'],
    ['es', 'an evening of theirs', 'Solo los miércoles, es nuestra noche'],
    ['es', 'when they come', 'Las cartas llegan cada día a las 7, está perfecto'],
    ['pt', 'what was', 'Duas semanas sem celular, foi lindo'],
    ['pt', 'when they come', 'As cartas chegam todos os dias às 7, está perfeito'],
  ] as const)('%s, %s: %s', ([language, , text]) => {
    expect(of(text, language).wishes.filter(changes)).toEqual([]);
  });
});

describe('a few words beside a wish are for nobody, unless they tell of people or feelings', () => {
  test.for([
    ['en', 'The trial has been concluded. Please stop the letters.', false],
    ['en', 'Please stop the letters. My husband has died.', true],
    ['de', 'Nehmt mich raus, ich habe den Zug verpasst.', false],
    ['de', 'Nehmt mich raus, ich weine nur noch.', true],
    ['fr', 'Sautez la prochaine, je suis noyée', false],
  ] as const)('%s: %s', ([language, text, personal]) => {
    expect(of(text, language).personal).toBe(personal);
  });
});
