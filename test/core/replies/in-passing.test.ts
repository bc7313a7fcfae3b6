import { describe, expect, test } from 'vitest';
import { type Context, understand } from '../../../functions/core/replies/understand.ts';
import { inShort } from '../../support/understood.ts';

const AT = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Madrid' } as const;

const of = (text: string, language: string, state: Context['state'] = 'active') =>
  understand(text, { ...AT, language, state });

/** What is told around a wish in passing is nothing that a person has to read. */
describe('a wish with a reason, courtesies and a name is done, and nobody has to read it', () => {
  test.for([
    ['es', 'work', 'Estoy a tope de trabajo. Pausad las cartas hasta el 10 de diciembre.'],
    ['es', 'a trip', 'Me voy a Italia con mi familia, pausad las cartas hasta el 10 de diciembre.'],
    ['es', 'a name that says hello', 'Hola, soy Carmen. ¿Me pausáis las cartas hasta el 10/12?'],
    ['pt', 'work', 'Estou atolada de trabalho. Pausem as cartas até 10 de dezembro.'],
    ['pt', 'a trip', 'Vou para a praia com a família, pausem as cartas até 10 de dezembro.'],
    ['pt', 'a request in a question', 'Estou em época de provas, me pausa o curso até 10/12?'],
  ] as const)('%s, pause, %s', ([language, , text]) => {
    const read = of(text, language);
    expect([inShort(read), read.personal]).toEqual(['pause until 2026-12-10', false]);
  });

  test.for([
    ['es', 'not for them', 'Creo que este curso no es para mí. ¿Me podéis quitar de la lista?'],
    [
      'es',
      'what is denied is not kept',
      'Prefiero no seguir con el curso. Gracias de todos modos.',
    ],
    ['es', 'too many mails', 'Estoy recibiendo demasiados correos. Por favor, dadme de baja.'],
    ['pt', 'not for them', 'O curso é lindo mas não é pra mim. Podem me descadastrar?'],
    ['pt', 'too many mails', 'Vocês mandam muito email. Quero cancelar.'],
    ['pt', 'by mistake', 'Oi! Me inscrevi sem querer. Pode cancelar?'],
  ] as const)('%s, leave, %s', ([language, , text]) => {
    const read = of(text, language);
    expect([inShort(read), read.personal]).toEqual(['leave', false]);
  });

  test.for([
    ['es', 'the hour is in the next sentence', '¿Se puede cambiar la hora? Mejor a las 9.', '540'],
    ['es', 'when they sleep', 'Es muy temprano para mí. ¿Las podéis mandar a las 9?', '540'],
    ['pt', 'when they sleep', 'É muito cedo para mim. Podem mandar às 9?', '540'],
    ['es', 'weekends', 'No me mandéis cartas los fines de semana', '12345'],
    ['pt', 'weekends', 'Não me mandem cartas no fim de semana', '12345'],
    ['es', 'how often and which', '¿Puede ser una carta por semana, los lunes?', '1'],
    ['pt', 'how often and which', 'Pode ser uma carta por semana, às segundas?', '1'],
    ['pt', 'when they rest', 'Só de segunda a sexta. No fim de semana eu descanso.', '12345'],
  ] as const)('%s, schedule, %s', ([language, , text, value]) => {
    const { wishes, personal } = of(text, language);
    expect(wishes.map(({ is }) => is)).toEqual(['schedule']);
    expect(Object.values(wishes[0] ?? {}).map(String)).toContain(value);
    expect(personal).toBe(false);
  });

  test.for([
    ['es', 'a clause takes no verb of the next', 'Dadme de baja y borrad mis datos', 'leave erase'],
    [
      'es',
      'days behind a pause',
      'Pausad hasta el 10 de enero y después solo los lunes',
      'pause schedule',
    ],
    ['es', 'one letter', 'No me manden la carta de mañana', 'skip'],
    ['es', 'several letters', 'Saltad las dos próximas cartas por favor', 'skip'],
    ['es', 'what can’t be found', '¿Me podéis reenviar la carta 5? No la encuentro.', 'resend'],
    ['pt', 'what can’t be found', 'Podem reenviar a carta 5? Não encontro.', 'resend'],
    ['es', 'another course, asked for', '¿Tenéis otro curso? Me gustaría apuntarme', 'course'],
    ['es', 'what no subject shall show', 'No quiero que se vea el título en el asunto', 'discreet'],
    ['pt', 'what no subject shall show', 'Não quero que apareça o título no assunto', 'discreet'],
  ] as const)('%s, %s', ([language, , text, kinds]) => {
    const { wishes } = of(text, language);
    expect(wishes.map(({ is }) => is).join(' ')).toBe(kinds);
  });

  test.for([
    ['es', 'Ya estoy de vuelta del viaje, ¿me volvéis a enviar las cartas?'],
    ['es', 'Estoy lista para continuar con el curso'],
    ['pt', 'Oi, já acabei as provas, voltam a me mandar as cartas?'],
    ['pt', 'Que saudade das cartas, voltem a mandar'],
  ] as const)('%s, resume: %s', ([language, text]) => {
    const read = of(text, language, 'paused');
    expect([inShort(read), read.personal]).toEqual(['resume', false]);
  });
});

describe('the same words in a story change nothing', () => {
  test.for([
    [
      'es',
      'a couple that rests',
      'Hace dos semanas que no hablamos. Necesitamos un descanso los dos.',
    ],
    ['es', 'tired of work', 'Necesito un descanso. Tengo mucho trabajo.'],
    ['es', 'somebody else writes', 'No me gusta que me escriba todos los días mi suegra.'],
    ['es', 'thanks for what is', 'Fue bonito. Gracias por escribir cada mañana.'],
    ['es', 'how they live', 'Por la mañana leo la carta y por la noche hablamos de ella.'],
    ['es', 'a trip', 'El domingo voy a la playa con la familia.'],
    ['es', 'another list', 'Mi vecina se quitó de la lista de espera.'],
    ['pt', 'tired of work', 'Preciso de um descanso. Tenho muito trabalho.'],
    ['pt', 'somebody else writes', 'Não gosto que ela me escreva todos os dias.'],
    ['pt', 'thanks for what is', 'Foi bonito. Obrigada por escreverem todas as manhãs.'],
    ['pt', 'how they live', 'Trabalho de segunda a sexta e no fim de semana cuido da minha avó.'],
    ['pt', 'a trip', 'No domingo vou à praia com a família.'],
    ['pt', 'his pause', 'Ele quer uma pausa até o Natal.'],
  ] as const)('%s, %s', ([language, , text]) => {
    expect(of(text, language).wishes).toEqual([]);
  });
});

describe('danger and despair that are said outright are marked', () => {
  test.for([
    ['es', 'he would find her', 'Dice que si me voy me va a encontrar.'],
    ['es', 'forced', 'Me obliga a hacer cosas que no quiero en la cama.'],
    ['es', 'tired of living', 'No puedo más con esta vida.'],
    ['es', 'not safe at home', 'Me siento en peligro en mi propia casa.'],
    ['es', 'if something happens', 'Si me pasa algo, ha sido él.'],
    ['es', 'empty', 'Estoy vacía, no siento nada, solo quiero que pare.'],
    ['pt', 'pills are ready', 'Tenho os comprimidos preparados.'],
    ['pt', 'afraid of him', 'Tenho pavor dele.'],
    ['pt', 'nearly killed', 'Ontem quase me matou.'],
    ['pt', 'a friend', 'Minha melhor amiga disse que quer morrer.'],
    ['pt', 'if something happens', 'Se me acontecer alguma coisa, foi ele.'],
    ['pt', 'nobody would miss them', 'Ninguém sentiria a minha falta.'],
  ] as const)('%s, %s', ([language, , text]) => {
    expect(of(text, language).distress).toBeDefined();
  });

  test.for([
    ['es', 'laughter', 'Me muero de risa con vuestras cartas.'],
    ['es', 'exams', 'Qué miedo me dan los exámenes.'],
    ['es', 'an island', 'Quiero desaparecer en una isla con un libro.'],
    ['es', 'mail', 'Ya no aguanto más correos, dadme de baja.'],
    ['pt', 'laughter', 'Morro de rir com as cartas de vocês.'],
    ['pt', 'exams', 'Tenho medo das provas.'],
    ['pt', 'a cockroach', 'Tenho pavor de baratas.'],
    ['pt', 'mail', 'Não aguento mais emails, me tirem da lista.'],
  ] as const)('and the same words in fun are not: %s, %s', ([language, , text]) => {
    expect(of(text, language).distress).toBeUndefined();
  });
});

describe('whoever says that they like the letters, and when those come, asks for nothing', () => {
  test.for([
    ['it', 'what they like', 'Mi piacciono le lettere alle 7'],
    ['it', 'as they are', 'Le lettere sono belle alle 8 di mattina'],
    ['it', 'without a verb', 'Belle lettere alle 7'],
    ['pt', 'since when', 'Recebo as cartas desde o início às 7'],
    ['pt', 'by days', 'Gosto muito das cartas às segundas'],
    ['fr', 'what they like', 'J’aime vos lettres à 7 heures'],
    ['fr', 'by days', 'J’adore les lettres le lundi'],
    ['fr', 'as they are', 'Vos lettres sont magnifiques à 7h'],
    ['nl', 'without a verb', 'Mooie brieven om 7 uur'],
    ['de', 'the course', 'Schöner Kurs um 7 Uhr'],
    ['de', 'the next one', 'Ich freue mich auf den nächsten Brief um 7 Uhr'],
    ['es', 'what they like', 'Me gustan las cartas a las 7'],
  ] as const)('%s, %s: %s', ([language, , text]) => {
    expect(of(text, language).wishes).toEqual([]);
  });

  test.for([
    ['en', 'Thanks for the letters, please at 7'],
    ['en', 'Thank you for the letters! 7 am please'],
    ['de', 'Danke für die Briefe, bitte um 7 Uhr'],
    ['fr', 'Merci pour vos lettres, plutôt à 7h svp'],
    ['it', 'Grazie per le lettere, alle 7 per favore'],
  ] as const)('%s, but who asks beside it is heard: %s', ([language, text]) => {
    expect(inShort(of(text, language))).toContain('at 7:00');
  });
});
