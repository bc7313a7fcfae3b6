import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../functions/core/replies/languages/all.ts';
import { type Context, understand, type Wish } from '../../../functions/core/replies/understand.ts';

/** What every language has to understand, a wish a row. A language without a sentence fails. */
interface Row {
  readonly wish: string;
  readonly done: readonly Wish[];
  readonly said: Readonly<Record<string, readonly string[]>>;
}

const day = (date: string) => date as NonNullable<Extract<Wish, { is: 'pause' }>['until']>;
const schedule = (more: object): Wish => ({ is: 'schedule', ...more });

/** The day is Wednesday, November 25, 2026. */
const ROWS: readonly Row[] = [
  {
    wish: 'leave: its own verb',
    done: [{ is: 'leave' }],
    said: {
      en: ['Please unsubscribe me', 'I would like to unsubscribe'],
      de: ['Bitte melden Sie mich ab', 'Ich möchte mich abmelden'],
      fr: ['Désabonnez-moi, merci', 'Je voudrais me désinscrire'],
      es: ['Quiero darme de baja', 'Por favor, denme de baja'],
      it: ['Vorrei disiscrivermi', 'Per favore cancellatemi dalla lista'],
      pt: ['Quero cancelar a minha inscrição', 'Por favor, descadastre-me'],
      nl: ['Ik wil me graag afmelden', 'Schrijf me alstublieft uit'],
    },
  },
  {
    wish: 'leave: an end to our mail',
    done: [{ is: 'leave' }],
    said: {
      en: ['Please stop sending me these letters'],
      de: ['Bitte schicken Sie mir keine Briefe mehr'],
      fr: ["Merci de ne plus m'envoyer de lettres"],
      es: ['Por favor, no me envíen más cartas'],
      it: ['Non mandatemi più lettere, per favore'],
      pt: ['Por favor, não me enviem mais cartas'],
      nl: ['Stuur me alsjeblieft geen brieven meer'],
    },
  },
  {
    wish: 'leave: no longer wanted',
    done: [{ is: 'leave' }],
    said: {
      en: ["I don't want these emails anymore"],
      de: ['Ich möchte keine Mails mehr bekommen'],
      fr: ['Je ne souhaite plus recevoir vos mails'],
      es: ['Ya no quiero recibir estos correos'],
      it: ['Non voglio più ricevere queste mail'],
      pt: ['Não quero mais receber estes e-mails'],
      nl: ['Ik wil deze mails niet meer ontvangen'],
    },
  },
  {
    wish: 'pause, open',
    done: [{ is: 'pause' }],
    said: {
      en: ['Please pause the letters for now'],
      de: ['Bitte pausieren Sie die Briefe vorerst'],
      fr: ["Mettez les lettres en pause pour l'instant, s'il vous plaît"],
      es: ['Por favor, pausen las cartas por ahora'],
      it: ['Per favore metti in pausa le lettere per ora'],
      pt: ['Por favor, pause as cartas por enquanto'],
      nl: ['Pauzeer de brieven voorlopig, graag'],
    },
  },
  {
    wish: 'pause for a length',
    done: [{ is: 'pause', until: day('2026-12-09') }],
    said: {
      en: ['pause for two weeks', 'Can you pause the letters for 2 weeks?'],
      de: ['Bitte zwei Wochen Pause', 'Können Sie die Briefe für zwei Wochen pausieren?'],
      fr: [
        'pause pendant deux semaines',
        'Pouvez-vous suspendre les lettres pendant deux semaines ?',
      ],
      es: ['pausa de dos semanas, por favor', '¿Pueden pausar las cartas dos semanas?'],
      it: ['pausa per due settimane', 'Potete sospendere le lettere per due settimane?'],
      pt: ['pausa de duas semanas, por favor', 'Podem pausar as cartas por duas semanas?'],
      nl: ['pauze voor twee weken', 'Kunnen jullie de brieven twee weken pauzeren?'],
    },
  },
  {
    wish: 'pause until a day',
    done: [{ is: 'pause', until: day('2026-12-20') }],
    said: {
      en: ['pause until December 20', 'Please pause my letters until the 20th of December'],
      de: ['Pause bis 20. Dezember', 'Bitte pausieren bis zum 20.12.'],
      fr: ["pause jusqu'au 20 décembre", "Suspendez les envois jusqu'au 20/12, merci"],
      es: ['pausa hasta el 20 de diciembre', 'Pausen los envíos hasta el 20/12, gracias'],
      it: ['pausa fino al 20 dicembre', 'Sospendete gli invii fino al 20/12, grazie'],
      pt: ['pausa até 20 de dezembro', 'Pausem os envios até 20/12, obrigado'],
      nl: ['pauze tot 20 december', 'Graag pauzeren tot 20-12'],
    },
  },
  {
    wish: 'pause from a day to a day',
    done: [{ is: 'pause', from: day('2026-12-20'), until: day('2027-01-07') }],
    said: {
      en: ['Please pause from December 20 to January 6', 'pause from 12/20 to 1/6'],
      de: ['Bitte vom 20.12. bis 6.1. pausieren, danke!', 'Pause vom 20. Dezember bis 6. Januar'],
      fr: ['pause du 20 décembre au 6 janvier', 'Merci de suspendre du 20/12 au 6/1'],
      es: ['pausa del 20 de diciembre al 6 de enero', 'Por favor, pausa del 20/12 al 6/1'],
      it: [
        'pausa dal 20 dicembre al 6 gennaio',
        'pausa del 20/12 al 6/1',
        'pausa dal 20/12 al 6/1',
      ],
      pt: ['pausa de 20 de dezembro a 6 de janeiro', 'Por favor, pausa de 20/12 a 6/1'],
      nl: ['pauze van 20 december tot en met 6 januari', 'Graag pauze van 20/12 tot en met 6/1'],
    },
  },
  {
    wish: 'pause by no mail until',
    done: [{ is: 'pause', until: day('2026-12-07') }],
    said: {
      en: ['No letters until Monday the 7th please'],
      de: ['Bitte keine Briefe bis Montag, 7. Dezember'],
      fr: ["Pas de lettres jusqu'au lundi 7 décembre, merci"],
      es: ['No me envíen cartas hasta el lunes 7 de diciembre, por favor'],
      it: ['Niente lettere fino a lunedì 7 dicembre, per favore'],
      pt: ['Sem cartas até segunda-feira, 7 de dezembro, por favor'],
      nl: ['Geen brieven tot maandag 7 december, alsjeblieft'],
    },
  },
  {
    wish: 'resume',
    done: [{ is: 'resume' }],
    said: {
      en: ['Please resume the letters', 'resume'],
      de: ['Bitte weiter mit den Briefen', 'weiter'],
      fr: ['Vous pouvez reprendre les lettres', 'reprendre'],
      es: ['Pueden reanudar las cartas', 'reanudar'],
      it: ['Potete riprendere le lettere', 'riprendi'],
      pt: ['Podem retomar as cartas', 'retomar'],
      nl: ['Jullie mogen de brieven hervatten', 'hervatten'],
    },
  },
  {
    wish: 'skip one',
    done: [{ is: 'skip', count: 1 }],
    said: {
      en: ["Skip tomorrow's letter please", 'skip'],
      de: ['Bitte den morgigen Brief überspringen', 'überspringen'],
      fr: ['Sautez la prochaine lettre, merci', 'sauter'],
      es: ['Salta la próxima carta, por favor', 'saltar'],
      it: ['Salta la prossima lettera, per favore', 'salta'],
      pt: ['Pule a próxima carta, por favor', 'pular'],
      nl: ['Sla de volgende brief over, graag', 'overslaan'],
    },
  },
  {
    wish: 'send one again',
    done: [{ is: 'resend' }],
    said: {
      en: ["Can you send me yesterday's letter again?", "I didn't get today's letter"],
      de: [
        'Können Sie mir den gestrigen Brief noch einmal schicken?',
        'Ich habe den heutigen Brief nicht bekommen',
      ],
      fr: [
        "Pouvez-vous me renvoyer la lettre d'hier ?",
        "Je n'ai pas reçu la lettre d'aujourd'hui",
      ],
      es: ['¿Me pueden reenviar la carta de ayer?', 'No he recibido la carta de hoy'],
      it: ['Potete rimandarmi la lettera di ieri?', 'Non ho ricevuto la lettera di oggi'],
      pt: ['Podem reenviar a carta de ontem?', 'Não recebi a carta de hoje'],
      nl: [
        'Kunnen jullie de brief van gisteren opnieuw sturen?',
        'Ik heb de brief van vandaag niet ontvangen',
      ],
    },
  },
  {
    wish: 'status',
    done: [{ is: 'status' }],
    said: {
      en: ['When does my next letter come?', 'How many letters are left?'],
      de: ['Wann kommt mein nächster Brief?', 'Wie viele Briefe kommen noch?'],
      fr: ['Quand arrive ma prochaine lettre ?', 'Combien de lettres reste-t-il ?'],
      es: ['¿Cuándo llega mi próxima carta?', '¿Cuántas cartas quedan?'],
      it: ['Quando arriva la mia prossima lettera?', 'Quante lettere mancano?'],
      pt: ['Quando chega a minha próxima carta?', 'Quantas cartas faltam?'],
      nl: ['Wanneer komt mijn volgende brief?', 'Hoeveel brieven komen er nog?'],
    },
  },
  {
    wish: 'help',
    done: [{ is: 'help' }],
    said: {
      en: ['help', 'What can I write?', 'How do I unsubscribe?'],
      de: ['Hilfe', 'Was kann ich schreiben?', 'Wie kann ich mich abmelden?'],
      fr: ['aide', "Qu'est-ce que je peux écrire ?", 'Comment me désabonner ?'],
      es: ['ayuda', '¿Qué puedo escribir?', '¿Cómo me doy de baja?'],
      it: ['aiuto', 'Cosa posso scrivere?', 'Come faccio a disiscrivermi?'],
      pt: ['ajuda', 'O que posso escrever?', 'Como cancelo a inscrição?'],
      nl: ['help', 'Wat kan ik schrijven?', 'Hoe kan ik me afmelden?'],
    },
  },
  {
    wish: 'an hour, on the half',
    done: [schedule({ minutes: 18 * 60 + 30 })],
    said: {
      en: ['Please send them at half past six in the evening', 'Could they come at 6:30 pm?'],
      de: ['Bitte um halb sieben abends', 'Können die Briefe um 18:30 kommen?'],
      fr: [
        'Envoyez-les à 18h30, merci',
        'Les lettres peuvent-elles arriver à six heures et demie du soir ?',
      ],
      es: ['Envíenlas a las 18:30, por favor', '¿Pueden llegar a las seis y media de la tarde?'],
      it: ['Mandatele alle 18:30, per favore', 'Possono arrivare alle sei e mezza di sera?'],
      pt: ['Enviem às 18h30, por favor', 'Podem chegar às seis e meia da tarde?'],
      nl: ['Stuur ze graag om half zeven ’s avonds', 'Kunnen ze om 18:30 komen?'],
    },
  },
  {
    wish: 'weekdays',
    done: [schedule({ days: '12345' })],
    said: {
      en: ['Weekdays only, please', 'Monday to Friday only, please'],
      de: ['Bitte nur werktags', 'Bitte nur von Montag bis Freitag'],
      fr: ['Seulement en semaine, merci', 'Du lundi au vendredi seulement, merci'],
      es: ['Solo entre semana, por favor', 'Solo de lunes a viernes, por favor'],
      it: ['Solo nei giorni feriali, per favore', 'Solo dal lunedì al venerdì, per favore'],
      pt: ['Só em dias úteis, por favor', 'Só de segunda a sexta, por favor'],
      nl: ['Alleen doordeweeks, graag', 'Alleen van maandag tot vrijdag, graag'],
    },
  },
  {
    wish: 'not on Sundays',
    done: [schedule({ days: '123456' })],
    said: {
      en: ['Not on Sundays please', 'No letters on Sundays, please'],
      de: ['Bitte nicht sonntags', 'Sonntags bitte keine Briefe'],
      fr: ['Pas le dimanche, merci', "Pas de lettres le dimanche, s'il vous plaît"],
      es: ['Los domingos no, por favor', 'Sin cartas los domingos, por favor'],
      it: ['Non la domenica, per favore', 'Niente lettere la domenica, per favore'],
      pt: ['Aos domingos não, por favor', 'Sem cartas aos domingos, por favor'],
      nl: ['Niet op zondag, graag', 'Geen brieven op zondagen, alsjeblieft'],
    },
  },
  {
    wish: 'twice a week',
    done: [schedule({ days: '14' })],
    said: {
      en: ['Twice a week, please', 'Can I get them twice a week instead?'],
      de: ['Bitte zweimal pro Woche', 'Lieber nur zweimal die Woche, bitte'],
      fr: ['Deux fois par semaine, merci', 'Plutôt deux fois par semaine, svp'],
      es: ['Dos veces por semana, por favor', 'Mejor dos veces a la semana, por favor'],
      it: ['Due volte a settimana, per favore', 'Meglio due volte alla settimana, per favore'],
      pt: ['Duas vezes por semana, por favor', 'Prefiro duas vezes por semana'],
      nl: ['Twee keer per week, graag', 'Liever twee keer per week, alsjeblieft'],
    },
  },
  {
    wish: 'every other day',
    done: [schedule({ days: '135' })],
    said: {
      en: ['Every other day would be better'],
      de: ['Jeden zweiten Tag wäre besser'],
      fr: ['Un jour sur deux serait mieux'],
      es: ['Mejor un día sí y otro no'],
      it: ['Meglio un giorno sì e uno no'],
      pt: ['Melhor dia sim, dia não'],
      nl: ['Om de dag zou beter zijn'],
    },
  },
  {
    wish: 'a zone by city',
    done: [schedule({ zone: 'Europe/Lisbon' })],
    said: {
      en: ['I moved to Lisbon, please change my time zone'],
      de: ['Ich bin nach Lissabon gezogen, bitte die Zeitzone ändern'],
      fr: ["J'ai déménagé à Lisbonne, merci de changer mon fuseau horaire"],
      es: ['Me he mudado a Lisboa, cambien mi zona horaria, por favor'],
      it: ['Mi sono trasferita a Lisbona, cambiate il fuso orario per favore'],
      pt: ['Mudei-me para Lisboa, alterem o fuso horário, por favor'],
      nl: ['Ik ben verhuisd naar Lissabon, pas de tijdzone aan alsjeblieft'],
    },
  },
  {
    wish: 'two wishes, both done',
    done: [
      { is: 'pause', from: day('2026-12-20'), until: day('2027-01-07') },
      schedule({ minutes: 480, days: '12345' }),
    ],
    said: {
      en: ['Please pause from December 20 to January 6 and then weekdays at 8'],
      de: ['Bitte vom 20.12. bis 6.1. pausieren und dann werktags um 8'],
      fr: ['Pause du 20 décembre au 6 janvier et ensuite en semaine à 8h, merci'],
      es: ['Pausa del 20 de diciembre al 6 de enero y después entre semana a las 8, por favor'],
      it: ['Pausa dal 20 dicembre al 6 gennaio e poi nei giorni feriali alle 8, per favore'],
      pt: ['Pausa de 20 de dezembro a 6 de janeiro e depois em dias úteis às 8, por favor'],
      nl: ['Pauze van 20 december tot en met 6 januari en daarna doordeweeks om 8 uur, graag'],
    },
  },
  {
    wish: 'the version for friends',
    done: [{ is: 'track', to: 'friends' }],
    said: {
      en: ['Please switch me to the version for friends'],
      de: ['Bitte stellen Sie mich auf die Version für Freunde um'],
      fr: ['Passez-moi à la version pour amis, merci'],
      es: ['Cámbienme a la versión para amigos, por favor'],
      it: ['Passatemi alla versione per amici, per favore'],
      pt: ['Mudem-me para a versão para amigos, por favor'],
      nl: ['Zet me alsjeblieft op de versie voor vrienden'],
    },
  },
  {
    wish: 'discreet subjects',
    done: [{ is: 'discreet', on: true }],
    said: {
      en: ['Discreet subjects please'],
      de: ['Bitte diskrete Betreffzeilen'],
      fr: ["Des objets discrets, s'il vous plaît"],
      es: ['Asuntos discretos, por favor'],
      it: ['Oggetti discreti, per favore'],
      pt: ['Assuntos discretos, por favor'],
      nl: ['Graag discrete onderwerpen'],
    },
  },
  {
    wish: 'the newsletter off, the letters on',
    done: [{ is: 'newsletter', on: false }],
    said: {
      en: ['Stop the newsletter, keep the letters'],
      de: ['Newsletter abbestellen, Briefe behalten'],
      fr: ['Arrêtez la newsletter, gardez les lettres'],
      es: ['Cancelar la newsletter, mantener las cartas'],
      it: ['Cancella la newsletter, tieni le lettere'],
      pt: ['Cancelar a newsletter, manter as cartas'],
      nl: ['Stop de nieuwsbrief, houd de brieven'],
    },
  },
  {
    wish: 'a new address',
    done: [{ is: 'address', to: 'jo@example.net' }],
    said: {
      en: ['Please send the letters to jo@example.net'],
      de: ['Bitte schicken Sie die Briefe an jo@example.net'],
      fr: ['Envoyez les lettres à jo@example.net, merci'],
      es: ['Envíen las cartas a jo@example.net, por favor'],
      it: ['Mandate le lettere a jo@example.net, per favore'],
      pt: ['Enviem as cartas para jo@example.net, por favor'],
      nl: ['Stuur de brieven naar jo@example.net, graag'],
    },
  },
  {
    wish: 'export',
    done: [{ is: 'export' }],
    said: {
      en: ['Please send me all the data you have about me'],
      de: ['Bitte schicken Sie mir alle Daten, die Sie über mich haben'],
      fr: ['Envoyez-moi toutes les données que vous avez sur moi, merci'],
      es: ['Envíenme todos los datos que tienen sobre mí, por favor'],
      it: ['Inviatemi tutti i dati che avete su di me, per favore'],
      pt: ['Enviem-me todos os dados que têm sobre mim, por favor'],
      nl: ['Stuur me alle gegevens die jullie over mij hebben, alsjeblieft'],
    },
  },
  {
    wish: 'erase',
    done: [{ is: 'erase' }],
    said: {
      en: ['Please delete all my data'],
      de: ['Bitte löschen Sie alle meine Daten'],
      fr: ['Supprimez toutes mes données, merci'],
      es: ['Borren todos mis datos, por favor'],
      it: ['Cancellate tutti i miei dati, per favore'],
      pt: ['Apaguem todos os meus dados, por favor'],
      nl: ['Verwijder al mijn gegevens, alsjeblieft'],
    },
  },
];

const AT: Context = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Berlin', state: 'paused' };

describe.for(LANGUAGES.map(({ code }) => code))('%s', (language) => {
  const cases = ROWS.flatMap(({ wish, done, said }) =>
    (said[language] ?? []).map((text) => ({ wish, done, text })),
  );

  test('has a sentence for every wish', () => {
    expect(ROWS.filter(({ said }) => (said[language] ?? []).length === 0)).toEqual([]);
  });

  test.for(cases)('$wish: $text', ({ done, text }) => {
    const { wishes, personal } = understand(text, { ...AT, language });
    expect({ wishes, personal }).toEqual({ wishes: done, personal: false });
  });
});
