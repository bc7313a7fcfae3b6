import { beforeAll, describe, expect, test } from 'vitest';
import { corpus } from '../../../local/replies/corpus.ts';
import { figuresOf, type Scored, scored } from '../../../local/replies/score.ts';

/**
 * The corpus as it is read today. First tries on replies that nobody had seen are in docs/replies.md;
 * this keeps what works from being lost. What is known to be read wrongly is named, so that it is
 * seen when it goes away.
 */
/** Twelve thousand replies, on a machine that has other things to do. */
const READING_MS = 900_000;

let all: readonly Scored[];
beforeAll(() => {
  all = scored(corpus());
}, READING_MS);

/** Read wrongly today, by what they say; one that is read rightly again fails as well. */
const KNOWN_WRONGFUL: readonly string[] = [
  // An hour, told: of a walk, and of letters that come at it already.
  'Wieder zusammen laufen, sonntags um neun, das tut uns gut.',
  'Seven in the morning suits me just fine.',
  'Le nove vanno benissimo, lasciate così.',
  // Who never asked is heard as one who does not want.
  'Eu nunca pedi para cancelar nada, viu?',
];
/** Short reasons that are a little more than that. */
const KNOWN_UNREAD: readonly string[] = [
  'Ich glaub, ich brauch Abstand.',
  'Jetzt ist aber mal gut. Zum dritten Mal: keine Briefe mehr an diese Adresse!!!',
  'Wieder zusammen laufen, sonntags um neun, das tut uns gut.',
  'No recuerdo haberme apuntado a esto y la verdad es que me parece una cursilada. ',
  'Estoy hasta el moño de correos, y el vuestro es uno más. Fuera.',
  'Aguanten el curso hasta que salga mi residencia, ¿sí? Estoy sin casa fija y sin ',
  "Ça fait trois fois que je demande !! Arrêtez de m'envoyer vos mails, je veux plu",
  "peut on passer sur le parcours couple ? j'ai rencontré quelqu'un :)",
  'Ôtez-moi de là. Ça fait trois fois que je clique sur votre lien pis ça marche pa',
  'Ik ben 39 weken, kan elk moment losbarsten. Zet het stil en ik geef een gil als ',
  'Enterramos mainha ontem. Me deem um mês, por favor, depois eu retomo de onde par',
  'Bota um freio aí até segunda, que eu tô com virose e só durmo.',
  'Gestern kam kein Brief, ich habe ihn direkt vermisst.',
  'Nächste Woche bitte nix, wir haben alle Magen-Darm',
  'die brife sind zu lank für mich, lieber 2 mal inner woche dan schaf ich das',
  'What happens if I stop?',
  'Bin die nächsten zwei Wochen auf Reha ohne Internet, könnt ihr so lange aussetze',
  "I've come down with flu and I'm three letters behind, could you give me a week o",
  'Ik had me afgemeld maar ik mis ze eigenlijk. Mag ik weer meedoen?',
  "Pour l'Avent je voudrais me taire un peu. Pas de lettre du 29 novembre à Noël, s",
  'saltatemi le prossime due, questa roba sul desiderio adesso non la reggo. e poi ',
];

const said = ({ given }: Scored): string => given.text.replaceAll('\n', ' / ').slice(0, 80);

test('nothing changes for somebody who wished for nothing', () => {
  const wrongful = all.filter(({ verdict }) => verdict === 'wrongful').map(said);
  expect(wrongful.sort()).toEqual([...KNOWN_WRONGFUL].sort());
});

test('a person reads every personal word', () => {
  const unread = all.filter(
    ({ given, read }) =>
      given.personal === true &&
      !read.personal &&
      read.question === undefined &&
      read.distress === undefined,
  );
  expect(unread.map(said).sort()).toEqual([...KNOWN_UNREAD].sort());
});

test('whoever is in distress gets no menu and no goodbye', () => {
  const inDistress = all.filter(({ given }) => given.distress === true);
  expect(inDistress.length).toBeGreaterThan(600);
  const answered = inDistress.filter(
    ({ given, read }) =>
      read.question !== undefined ||
      read.wishes.some(({ is }) => is !== 'leave') ||
      (read.distress === undefined && given.wishes.length === 0 && read.wishes.length > 0),
  );
  expect(answered.map(said)).toEqual([]);
});

describe('what no weight has learned from changes nothing wrongly, either', () => {
  test('lists, titles and dates', () => {
    const unlearned = scored(corpus(['test/corpus/unlearned/lists.jsonl']));
    const { wrongful, other, wishes, right } = figuresOf(unlearned);
    expect([unlearned.length, wrongful, other]).toEqual([60, 0, 0]);
    expect(right / wishes).toBeGreaterThan(0.9);
  });

  test('all kinds, in seven languages', () => {
    const languages = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pt'];
    const unlearned = languages.flatMap((language) =>
      ['m', 'o', 'p'].map((lot) => `test/corpus/unlearned/${language}-${lot}.jsonl`),
    );
    const { others, wrongful, wishes, right, offered, asked } = figuresOf(
      scored(corpus(unlearned)),
    );
    expect([others, wrongful]).toEqual([746, 0]);
    expect(right / wishes, 'done right').toBeGreaterThan(0.6);
    expect((right + offered) / wishes, 'or one press away').toBeGreaterThan(0.81);
    expect((right + asked) / wishes, 'done or asked').toBeGreaterThan(0.89);
  });
});

describe('by language', () => {
  test.for(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'])('%s', (language) => {
    const own = all.filter(({ given }) => given.lang === language);
    const { wishes, right, asked, others, needless, distress, marked } = figuresOf(own);
    expect(right / wishes, 'done right').toBeGreaterThan(0.6);
    expect((right + asked) / wishes, 'done or asked').toBeGreaterThan(0.9);
    expect(needless / others, 'needless questions').toBeLessThan(0.03);
    expect(marked / distress, 'in distress, and marked').toBeGreaterThan(0.95);
  });
});
