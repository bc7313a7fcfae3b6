import { type Rule, rules } from '../lexicon.ts';

/** What we call one of our mails. */
const LECCIONES = '(?:lecciones|cartas)';
const LECCION = '(?:lección|carta)';
const MAIL = `(?:e-?mails?|mails?|correos?(?: electrónicos)?|mensajes?|${LECCIONES}|${LECCION}|boletines|boletín|newsletters?|cursos?|emails?)`;
const DET =
  '(?:de |del |los |las |el |la |estos |estas |este |esta |sus |tus |su |tu |mi |mis |más |otros |todos |todas |ningún |ninguna |nada de )*';

/** How people say each command in Spanish. */
export const commands: readonly Rule[] = [
  ...rules('resume', 'none', [
    '(?:cancel(?:ar?|en|e)|termin(?:ar?|en|e)|quit(?:ar?|en|e)|fin de|acabar)(?: con)?(?: la| mi)? pausa',
    '(?:reanud(?:ar|en|e|a|ad)|continu(?:ar|en|e|a|emos|ad)|seguir|sig(?:an|a|ue|amos)|retom(?:ar|en|e|a)|reactiv(?:ar|en|e|a)|reinici(?:ar|en|e|a)|proseguir)(?: con)?(?: enviando(?:me)?)?',
    '(?:ya )?(?:estoy|he|hemos)(?: ya)? (?:de vuelta|de regreso|vuelto)',
    'ya (?:volví|regresé|estoy)',
    'de vuelta',
    'volví',
    'volver a (?:empezar|recibir|enviar)',
    'seguimos',
  ]),
  ...rules('skip', 'none', [
    `(?:salt(?:ar|en|e|a|o)|omit(?:ir|an|a|e))(?:se)?(?: esta| la| próxima| siguiente| una)* ${LECCION}`,
    `siguiente ${LECCION}`,
  ]),
  ...rules('resend', 'ask', [
    '(?:reenvi(?:ar|en|e|a)|reenví(?:en|e|a))(?:me)?',
    `(?:envi(?:ar|ad)|enví(?:en|e|a)|mand(?:en|e|a|ar)|vuelv(?:an|e|a) a enviar)(?:me)?(?: la| el| ${LECCION}| día| última| correo| \\d{1,3})*(?: otra vez| de nuevo| nuevamente)`,
    'vuelv(?:an|e|a) a (?:enviar|mandar)(?:me)?',
    `no (?:me )?(?:ha |he )?(?:recib(?:í|ido)|lleg(?:ó|ado))(?: la| el| ${LECCION}| día| última| correo| de hoy| \\d{1,3})+`,
    `(?:perdí|borré|eliminé)(?: la| el| ${LECCION}| día| correo| \\d{1,3})+`,
  ]),
  ...rules('export', 'none', [
    '(?:export(?:ar|en|e)?|descargar|enviarme|envíenme|obtener|copia de)(?: todos)?(?: mis)? datos(?: personales)?',
    'exportar',
    'derecho de acceso',
    'qué datos (?:tienen|tienes|guardan)(?: sobre mí| de mí| míos)?',
  ]),
  ...rules('delete', 'none', [
    '(?:borr(?:ar|en|e|a)|elimin(?:ar|en|e|a)|suprim(?:ir|an|a))(?: todos)?(?: mis| mi) (?:datos(?: personales)?|cuenta|perfil|información)',
    'derecho al olvido',
    'derecho de supresión',
  ]),
  ...rules('status', 'none', [
    `cuánt[oa]s (?:${LECCIONES}|correos)(?: (?:quedan|faltan|hay|me|son|en total|aún|todavía|por recibir))*`,
    `(?:dónde|en qué ${LECCION}) (?:estoy|voy)`,
    `qué ${LECCION}`,
    `cuándo (?:llega|viene|es) la próxima ${LECCION}`,
    'mi estado',
    'estado',
  ]),
  ...rules('leave-help', 'none', [
    'cómo (?:puedo |hago para |me |se |debo |podría )*(?:dar(?:me)? de baja|doy de baja|darse de baja|cancel(?:ar|o)(?: mi| la)? ?(?:suscripción)?|desuscrib(?:ir(?:me)?|o)|anular(?: mi| la)? ?(?:suscripción)|dejar de recibir)',
    'dónde (?:está|me|puedo)(?: el| doy| dar(?:me)?)*(?: enlace)?(?: de| para)* (?:baja|darme de baja)',
    'no (?:puedo|consigo|logro)(?: me)? (?:dar(?:me)? de baja|cancelar|desuscribirme)',
  ]),
  ...rules('help', 'none', [
    'ayuda',
    'cómo funciona(?: esto)?',
    'qué puedo (?:escribir|hacer|responder)',
    'comandos',
  ]),
  ...rules('repeat', 'none', [
    `(?:empezar|comenzar|reiniciar|volver)(?: otra vez| de nuevo| a empezar)*(?: desde| al| a)? ?(?:el )?(?:principio|cero|día 1|${LECCION} 1|inicio)`,
  ]),
  ...rules('pause', 'none', [
    '(?:paus(?:ar|a|e|en|o|ad|emos)|suspend(?:er|an|a|e)|deten(?:er|gan|ga)|interrump(?:ir|an|a|e)|aplazar|posponer|congelar|parar temporalmente)',
    `(?:hacer|hagan|haga|necesito|tomar(?:me)?|tomo|hagamos|poner|pongan|ponga|pon|quiero|necesito)(?: (?:mi|el|la|los|las|curso|suscripción|${LECCIONES}|correos|envíos|me|en|una|pequeña|todo))* ?(?:pausa|descanso)`,
    '(?:una? )?(?:pequeñ[oa] |breve )?(?:pausa|descanso)',
    'en pausa',
    'vacaciones',
  ]),
  ...rules('hold', 'none', [
    `(?:no|nada de|sin)(?: más)? (?:${MAIL})`,
    `no (?:me )?(?:envíen?|envíes|manden?|mandes|envien|enviar|mandar)(?:me)?(?: (?:nada|más))?(?: (?:${MAIL}))?`,
    'nada',
    '(?:parar?|paren?|detener|stop|dejar? de enviar(?:me)?|dejen de enviar(?:me)?)',
  ]),
  ...rules('leave', 'ask', [
    '(?:dar(?:me)?|darse|den(?:me)?|dé(?:me)?|dame|dad(?:me)?|me doy|dar)(?: de)? (?:de )?baja',
    '(?:me )?(?:den|dé|des|dan) de baja',
    'baja(?: (?:de|del|por))?',
    '(?:causar|solicitud de|quiero la|tramitar(?: la| mi)?) baja',
    `(?:cancel(?:ar|en|e|a|o|ación)|anul(?:ar|en|e|a|o|ación)|termin(?:ar|en|e|a)|suspender definitivamente|desactivar|finalizar)(?: (?:de|la|mi|esta|el|este|mis|los|su|tu))* (?:suscripción|subscripción|inscripción|curso|boletín|newsletter|lista|envíos?|correos?|registro|suscripcion)`,
    '(?:des(?:uscrib|inscrib|suscrib|apunt)\\p{L}{1,8}|de-?suscrib\\p{L}{1,8}|cancelar suscripci[óo]n)',
    '(?:elimin|borr|quit|sac|remov|remuev|saqu|quit)\\p{L}{0,5}(?:me)?(?: (?:mi|me|correo|e-?mail|nombre|dirección|electrónica))*(?: (?:de|la|su|esta|tu|vuestra|sus))* (?:lista|base|boletín|curso|newsletter|suscripción|listas)',
    '(?:sáquenme|sácame|bórrenme|bórrame|elimínenme|elimíname|quítenme|quítame|desuscríbanme|desuscríbeme|bórreme|elimíneme|quíteme)',
    `(?:dej(?:ar|en|e|a|ad)|par(?:ar|en|e|a)|ces(?:ar|en|e)) (?:de|ya de)(?: (?:enviar|mandar|recibir|escribir|molestar|enviarme|mandarme|escribirme|molestarme|contactarme|spamearme))(?:me)?(?: ${DET}${MAIL})?`,
    `no (?:me )?(?:envíen|envíes|envíe|manden|mandes|mande|envien|escriban|escribas|contacten|molesten|enviar|mandar|quiero|deseo|queremos|vuelvan a enviar|vuelvan a escribir)(?:me)?(?: (?:más|nada|ya|nunca|recibir|seguir|recibiendo|que me envíen|continuar|estar))*(?: (?:nada|más))?(?: ${DET}${MAIL})?(?: más)?`,
    `(?:ya )?no (?:quiero|deseo|me interesa|quisiera|necesito)(?: (?:recibir|seguir|continuar|más|nada|recibiendo|estar|suscrit[oa]|participar|ya))*(?: ${DET}${MAIL})?(?: más)?`,
    `(?:no más|basta de|ni un) (?:${MAIL})`,
    'no más',
    'ya no me interesa',
    'déjenme en paz',
    'abandonar(?: el| la)? (?:curso|lista)',
  ]),
  ...rules('leave', 'none', [
    '(?:cancelar|cancela|cancelen|parar|para|paren|basta|alto|stop|terminar|fin|salir|finalizar|baja)',
  ]),
];
