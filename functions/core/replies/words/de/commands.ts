import { type Rule, rules } from '../lexicon.ts';

/** What we call one of our mails. */
const LEKTIONEN = '(?:lektionen|briefen?)';
const LEKTION = '(?:lektion|brief)';
const MAIL = `(?:e-?mails?|mails?|nachrichten?|${LEKTIONEN}?|newsletters?|kurse?s?|${LEKTIONEN}|post|sendungen|zusendungen?)`;
const ANY =
  '(?:die|diese|dieser|der|den|dem|das|ihre|eure|deine|alle|keine|weiteren?|mehr|täglichen?|weitere) ';

/** How people say each command in German. */
export const commands: readonly Rule[] = [
  ...rules('resume', 'none', [
    `(?:schick(?:t|e|en sie)?|send(?:et|e|en sie))(?: mir| uns)?(?: (?:die|den|meine|${LEKTIONEN}|mails|e-?mails|kurs))+ wieder(?: zu)?`,
    '(?:die |meine |der |den )?(?:pause|unterbrechung) (?:beenden|aufheben|abbrechen|stornieren|stoppen|beendet|löschen)',
    '(?:beende|beenden sie|stoppe|storniere)(?: bitte)?(?: die| meine)? pause',
    "(?:fortsetzen|weitermachen|weiterführen|wieder ?aufnehmen|fortfahren|reaktivieren|weiter(?: geht's| gehts)?)",
    `(?:den |die |meinen )?(?:kurs|${LEKTIONEN}|mails|e-?mails)(?: wieder| bitte)* (?:fortsetzen|aufnehmen|weiterführen|starten|schicken|senden|wieder aufnehmen|aktivieren)`,
    '(?:ich bin|bin|wir sind)(?: jetzt| wieder| nun)* (?:zurück|wieder da|da)',
    'wieder (?:starten|anfangen|beginnen|senden|schicken|da|zurück|aktivieren|los)',
    '(?:mach|macht|machen sie|es kann|kann)(?: bitte)?(?: wieder)? (?:weiter|weitergehen)',
    `setze? (?:den kurs |die ${LEKTIONEN} )?fort`,
    'fortsetzung',
    'weiter',
  ]),
  ...rules('skip', 'none', [
    `(?:diese[nr]? |den |die |nächste[nr]? |heutige[nr]? |morgige[nr]? |einen? )*(?:${LEKTION}|mail|e-?mail) (?:überspringen|auslassen)`,
    `(?:diese |die |nächste |heutige |morgige |eine )*(?:${LEKTION}|mail|e-?mail)? ?(?:überspringen|auslassen)`,
    '(?:überspringe|überspring)',
  ]),
  ...rules('resend', 'ask', [
    `(?:${LEKTION}|tag|mail)(?: nr\\.?)? ?\\d{1,3} (?:noch ?mal|erneut|nochmals|noch einmal)`,
    `(?:die |den |letzte[nrs]? |heutige[nrs]? |gestrige[nrs]? )*(?:${LEKTION}|mail|tag)(?: nr\\.?)? ?\\d{0,3} ?(?:noch ?mal|erneut|nochmals|noch einmal) (?:senden|schicken|zusenden)`,
    `(?:schick|sende|schicke|schickt|senden sie|schicken sie)(?: mir| uns)?(?: (?:die|den|das|letzte[nrs]?|heutige[nrs]?|gestrige[nrs]?|${LEKTION}|tag|mail|nr\\.?|\\d{1,3}))* (?:noch ?mal|erneut|nochmals|noch einmal)`,
    `(?:die |letzte |heutige |gestrige )*(?:${LEKTION}|mail|tag)?(?: nr\\.?)? ?\\d{0,3} ?(?:noch ?mal|erneut|nochmals|noch einmal) (?:senden|schicken|zusenden)`,
    `(?:schick|sende|schicke|schickt|senden sie|schicken sie)(?: mir| bitte)*(?: die| letzte| heutige| ${LEKTION}| tag| mail| \\d{1,3})* (?:noch ?mal|erneut|nochmals|noch einmal)`,
    `(?:${LEKTION}|tag) \\d{1,3} (?:fehlt|nicht (?:erhalten|bekommen|angekommen)|ist nicht angekommen)`,
    `(?:ich habe |habe )(?:die |heute |gestern |letzte |keine |${LEKTION} |mail |tag |\\d{1,3} )+(?:nicht )?(?:erhalten|bekommen|gelöscht|verloren)`,
  ]),
  ...rules('export', 'none', [
    '(?:meine |alle |personenbezogenen )*daten (?:exportieren|export|herunterladen|anfordern|zusenden|schicken)',
    'datenexport',
    'datenauskunft',
    'auskunft(?: nach art(?:ikel|\\.)? ?15(?: dsgvo)?)?',
    'exportieren',
    'welche daten (?:habt ihr|haben sie|speichern sie|sind)(?: über mich)?(?: gespeichert)?',
  ]),
  ...rules('delete', 'none', [
    '(?:meine |alle |sämtliche |personenbezogenen |mein )*(?:daten|konto|account|profil) (?:löschen|entfernen|vernichten)',
    '(?:lösche|löschen sie|löscht|entferne)(?: bitte)?(?: alle)?(?: meine| meiner| mein| über mich)* (?:daten|konto|account|profil)',
    'datenlöschung',
  ]),
  ...rules('status', 'none', [
    `wann (?:kommt|erscheint|bekomme ich|erhalte ich|ist)(?: (?:der|die|den|mein|meine|meinen))? nächste[nr]? (?:${LEKTION}|e-?mail|mail|newsletter)(?: dran)?`,
    `wie viele (?:${LEKTIONEN}|mails|e-?mails)(?: (?:kommen|sind|gibt|habe|bekomme|ich|es|noch|übrig|insgesamt|hat|der kurs|vor mir))*`,
    'wo (?:bin|stehe) ich',
    `(?:bei )?welche[r]? ${LEKTION}(?: bin ich| kommt als nächstes)?`,
    `wann kommt (?:die|meine) nächste (?:${LEKTION}|mail)`,
    'mein status',
  ]),
  ...rules('leave-help', 'none', [
    'wie (?:kann|melde|bestelle|komme|kündige)(?: ich)?(?: mich| den newsletter| die mails| diesen kurs| das)*(?: hier| wieder| von| aus| der liste)* (?:ab|abmelden|abbestellen|austragen|kündigen|runter|raus)',
    'wo (?:kann ich|melde ich)(?: mich)?(?: hier)? (?:ab|abmelden|austragen|abbestellen)',
    'wo ist der abmelde-?link',
    '(?:ich )?(?:kann|finde)(?: mich| den| keinen)*(?: nicht)? (?:abmelden|abmeldelink|abmelde-link)',
  ]),
  ...rules('help', 'none', [
    'hilfe',
    'wie funktioniert das',
    'was kann ich (?:schreiben|antworten|tun)',
    'befehle',
  ]),
  ...rules('repeat', 'none', [
    '(?:noch ?mal )?von vorne?(?: anfangen| beginnen| starten)?',
    'neu (?:starten|anfangen|beginnen)',
    `bei (?:${LEKTION}|tag) (?:1|eins) (?:anfangen|beginnen|starten)`,
  ]),
  ...rules('pause', 'none', [
    '(?:eine |kurze |kleine |etwas |mal )*pause von (?:den|diesen|euren|ihren|deinen)',
    '(?:pausieren|pausiere|pausier|pausiert|pause|pausieren sie|aussetzen|unterbrechen|unterbreche|anhalten|anhalte|pausen)',
    `(?:eine |kurze |kleine |mal |den |die |das |mein(?:en)? |diesen |kurs |${LEKTIONEN} |mails |e-?mails |newsletter |abo |versand |alles )+(?:pause|pausieren|unterbrechen|aussetzen|anhalten|auszeit)(?: machen| einlegen)?`,
    '(?:mache|mach|macht|machen sie|machen wir|lege|legen wir)(?: eine| mal eine)?(?: kurze)? pause(?: ein)?',
    'pause (?:machen|einlegen)',
    'auszeit',
    `(?:setze?n?(?: sie)? |halten? (?:sie )?)(?:den |die |das |mein )?(?:kurs |mails |${LEKTIONEN} )?(?:aus|an)`,
  ]),
  ...rules('hold', 'none', [
    `keine (?:weiteren )?(?:mails?|e-?mails?|${LEKTIONEN}|nachrichten|newsletter)`,
    'nichts',
    '(?:nicht|nichts) (?:senden|schicken)',
    `(?:schick|schickt|schicken sie|sende|senden sie)(?: mir)?(?: bitte)? (?:nichts|keine (?:mails?|e-?mails?|${LEKTIONEN}))`,
    'warten',
    'stopp?(?:en)?',
  ]),
  ...rules('leave', 'ask', [
    `(?:stoppe?n?|stoppt|beenden?|stellen?|stellt)(?: sie| ihr)?(?: bitte)?(?: (?:die|den|das|diese[nrs]?|ihren?|euren?|deinen?|alle))+ (?:${MAIL}|versand)(?: ein)?`,
    '(?:abmelden|abmeldung|(?:will |möchte )?mich abmelden|melden? (?:sie )?mich(?: bitte)?(?: (?:vom|von|aus|der|dem|diesem|newsletter|kurs|liste|verteiler))* ab|meldet mich ab|abbestellen|abbestellung|austragen|austragung|kündigen|kündigung|kündige|abmelde|deabonnieren|abo beenden)',
    `(?:den |die |das |diese[nrs]? |meine?n? |ihren |alle |mein |vom |von )*(?:newsletter|kurs|abo(?:nnement)?|e-?mails?|mails|mailingliste|liste|verteiler|anmeldung|zusendung|${LEKTIONEN}|verteiler)(?: bitte)? (?:abbestellen|kündigen|abmelden|abbrechen|beenden|stornieren|löschen|austragen|einstellen|stoppen|widerrufen|abbestelle)`,
    `(?:ich )?(?:bestelle|kündige|beende|storniere)(?: ich)?(?: hiermit| bitte)*(?: (?:den|die|das|diese[nrs]?|mein(?:en)?|ihre|eure|abo|abonnement|${MAIL}))*(?: ab)?`,
    '(?:trag(?:en)?|trage|tragt|nehm(?:en|t)|nehme|nimm|streich(?:en|e|t)?|entfern(?:en|e|t)?|lösch(?:en|e|t)?|werft|wirf)(?: sie| ihr)?(?: bitte)? (?:mich|meine (?:adresse|e-?mail-?adresse|e-?mail|mail-?adresse))(?: bitte)?(?: (?:von|aus|vom|der|dem|dieser|eurer|ihrer|deiner|diesem|ihrem|eurem|ihren|euren))* ?(?:e-?mail-?)?(?:liste|verteiler|mailingliste|newsletter|kurs|datenbank)?(?: aus| raus| heraus| runter)?',
    `(?:(?:mich|meine (?:e-?mail-?)?adresse)(?: bitte)? )?(?:(?:von|aus|vom|der|dem|dieser|eurer|ihrer|diesem|ihrem) )*(?:liste |verteiler |mailingliste |newsletter |kurs )?(?:austragen|entfernen|streichen|löschen|nehmen|abmelden|herausnehmen|rausnehmen)`,
    `(?:schick(?:en|t|e)?|send(?:en|e|et)?|schreib(?:en|t|e)?|mail(?:en|t)?)(?: sie| ihr)?(?: mir| uns)?(?: bitte)?(?: ab sofort| jetzt)? (?:keine|nie|nicht|nichts)(?: wieder)? ?(?:weiteren |mehr )?(?:${MAIL})?`,
    `(?:ich )?(?:möchte|will|wünsche|brauche|wollen)?(?: ich)?(?: ab sofort| bitte| von ihnen| von euch| von dir)* ?keine (?:weiteren |täglichen )?(?:${MAIL})(?: von ihnen| von euch| von dir)?(?: mehr)?(?: erhalten| bekommen| haben| empfangen)?`,
    '(?:(?:ich )?(?:möchte|will)(?: ich)? )?(?:nicht mehr|nichts mehr)(?: von (?:ihnen|euch|dir))?(?: teilnehmen| mitmachen| erhalten| bekommen| von (?:ihnen|euch|dir) (?:hören|bekommen|erhalten)| dabei sein)?',
    `(?:${ANY})?(?:${MAIL}) nicht mehr(?: erhalten| bekommen| haben| empfangen| senden| schicken)?`,
    '(?:hören|hör|hört)(?: sie)?(?: bitte)? (?:auf|damit auf)(?: mir)?(?: (?:diese|mails|e-?mails|nachrichten|zu|schreiben|schicken|senden))*',
    'kein interesse mehr',
    'nicht mehr (?:senden|schicken|anschreiben|kontaktieren|mailen)',
    `keine (?:weiteren )?(?:mails?|e-?mails?|nachrichten|newsletter|${LEKTIONEN})(?: mehr)?`,
    'widerruf(?:e)?(?: ich)?(?: meine(?:r)? einwilligung)?',
    'einwilligung widerrufen',
    'lasst mich in ruhe',
    'lassen sie mich in ruhe',
  ]),
  ...rules('leave', 'none', [
    '(?:stopp?|stoppen|aufhören|beenden|abbrechen|schluss|ende|raus|kündigen)',
  ]),
];
