import { type Rule, rules } from '../lexicon.ts';

/** What we call one of our mails. */
const LEZIONE = '(?:lezione|lettera)';
const LEZIONI = '(?:lezioni|lettere)';
const MAIL = `(?:e-?mails?|mails?|messaggi|messaggio|${LEZIONI}|${LEZIONE}|newsletters?|cors[oi]|posta|comunicazioni)`;
const DET =
  '(?:di |del |dei |delle |della |le |la |i |il |gli |queste |questi |questo |questa |vostre |vostri |tue |tuoi |sue |altre |altri |nessuna |nessun |tutte |tutti |più )*';

/** How people say each command in Italian. */
export const commands: readonly Rule[] = [
  ...rules('resume', 'none', [
    '(?:annull(?:a|ate|are|i)|termin(?:a|ate|are|i)|interromp(?:i|ete|ere)|togliere|togli|ferma|fermare)(?: la| mia)* pausa',
    'fine (?:della )?pausa',
    '(?:riprend(?:ere|i|ete|iamo|a)|continu(?:a|are|ate|iamo|i)|prosegu(?:i|ire|ite|iamo)|riattiv(?:a|are|ate|i)|ricominci(?:a|are|ate|amo)|riavvi(?:a|are|ate))(?: a| con)?(?: inviar(?:e|mi)| mandar(?:e|mi))?',
    '(?:sono|eccomi|siamo)(?: di)? (?:tornat[oaie]|ritorno|rientrat[oa])',
    'eccomi di nuovo',
  ]),
  ...rules('skip', 'none', [
    `(?:salt(?:a|are|ate|o|i))(?: questa| la| prossima| una)* ${LEZIONE}`,
    `${LEZIONE} successiva`,
    `prossima ${LEZIONE}`,
  ]),
  ...rules('resend', 'ask', [
    '(?:rimand|reinvi|rinvi)(?:are|ate|armi|a|i)(?:mi|temi)?',
    `(?:invi(?:a|ate|are)|mand(?:a|ate|are))(?:mi|temi)?(?: la| il| ${LEZIONE}| giorno| ultima| mail| \\d{1,3})*(?: di nuovo| un'altra volta| ancora)`,
    `non (?:ho|mi è|è) (?:ricevuto|arrivata|arrivato)(?: la| il| ${LEZIONE}| giorno| ultima| mail| di oggi| \\d{1,3})+`,
    `ho (?:perso|cancellato|eliminato)(?: la| il| ${LEZIONE}| giorno| mail| \\d{1,3})+`,
  ]),
  ...rules('export', 'none', [
    '(?:esport(?:a|are|ate)|scaricare|inviatemi|ricevere|copia de[il])(?: tutti)?(?: i)?(?: miei)? dati(?: personali)?',
    'esportare',
    'diritto di accesso',
    'quali dati (?:avete|conservate)(?: su di me)?',
  ]),
  ...rules('delete', 'none', [
    '(?:cancell(?:a|are|ate)|elimin(?:a|are|ate)|rimuov(?:ere|ete|i))(?: tutti)?(?: i| il)?(?: miei| mio) (?:dati(?: personali)?|account|profilo|informazioni)',
    "diritto all'oblio",
  ]),
  ...rules('status', 'none', [
    `quant[ei] (?:${LEZIONI}|e-?mail|mail)(?: (?:mancano|restano|rimangono|ci|sono|in tutto|in totale|ancora))*`,
    `a che (?:punto|${LEZIONE}) sono`,
    'dove sono(?: arrivat[oa])?',
    `quale ${LEZIONE}`,
    `quando arriva la prossima ${LEZIONE}`,
    'il mio stato',
    'stato',
  ]),
  ...rules('leave-help', 'none', [
    "come (?:posso |si fa a |faccio (?:a|per) |mi |devo fare per |ci si )*(?:disiscriver(?:mi|si)|disiscrivo|disiscrive|cancellar(?:mi|si)|cancello|annullare (?:l'|la )?(?:iscrizione|abbonamento)|disdire|non ricevere più)",
    'dove (?:è|si trova|trovo)(?: il)? link (?:di|per) (?:disiscri\\p{L}+|cancella\\p{L}+)',
    'non (?:riesco a|posso) (?:disiscrivermi|cancellarmi)',
  ]),
  ...rules('help', 'none', [
    'aiuto',
    'come funziona',
    'cosa posso (?:scrivere|fare|rispondere)',
    'comandi',
  ]),
  ...rules('repeat', 'none', [
    `(?:ricominciare|ripartire|iniziare|riprendere)(?: di nuovo)? ?(?:da|dal|dalla) ?(?:capo|inizio|zero|giorno 1|${LEZIONE} 1)?(?<=capo|inizio|zero|1)`,
  ]),
  ...rules('pause', 'none', [
    '(?:sospend(?:ere|i|ete|a|iamo)|interromp(?:ere|ete|i)|mett(?:ere|ete|i) in pausa|ferm(?:are|ate|a) temporaneamente|rimand(?:are) tutto|congel(?:are|ate))',
    `(?:fare|fate|prendere|prendo|metti|mettere|mettete|faccio|in|mi prendo|mettiamo)(?: (?:il|la|le|mio|mia|l'|corso|abbonamento|${LEZIONI}|mail|e-?mail|invio|tutto|una|piccola|breve|in))* ?pausa`,
    '(?:una )?(?:piccola |breve )?pausa',
  ]),
  ...rules('hold', 'none', [
    `(?:niente|nessuna|basta)(?: più)? (?:${MAIL})`,
    `non (?:inviat(?:e)?mi|mandat(?:e)?mi|mandarmi|inviarmi|mandate|inviate)(?: (?:nulla|niente|più))?(?: ${DET}${MAIL})?`,
    'niente',
    `(?:ferma(?:re|te)?|stop|basta|smettere)(?: (?:gli|le|i|invii|mail|${LEZIONI}))*`,
  ]),
  ...rules('leave', 'ask', [
    `non ricevere più(?: ${DET}${MAIL})?`,
    '(?:disiscri\\p{L}{2,10}|dis-?iscri\\p{L}{2,10}|disdi(?:re|co|sco|te|ci|sdetta)|disdetta|desiscri\\p{L}{2,10}|cancellazione|disattivare|unsubscribe)',
    "(?:cancell(?:a|are|ate|i|o)|annull(?:a|are|ate|o|amento)|termin(?:a|are|ate)|interromp(?:ere|ete|i) definitivamente|chiudere|disattiva(?:re|te)?|revoc(?:are|o))(?: (?:la|l'|il|mio|mia|questa|questo|dell'|alla|della|le|mie|i))* ?(?:iscrizione|abbonamento|corso|newsletter|sottoscrizione|mail|e-?mail|invio|registrazione)",
    '(?:cancell(?:ate|a|are|i)|rimuov(?:ete|i|ere|a)|togli(?:ete|ere|a)?|elimin(?:ate|a|are|i)|toglietemi)(?:mi)?(?: (?:il|la|mio|mia|indirizzo|e-?mail|nome|email))*(?: (?:da|dal|dalla|dalle|vostra|questa|tua|sua))* ?(?:lista|mailing list|newsletter|corso|database|elenco|liste|mailing)',
    '(?:cancell(?:atemi|ami|armi)|rimuov(?:etemi|imi|ermi)|togli(?:etemi|mi|ermi)|elimin(?:atemi|ami|armi)|disiscriv(?:etemi|imi|ermi))',
    `(?:smett(?:ere|ete|i|ila|etela|a)|basta|cess(?:are|ate|a)|finite(?:la)?|stop)(?: di| con)?(?: (?:mandarmi|inviarmi|scrivermi|spedirmi|contattarmi|disturbarmi|mandare|inviare|spammarmi|ricevere))(?: ${DET}${MAIL})?`,
    `(?:smettere|smettete|basta)(?: con)? ${DET}${MAIL}`,
    `non (?:mandat(?:e)?mi|inviat(?:e)?mi|scrivet(?:e)?mi|mandarmi|inviarmi|scrivermi|contattatemi|contattarmi|mandate|inviate)(?: (?:più|mai|nulla|niente))*(?: ${DET}${MAIL})?`,
    `(?:io )?non (?:voglio|desidero|vorrei|intendo|mi interessa|sono interessat[oa])(?: (?:più|mai|ricevere|essere|continuare|nulla|niente|partecipare|iscritt[oa]|a))*(?: ${DET}${MAIL})?(?: più)?(?<=più.{0,80})`,
    `(?:niente|nessuna|nessun) più ${DET}${MAIL}`,
    `non più ${DET}${MAIL}`,
    'lasciatemi in pace',
    '(?:lascio|lasciare|abbandonare|abbandono)(?: il| la)? (?:corso|lista)',
  ]),
  ...rules('leave', 'none', [
    '(?:stop|basta|annulla|annullare|cancella|cancellare|fine|fermate|ferma|fermati|fermare|smettere|smettete|smettila|esci|terminare|cancellarmi)',
  ]),
];
