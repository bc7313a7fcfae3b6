import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { EVERYTHING, lesson, tinyContent } from '../emails/tiny-content.ts';

const WORDS = join(import.meta.dirname, '../../content/words');

/** The languages that there are words in, as they ship. */
export const SHIPPED = readdirSync(WORDS).sort();

/** What an author would have written: one letter, and the course that it begins. */
interface Morning {
  readonly course: readonly [title: string, subtitle: string, description: string];
  readonly subject: string;
  readonly preheader: string;
  readonly opening: string;
  readonly practice: readonly [title: string, words: string];
  readonly question: string;
  readonly tomorrow: string;
}

/** The same letter in each language that ships. */
export const MORNINGS: Readonly<Record<string, Morning>> = {
  en: {
    course: [
      'Quiet mornings',
      'Short letters about the first hour of the day',
      'For anyone who is awake early. One letter a day, each with one small thing to try.',
    ],
    subject: 'Ten minutes at the window',
    preheader: 'What there is to see from a place where you never stand.',
    opening: 'It is early, and the street belongs to the bakers.',
    practice: ['Stand still', 'Take a cup of something to a window. Stay until it is empty.'],
    question: 'What did you see that is there every day?',
    tomorrow: 'Tomorrow: the same street, with somebody beside you.',
  },
  de: {
    course: [
      'Stille Morgen',
      'Kurze Briefe über die erste Stunde des Tages',
      'Für alle, die früh wach sind. Ein Brief am Tag, jeder mit einer kleinen Sache zum Ausprobieren.',
    ],
    subject: 'Zehn Minuten am Fenster',
    preheader: 'Was es von einer Stelle aus zu sehen gibt, an der du nie stehst.',
    opening: 'Es ist früh, und die Straße gehört den Bäckern.',
    practice: ['Bleib stehen', 'Nimm eine Tasse mit ans Fenster. Bleib dort, bis sie leer ist.'],
    question: 'Was hast du gesehen, das jeden Tag da ist?',
    tomorrow: 'Morgen: dieselbe Straße, mit jemandem neben dir.',
  },
  fr: {
    course: [
      'Matins calmes',
      'De courtes lettres sur la première heure du jour',
      'Pour qui se réveille tôt. Une lettre par jour, chacune avec une petite chose à essayer.',
    ],
    subject: 'Dix minutes à la fenêtre',
    preheader: 'Ce qu’il y a à voir d’un endroit où l’on ne s’arrête jamais.',
    opening: 'Il est tôt, et la rue appartient aux boulangers.',
    practice: [
      'Reste là',
      'Prends une tasse et va à la fenêtre. Restes-y jusqu’à ce qu’elle soit vide.',
    ],
    question: 'Qu’as-tu vu qui est là tous les jours ?',
    tomorrow: 'Demain : la même rue, avec quelqu’un à côté de toi.',
  },
  es: {
    course: [
      'Mañanas en calma',
      'Cartas breves sobre la primera hora del día',
      'Para quien despierta temprano. Una carta al día, cada una con una pequeña cosa que probar.',
    ],
    subject: 'Diez minutos junto a la ventana',
    preheader: 'Lo que se ve desde un lugar en el que nunca te detienes.',
    opening: 'Es temprano, y la calle es de los panaderos.',
    practice: ['Sin moverte de ahí', 'Lleva una taza a la ventana. Quédate hasta que esté vacía.'],
    question: '¿Qué viste que está ahí todos los días?',
    tomorrow: 'Mañana: la misma calle, con alguien a tu lado.',
  },
  it: {
    course: [
      'Mattine quiete',
      'Brevi lettere sulla prima ora del giorno',
      'Per chi si sveglia presto. Una lettera al giorno, ognuna con una piccola cosa da provare.',
    ],
    subject: 'Dieci minuti alla finestra',
    preheader: 'Che cosa si vede da un posto in cui non ti fermi mai.',
    opening: 'È presto, e la strada è dei fornai.',
    practice: ['Resta lì', 'Porta una tazza alla finestra. Resta finché non è vuota.'],
    question: 'Che cosa hai visto che c’è ogni giorno?',
    tomorrow: 'Domani: la stessa strada, con qualcuno accanto a te.',
  },
  pt: {
    course: [
      'Manhãs calmas',
      'Cartas curtas sobre a primeira hora do dia',
      'Para quem acorda cedo. Uma carta por dia, cada uma com uma pequena coisa para experimentar.',
    ],
    subject: 'Dez minutos na janela',
    preheader: 'O que dá para ver de um lugar onde você nunca para.',
    opening: 'É cedo, e a rua é dos padeiros.',
    practice: ['Fique ali', 'Leve uma xícara até a janela. Fique até ela esvaziar.'],
    question: 'O que você viu que está ali todos os dias?',
    tomorrow: 'Amanhã: a mesma rua, com alguém ao seu lado.',
  },
  nl: {
    course: [
      'Stille ochtenden',
      'Korte brieven over het eerste uur van de dag',
      'Voor wie vroeg wakker is. Elke dag een brief, elk met één klein ding om te proberen.',
    ],
    subject: 'Tien minuten bij het raam',
    preheader: 'Wat er te zien is vanaf een plek waar je nooit staat.',
    opening: 'Het is vroeg, en de straat is van de bakkers.',
    practice: ['Blijf even staan', 'Neem een kop mee naar het raam. Blijf staan tot hij leeg is.'],
    question: 'Wat zag je dat er elke dag is?',
    tomorrow: 'Morgen: dezelfde straat, met iemand naast je.',
  },
};

export function morningIn(language: string): Morning {
  const morning = MORNINGS[language];
  if (morning === undefined) throw new Error(`no letter in ${language}: write one here`);
  return morning;
}

/** The letter as a file. */
export function windowLetter(language: string): string {
  const { subject, preheader, opening, practice, question, tomorrow } = morningIn(language);
  const [title, words] = practice;
  const front = stringify({ id: 'window', subject, preheader, minutes: 3 });
  const blocks = [
    opening,
    `:::practice[${title}]\n${words}\n:::`,
    `:::question\n${question}\n:::`,
    `:::next\n${tomorrow}\n:::`,
  ];
  return `---\n${front}---\n${blocks.join('\n\n')}\n`;
}

export function publicationIn(language: string): string {
  const [name] = morningIn(language).course;
  return stringify({
    name,
    language,
    from: { name, address: 'letters@example.com' },
    author: { name, address: 'author@example.com' },
    'postal-address': 'Ann Lee\nLangstraat 1\n12345 Bern',
    defaults: { course: 'mornings', zone: 'Europe/Berlin', hour: 7, days: 'daily' },
  });
}

export function courseYaml(language: string): string {
  const [title, subtitle, description] = morningIn(language).course;
  return stringify({ id: 'mornings', language, title, subtitle, description });
}

/** The files of `content/words/` in these languages, as they ship. */
export function shippedWords(languages: readonly string[]): Readonly<Record<string, string>> {
  const files = readdirSync(WORDS, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yaml|md)$/.test(name))
    .filter((name) => languages.some((language) => name.startsWith(`${language}/`)));
  return Object.fromEntries(
    files.map((name) => [`words/${name}`, readFileSync(join(WORDS, name), 'utf8')]),
  );
}

/** A content folder in one language, with that letter and one of everything that a letter can have. */
export function morningContent(language: string): string {
  const english = Object.keys(shippedWords(['en'])).map((name) => [name, undefined]);
  return tinyContent({
    ...Object.fromEntries(english),
    ...shippedWords([language]),
    'publication.yaml': publicationIn(language),
    'courses/mornings/course.yaml': courseYaml(language),
    'courses/mornings/lessons/01-window.md': windowLetter(language),
    'courses/mornings/lessons/02-second.md': lesson('second', '::check-in\n'),
    'courses/tiny/lessons/01-first.md': lesson('first', EVERYTHING, 'sources: [one-2001]'),
  });
}
