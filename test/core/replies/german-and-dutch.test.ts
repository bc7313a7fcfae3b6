import { describe, expect, test } from 'vitest';
import { understand } from '../../../functions/core/replies/understand.ts';
import { changes } from '../../../functions/core/replies/understanding.ts';
import { inShort } from '../../support/understood.ts';

/** A Wednesday. */
const AT = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Berlin', state: 'active' } as const;

describe('wishes as they are said every day', () => {
  test.for<[language: string, why: string, text: string, done: string]>([
    [
      'de',
      'a contract given up',
      'Ich kündige hiermit den Bezug der Briefreihe mit sofortiger Wirkung.',
      'leave',
    ],
    [
      'de',
      'a noun for it, asked for',
      'Ich bekomme zu viele E-Mails, daher bitte ich um Abmeldung.',
      'leave',
    ],
    [
      'de',
      'the verb that asks comes last',
      'Ich wollte fragen, ob ihr mich austragen könnt.',
      'leave',
    ],
    ['de', 'nothing more let through', 'Bitte lassen Sie mir keine Briefe mehr zukommen.', 'leave'],
    [
      'de',
      'waiting',
      'Könnt ihr bis 1.12. warten mit dem nächsten Brief?',
      'pause until 2026-12-01',
    ],
    ['de', 'need send nothing more', 'Ihr braucht mir nichts mehr zu schicken.', 'leave'],
    ['de', 'goes on without me', 'Der Kurs geht ab heute ohne mich weiter.', 'leave'],
    ['de', 'time to catch up', 'Gebt mir eine Woche zum Verschnaufen.', 'pause until 2026-12-02'],
    [
      'de',
      'not before a day',
      'Vor Ostermontag brauch ich keine Briefe mehr.',
      'pause until 2027-03-29',
    ],
    ['de', 'in a dialect', 'Kömmer uf jede zweite Tag umstelle?', 'schedule 135'],
    [
      'de',
      'a possessive that is no verb',
      'Stellt meinen Brief auf 10 Uhr um.',
      'schedule at 10:00',
    ],
    ['nl', 'need come no more', 'Er hoeft niets meer te komen.', 'leave'],
    ['nl', 'may again', 'Vanaf 1 december mag alles weer aan.', 'pause until 2026-12-01'],
    ['nl', 'minutes before a half', 'Om tien voor half acht graag.', 'schedule at 7:30'],
    ['nl', 'no more of these, and no copy', 'Ik wil deze brieven niet meer hebben.', 'leave'],
    ['de', 'two, as a pair', 'Die nächsten beiden Briefe bitte überspringen.', 'skip 2'],
    ['de', 'not that one', 'Den nächsten Brief bitte nicht schicken.', 'skip'],
    ['de', 'counted by its place', 'Kann ich den sechsten Brief noch einmal haben?', 'resend 6'],
    ['de', 'not to be found', 'Ich find Brief 9 nicht mehr. Bitte noch einmal.', 'resend 9'],
    ['de', 'not this hour but that', 'Bitte nicht um 6, sondern um 8 Uhr.', 'schedule at 8:00'],
    [
      'de',
      'what is too much, and what would do',
      'Täglich ist mir zu flott, jeden zweiten Tag würde passen.',
      'schedule 135',
    ],
    ['de', 'no other day', 'Bitte nur dienstags, sonst nicht.', 'schedule 2'],
    ['de', 'the law', 'Ich bitte um Auskunft nach Art. 15 DSGVO.', 'export'],
    ['de', 'a yes to it', 'Newsletter ja bitte!', 'newsletter on'],
    [
      'de',
      'what the subject shall not say',
      'Könnte im Betreff etwas anderes stehen?',
      'discreet on',
    ],
    ['nl', 'a contract given up', 'Hierbij zeg ik mijn deelname aan de cursus op.', 'leave'],
    ['nl', 'the verb that drops out', 'Ik haak af, bedankt voor alles.', 'leave'],
    [
      'nl',
      'waiting',
      'Zou het mogelijk zijn om tot na Kerstmis te wachten met de volgende?',
      'pause until 2026-12-26',
    ],
    [
      'nl',
      'from a day to that day again',
      'Graag overslaan van zaterdag tot zaterdag.',
      'pause from 2026-11-28 until 2026-12-06',
    ],
    ['nl', 'not needed', 'De brief van morgen hoeft niet.', 'skip'],
    [
      'nl',
      'counted by its place',
      'De vijfde brief ben ik kwijt, kun je die opnieuw mailen?',
      'resend 5',
    ],
    ['nl', 'each of a day', 'Iedere maandag om 8.00 uur, zou dat kunnen?', 'schedule 1 at 8:00'],
    ['nl', 'on it, too', 'Zet me ook maar op de nieuwsbrief.', 'newsletter on'],
    [
      'nl',
      'the one without the other',
      'Geen nieuwsbrief meer graag, wel de cursus.',
      'newsletter off',
    ],
    ['nl', 'what they know', 'Wat weten jullie allemaal over mij?', 'export'],
  ])('%s, %s: %s', ([language, , text, done]) => {
    expect(inShort(understand(text, { ...AT, language }))).toBe(done);
  });
});

describe('what only sounds like them changes nothing', () => {
  test.for([
    ['de', 'waiting for something else', 'Ich warte bis Montag auf das Ergebnis vom Arzt.'],
    ['de', 'an hour of theirs', 'Er kommt jeden Freitag um sieben, und ich koche.'],
    ['de', 'a place in a row', 'Der siebte Brief war der schönste bisher.'],
    ['de', 'another end', 'Ich habe aufgehört zu rauchen.'],
    ['de', 'how it was', 'Der Brief über das Verzeihen war mir zu schnell.'],
    ['nl', 'a letter about something', 'Daar zou ik nou eens een brief over willen.'],
    ['nl', 'an age', 'Hallo, ik ben Leonie, ik ben 14. Mag ik ook meedoen?'],
    ['nl', 'how a week goes', 'Op maandag ben ik moe, op dinsdag gaat het.'],
    ['nl', 'years that are over', 'Achttien jaar lang samen naar zee, en dan niets meer.'],
  ] as const)('%s, %s: %s', ([language, , text]) => {
    expect(understand(text, { ...AT, language }).wishes.filter(changes)).toEqual([]);
  });
});

describe('trouble', () => {
  test.for<[situation: string, text: string]>([
    ['hit, in dialect', 'Grüezi, mini Frau schlaht mich.'],
    ['followed by a thing', 'Unter meinem Beifahrersitz habe ich so ein Ortungsding gefunden.'],
    ['told by a wheelchair', 'Meine Pflegerin dreht mir den Rollstuhl zur Wand.'],
    ['hurting oneself', 'Hab mir gestern den Arm verbrannt, mit Absicht.'],
    ['fear for another', 'Nach seinem Versuch weiß ich nicht, ob er es noch mal macht.'],
    ['tired of more than letters', 'Ich mag nicht mehr. Nicht nur die Briefe, sondern überhaupt.'],
    ['safe while he sleeps', "Bij ons is 't veilig als hij slaapt."],
    ['a child that is changed', 'Ze plast weer in bed en wil niet meer aangeraakt worden.'],
    ['a threat to oneself', 'Ze zegt dat ze van de brug springt als ik het uitmaak.'],
    ['a shelter', 'Ik ga even in de crisisopvang.'],
    ['nothing is needed anymore', 'Het hoeft allemaal niet meer voor mij.'],
  ])('%s: %s', ([, text]) => {
    expect(understand(text, AT).distress).toBeDefined();
  });

  test.for<[what: string, text: string]>([
    ['a cat', 'Unser Kater lauert im Flur auf Zehen.'],
    ['no time', 'Einmal in der Woche würde mir genügen, sonst schaffe ich es nicht.'],
    ['old grief', 'Nach der Scheidung war ich verzweifelt, heute geht es mir gut.'],
    ['spiders', 'Mijn dochter is doodsbang voor spinnen.'],
    ['a back that aches', 'Mijn rug maakt me kapot, te veel in de tuin gewerkt.'],
    ['a deadline', 'Die deadline hangt me boven het hoofd, mijn baas maakt me af.'],
  ])('and not %s: %s', ([, text]) => {
    expect(understand(text, AT).distress).toBeUndefined();
  });
});
