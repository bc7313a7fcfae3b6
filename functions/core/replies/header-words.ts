/** What a line in the header that programs copy above a quote is about. */
export type Label = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'other';

/** The names of those lines, folded, in the languages that mail programs come in. */
export const LABELS: Readonly<Record<Label, readonly string[]>> = {
  from: [
    'from', 'von', 'de', 'da', 'van', 'fra', 'från', 'lähettäjä', 'keneltä', 'od', 'feladó', 'de la',
    'от', 'от кого', 'від', 'από', 'kimden', 'gönderen', 'מאת', 'من', 'từ', 'người gửi', 'dari',
    '发件人', '寄件者', '寄件人', '發件人', '差出人', '送信者', '보낸 사람', '보낸사람', 'จาก', 'remitente',
    'expéditeur', 'expediteur', 'mittente', 'remetente', 'absender', 'afzender', 'avsender', 'afsender',
    'avsändare', 'nadawca', 'odesílatel', 'odosielateľ', 'отправитель', 'відправник', 'expeditor',
    'αποστολέας', 'saatja', 'no', 'nuo', 'pošiljatelj', 'sender',
  ],
  sent: [
    'sent', 'date', 'sent at', 'gesendet', 'gesendet am', 'datum', 'envoyé', 'envoyé le', 'envoye',
    'date d\'envoi', 'message du', 'enviado', 'enviado el', 'enviada', 'enviada em', 'enviado em',
    'fecha', 'data', 'inviato', 'data invio', 'verzonden', 'sendt', 'dato', 'skickat', 'lähetetty',
    'päiväys', 'päivämäärä', 'pvm', 'wysłano', 'wysłane', 'data wysłania', 'odesláno', 'odoslané',
    'dátum', 'elküldve', 'trimis', 'дата', 'отправлено', 'надіслано', 'изпратено', 'ημερομηνία',
    'στάλθηκε', 'tarih', 'gönderildi', 'gönderme tarihi', 'נשלח', 'תאריך', 'بتاريخ', 'التاريخ',
    'تم الإرسال', 'đã gửi', 'ngày', 'ngày gửi', 'dikirim', 'tanggal', '发送时间', '发送日期', '日期',
    '时间', '寄件日期', '傳送時間', '送信日時', '日時', '日付', '보낸 날짜', '날짜', '보냄', 'poslano',
    'poslato', 'time', 'when', 'data i godzina', 'kuupäev', 'enviat', 'ส่ง', 'วันที่',
  ],
  to: [
    'to', 'an', 'à', 'a', 'para', 'per', 'aan', 'naar', 'til', 'till', 'vastaanottaja', 'kenelle',
    'do', 'komu', 'címzett', 'către', 'catre', 'кому', 'до', 'προς', 'kime', 'alıcı', 'אל', 'إلى',
    'đến', 'tới', 'người nhận', 'kepada', '收件人', '收件者', '宛先', '받는 사람', '받는사람', 'za', 'prima',
    'pour', 'destinataire', 'destinatario', 'destinatário', 'empfänger', 'kam', 'kellele', 'ถึง',
    'adresat', 'получатель', 'per a',
  ],
  cc: [
    'cc', 'bcc', 'kopie', 'copie', 'copie à', 'copia', 'kopia', 'kopi', 'kopie (cc)', 'cci', 'cco', 'dw',
    'kópia', 'másolatot kap', 'копия', 'копія', 'κοιν', 'bilgi', 'עותק', 'نسخة', '抄送', '副本', '참조', 'tembusan',
  ],
  subject: [
    'subject', 'betreff', 'objet', 'asunto', 'oggetto', 'assunto', 'onderwerp', 'emne', 'ämne', 'aihe',
    'otsikko', 'temat', 'předmět', 'predmet', 'predmet', 'tárgy', 'subiect', 'subiectul', 'тема',
    'относно', 'θέμα', 'konu', 'נושא', 'الموضوع', 'chủ đề', 'tiêu đề', 'subjek', 'perihal', '主题', '主旨',
    '主題', '件名', '제목', 'sujet', 'assumpte', 'tema', 'teema', 'zadeva', 'naslov', 'เรื่อง',
  ],
  other: [
    'reply-to', 'reply to', 'répondre à', 'responder a', 'antwort an', 'rispondi a', 'risposta',
    'beantwoorden', 'svar til', 'importance', 'priority', 'priorität', 'wichtigkeit', 'importanza',
    'attachments', 'anlagen', 'pièces jointes', 'organization', 'newsgroups', 'message-id', 'odpowiedz do',
    'antwoord aan', 'svara till', '回复', 'mailed-by',
  ],
};
