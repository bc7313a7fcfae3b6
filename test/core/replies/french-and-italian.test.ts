import { describe, expect, test } from 'vitest';
import { distressIn } from '../../../functions/core/replies/distress.ts';
import { understand } from '../../../functions/core/replies/understand.ts';
import type { Wish } from '../../../functions/core/replies/understanding.ts';

const AT = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Rome' } as const;
const read = (language: string, text: string, state: 'active' | 'paused' = 'active') =>
  understand(text, { ...AT, state, language });

const LEAVE: Wish = { is: 'leave' };

test.for<[why: string, language: string, text: string, wish: object]>([
  [
    'for good, behind a reason',
    'it',
    'Non riesco a starci dietro, interrompete pure definitivamente.',
    LEAVE,
  ],
  ['done without', 'it', 'Delle lettere giornaliere faccio volentieri a meno, grazie.', LEAVE],
  ['a name off a list', 'it', "Toglietemi il nome dall'elenco, per piacere", LEAVE],
  [
    'a while without',
    'it',
    'Datemi due settimane senza niente, per favore',
    { until: '2026-12-09' },
  ],
  ['kept still', 'it', 'Tenete tutto fermo fino al 7 gennaio, grazie', { until: '2027-01-07' }],
  [
    'read again from a day on',
    'it',
    'Ci risentiamo il 7 gennaio, fino ad allora sospendete',
    { until: '2027-01-07' },
  ],
  [
    'over, and asked for',
    'it',
    'Finito il trasloco, potete riprendere a scrivermi',
    { is: 'resume' },
  ],
  ['the hour that suits', 'it', "Le 19 sarebbe l'orario giusto per me", { minutes: 1140 }],
  ['never on two days', 'it', 'Sabato e domenica no, grazie', { days: '12345' }],
  [
    'days in short',
    'it',
    'lun mer ven per piacere, gli altri giorni ho le prove del coro',
    { days: '135' },
  ],
  ['sent again by a polite verb', 'it', 'Mi rimanderesti la lettera 4 per favore?', { letter: 4 }],
  [
    'a mailbox that closes',
    'it',
    'La mia casella chiude a fine mese, usate elia@example.net',
    { is: 'address' },
  ],
  [
    'what the subject must not tell',
    'it',
    "Sarebbe meglio che dall'oggetto non si capisse di cosa si tratta.",
    { is: 'discreet' },
  ],
  [
    'no use in writing before',
    'fr',
    "Inutile de m'écrire avant le 7 janvier",
    { until: '2027-01-07' },
  ],
  [
    'a day, and not before',
    'fr',
    'On se retrouve le 7 janvier, pas avant',
    { until: '2027-01-07' },
  ],
  ['off at the next stop', 'fr', 'Fermez le robinet pour de bon, je ne lis jamais.', LEAVE],
  ['put off to a day', 'fr', 'Décalez la suite au 7 janvier', { until: '2027-01-07' }],
  ['aimed at an hour', 'fr', 'Visez plutôt 17 h', { minutes: 1020 }],
  ['letters again', 'fr', 'Remettez-moi les lettres', { is: 'resume' }],
  [
    'no use in writing before',
    'it',
    'Inutile scrivermi prima del 7 gennaio',
    { until: '2027-01-07' },
  ],
  ['in touch again from a day on', 'it', 'Rifatevi vivi il 7 gennaio', { until: '2027-01-07' }],
  ['closed here', 'it', 'Non ho più un minuto. Chiudiamola qui, grazie!', LEAVE],
  ['put there', 'it', 'Mettile alle 17', { minutes: 1020 }],
  [
    'all of a month',
    'it',
    'A dicembre vorrei una pausa',
    { from: '2026-12-01', until: '2027-01-01' },
  ],
  ['rest with', 'fr', 'Je préfère en rester là avec les lettres. Merci pour tout.', LEAVE],
  ['strike me off', 'fr', "C'est pas pour moi, vous pouvez me rayer de la liste.", LEAVE],
  ['a while without', 'fr', 'Laissez-moi deux semaines sans lettres', { until: '2026-12-09' }],
  ['kept warm', 'fr', "Gardez mes lettres au chaud jusqu'au 7 janvier", { until: '2027-01-07' }],
  [
    'read again from a day on',
    'fr',
    "On se retrouve le 7 janvier, d'ici là pas de lettres",
    { until: '2027-01-07' },
  ],
  ['an hour that is possible', 'fr', "Changement d'horaire : 19h merci", { minutes: 1140 }],
  ['without the weekend', 'fr', 'Pouvez-vous éviter le week-end ?', { days: '12345' }],
  ['a new account', 'fr', 'Basculez-moi sur jean@example.net', { is: 'address' }],
  [
    'what the subject must not tell',
    'fr',
    "Qu'on ne devine pas à l'objet de quoi il s'agit, merci",
    { is: 'discreet' },
  ],
])('%s, %s: %s', ([, language, text, wish]) => {
  const resumes = 'is' in wish && wish.is === 'resume';
  expect(read(language, text, resumes ? 'paused' : 'active').wishes).toMatchObject([wish]);
});

test.for([
  ['it', 'Una al giorno è troppo, si può diradare?'],
  ['fr', 'Levez le pied svp'],
])('who wants fewer is asked how many, in %s: %s', ([language = '', text = '']) => {
  const { wishes, question } = read(language, text);
  expect([wishes, question?.because]).toEqual([[], 'how-often']);
});

describe('a question that begins with a pronoun', () => {
  test.for([
    ['it', 'ciao mi disiscrivi? ho troppe cose da leggere'],
    ['it', 'Mi cancelleresti dalla lista?'],
    ['fr', 'Vous me désabonnez ?'],
  ])('asks for it, in %s: %s', ([language = '', text = '']) => {
    expect(read(language, text).wishes).toEqual([LEAVE]);
  });

  test.for([
    ['it', 'asks why', 'Perché mi disiscrivete?'],
    ['it', 'asks when they come', 'Mi mandate le lettere alle 7?'],
  ])('in %s, one that %s changes nothing: %s', ([language = '', , text = '']) => {
    expect(read(language, text).wishes).toEqual([]);
  });
});

test.for([
  ['a meal that is skipped', 'it', 'Salto sempre la colazione ma la lettera mai.'],
  ['who stops to think', 'it', 'Mi fermo spesso a pensare alla sua lettera di martedì.'],
  ['who leaves early', 'it', 'Esco presto'],
  ['another list', 'it', 'Mi disiscrivo dalla palestra ogni gennaio e ogni febbraio torno.'],
  [
    'what a sister said',
    'it',
    'Mia sorella ha detto: sospendi tutto e vieni da me per due settimane.',
  ],
  [
    'what is a luxury',
    'fr',
    "Le facteur ne passe plus, alors une lettre tous les jours, même sur écran, c'est du luxe !",
  ],
])('%s changes nothing, %s: %s', ([, language = '', text = '']) => {
  expect(read(language, text).wishes).toEqual([]);
});

test.for([
  ['found wherever one goes', 'Se me ne vado mi trova.'],
  ['a child touched', 'Il nonno la tocca quando le fa il bagno.'],
  ['a false name', 'Ha fatto un profilo finto per scrivere a mia madre.'],
  ['a bag behind the door', 'Tengo una borsa pronta dietro la porta, non si sa mai.'],
  ['no more news', 'Non avrete più mie notizie.'],
  ['a threat for leaving', 'Si tu me quittes je te retrouve.'],
  ['a child is next', "Il s'en prend au petit maintenant."],
  ['nobody to care any more', "Personne n'aura plus à se soucier de moi."],
  ['no will to be there', "Je n'ai plus l'intention d'être là à la fin."],
  ['a bone broken', "Il m'a encore cassé deux doigts."],
  ['locked from outside', "Il verrouille la porte de l'extérieur quand il part."],
  ['made to eat it', 'La prossima lettera me la fa mangiare.'],
  ['over the line', 'Stamattina ho fatto un passo oltre la riga gialla.'],
  ['dark glasses indoors', 'Je porte des lunettes noires au bureau depuis lundi.'],
])('a cry told by %s: %s', ([, text = '']) => {
  expect(distressIn(text, 0.05)).toBeDefined();
});

test('who asks for nothing before a day says nothing of who reads along', () => {
  expect(distressIn("Ne m'écrivez pas avant le 7 janvier", 0.2)).toBeUndefined();
});
