import type { CalendarWords, ClockForm, DateForm, TimeForm } from './forms.ts';

export const dutchCalendar: CalendarWords = {
  months: `januari, jan, januarie, louwmaand; februari, feb, febr, februarie; maart, mrt, mar, mrt; april, apr; mei; juni, jun, juno; juli, jul; augustus, aug, augustes; september, sep, sept; oktober, okt, october, oct; november, nov; december, dec, desember, decembre`,
  weekdays: `maandag, ma, maan, mandag, maandagavond, maandagochtend, maandagmiddag, maandagnamiddag, maandagvoormiddag, maandagmorgen; dinsdag, di, din, dinsdagavond, dinsdagochtend, dinsdagmiddag, dinsdagnamiddag, dinsdagvoormiddag; woensdag, wo, woe, woens, woendag, woensdagavond, woensdagochtend, woensdagmiddag, woensdagnamiddag, woensdagvoormiddag; donderdag, do, don, donderdagavond, donderdagochtend, donderdagmiddag, donderdagnamiddag, donderdagvoormiddag; vrijdag, vr, vrij, vrydag, vrijdagavond, vrijdagochtend, vrijdagmiddag, vrijdagnamiddag, vrijdagvoormiddag; zaterdag, za, zat, zaterdagavond, zaterdagochtend, zaterdagmiddag, zaterdagnamiddag, zaterdagvoormiddag; zondag, zo, zon, zondagavond, zondagochtend, zondagmiddag, zondagnamiddag, zondagvoormiddag`,
  weekdaysEach: `maandags, maandagen, op maandag, s maandags; dinsdags, dinsdagen, op dinsdag, s dinsdags; woensdags, woensdagen, op woensdag, s woensdags; donderdags, donderdagen, op donderdag, s donderdags; vrijdags, vrijdagen, op vrijdag, s vrijdags; zaterdags, zaterdagen, op zaterdag, s zaterdags; zondags, zondagen, op zondag, s zondags`,
  numbers: `1 een, één, ene, enen, 'n, n, ne, nen; 2 twee, tweeën, tween, alle twee; 3 drie, drieën, drien; 4 vier, vieren; 5 vijf, vijven; 6 zes, zessen; 7 zeven, zevenen, zeuven; 8 acht, achten; 9 negen, negenen, neguh; 10 tien, tienen; 11 elf, elven, ellef; 12 twaalf, twaalven; 13 dertien; 14 veertien; 15 vijftien; 16 zestien; 17 zeventien; 18 achttien; 19 negentien; 20 twintig; 21 eenentwintig; 30 dertig; 40 veertig; 60 zestig`,
  ordinals: `1 eerste, eersten; 2 tweede, tweeden; 3 derde, derden; 4 vierde, vierden; 5 vijfde, vijfden; 6 zesde, zesden; 7 zevende, zevenden; 8 achtste, achtsten; 9 negende, negenden; 10 tiende, tienden; 11 elfde, elfden; 12 twaalfde, twaalfden; 13 dertiende, dertienden; 14 veertiende; 15 vijftiende, vijftienden; 16 zestiende; 17 zeventiende; 18 achttiende; 19 negentiende; 20 twintigste, twintigsten; 21 eenentwintigste; 22 tweeëntwintigste; 23 drieëntwintigste; 24 vierentwintigste; 25 vijfentwintigste; 26 zesentwintigste; 27 zevenentwintigste; 28 achtentwintigste; 29 negenentwintigste; 30 dertigste; 31 eenendertigste`,
  numbering: 'nr, no, num, art, ca, blz',
  ordinal: 'e, de, ste, en, den, sten, ten',
  units: {
    day: 'dag, dagen, dagje, dagjes, daagjes, dgn, etmaal, nacht, nachten',
    week: 'week, weken, weekje, weekjes, weekske, weekskes, wk, wkn, weke',
    fortnight: 'veertien dagen, 14 dagen, een week of twee',
    month: 'maand, maanden, maandje, maandjes, mnd, maandeke',
    year: 'jaar, jaren, jaartje, jaarke, jr',
  },
  holidays: {
    advent: 'eerste advent, eerste zondag van de advent, 1e advent',
    secondAdvent: 'tweede advent, tweede zondag van de advent, 2e advent',
    thirdAdvent: 'derde advent, derde zondag van de advent, 3e advent',
    fourthAdvent: 'vierde advent, vierde zondag van de advent, 4e advent',
    christmasEve: 'kerstavond',
    christmas:
      'kerst, kerstmis, kerstdag, kerstdagen, de kerst, eerste kerstdag, de kerstdagen, 1e kerstdag, kersmis, kerstfeest',
    boxingDay: 'tweede kerstdag, 2e kerstdag',
    newYearsEve: 'oudjaar, oudejaarsavond, oudejaarsdag, oudjaarsavond, oudejaar, oud en nieuw',
    newYear: 'nieuwjaar, nieuwjaarsdag, nieuwejaar',
    epiphany: 'driekoningen, drie koningen',
    valentines: 'valentijn, valentijnsdag',
    ashWednesday: 'aswoensdag',
    goodFriday: 'goede vrijdag',
    easter: 'pasen, eerste paasdag, paaszondag, pasen',
    easterMonday: 'tweede paasdag, paasmaandag',
    ascension: 'hemelvaart, hemelvaartsdag, onze lieve heer hemelvaart',
    pentecost: 'pinksteren, eerste pinksterdag',
    whitMonday: 'pinkstermaandag, tweede pinksterdag',
    assumption: 'maria hemelvaart, half oogst, halfoogst, moederkesdag',
    allSaints: 'allerheiligen',
    stNicholas:
      'sinterklaas, sint nicolaas, sinterklaasavond, pakjesavond, de sint, sint, sinter klaas',
    kingsDay: 'koningsdag',
  },
  cities: {
    'brussel, antwerpen, gent, brugge, leuven, hasselt, kortrijk, oostende, belgie, vlaanderen':
      'Europe/Brussels',
    'nederland, rotterdam, den haag, utrecht, groningen, eindhoven, amsterdam, holland':
      'Europe/Amsterdam',
    'londen, engeland, groot brittannie': 'Europe/London',
    'parijs, frankrijk': 'Europe/Paris',
    'berlijn, duitsland, keulen': 'Europe/Berlin',
    'wenen, oostenrijk': 'Europe/Vienna',
    'rome, italie, milaan': 'Europe/Rome',
    'madrid, spanje, barcelona': 'Europe/Madrid',
    'lissabon, portugal': 'Europe/Lisbon',
    'athene, griekenland': 'Europe/Athens',
    'kopenhagen, denemarken': 'Europe/Copenhagen',
    'praag, tsjechie': 'Europe/Prague',
    'warschau, polen': 'Europe/Warsaw',
    'zwitserland, geneve': 'Europe/Zurich',
    'ierland, dublin': 'Europe/Dublin',
    'turkije, istanboel': 'Europe/Istanbul',
    'marokko, casablanca': 'Africa/Casablanca',
    'kaapstad, zuid afrika, johannesburg': 'Africa/Johannesburg',
    'curacao, willemstad': 'America/Curacao',
    aruba: 'America/Aruba',
    bonaire: 'America/Kralendijk',
    'suriname, paramaribo': 'America/Paramaribo',
    'sint maarten': 'America/Lower_Princes',
    'new york, nieuw york': 'America/New_York',
    'indonesie, jakarta': 'Asia/Jakarta',
    'japan, tokio': 'Asia/Tokyo',
    'thailand, bangkok': 'Asia/Bangkok',
    dubai: 'Asia/Dubai',
    finland: 'Europe/Helsinki',
    'zweden, stockholm': 'Europe/Stockholm',
    'noorwegen, oslo': 'Europe/Oslo',
    bali: 'Asia/Makassar',
    luxemburg: 'Europe/Luxembourg',
    'congo, kinshasa': 'Africa/Kinshasa',
    'nieuw zeeland': 'Pacific/Auckland',
  },
};

export const dutchDates: Readonly<Record<DateForm, string>> = {
  day: `[op|de|den|d'|komende|aanstaande|deze|dien|volgende] [{weekday}] [de|den|d'|dag] {day} {month} [{year}], [op|de|den] [{weekday}] [de|den] {day} [{month}] [{year}], [op|de|den|komende|aanstaande|a s|as|deze|aankomende|eerstvolgende|dees] {weekday} [aanstaande|as|komende|eerstkomend], {weekday} [de|den] {day}, {month} {day}, [op|de|den|d'] {figures}, {figures} {year}, [op] {weekday} [de|den] {figures} [{year}]`,
  today: 'vandaag, vanavond, vanmiddag, vanochtend, heden, vandaag nog, vandaaag, vandeag',
  tomorrow: 'morgen, morgenvroeg, morgenochtend, morgenavond, merge, morge',
  dayAfterTomorrow: 'overmorgen',
  nextWeekday:
    '{weekday} (volgende week|over een week), volgende week {weekday}, {weekday} van volgende week, {weekday} in de week, {weekday} de volgende week, {weekday} toekomende week',
  weekdayAfterNext: '{weekday} over (twee|2) weken, {weekday} over (veertien|14) dagen',
  thisWeek: 'deze week, van de week, dees week, lopende week, van deze week',
  nextWeek:
    'volgende week, komende week, de week erna, aanstaande week, toekomende week, de volgende week, begin volgende week',
  weekend:
    '(het|dit|komend|het komende|aankomend|aanstaand|t) weekend, dit weekend, weekend, weekeinde, dit weekeinde',
  nextWeekend: 'volgend weekend, het volgende weekend',
  thisMonth: 'deze maand, dees maand, de lopende maand',
  nextMonth: 'volgende maand, komende maand, de volgende maand',
  nextYear:
    'volgend jaar, het nieuwe jaar, nieuwe jaar, komend jaar, het nieuw jaar, na nieuwjaar, t nieuwe jaar, toekomend jaar',
  endOfWeek: '[het] (eind|einde) van [de|deze] week, eind deze week, einde week, eind van de week',
  endOfMonth: '[het] (eind|einde) [van] [de|deze] maand, eind deze maand, einde maand',
  endOfYear: '[het] (eind|einde) [van] [het|dit] jaar, eind dit jaar, jaareinde, einde jaar',
  month: '[de|heel|hele|de hele|gans] [maand] {month} [{year}]',
  startOf: '[het] begin [van] [de maand] {month} [{year}], vroeg in {month}, aanvang {month}',
  middleOf: '[het] (midden|half|mid|medio|halverwege) [van] {month} [{year}]',
  endOf: '[het] (eind|einde|ultimo) [van] [de maand] {month} [{year}]',
  holiday: '[de|het|met|met de] {holiday} [{year}]',
  afterDate:
    'na [de|het] {holiday}, na [de|den] {date}, [de dag] na {date}, als {holiday} voorbij is',
  in: 'over {length}, binnen {length}, na {length}, {length} later, vandaag over {length}, over ongeveer {length}, over een {length}',
};

export const dutchTimes: Readonly<Record<TimeForm, string>> = {
  length:
    '[een|ongeveer|zo|zeker|een kleine|een dikke|minstens|zeg|zon|zo n|de komende|een stuk of] {number} [volle|hele|volledige|lange] {unit}, een {unit}, {unit} lang',
  lengthAndHalf:
    '{number} en een (half|halve) {unit}, {number} en een half {unit}, anderhalve {unit}, anderhalf {unit}',
  halfUnit: '(een|n) (half|halve|halfe) {unit}, half {unit}',
  vague: `(een|n) paar (dagen|weken|maanden|weekjes|maandjes|dagjes|weekskes), enkele (dagen|weken|maanden), enige (tijd|weken|maanden|dagen), wat (weken|maanden|dagen), verschillende (weken|maanden), ettelijke (weken|maanden), een (aantal|stel) (dagen|weken|maanden), de hele (zomer|winter|vakantie|herfst), deze (zomer|winter|herfst|lente), tot (de|het) (zomer|winter|herfst|lente|voorjaar|najaar|vakantie), (in|tijdens) de (zomer|winter|vakantie|feestdagen|kerstvakantie|paasvakantie|herfstvakantie|zomervakantie|krokusvakantie|examens|blok), tot na de (zomer|vakantie|feestdagen|examens|kerstvakantie|feesten|verhuizing|operatie|bevalling|verbouwing|scheiding|bouwvak|begrafenis|paasvakantie|zomervakantie|herfstvakantie|blok|deadline|kerstdrukte|drukte), {number} (tot|of|a|à|-) {number} (dagen|weken|maanden), een {unit} of {number}, een (dag|week|maand) of wat, een weekje of wat`,
  until: `(tot|totdat|tot dat|tot als|tot wanneer) (ik|we|wij) [weer|terug] (terug|thuis|weer thuis|weer terug|er weer|weer) (ben|zijn|kom|komen) [op|rond|in|vanaf] {date}, tot mijn terugkeer [op] {date}, tot we terugkomen [op] {date}, tot ik terugkom [op] {date}, tot [aan|op|en met de|de|den|het|na de|in|ergens] {date}, tot ongeveer {date}, tot begin {date}, niet voor {date}, niet eerder dan {date}, pas (weer|terug) [vanaf|op|in|na|met|om] {date}, pas [vanaf|op|in|na] {date} (weer|terug), voor {date}, tot zeker {date}, totdat het {date} is, tegen {date}`,
  through: `(t m|tm|t / m) [de|den|en met] {date}, tot en met [de|den|het] {date}, tot (inclusief|eind van) [de] {date}, {date} inbegrepen, {date} incluis, tot {date} voorbij is, tot {date} (voorbij|om|gedaan|achter de rug) is, tot na [de|den|het] {date}`,
  from: '(vanaf|van|sinds|ingaande|met ingang van|te beginnen [op|met]|startend|beginnend|per|met ingang van) [de|den|het|op] {date} [af]',
  range: `(van|vanaf|tussen) [de|den] {date} (tot|tot en met|t m|t / m|tm|-|en|tot aan|tot de|tot en met de) [de|den|en met] {date}, {date} (tot|tot en met|t m|tm|t / m|-) [de|den] {date}`,
  dayRange: `[van|tussen|vanaf] [de|den] {day} (tot|tot en met|t m|tm|t / m|-|en) [de|den] {day} {month} [{year}], van [de|den] {day} tot [de|den] {day}`,
  for: `[voor|gedurende|tijdens|binnen|zo|voor een|zeker] {length} [lang], [voor] (de komende|de eerstkomende|de volgende|de eerstvolgende|komende|eerstkomende) {length}, {length} lang`,
  open: `voorlopig, tot nader (order|bericht|orde|aankondiging), voor onbepaalde tijd, tijdelijk, even, eventjes, efkes, effe, effen, een (tijdje|tijd|poosje|poos|wijle|wijltje|momentje|toertje), voor een (tijdje|tijd|poosje|poos|tijdlang|wijle), een tijdlang, nen tijd, nen tijdje, voor even, voor nu, een beetje, op dit moment, momenteel, op het ogenblik, op het moment, voorlopig even, tot (ik|we|wij) [het|weer|terug|me|mij|u|je|jullie|ons|zelf|weer van me|zelf weer|weer wat|van mij] [weer|terug|iets|van] (laat weten|laten weten|meld|melden|zeg|ben|zijn|terug ben|heb|schrijf|mail|tijd heb|beter ben|horen laat|laat horen), tot (je|jullie|u|ge) [weer|iets] van (mij|me|ons) [weer|iets] (hoort|horen|hoor), totdat ik (iets laat weten|me weer meld|weer tijd heb|me meld|terug ben|het zeg|het laat weten), tot ik weer (tijd|ruimte|energie|puf) heb, tot het (weer rustig|rustiger) is, tot ik iets laat weten, tot tegenbericht, tot wederbericht, ik (laat|meld) [het|me|wel|u|je|jullie] [wel|het|zelf] (weten|horen|weer) [wanneer|als|zodra] [ik] [weer|terug|er|klaar|verder|tijd] [ben|kan|wil|heb], niet voor altijd, voor onbepaalde duur, voorlopig nog even, eens even, intussen, ondertussen, in de tussentijd, tussentijds, zolang, in die (periode|tijd|dagen|week|weken)`,
  back: `[ik|we|wij] [ben|zijn|kom|komen] [ik|we] [pas|weer|terug|dan|er] [weer|terug|thuis] [op|vanaf|in|na|rond|van|de] {date} [weer|pas] (terug|weer|thuis|bereikbaar|beschikbaar|aanwezig|er|er weer|op kantoor|weer op kantoor|terug op kantoor|weer aanwezig|weer bereikbaar|aan het werk|weer thuis|op het werk), (terug|weer thuis|weer bereikbaar|weer aanwezig|thuis|weer terug|opnieuw bereikbaar|bereikbaar|weer beschikbaar|weer op kantoor) [ben ik|zijn we] [pas|weer] [op|vanaf|in|na] {date}, (ik ben|we zijn|wij zijn|ben|zijn|ik kom|kom) [er] [weer|pas|pas weer|opnieuw] (terug|thuis|bereikbaar|aanwezig|er|er weer|op kantoor|weer) [weer|pas] [op|vanaf|in|na] [de] {date} [terug|weer], (ik ben|we zijn|wij zijn|ben|zijn|ik kom|kom) [er] [weer|pas|pas weer] [op|vanaf|in|na] [de] {date} (terug|weer|er weer), [op|vanaf|in|na] [de] {date} (ben ik|zijn we|kom ik|komen we|ben ik er) [er] (weer|terug|pas|thuis|bereikbaar|aanwezig|er|pas weer) [weer|terug|thuis|bereikbaar|aanwezig|op kantoor]`,
  during:
    '[op|in|met|tijdens|gedurende|over|rond|enkel|alleen|de|het|dit|heel|hele] [de|het] {date}, de hele {date}, heel {date}',
  restOfWeek: '[voor|de] [de] rest van (de|deze) week',
  restOfMonth: '[voor|de] [de] rest van (de|deze) maand',
  restOfYear: '[voor|de] [de] rest van (het|dit) jaar, dit jaar, van het jaar',
};

export const dutchClocks: Readonly<Record<ClockForm, string>> = {
  at: `(om|rond|niet eerder dan|niet vroeger dan|niet voor|ten vroegste om|ten vroegste|rond den|om den|vanaf een|na een|om een|zo rond|zo om|pas rond|pas na|stuur om|tegen|tegen de|naar|op|voor|na|omstreeks|rond de|om de|tegen den|stipt om|pas om|niet voor|circa|ca|rondom|vanaf ongeveer|ongeveer om) {clock} [uur|u|h|uren|uurs|ure] [00|stipt|precies|ongeveer], [vanaf] {clock} (uur|u|h|uren|ure), om {clock} uur, (tegen|rond) de {clock}`,
  halfPast: '[om|rond] {clock} (uur|u) (30|dertig)',
  halfTo:
    '[niet eerder dan|niet voor|pas om|pas na|zo rond|om|rond|tegen|naar|vanaf|tot|voor|na|op] (half|halfe|alf|af) {clock} [uur]',
  quarterPast:
    '[om|rond|tegen|naar|vanaf|op] (kwart over|kwart na|kwartier na|kwartier over) {clock} [uur]',
  quarterTo: '[om|rond|tegen|naar|vanaf|op] (kwart voor|kwartier voor) {clock} [uur]',
  noon: `(rond|tegen|op) (de|den|het) (middag|noen), [om|rond|tegen|op] [de|het] (middaguur|twaalf uur s middags|12 uur s middags|lunch|lunchtijd|lunchpauze|noen), s middags om twaalf uur, tijdens de (lunch|lunchpauze), in mijn lunchpauze, rond de lunch`,
  midnight: '[om|rond|tegen] middernacht',
  inTheMorning: `[s] (ochtends|morgens|mornings), in de (ochtend|morgen|voormiddag), voormiddag, s voormiddags, [s] voormiddags, vroeg in de (ochtend|morgen), (bij|voor|na) het ontbijt, ochtend, elke (ochtend|morgen), 's ochtends, 's morgens, smorgens, sochtends, vroeg op de dag, (heel|erg) vroeg, vm, vroege ochtend`,
  inTheAfternoon: `[s] (middags|namiddags), in de (middag|namiddag|achternoen), namiddag, smiddags, snamiddags, elke (middag|namiddag), nm, achternoen`,
  inTheEvening: `[s] avonds, savonds, in de avond, avond, elke avond, (na|rond|bij) (het|t) (avondeten|eten), na het werk, na mijn werk, na de werkdag, s avends, avends, voor het slapengaan, voor het slapen, voor het naar bed gaan, tegen de avond, na den eten`,
  atNight: `[s] nachts, snachts, in de nacht, laat op de avond, laat in de avond, s avonds laat`,
};
