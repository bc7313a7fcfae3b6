import { esWhen } from './es-everyday.ts';
import type { Language } from './language.ts';

/** How Spanish names days, times, hours and rhythms. */
export const esCalendar: Pick<Language, 'calendar' | 'dates' | 'times' | 'clocks' | 'rhythms'> = {
  calendar: {
    months: `enero, ene; febrero, feb; marzo, mar; abril, abr; mayo, may; junio, jun; julio, jul; agosto, ago; septiembre, setiembre, sept, sep, set; octubre, oct; noviembre, nov; diciembre, dic, dicienbre`,
    weekdays: `lunes, lun; martes; miércoles, mié, miercole; jueves, jue; viernes, vie, biernes; sábado, sáb; domingo, dom`,
    weekdaysEach: `; ; ; ; ; sábados; domingos`,
    numbers: `1 un, una, uno; 2 dos, un par, un par de, par de, una parejita de; 3 tres; 4 cuatro; 5 cinco; 6 seis; 7 siete; 8 ocho; 9 nueve; 10 diez; 11 once; 12 doce; 13 trece; 14 catorce; 15 quince; 16 dieciséis, diez y seis; 17 diecisiete; 18 dieciocho; 19 diecinueve; 20 veinte; 21 veintiuno, veintiún, veintiuna; 22 veintidós; 23 veintitrés; 24 veinticuatro; 25 veinticinco; 26 veintiséis; 27 veintisiete; 28 veintiocho; 29 veintinueve; 30 treinta; 31 treinta y uno; 40 cuarenta; 45 cuarenta y cinco; 60 sesenta; 90 noventa; 100 cien`,
    ordinals: `1 primero, primer, uno; 2 dos, segundo; 3 tres, tercero; 4 cuatro; 5 cinco; 6 seis; 7 siete; 8 ocho; 9 nueve; 10 diez; 11 once; 12 doce; 13 trece; 14 catorce; 15 quince; 16 dieciséis; 17 diecisiete; 18 dieciocho; 19 diecinueve; 20 veinte; 21 veintiuno; 22 veintidós; 23 veintitrés; 24 veinticuatro; 25 veinticinco; 26 veintiséis; 27 veintisiete; 28 veintiocho; 29 veintinueve; 30 treinta; 31 treinta y uno`,
    numbering: 'nro, núm, num, no, n, art, pág',
    ordinal: 'º, °, o, ero, er',
    units: {
      day: 'día, días, dia, dias, diita, diítas, jornada, jornadas',
      week: 'semana, semanas, semanita, semanitas, sem',
      fortnight: 'quincena, quincenas, quincenita',
      month: 'mes, meses, mesecito, mesecitos, mesesito',
      year: 'año, años, ano, anos, añito',
    },
    holidays: {
      christmasEve: 'nochebuena, noche buena, noche vieja buena, la víspera de navidad',
      christmas: 'navidad, navidades, día de navidad, el día de navidad, la navidad',
      newYearsEve:
        'nochevieja, noche vieja, fin de año, fin de ano, año viejo, la última noche del año',
      newYear: 'año nuevo, ano nuevo, día de año nuevo, el año nuevo, el día de año nuevo',
      epiphany:
        'reyes, los reyes, día de reyes, el día de reyes, reyes magos, los reyes magos, la epifanía, epifanía',
      valentines:
        'san valentín, el día de san valentín, día de los enamorados, el día de los enamorados',
      ashWednesday: 'miércoles de ceniza, el miércoles de ceniza, cuaresma, la cuaresma',
      goodFriday: 'viernes santo, el viernes santo',
      easter:
        'pascua, domingo de resurrección, el domingo de resurrección, domingo de pascua, pascuas',
      easterMonday: 'lunes de pascua, el lunes de pascua',
      ascension: 'la ascensión, ascensión',
      pentecost: 'pentecostés',
      corpusChristi: 'corpus, corpus christi, el corpus',
      assumption: 'la asunción, la virgen de agosto, la paloma',
      allSaints: 'todos los santos, el día de todos los santos, día de todos los santos',
      thanksgiving: 'acción de gracias, día de acción de gracias, thanksgiving',
    },
    cities: {
      'ciudad de méxico': 'America/Mexico_City',
      cdmx: 'America/Mexico_City',
      'méxico df': 'America/Mexico_City',
      'el df': 'America/Mexico_City',
      méxico: 'America/Mexico_City',
      guadalajara: 'America/Mexico_City',
      puebla: 'America/Mexico_City',
      'nueva york': 'America/New_York',
      'los ángeles': 'America/Los_Angeles',
      argentina: 'America/Argentina/Buenos_Aires',
      'buenos aires': 'America/Argentina/Buenos_Aires',
      córdoba: 'America/Argentina/Cordoba',
      rosario: 'America/Argentina/Buenos_Aires',
      chile: 'America/Santiago',
      colombia: 'America/Bogota',
      medellín: 'America/Bogota',
      cali: 'America/Bogota',
      perú: 'America/Lima',
      ecuador: 'America/Guayaquil',
      quito: 'America/Guayaquil',
      uruguay: 'America/Montevideo',
      españa: 'Europe/Madrid',
      'la península': 'Europe/Madrid',
      valencia: 'Europe/Madrid',
      sevilla: 'Europe/Madrid',
      bilbao: 'Europe/Madrid',
      málaga: 'Europe/Madrid',
      canarias: 'Atlantic/Canary',
      'las palmas': 'Atlantic/Canary',
      tenerife: 'Atlantic/Canary',
      londres: 'Europe/London',
      parís: 'Europe/Paris',
      berlín: 'Europe/Berlin',
      alemania: 'Europe/Berlin',
      múnich: 'Europe/Berlin',
      roma: 'Europe/Rome',
      lisboa: 'Europe/Lisbon',
      portugal: 'Europe/Lisbon',
      bruselas: 'Europe/Brussels',
      viena: 'Europe/Vienna',
      ginebra: 'Europe/Zurich',
      tokio: 'Asia/Tokyo',
      moscú: 'Europe/Moscow',
      atenas: 'Europe/Athens',
    },
  },
  dates: {
    day: `[el|este|próximo|el próximo|el día|día|pal|al] [{weekday}] [día] {day} [de] {month} [de|del|del año] [{year}], [el] {weekday} [día] {day} [de] [{month}] [de|del] [{year}], (el|al|día|el día|al día) {day} [de este mes|de este|del mes|del corriente|del presente|del actual], [el] [{weekday}] [día] {figures}, [el|este|próximo|el próximo|este próximo|el siguiente|el mismo|al] {weekday} [próximo|siguiente|este|que viene|entrante|mismo], {month} {day} [{year}], el próximo {day} de {month}, [la] mañana del {weekday} [{day}], {weekday} por la mañana`,
    today: 'hoy, hoy mismo, oy, el día de hoy, este día, esta misma tarde',
    tomorrow: 'mañana, manana, mañana mismo, el día de mañana, mñn, mñana',
    dayAfterTomorrow: 'pasado mañana, pasado, pasado manana',
    nextWeekday:
      '[el] {weekday} de la (semana que viene|próxima semana|semana próxima|semana entrante|siguiente semana|otra semana), [el] {weekday} de la próxima, [el] {weekday} de la que viene, [el] {weekday} siguiente no este',
    weekdayAfterNext:
      'el {weekday} de dentro de dos semanas, no este {weekday} sino el (siguiente|otro), del {weekday} en ocho [días], {weekday} en ocho días, el {weekday} en ocho',
    thisWeek: 'esta semana, esta misma semana, la semana en curso, la semana actual',
    nextWeek:
      'la semana que viene, la próxima semana, la semana próxima, la semana entrante, la semana siguiente, la siguiente semana, la que viene, próxima semana, semana que viene, la otra semana, la semana q viene',
    weekend:
      'el fin de semana, este fin de semana, fin de semana, el finde, este finde, finde, el fin, este fin, el próximo fin de semana, el finde que viene, el fin de semana que viene',
    nextWeekend: 'el finde de la semana que viene, el otro finde, el siguiente fin de semana',
    thisMonth: 'este mes, el mes en curso, el mes actual, lo que queda de mes',
    nextMonth:
      'el mes que viene, el próximo mes, el mes próximo, el mes entrante, el mes siguiente, el siguiente mes, próximo mes, mes que viene, el mes q viene',
    nextYear:
      'el año que viene, el próximo año, el año próximo, el año entrante, el año siguiente, el siguiente año, próximo año, año que viene, el año q viene, el ano que viene',
    endOfWeek:
      '[el|al] final de [la|esta] semana, finales de semana, que acabe la semana, que termine la semana',
    endOfMonth:
      '[el] (fin|final|finales) de [este] mes, final del mes, fin del mes, el fin del mes, fines de mes, fines de este mes, que acabe el mes, que termine el mes, último de mes',
    endOfYear:
      '[el] (fin|final|finales) de [este] año, final del año, fin del año, fines de año, el fin del año, que acabe el año, que termine el año',
    month:
      '[todo|todo el mes de|el mes de|el mes entero de|entero] {month} [entero|completo] [de|del] [{year}]',
    startOf:
      '[el] (primeros de|principios de|comienzos de|inicios de|principio de|comienzo de|el inicio de|el principio de|el comienzo de|el primero de|la primera semana de|la entrada de|que empiece|que arranque|que entre) {month} [de] [{year}]',
    middleOf: '(mediados de|mitad de|la mitad de|medios de|media) {month} [de] [{year}]',
    endOf:
      '(finales de|final de|fines de|fin de|últimos de|el final de|el fin de|la última semana de|que acabe|que termine|que pase) {month} [de] [{year}]',
    holiday: '[el|la|las|los|estas|por|en|del|para] {holiday} [de] [{year}], que pase {holiday}',
    afterDate:
      '(después de|después del|despues de|pasado|pasada|pasados|pasadas|tras|luego de|luego del|a partir de pasado|que pase|que pasen) [el|la|los|las] {date}, el día (siguiente|después) (a|de|del) {date}',
    in: '(dentro de|en|de aquí a|de acá a|dentro) {length}, {length} después, de hoy en ocho',
  },
  times: {
    length:
      '[unas|unos|otra|otro|otras|otros|las próximas|los próximos|la próxima|el próximo|las siguientes|los siguientes|próximas|próximos|como|como unas|como unos|más o menos|aproximadamente|alrededor de|casi|al menos|por lo menos|mínimo|máximo|solo|solamente|sólo|los|las|estas|estos|durante] {number} {unit} [más|enteras|enteros|entera|entero|completas|completos|completa|completo|naturales|seguidas|seguidos|nomás|nada más], (toda la|toda una|la|una) {unit} (entera|completa|más), (todo el|todo un|un) {unit} (entero|completo|más), otra {unit} [más], otro {unit} [más], ocho días',
    lengthAndHalf:
      '{number} {unit} y (media|medio), {number} {unit} y pico y media, [una|un] {unit} y (media|medio), una {unit} y media, un {unit} y medio',
    halfUnit: '(medio|media) {unit}',
    vague:
      'unos {unit}, unas {unit}, unos cuantos {unit}, unas cuantas {unit}, algunos {unit}, algunas {unit}, varios {unit}, varias {unit}, unos poquitos {unit}, pocos {unit}, un par, (durante|en|por|para|hasta después de|hasta que pasen|hasta que pase|hasta que acaben|hasta que acabe|hasta que terminen|hasta pasadas|hasta|tras|todas|todo) (las vacaciones|vacaciones|el verano|el invierno|la primavera|el otoño|verano|invierno|primavera|otoño|las fiestas|fiestas|los exámenes|exámenes|el curso escolar|la temporada|la campaña|la cosecha|la vendimia|la mudanza|la boda|el parto|la operación|el bebé|el puente|semana santa|las navidades|el cierre|el ramadán|la zafra|los finales|parciales|los parciales|la tormenta), hasta la vuelta del (verano|cole), hasta nueva vida, en (verano|invierno|primavera|otoño|vacaciones)',
    until: `(dejémoslo|déjenlo|déjalo|dejadlo|déjelo|dejalo|dejarlo|lo dejamos|dejarlas|dejadlas|déjenlas|déjalas|déjelas|las dejamos|vamos a dejarlo|lo aplazamos|lo posponemos|aplacémoslo) (para|pa) [el|la|los|las] {date}, (dejémoslo|déjenlo|déjalo|dejadlo|déjelo|dejalo|dejarlo|lo dejamos|vamos a dejarlo) hasta [el|la|los] {date}, [solo|sólo|solamente] [hasta|asta|ata] (hasta|asta|ata|hta|antes de) {date}, hasta el {date}, hasta la {date}, hasta (llegar|que llegue|que sea|que no sea|no sea|bien entrado|entrado|entrada) [el|la] {date}, hasta que (empiece|comience|arranque|entre|llegue) [el|la] {date}, (de aquí al|de aquí a|de acá a|de acá al) {date}`,
    through:
      'hasta que no (pase|pasen|acabe|acaben|termine|terminen) [el|la|los|las] {date}, (mejor|recién|solo|sólo|ya|mejor ya|solo ya) (después|despues|luego|pasado|pasada|pasadas|pasados|tras) [de|del] [el|la|los|las] {date}, (hasta|asta) [el|la] {date} (inclusive|incluido|incluida|incluído|ambos inclusive|completo|por la noche), hasta (que (acabe|termine|pase)|pasado|pasada|pasar|el final de|el final del|el fin de) [el|la] {date}, hasta (acabar|terminar) {date}',
    from: '(desde|a partir de|a partir del|apartir de|apartir del|a contar de|empezando|comenzando|con efecto desde|con efectos desde|ya desde) [el|la|los|las] {date} [en adelante|inclusive], (de|del|desde) [el|la] {date} en adelante',
    range:
      '(del|desde|desde el|entre|entre el|de|a partir de|a partir del|empezando el|el|desde la) {date} (al|a|hasta|hasta el|asta|y|y el|-|hasta la|y hasta|y hasta el|a el|a la) [el] {date} [inclusive|ambos inclusive|incluido|incluidos|los dos incluidos], {date} (al|a|hasta|hasta el|-) {date}, (del|desde|desde el) {date} hasta {date}',
    dayRange:
      '[del|desde el|entre el|de|desde|los días|el] [día] {day} (al|a|hasta|hasta el|y el|y|-) [día] {day} [de|del] {month} [de|del] [{year}] [inclusive|ambos inclusive|incluidos], (del|desde el|entre el) [día] {day} (al|hasta el|y el) [día] {day} [inclusive|ambos inclusive], (la semana|las semanas|las fechas|los días|en la semana) (del|de) {day} (al|a) {day} [de] {month} [de|del] [{year}]',
    for: '[por|durante|x|para|en|de|pa|como por|solo por|sólo por] [espacio de|un plazo de|un periodo de|un período de|un tiempo de|los|las|estos|estas|todo|toda|solo|al menos|lo menos|unos|unas] {length} [nomás|nada más|solo|solamente], {length}',
    open: `${esWhen.open}, [en|durante|por] (esa semana|esas semanas|ese mes|esos meses|ese período|ese plazo|ese puente|esas vacaciones), hasta que (esté|estemos|regresemos|volvamos|acabe|termine|pase|se pase|salga|me mude|me organice|me reincorpore|tenga tiempo|encuentre tiempo) [de vuelta|mejor|bien|en casa|esto|todo|la mudanza|el lío|otra vez|de esto], (ya|yo) [os|les|te|le] (aviso|avisaré|avisaremos|digo|diré|diremos|escribo|escribiré|escribimos) [yo|luego|más adelante|después] [cuando (quiera|queramos|pueda|podamos|vuelva|esté|estemos) [volver|retomar|retomarlas|seguir|de vuelta|lista|listo|mejor]], (os|les|te|le) (aviso|avisaré|avisaremos|digo|diré|escribo|escribiré) [yo] [cuando (quiera|queramos|pueda|podamos|vuelva|esté|estemos|tenga tiempo|regrese) [volver|retomar|retomarlas|seguir|de vuelta|lista|listo|mejor]], de forma indefinida, sin plazo, sin fecha fija, hasta que os (avise|escriba|diga algo), hasta que les (avise|escriba|diga algo), por ahora, por el momento, de momento, por lo pronto, por hoy por hoy, hasta nuevo aviso, hasta nueva orden, hasta próximo aviso, hasta otro aviso, hasta más adelante, temporalmente, provisionalmente, indefinidamente, de forma (temporal|provisional|indefinida), de manera (temporal|provisional|indefinida), sin fecha, sin fecha de vuelta, por (un tiempo|un tiempito|un rato|una temporada|una temporadita|algún tiempo|tiempo indefinido|tiempo indeterminado|un ratito|unos momentos), [durante] (un tiempo|un tiempito|una temporada|una temporadita|algún tiempo|un tiempecito|un rato|un ratito|un periodo), una temporada, hasta que [yo|les|os|te|le|lo|se] [les|os|te|le|lo|se|yo] [lo] (avise|diga|diga lo contrario|escriba|vuelva a escribir|pida|pida de nuevo|pida otra cosa|mande decir|indique|notifique|confirme|dé señales|diga algo|comunique|vuelva|regrese|pueda|esté lista|esté listo|esté mejor|me recupere|me ponga al día|me encuentre mejor|me sienta mejor), (ya|yo) [os|les|te|le|se] [lo] (aviso|avisaré|diré|digo|escribo|escribiré) [yo] [cuando (vuelva|pueda|esté|quiera|sea|regrese|esté lista|esté listo)], hasta mi (vuelta|regreso), hasta la vuelta, a mi (vuelta|regreso), cuando vuelva (aviso|os aviso|les aviso|te aviso|escribo|digo), no para siempre, no es para siempre, hasta que se (calme|calmen) [todo|las cosas|la cosa|esto], un tiempo, mientras tanto, hasta entonces, mientras, mientras tanto, entre tanto, entretanto, en ese (tiempo|lapso|rato|periodo|ínterin), en esas fechas, esos días, en esos días, durante (ese tiempo|esos días|esas fechas), esas fechas, estas fechas, en estas fechas, estos días, en estos días, unos días, unos diítas, un ratito, por unos días, unos cuantos días, no sé hasta cuándo, hasta quién sabe cuándo, hasta que (acabe|termine|pase) (esto|todo|la cosa), yo (te|os|les) aviso, (te|os|les) aviso, os aviso yo, ya os diré, ya les digo, ya les diré, ya te diré`,
    back: `${esWhen.back}, [ya] (vuelvo|regreso|volveré|regresaré|volvemos|regresamos|estaré de vuelta|estoy de vuelta|estaremos de vuelta|estaré de regreso|estoy de regreso|me reincorporo|me incorporo|reincorporación|vuelta|regreso|estaré de nuevo|estaré disponible de nuevo|estaré disponible|de vuelta|de regreso|estaré operativo|estaré operativa|llego|llegamos|aterrizo) [a casa|a la oficina|al trabajo|otra vez|de nuevo|de viaje|de vacaciones|a la vida|a estar disponible|ya|a tener internet|al curro|al despacho] [el|la|en|sobre|a partir de|a partir del|hacia|para|desde|por|a] {date}, (hasta que vuelva|hasta que regrese|cuando vuelva|hasta mi vuelta|hasta mi regreso|a mi vuelta|a la vuelta) [el|en] {date}, (retomo|retomamos|me reincorporo|sigo|seguimos|vuelvo a (estar|leer|casa)|estoy otra vez|ya estoy) [ya] [en|el|a partir de|a partir del] {date}, no (vuelvo|regreso|volvemos|regresamos|estoy|vuelvo a casa|volveré|regresaré) hasta [el|la] {date}, (el|en) {date} (vuelvo|regreso|estoy de vuelta|estoy de regreso|volvemos|ya estoy|ya estamos|regresamos|vuelvo a casa|vuelvo a estar|estaré de vuelta|regresamos a clases|vuelvo al trabajo|me reincorporo), (el|en) {date} vuelvo a (estar|leer|leerlas|mi vida) [para leer|aquí|en casa|disponible]`,
    during:
      '[en|durante|para|por|sobre|este|a|todo|toda|solo|sólo|de|los días de|los días|lo que queda de] [el|la|todo|toda] {date} [entero|entera|completo|completa|solo|solamente|nada más|nomás|y nada más]',
    restOfWeek:
      '[por|durante] (el resto de la semana|lo que queda de semana|lo que queda de la semana|lo que resta de la semana|lo que resta de semana|el resto de semana)',
    restOfMonth:
      '[por|durante] (el resto del mes|lo que queda de mes|lo que queda del mes|lo que resta del mes|lo que resta de mes|el resto de este mes)',
    restOfYear:
      '[por|durante] (el resto del año|lo que queda de año|lo que queda del año|lo que resta del año|lo que resta de año|el resto de este año)',
  },
  clocks: {
    at: '[a|sobre|hacia|tipo|tipo a|como a|pa|para|alrededor de|más o menos a|a eso de|desde|antes de|después de] (la|las) {clock} [en punto|horas|hs|hrs|h|y pico], a las {clock} [de aquí|de acá|de allí|de allá|hora local|de mi hora|de mi zona|hora mía|en mi zona|del reloj], [a|sobre|tipo] {clock} (horas|hs|hrs|h), a {clock}, tipo {clock}, {clock}',
    halfPast:
      '[a|sobre|hacia|tipo|para|a eso de] [la|las] {clock} y media, [a|sobre|tipo] [la|las] {clock} y 30',
    halfTo: '{nothing}',
    quarterPast: '[a|sobre|hacia|tipo|para] [la|las] {clock} y cuarto',
    quarterTo:
      '[a|sobre|hacia|tipo|para] [la|las] {clock} menos cuarto, [a] un cuarto para (la|las) {clock}, [al] cuarto para (la|las) {clock}, [a] faltando un cuarto para (la|las) {clock}',
    noon: '[al|a|hacia el|sobre el] (mediodía|medio día), a la hora de (comer|la comida|almorzar|el almuerzo|del almuerzo), en el almuerzo',
    midnight: '[a] (medianoche|media noche), a la medianoche',
    inTheMorning:
      '(por|en|de|a) la mañana [temprano], por las mañanas, en las mañanas, de mañana, a la mañana, de la mañanita, las mañanas, por la mañanita, de la madrugada, de madrugada, temprano, tempranito, a primera hora, a primera hora de la mañana, a m, am, al despertar, a la hora del desayuno, en el desayuno, matutino',
    inTheAfternoon:
      '(por|en|de|a) la tarde, por las tardes, en las tardes, de tarde, a la tardecita, las tardes, a media tarde, después de comer, a la siesta, a la hora de la siesta, por la tardecita, en la tardecita, vespertino',
    inTheEvening:
      'a última hora de la tarde, al final de la tarde, al caer la tarde, al salir del trabajo, después del trabajo, después de trabajar, al atardecer, al anochecer, p m, pm, después de cenar, tras la cena, después de la cena, a la hora de cenar',
    atNight:
      '(por|en|de|a) la noche, por las noches, en las noches, de noche, a la nochecita, las noches, antes de dormir, antes de acostarme, al acostarme, a última hora, por la nochecita, a la hora de dormir, antes de irme a la cama, nocturno',
  },
  rhythms: {
    daily:
      'todos los días, cada día, a diario, diario, diariamente, uno al día, una al día, uno por día, una por día, una vez al día, una vez por día, los siete días [de la semana], cada mañana, todas las mañanas, cada noche, todas las noches, tos los días, toditos los días, de lunes a domingo, diaria, diarias, diarios',
    weekdays:
      '(a|para|solo en|sólo en) los días (hábiles|laborables|laborales|de diario|de trabajo|de semana|lectivos), [solo|sólo|solamente|únicamente|nada más|mejor] [en|los] (entre semana|entresemana|días de diario|días laborables|días laborales|días hábiles|días de trabajo|días de semana|días lectivos) [solo|nada más|nomás], los días (laborables|laborales|hábiles|de trabajo|de semana|de diario|de entre semana), días (laborables|laborales|hábiles|de trabajo|de semana|de diario|de entre semana), [solo|sólo|solamente] [de|desde|desde el|del] {weekday} (a|hasta|al|hasta el|-) {weekday} [solo|nada más|nomás], entresemana, de lunes a viernes',
    weekends:
      '[solo|sólo|solamente|únicamente|nada más|mejor] (los|en los|en|el|cada|todos los|para los|para el|en el) (fines de semana|fin de semana|finde|findes|fines) [solo|nada más|nomás], fines de semana',
    onDays: `${esWhen.onDays}, [solo|sólo|solamente|únicamente|nada más|nomás|mejor|tan solo|tan sólo] [los|el|cada|todos los|en|en los|para los|para el|de los|por los|al] [días] {each} [y ya|nada más|nomás|solo|solamente|y punto|y basta], [solo|sólo|solamente|nada más] (los|cada|todos los|en los) [días] {weekday} [nada más|nomás|solo|solamente|y ya], solo {weekday}, sólo {weekday}, un {weekday} a la semana, [solo|sólo|con|mejor] (una|un correo|una carta) (a la|por|cada) semana [mejor|y que sea|que sea|por ejemplo] [los|el] {each}, (una|un correo|una carta) (a la|por|cada) semana [mejor|y que sea|que sea|por ejemplo] [los|el] {weekday}, (que sean|que sea|que lleguen) [los|el] {each}`,
    notOnDays:
      '(no|nunca|nada|ninguna|ninguno|menos|salvo|excepto|exceptuando|quitando|sin|que no sea|que no sean|todos los días menos|todos los días salvo|todos los días excepto|cada día menos|no me envíen|no me manden|no me envíes|no me mandes|no manden|no envíen|no me mandéis|no me enviéis|no mandéis|no enviéis|no mandes|no envíes|no me lleguen|no me escriban|no quiero|no quiero recibir|prefiero no recibir|no deseo recibir|no me lleguen|fuera|sin cartas|sin correos|ni|nada de) [correos|cartas|mails|emails|mensajes|nada|carta|correo|los] [los|el|en|en los|para los] [días] {each}, (todos los días|todos|cada día) [menos|salvo|excepto] (menos|salvo|excepto) [los|el] {weekday}, (menos|salvo|excepto|no|nada|sin) (los|el|cada) {weekday}, los {weekday} (no|nada), el {weekday} no, {each} no, descansar los {weekday}',
    notOnWeekends:
      '(no|nunca|nada|menos|salvo|excepto|exceptuando|quitando|sin|que no sea|ni|todos los días menos|cada día menos|fuera|sin cartas|sin correos|ninguno|no me envíen|no me manden|no me escriban|no quiero|no me mandéis|no me enviéis|no mandéis|no enviéis|no mandes|no envíes|no me lleguen|no quiero recibir|prefiero no recibir|no deseo recibir|no quisiera|no me lleguen|que no me lleguen) [correos|cartas|mails|emails|mensajes|nada] [los|el|en|en los|en el] (fines de semana|fin de semana|finde|findes), (los fines de semana|los findes|el fin de semana|el finde) (no|nada|libres|libre|descanso|descansamos|sin cartas|sin correos|paso|ni hablar), no [los] sábados (ni|y|o) [los] domingos, ni sábados ni domingos, ni sábado ni domingo, sin sábados ni domingos, en fin de semana no, fines de semana no, el finde no, los findes no, en finde no',
    everyOtherDay: `${esWhen.everyOtherDay}, un día sí y otro no, un día sí y un día no, un día sí otro no, día por medio, día de por medio, un día de por medio, cada dos días, cada 2 días, cada tercer día, en días alternos, días alternos, un día sí y uno no, uno sí y otro no, un día sí un día no, alternando días, una cada dos días, un dia si y otro no, un dia si otro no, pasando un día, dejando un día, cada segundo día, uno de cada dos días, cada otro día`,
    perWeek:
      '[solo|sólo|con|unas|unos|como mucho|máximo|a lo sumo] {number} [cartas|correos|veces|días|lecciones|mails|emails|mensajes|carta|correo|de ellas] (a la|por|x|cada|en la|/) semana, {number} (semanales|cartas semanales|correos semanales|envíos semanales|mails semanales)',
    weekly: `${esWhen.weekly}, [solo|sólo|con] una vez (a la|por|x|cada|en la) semana, semanal, semanalmente, (una|uno) (a la|por|x|cada) semana, cada semana, (una carta|un correo|un mail|un email|una lección|un mensaje|un solo correo|una sola carta|una sola) (a la|por|x|cada) semana, (una carta|un correo|un mail|un email|una) semanal, cada ocho días, todas las semanas, con frecuencia semanal, de forma semanal, cada 7 días, cada siete días, ritmo semanal`,
    twiceWeekly:
      '[solo|sólo|con] dos veces (a la|por|x|cada|en la) semana, dos (a la|por|x|cada) semana, (dos cartas|dos correos|dos mails|dos lecciones|dos mensajes) (a la|por|cada|x) semana, un par (a la|por) semana, un par de veces (a la|por) semana, 2 veces (a la|por|x) semana, 2 x semana, bisemanal',
    slower:
      '(reducir|reduzca|reduzcan|reduce|reducid|bajar|baje|bajen|baja|bajad|bajá|aflojar|afloje|aflojen|afloja|aflojad|aminorar|aminoren|aminora|aminorad|ralentizar|ralenticen|ralentiza|ralentizad|frenar|frenen|frena) [usted|ustedes|un poco|un poquito|tantito] (la marcha|el paso|las revoluciones|un cambio|el pistón|la intensidad|la cadencia|la dosis), (bájale|bájenle|bajadle|bájele|frénale|frénenle|aflójale|aflójenle) [dos rayitas|tantito|un poco|un poquito|al ritmo|a la intensidad|un cambio], a (fuego lento|paso de tortuga|cuentagotas), con cuentagotas, (dosificar|dosifiquen|dosifica|dosificad|dosifíquenlas|dosificadlas|dosifícalas|dosificarlas) [más|un poco] [las cartas|los envíos], más espaciaditas, (vayan|id|ve|vaya|andá|vamos) [un poco|más] (despacio|con calma|lento|lentito|despacito|suave), más despacio, mas lento, más lento, más lenta, más lentas, despacio, más despacito, con más calma, con calma, más tranquilo, más pausado, más pausada, más espaciado, más espaciados, más espaciadas, espaciar [más|un poco|un poco más] [los (correos|envíos|mensajes|mails)|las (cartas|lecciones)], espaciarlas [más|un poco|un poco más], espaciarlos [más|un poco|un poco más], espaciadlas, espaciadlos, espácienlas, espácienlos, espacien, menos, menos (correos|cartas|mails|emails|mensajes|seguido|seguidos|seguidas|a menudo|frecuente|frecuentes|frecuencia|envíos|veces|cantidad), con menos frecuencia, con menor frecuencia, menor frecuencia, no tan (seguido|seguidos|seguidas|a menudo|frecuente|frecuentes|rápido|deprisa), no tantos [correos|mails|mensajes], no tantas [cartas|veces], no todos los días, no cada día, no a diario, demasiado (seguido|seguidos|frecuente|frecuentes|rápido|a menudo|deprisa), a otro ritmo, a un ritmo más (lento|tranquilo|pausado|relajado), un ritmo más (lento|tranquilo|pausado|relajado), [bajar|baja|bajen|bajad|bajá|reducir|reduce|reduzcan|reducid|disminuir|disminuyan|aflojar|aflojen|afloja|bajarle|bájenle|bájale|bajarle a] (el ritmo|la frecuencia|la cantidad|la velocidad|el número), más de vez en cuando, de vez en cuando, más esporádico, con más (tiempo|espacio|días) entre (carta y carta|una y otra|ellas|medias|cartas), más de tarde en tarde, bajar un cambio, más separadas, más separados',
    faster:
      'más rápido, más rápida, más deprisa, más aprisa, más seguido, más seguidos, más seguidas, más a menudo, más frecuente, más frecuentes, con más frecuencia, con mayor frecuencia, más frecuencia, acelerar [el ritmo|el curso], aceleren [el ritmo], acelera [el ritmo], más velocidad, a más velocidad, un ritmo más (rápido|ágil|vivo), dos al día, dos por día, dos veces al día, todas juntas, todas de golpe, todas de una vez, todo de una vez, todo junto, todo de golpe, todos juntos, demasiado lento, demasiado despacio, muy lento, doble ración, más ligero',
    zone: `${esWhen.zone}, [ahora] [ya] (vivo|vivimos|resido) [ahora] en {city} [ahora], ahora (estoy|estamos|ando) [viviendo] en {city}, (estoy|estamos) (viviendo|ahora) en {city}, (me mudé|me he mudado|nos mudamos|nos hemos mudado|me mudo|me acabo de mudar|acabo de mudarme|me trasladé|me he trasladado|me traslado|me fui a vivir|me voy a vivir|me vine a vivir|nos fuimos a vivir|mudanza) (a|para) {city}, [a|en|con] [la] hora (de|local de|en) {city}, hora {city}, (horario|huso horario|zona horaria|el horario|mi horario|mi zona horaria|mi huso) (de|en|a|es|ahora es|es ahora|es la de|es el de|pasa a ser|al de|a la de|de la ciudad de) {city}, {city} (time|timezone), {zone}, (zona horaria|huso horario|mi zona horaria|zona horaria a|mi zona horaria es) {zone}, al huso [horario] de {city}, al horario de {city}, con el horario de {city}`,
  },
};
