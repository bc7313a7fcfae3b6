import { type Rule, rules } from '../lexicon.ts';

/** What we call one of our mails. */
const LESSEN = '(?:lessen|brieven)';
const LES = '(?:les|brief)';
const MAIL = `(?:e-?mails?|mails?|mailtjes|berichten|${LESSEN}|${LES}|nieuwsbrie(?:f|ven)|newsletters?|cursus(?:sen)?|post)`;
const DET =
  '(?:de |het |die |deze |dit |dat |uw |jullie |je |mijn |alle |geen |meer |verdere |andere |nieuwe |dagelijkse )*';

/** How people say each command in Dutch. */
export const commands: readonly Rule[] = [
  ...rules('resume', 'none', [
    '(?:de |mijn )?pauze (?:stoppen|beëindigen|annuleren|opheffen|afbreken)',
    '(?:stop|beëindig|annuleer|hef)(?: de| mijn)* pauze(?: op)?',
    '(?:hervat(?:ten)?|hervat|ga(?:an)? (?:weer )?(?:verder|door)|verder(?:gaan)?|doorgaan|voortzetten|heractiveren|herstarten|weer (?:starten|beginnen|sturen|ontvangen|activeren|verder))',
    '(?:ik ben|ben|we zijn)(?: er)?(?: weer)? (?:terug|er weer|weer terug|weer)',
    'terug',
    `(?:stuur|start)(?: de| het)?(?: ${LESSEN}| cursus)? weer`,
    `(?:de |mijn )?(?:cursus|${LESSEN}|mails|abonnement) (?:weer )?(?:hervatten|voortzetten|starten|activeren|heractiveren)`,
  ]),
  ...rules('skip', 'none', [
    `(?:sla|slaan)(?: we)?(?: deze| de| volgende| een)* ${LES} over`,
    `(?:deze |de |volgende )*${LES} overslaan`,
    'overslaan',
    `volgende ${LES}`,
  ]),
  ...rules('resend', 'ask', [
    `(?:stuur|zend|mail)(?: me| mij)?(?: de| ${LES}| dag| laatste| mail| \\d{1,3})* (?:opnieuw|nog een keer|nogmaals|nog eens)`,
    `(?:de |${LES} |dag |laatste |\\d{1,3} )+(?:opnieuw|nog een keer|nogmaals) (?:sturen|zenden|toesturen)`,
    `(?:ik heb |heb )(?:de |${LES} |dag |laatste |mail |van vandaag |\\d{1,3} )+niet (?:ontvangen|gekregen|gehad)`,
    `(?:ik heb |heb )(?:de |${LES} |dag |mail |\\d{1,3} )+(?:verwijderd|gewist|verloren)`,
  ]),
  ...rules('export', 'none', [
    '(?:exporteer|exporteren|download|downloaden|stuur(?: me| mij)?|kopie van)(?: al)?(?: mijn)? (?:persoons)?gegevens',
    '(?:al )?mijn (?:persoons)?gegevens (?:exporteren|opvragen|downloaden|ontvangen|inzien)',
    'inzageverzoek',
    'welke gegevens (?:hebben|heeft|heb)(?: jullie| u| je)?(?: van mij| over mij)?',
  ]),
  ...rules('delete', 'none', [
    '(?:verwijder|wis|vernietig)(?: al)?(?: mijn) (?:(?:persoons)?gegevens|account|profiel|data)',
    '(?:al )?mijn (?:(?:persoons)?gegevens|account|profiel|data)(?: te)? (?:verwijderen|wissen|vernietigen)',
    'recht op vergetelheid',
  ]),
  ...rules('status', 'none', [
    `hoeveel (?:${LESSEN}|mails|e-?mails)(?: (?:komen|zijn|er|nog|over|te gaan|heb|krijg|ik|in totaal))*`,
    'waar ben ik',
    `bij welke ${LES} ben ik`,
    `welke ${LES}`,
    `wanneer komt de volgende ${LES}`,
    'mijn status',
  ]),
  ...rules('leave-help', 'none', [
    'hoe (?:kan|meld|schrijf|zeg|kom|moet)(?: ik)?(?: me| mij| dit| deze| de| het| van)*(?: nieuwsbrief| cursus| abonnement| lijst)?(?: (?:af|uit|op|van deze lijst af))?(?: ?(?:melden|schrijven|zeggen|afmelden|uitschrijven|opzeggen))?(?<=af|uit|op|afmelden|uitschrijven|opzeggen)',
    'waar (?:is|vind ik|staat)(?: de)? (?:afmeld|uitschrijf)-?link',
    'ik kan me niet (?:afmelden|uitschrijven)',
    'waar kan ik me (?:afmelden|uitschrijven)',
  ]),
  ...rules('help', 'none', [
    'hulp',
    'help',
    'hoe werkt (?:dit|het)',
    'wat kan ik (?:schrijven|doen|antwoorden)',
    "commando's",
  ]),
  ...rules('repeat', 'none', [
    '(?:opnieuw |weer )?(?:vanaf het begin|van voren af aan)(?: beginnen| starten)?',
    'opnieuw (?:beginnen|starten)',
    `(?:beginnen|starten) bij (?:${LES}|dag) (?:1|een)`,
  ]),
  ...rules('pause', 'none', [
    '(?:pauzeer|pauzeren|pauze|onderbreek|onderbreken|stopzetten tijdelijk|opschorten|bevries|on hold)',
    `(?:een |korte |de |het |mijn |deze |cursus |${LESSEN} |mails |abonnement |alles )+(?:pauze|pauzeren|onderbreken|op pauze|stilleggen|stopzetten|opschorten)(?: nemen| inlassen| houden| zetten)?`,
    `(?:zet|leg|las)(?: (?:de|het|mijn|deze|cursus|${LESSEN}|mails|abonnement|alles|een|me|mij|korte|even))* (?:op pauze|op hold|stil|pauze in|stop)`,
    '(?:neem|nemen)(?: een)?(?: korte)? pauze',
    'op pauze(?: zetten)?',
    'pauze (?:nemen|houden|inlassen)',
  ]),
  ...rules('hold', 'none', [
    `geen (?:${MAIL})`,
    'niets',
    `stuur(?: me| mij)?(?: (?:niets|niks|geen))(?: (?:${MAIL}))?`,
    'wacht(?:en)?',
    'stop(?:pen)?',
    'even niet',
  ]),
  ...rules('leave', 'ask', [
    '(?:van|uit) (?:de|deze|jullie|uw|je) (?:lijst|mailinglijst|verzendlijst|mailinglist)(?: af)? (?:halen|verwijderen|schrappen|gooien)',
    '(?:afmelden|afmelding|uitschrijven|uitschrijving|opzeggen|opzegging|meld (?:me|mij)(?: (?:van|voor|de|deze|nieuwsbrief|lijst|cursus))* af|schrijf (?:me|mij)(?: (?:van|voor|de|deze|nieuwsbrief|lijst|cursus|uw))* uit|schrijf uit|meld af|afmelden aub)',
    `${DET}(?:abonnement|nieuwsbrief|cursus|inschrijving|mails?|e-?mails?|aanmelding|lidmaatschap)(?: te)? (?:opzeggen|afmelden|uitschrijven|annuleren|beëindigen|stopzetten|stoppen|afzeggen)`,
    `(?:zeg|annuleer|beëindig|stop)(?: (?:mijn|het|de|dit|deze))* (?:abonnement|nieuwsbrief|cursus|inschrijving|mails?|e-?mails?|lidmaatschap|mailtjes|berichten|${LESSEN})(?: op)?`,
    '(?:haal|verwijder|schrap|gooi|wis)(?: (?:mij|me|mijn|e-?mailadres|adres|naam|mailadres|e-?mail))*(?: (?:van|uit|uw|de|deze|jullie|je))* ?(?:lijst|mailinglijst|bestand|nieuwsbrief|cursus|verzendlijst|mailinglist|systeem|maillijst)(?: af)?',
    '(?:verwijder|schrap|haal) (?:me|mij)(?: eraf| hieraf)?',
    `(?:mij|me|mijn (?:e-?mail)?adres)(?: (?:van|uit|de|uw|deze|jullie))* ?(?:lijst|mailinglijst|bestand|nieuwsbrief)?(?: te)? (?:verwijderen|halen|uitschrijven|afmelden|schrappen)`,
    `(?:stop|hou|houd|houdt|schei)(?: (?:op|er|met|uit|mee|nu))*(?: (?:mij|me))? ?(?:het )?(?:te )?(?:sturen|mailen|spammen|e-?mailen|zenden|schrijven|toesturen|versturen)(?: (?:van|naar|aan|mij|me))*(?: ${DET}${MAIL})?`,
    `stop met (?:het )?(?:sturen|mailen|spammen|versturen|zenden)(?: van)?(?: ${DET}${MAIL})?`,
    `stop met (?:mij |me )?(?:${DET}${MAIL}|mailen|te mailen|lastig te vallen)`,
    `(?:stuur|zend|mail|schrijf)(?: (?:mij|me|ons))?(?: (?:alstublieft|alsjeblieft|aub))?(?: (?:geen|niet|nooit|niets|niks))(?: (?:meer|langer))?(?: ${DET}${MAIL})?(?: meer)?`,
    `(?:ik )?(?:wil|wens|hoef)(?: ik)?(?: (?:graag|van jullie|van u))* ?(?:geen|niets|niet)(?: (?:langer|meer|verder))?(?: ${DET}${MAIL})?(?: (?:meer|langer|verder|te))*(?: (?:ontvangen|krijgen|hebben|meedoen|deelnemen|horen))?`,
    `geen (?:${MAIL})? ?(?:meer)(?: (?:sturen|ontvangen|${MAIL}))?`,
    `geen ${DET}${MAIL}(?: meer)?(?: (?:sturen|ontvangen|krijgen))?`,
    `${DET}${MAIL} niet (?:meer|langer)(?: (?:ontvangen|krijgen|hebben|sturen))?`,
    'niet meer (?:sturen|mailen|toesturen|zenden)',
    'geen (?:interesse|belangstelling) meer',
    'niet (?:meer|langer) geïnteresseerd',
    'laat me met rust',
  ]),
  ...rules('leave', 'none', [
    '(?:stop|stoppen|stopzetten|annuleren|annuleer|beëindigen|einde|ophouden|hou op|kap ermee)',
  ]),
];
