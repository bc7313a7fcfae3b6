import { describe, expect, test } from 'vitest';
import { distressIn } from '../../../functions/core/replies/distress.ts';
import { understand } from '../../../functions/core/replies/understand.ts';

const AT = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Lisbon' } as const;
type Row = readonly [why: string, text: string, done: object];

const wishesOf = (language: string, text: string, state: 'active' | 'paused') =>
  understand(text, { ...AT, state, language }).wishes;

describe('everyday wishes', () => {
  test.for<Row>([
    ['to hold on to them', 'Fiquem com as cartas em espera.', { is: 'pause' }],
    ['a course that lies idle', 'Deixa o curso parado por enquanto.', { is: 'pause' }],
    ['left where it was going', 'Quero me desligar do curso.', { is: 'leave' }],
    ['no more doing it', 'Não quero mais fazer o curso', { is: 'leave' }],
    ['the pause undone', 'Desfaz a pausa, já cheguei', { is: 'resume' }],
    [
      'only from a day on',
      'Só me escrevam a partir de 7 de janeiro.',
      { is: 'resume', on: '2027-01-07' },
    ],
    ['how many, behind "next"', 'Saltem as próximas duas cartas.', { is: 'skip', count: 2 }],
    ['put in front', 'Passa a próxima à frente, se faz favor.', { is: 'skip', count: 1 }],
    [
      'what the subject tells',
      'Não quero que o assunto diga do que se trata.',
      { is: 'discreet', on: true },
    ],
    ['a zone by its verb', 'Muda meu fuso pra Lisboa', { is: 'schedule', zone: 'Europe/Lisbon' }],
    [
      'the week without its end',
      'Queria receber apenas durante a semana.',
      { is: 'schedule', days: '12345' },
    ],
    ['for the family', 'Quero a versão da família, por favor.', { is: 'track', to: 'friends' }],
    ['both, by their names', 'Não quero cartas nem newsletter.', { is: 'leave', of: 'all' }],
    ['a name taken off', 'Pode tirar meu nome, por gentileza.', { is: 'leave' }],
    ['a course called done', 'Dou o curso por terminado', { is: 'leave' }],
    ['rest as peace', 'Sossego até segunda', { is: 'pause', until: '2026-11-30' }],
    ['until news come, which is no end', 'Parem as cartas até eu dar notícias.', { is: 'pause' }],
  ])('pt, %s: %s', ([, text, done]) => {
    const state = 'is' in done && done.is === 'resume' ? 'paused' : 'active';
    expect(wishesOf('pt', text, state)).toEqual([done]);
  });

  test.for<Row>([
    ['a course that lies idle', 'Deja el curso parado de momento.', { is: 'pause' }],
    ['a standstill', 'Dos semanas de parón, por favor.', { is: 'pause', until: '2026-12-09' }],
    ['a course called done', 'Doy por terminado el curso', { is: 'leave' }],
    ['silence', 'Silencio hasta el lunes, por favor', { is: 'pause', until: '2026-11-30' }],
    [
      'days that somebody is well served with',
      'con lunes miércoles y viernes voy servida',
      { is: 'schedule', days: '135' },
    ],
    [
      'a letter by its number',
      'No me llegó la número doce, reenvíenmela',
      { is: 'resend', letter: 12 },
    ],
    ['no more doing it', 'Ya no quiero hacer el curso', { is: 'leave' }],
    ['back with them', 'Vuelvan con las cartas, las extraño.', { is: 'resume' }],
    ['how many, behind "next"', 'Salten las próximas dos cartas.', { is: 'skip', count: 2 }],
    ['it and me in the verb', '¿Me la mandas otra vez?', { is: 'resend' }],
    [
      'what the subject tells',
      'No quiero que el asunto diga de qué va.',
      { is: 'discreet', on: true },
    ],
    ['a zone by its verb', 'Cámbiame el huso a Madrid', { is: 'schedule', zone: 'Europe/Madrid' }],
    [
      'back to the other version',
      'Quiero volver a la versión de pareja.',
      { is: 'track', to: 'couple' },
    ],
    ['both, by their names', 'No quiero ni cartas ni boletín.', { is: 'leave', of: 'all' }],
    ['at once, and no rest', 'STOP LAS CARTAS YA!!! GRACIAS', { is: 'leave' }],
  ])('es, %s: %s', ([, text, done]) => {
    const state = 'is' in done && done.is === 'resume' ? 'paused' : 'active';
    expect(wishesOf('es', text, state)).toEqual([done]);
  });

  test.for([
    ['pt', 'what others do with next ones', 'As próximas férias vão ser na praia.'],
    ['pt', 'an hour at which it is read', 'Leio-a às cinco, com o chá, e gosto.'],
    ['es', 'a standstill of trains', 'Dos semanas de parón en el tren, qué desastre.'],
    ['es', 'a couple that somebody goes back to', 'Quiero volver a la pareja que éramos.'],
  ])('%s, no wish, %s: %s', ([language = '', , text = '']) => {
    expect(wishesOf(language, text, 'active')).toEqual([]);
  });
});

describe('trouble told in passing rings of it', () => {
  const RINGS = 0.1;

  test.for([
    ['the house listens', 'Quando o portão faz barulho é pra ir pro quarto.'],
    ['a collar', 'Estou a usar gola alta. Ele diz que foi sem querer, diz sempre.'],
    ['one friend left', 'Das minhas amigas já só resta uma, às escondidas.'],
    ['nobody else shall have her', 'Se não for minha não é de ninguém.'],
    ['no choice', 'Aqui não tem convite, tem obrigação.'],
    ['a height', 'Desde quinta fico olhando pra baixo da varanda.'],
    ['a folder for later', 'Uma pasta com tudo para quando já cá não estiver.'],
    ['a door and shouting', 'Estou no banheiro com a porta trancada.'],
    ['hands', 'Me puso las manos en el cuello.'],
    ['eggshells', 'Caminar sobre cascarones es mi casa.'],
    ['a favor to others', 'Pienso que a los míos les haría un favor.'],
    ['drops for two', 'Pensé en darle todas las gotas a ella y luego tomarme yo el resto.'],
    ['hours in which he is out', 'A esa hora él ya se ha ido y puedo leer.'],
    ['who rings', 'Anoche timbró tres veces y no abrí.'],
    ['leave to go out', 'No puedo salir sin él, ni al médico.'],
  ])('%s: %s', ([, text = '']) => {
    expect(distressIn(text, RINGS)).toBe('alone');
  });

  test.for([
    ['an exam', 'A prova de matemática quase me matou, mas passei!'],
    ['a match', 'El Betis me va a matar de un infarto.'],
    ['work', 'Esse fechamento vai me matar, mas sexta entrego.'],
  ])('and %s is nothing said outright: %s', ([, text = '']) => {
    expect(distressIn(text, 0)).toBeUndefined();
  });
});
