/**
 * How mail programs say "wrote" above a quote, folded, in the languages they come in. Verb forms
 * with both genders ("napisał(a)") are matched by their stem, so the brackets need no entry.
 */
export const WROTE: readonly string[] = [
  // English
  'wrote', 'writes', 'has written',
  // German, Dutch, Danish, Norwegian, Swedish, Icelandic
  'schrieb', 'hat geschrieben', 'schreibt', 'schreef', 'geschreven', 'skrev', 'skriver', 'skrifaði',
  // French, Spanish, Italian, Portuguese, Catalan, Galician, Romanian
  'a écrit', 'a ecrit', 'écrivait', 'escribió', 'escribio', 'ha escrito', 'ha scritto', 'scrisse',
  'escreveu', 'va escriure', 'ha escrit', 'escribiu', 'a scris',
  // Finnish, Estonian, Latvian, Lithuanian, Hungarian
  'kirjoitti', 'kirjutas', 'rakstīja', 'rašė', 'írta',
  // Polish, Czech, Slovak, Slovene, Croatian, Serbian
  'napisał', 'pisze', 'napsal', 'píše', 'napísal', 'napisal', 'napisao', 'je pisao',
  // Russian, Ukrainian, Bulgarian, Serbian
  'написал', 'пишет', 'писал', 'написав', 'пише', 'написа', 'написао',
  // Greek, Turkish, Hebrew, Arabic, Persian, Hindi, Thai
  'έγραψε', 'yazdı', 'yazmış', 'כתב', 'كتب', 'كتبت', 'نوشت', 'ने लिखा', 'เขียนว่า', 'เขียน',
  // Vietnamese, Indonesian, Malay
  'đã viết', 'viết', 'menulis',
  // Chinese, Japanese, Korean
  '写道', '寫道', '写了', '寫了', '撰写', '書きました', '書いた', 'のメール', '作成', '작성', '썼',
];

/** Words with which such a line begins before its date ("On", "Le", "W dniu"), folded. */
export const LEADS: readonly string[] = [
  'on', 'at', 'am', 'den', 'le', 'el', 'il', 'em', 'op', 'a', 'il giorno', 'in data', 'no dia',
  'dnia', 'w dniu', 'dn.', 'dne', 'dňa', 'v', 'på', 'd.', 'în', 'pe', 'la', 'στις', 'στις', 'в', 'во',
  'на', 'vào', 'pada', 'dana', 'u', '在', '于', '於', 'в',
];

/** Phrases that quote without a date: "Quoting Jo:", "Zitat von Jo:". */
export const QUOTING: readonly string[] = [
  'quoting', 'zitat von', 'citando', 'citando a', 'citat från', 'in article', 'in message',
  'in your message', 'selon', 'citation de', 'from:', 'lainaus',
];

/** What stands between dashes above a quoted or forwarded mail, folded. */
export const SEPARATORS: readonly string[] = [
  // original message
  'original message', 'original email', 'original mail', 'original appointment', 'reply message',
  'replied message', 'originalnachricht', 'ursprüngliche nachricht', 'ursprüngliche mail',
  'original-nachricht', 'original nachricht', "message d'origine", 'message original',
  "message d origine", 'courriel original', 'mensaje original', 'mensaje originario',
  'messaggio originale', 'mensagem original', 'missatge original', 'mensaxe orixinal',
  'oorspronkelijk bericht', 'origineel bericht', 'oorspronkelijke bericht', 'oprindelig meddelelse',
  'oprindelig besked', 'original meddelelse', 'opprinnelig melding', 'original melding',
  'ursprungligt meddelande', 'ursprungsmeddelande', 'originalmeddelande', 'original meddelande',
  'alkuperäinen viesti', 'oryginalna wiadomość', 'wiadomość oryginalna', 'původní zpráva',
  'původní e-mail', 'pôvodná správa', 'eredeti üzenet', 'mesaj original', 'mesajul original',
  'исходное сообщение', 'оригинальное сообщение', 'первоначальное сообщение', 'вихідне повідомлення',
  'оригінальне повідомлення', 'оригинално съобщение', 'izvorna poruka', 'originalna poruka',
  'izvirno sporočilo', 'αρχικό μήνυμα', 'orijinal mesaj', 'orjinal mesaj', 'özgün ileti',
  'orijinal ileti', 'asıl ileti', 'הודעה מקורית', 'ההודעה המקורית', 'الرسالة الأصلية', 'thư gốc',
  'tin nhắn gốc', 'pesan asli', '原始邮件', '原始郵件', '原始信件', '原邮件', '原件', '元のメッセージ',
  'オリジナルメッセージ', '원본 메시지', '원본 메일', '원본메시지', 'ข้อความต้นฉบับ',
  // forwarded message
  'forwarded message', 'forwarded by', 'begin forwarded message', 'weitergeleitete nachricht',
  'anfang der weitergeleiteten nachricht', 'weitergeleitete e-mail', 'message transféré',
  'début du message transféré', 'message transmis', 'mensaje reenviado',
  'inicio del mensaje reenviado', 'messaggio inoltrato', 'inizio messaggio inoltrato',
  'mensagem encaminhada', 'mensagem reencaminhada', 'início da mensagem encaminhada',
  'início da mensagem reencaminhada', 'missatge reenviat', 'doorgestuurd bericht',
  'begin doorgestuurd bericht', 'videresendt meddelelse', 'videresendt besked',
  'start på videresendt besked', 'videresendt melding', 'start på videresendt melding',
  'vidarebefordrat meddelande', 'vidarebefordrat brev', 'välitetty viesti', 'edelleenlähetetty viesti',
  'wiadomość przekazana', 'przekazana wiadomość', 'początek przekazywanej wiadomości',
  'přeposlaná zpráva', 'přeposlaný e-mail', 'preposlaná správa', 'továbbított üzenet',
  'mesaj redirecționat', 'пересланное сообщение', 'пересылаемое сообщение',
  'начало переадресованного сообщения', 'переслане повідомлення', 'препратено съобщение',
  'proslijeđena poruka', 'posredovano sporočilo', 'προωθημένο μήνυμα', 'iletilen mesaj',
  'yönlendirilen ileti', 'הודעה שהועברה', 'الرسالة المعاد توجيهها', 'thư đã chuyển tiếp',
  'tin nhắn được chuyển tiếp', 'pesan terusan', '转发的邮件', '转发邮件', '轉寄郵件', '转发信息',
  '転送されたメッセージ', '転送メッセージ', '전달된 메시지', '전달된 메일',
  // folded away by a web mailer
  'show quoted text', 'quoted text hidden', 'quoted text', 'afficher le texte des messages précédents',
  'zitierten text ausblenden', 'zitierten text anzeigen', 'mostrar texto citado',
  'ocultar texto citado', 'nascondi testo citato', 'mostra testo citato',
  'tekst uit oorspronkelijk bericht weergeven', 'скрытый текст',
];

/** Lines that ask for the answer above them, folded; looked for anywhere in a line. */
export const ANSWER_ABOVE: readonly string[] = [
  'reply above this line', 'reply above the line', 'type your reply above', 'write above this line',
  'type your response above', 'above this line to reply', 'antworten sie oberhalb dieser zeile',
  'antwort oberhalb dieser zeile', 'bitte oberhalb dieser zeile', 'répondre au-dessus de cette ligne',
  'répondez au-dessus de cette ligne', 'responda por encima de esta línea',
  'responda encima de esta línea', 'rispondi sopra questa riga', 'responda acima desta linha',
  'boven deze regel', 'svar over denne linje', 'svara ovanför denna rad',
];
