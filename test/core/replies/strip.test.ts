import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inContext, strip } from '../../../functions/core/replies/strip.ts';

const NEW = 'I tried it last night.\n\nIt went better than I thought.';
const OLD = 'Today you ask somebody a question.\nTo unsubscribe reply STOP.';
const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

/** How programs announce a quote, by program and language; `\n` where they break the line. */
const ATTRIBUTIONS: readonly string[] = [
  'On Mon, Nov 16, 2026 at 7:00 AM Anna Berg <anna@example.com> wrote:',
  'On Mon, Nov 16, 2026 at 7:00 AM Anna Berg via Closer <reply+abc@replies.example.com>\nwrote:',
  'On Mon, Nov 16, 2026 at 7:00 AM Anna Berg <\nreply+abcdefghijklmnopqrst@replies.example.com> wrote:',
  'On Monday, 16 November 2026 at 07:00:12 CET, Anna Berg <anna@example.com> wrote:',
  'On 16 Nov 2026, at 07:00, Anna Berg <anna@example.com> wrote:',
  'On 16/11/2026 07:00, Anna Berg wrote:',
  'On Monday, November 16th, 2026 at 7:00 AM, Anna Berg <anna@example.com> wrote:',
  'On 2026-11-16 07:00, Anna Berg wrote:',
  'On Nov 16, 2026 7:00 AM, "Anna Berg" <anna@example.com> wrote:',
  '---- On Mon, 16 Nov 2026 07:00:00 +0100 Anna Berg <anna@example.com> wrote ----',
  '--- On Mon, 11/16/26, Anna Berg <anna@example.com> wrote:',
  'Anna Berg <anna@example.com> wrote on Mon, 16 Nov 2026 at 07:00:',
  'Anna Berg <anna@example.com> schrieb am Mo., 16. Nov. 2026, 07:00:',
  'Am Mo., 16. Nov. 2026 um 07:00 Uhr schrieb Anna Berg <anna@example.com>:',
  'Am 16.11.2026 um 07:00 schrieb Anna Berg:',
  'Am 16.11.26 um 07:00 schrieb Anna Berg via Closer:',
  'Gesendet: Montag, 16. November 2026 um 07:00 Uhr\nVon: "Anna Berg" <anna@example.com>\nAn: jo@example.net\nBetreff: Tag 3',
  'Le lun. 16 nov. 2026 à 07:00, Anna Berg <anna@example.com> a écrit :',
  'Le 16 nov. 2026 à 07:00, Anna Berg\n<anna@example.com> a écrit :',
  'Le 16/11/2026 à 07:00, Anna Berg a écrit :',
  'El lun, 16 nov 2026 a las 7:00, Anna Berg (<anna@example.com>) escribió:',
  'El lun., 16 nov. 2026 7:00, Anna Berg <anna@example.com>\nescribió:',
  'Il giorno lun 16 nov 2026 alle ore 07:00 Anna Berg <\nanna@example.com> ha scritto:',
  'Il 16/11/2026 07:00, Anna Berg ha scritto:',
  'Em seg., 16 de nov. de 2026 às 07:00, Anna Berg <anna@example.com>\nescreveu:',
  'A segunda-feira, 16 de novembro de 2026, 07:00, Anna Berg <anna@example.com> escreveu:',
  'Op ma 16 nov 2026 om 07:00 schreef Anna Berg <anna@example.com>:',
  'Op 16-11-2026 om 07:00 schreef Anna Berg:',
  'Op 16 nov. 2026 om 07:00 heeft Anna Berg <anna@example.com> het volgende\ngeschreven:',
  'Den mån 16 nov. 2026 kl 07:00 skrev Anna Berg <anna@example.com>:',
  '16 nov. 2026 kl. 07:00 skrev Anna Berg <anna@example.com>:',
  'Den man. 16. nov. 2026 kl. 07.00 skrev Anna Berg <anna@example.com>:',
  'man. 16. nov. 2026 kl. 07:00 skrev Anna Berg <anna@example.com>:',
  'ma 16. marrask. 2026 klo 7.00 Anna Berg (anna@example.com) kirjoitti:',
  'pon., 16 lis 2026 o 07:00 Anna Berg <anna@example.com> napisał(a):',
  'W dniu 16.11.2026 o 07:00, Anna Berg pisze:',
  'po 16. 11. 2026 v 7:00 odesílatel Anna Berg <anna@example.com> napsal:',
  'Dne 16. 11. 2026 v 7:00 Anna Berg napsal(a):',
  'po 16. 11. 2026 o 7:00 Anna Berg <anna@example.com> napísal(a):',
  'Anna Berg <anna@example.com> ezt írta (időpont: 2026. nov. 16., H, 7:00):',
  'În lun., 16 nov. 2026 la 07:00, Anna Berg <anna@example.com> a scris:',
  'El dl., 16 de nov. 2026, 7:00, Anna Berg <anna@example.com> va escriure:',
  'Στις Δευ 16 Νοε 2026 στις 7:00 π.μ., ο/η Anna Berg <anna@example.com> έγραψε:',
  'пн, 16 нояб. 2026 г. в 07:00, Anna Berg <anna@example.com>:',
  '16.11.2026, 07:00, "Anna Berg" <anna@example.com>:',
  '16 ноября 2026 г., 07:00 пользователь Anna Berg <anna@example.com> написал:',
  'Понедельник, 16 ноября 2026, 7:00 +03:00 от Anna Berg <anna@example.com>:',
  'пн, 16 лист. 2026 р. о 07:00 Anna Berg <anna@example.com> пише:',
  'На пн, 16.11.2026 г. в 7:00 Anna Berg <anna@example.com> написа:',
  'Anna Berg <anna@example.com>, 16 Kas 2026 Pzt, 07:00 tarihinde şunu yazdı:',
  '16 Kas 2026 Pzt 07:00 tarihinde Anna Berg <anna@example.com> şunu yazdı:',
  'בתאריך יום ב׳, 16 בנוב׳ 2026 ב-7:00 מאת ‪Anna Berg‬‏ <‪anna@example.com‬‏>:‬',
  'في الاثنين، 16 نوفمبر 2026 في 7:00 ص تمت كتابة ما يلي بواسطة ‪Anna Berg‬‏ <‪anna@example.com‬‏>:‬',
  'Vào Th 2, 16 thg 11, 2026 vào lúc 07:00 Anna Berg <anna@example.com> đã viết:',
  'Pada Sen, 16 Nov 2026 pukul 07.00 Anna Berg <anna@example.com> menulis:',
  'Anna Berg <anna@example.com> 于2026年11月16日周一 07:00写道：',
  '在 2026年11月16日，上午7:00，Anna Berg <anna@example.com> 写道：',
  'Anna Berg <anna@example.com> 於 2026年11月16日 週一 上午7:00寫道：',
  '2026年11月16日(月) 7:00 Anna Berg <anna@example.com>:',
  '2026/11/16 7:00、Anna Berg <anna@example.com>のメール:',
  '2026년 11월 16일 (월) 오전 7:00, Anna Berg <anna@example.com>님이 작성:',
  'pon., 16. nov. 2026 ob 07:00 je oseba Anna Berg <anna@example.com> napisala:',
  'pon, 16. stu 2026. u 07:00 Anna Berg <anna@example.com> napisao je:',
  'E, 16. nov 2026 kell 07:00 kirjutas Anna Berg <anna@example.com>:',
  'P., 2026. g. 16. nov., plkst. 07:00 — lietotājs Anna Berg (<anna@example.com>) rakstīja:',
  '2026-11-16, pr, 07:00 Anna Berg <anna@example.com> rašė:',
];

/** Headers that Outlook and others copy above a quote. */
const BLOCKS: readonly string[] = [
  'From: Anna Berg <anna@example.com>\nSent: Monday, November 16, 2026 7:00 AM\nTo: jo@example.net\nSubject: Day 3',
  '________________________________\nFrom: Anna Berg <anna@example.com>\nSent: Monday, November 16, 2026 7:00:00 AM\nTo: Jo <jo@example.net>\nSubject: Day 3',
  '*From:* Anna Berg <anna@example.com>\n*Sent:* Monday, November 16, 2026 7:00 AM\n*To:* jo@example.net\n*Subject:* Day 3',
  '**Von:** Anna Berg <anna@example.com>\n**Gesendet:** Montag, 16. November 2026 07:00\n**An:** jo@example.net\n**Betreff:** Tag 3',
  'Von: Anna Berg [mailto:anna@example.com]\nGesendet: Montag, 16. November 2026 07:00\nAn: jo@example.net\nBetreff: Tag 3',
  'De : Anna Berg <anna@example.com>\nEnvoyé : lundi 16 novembre 2026 07:00\nÀ : jo@example.net\nObjet : Jour 3',
  'De: Anna Berg <anna@example.com>\nEnviado el: lunes, 16 de noviembre de 2026 7:00\nPara: jo@example.net\nAsunto: Día 3',
  'De: Anna Berg <anna@example.com>\nEnviada em: segunda-feira, 16 de novembro de 2026 07:00\nPara: jo@example.net\nAssunto: Dia 3',
  'Da: Anna Berg <anna@example.com>\nInviato: lunedì 16 novembre 2026 07:00\nA: jo@example.net\nOggetto: Giorno 3',
  'Van: Anna Berg <anna@example.com>\nVerzonden: maandag 16 november 2026 07:00\nAan: jo@example.net\nOnderwerp: Dag 3',
  'Fra: Anna Berg <anna@example.com>\nSendt: 16. november 2026 07:00\nTil: jo@example.net\nEmne: Dag 3',
  'Från: Anna Berg <anna@example.com>\nSkickat: den 16 november 2026 07:00\nTill: jo@example.net\nÄmne: Dag 3',
  'Lähettäjä: Anna Berg <anna@example.com>\nLähetetty: maanantai 16. marraskuuta 2026 7.00\nVastaanottaja: jo@example.net\nAihe: Päivä 3',
  'Od: Anna Berg <anna@example.com>\nWysłano: poniedziałek, 16 listopada 2026 07:00\nDo: jo@example.net\nTemat: Dzień 3',
  'Od: Anna Berg <anna@example.com>\nOdesláno: pondělí 16. listopadu 2026 7:00\nKomu: jo@example.net\nPředmět: Den 3',
  'Feladó: Anna Berg <anna@example.com>\nElküldve: 2026. november 16., hétfő 7:00\nCímzett: jo@example.net\nTárgy: 3. nap',
  'От: Anna Berg <anna@example.com>\nОтправлено: 16 ноября 2026 г. 7:00\nКому: jo@example.net\nТема: День 3',
  'Від: Anna Berg <anna@example.com>\nНадіслано: 16 листопада 2026 р. 7:00\nКому: jo@example.net\nТема: День 3',
  'Kimden: Anna Berg <anna@example.com>\nGönderildi: 16 Kasım 2026 Pazartesi 07:00\nKime: jo@example.net\nKonu: Gün 3',
  'Από: Anna Berg <anna@example.com>\nΣτάλθηκε: Δευτέρα, 16 Νοεμβρίου 2026 7:00\nΠρος: jo@example.net\nΘέμα: Ημέρα 3',
  'מאת: Anna Berg <anna@example.com>\nנשלח: יום שני 16 נובמבר 2026 07:00\nאל: jo@example.net\nנושא: יום 3',
  'Từ: Anna Berg <anna@example.com>\nNgày: Thứ Hai, 16 tháng 11, 2026\nĐến: jo@example.net\nChủ đề: Ngày 3',
  '发件人: Anna Berg <anna@example.com>\n发送时间: 2026年11月16日 7:00\n收件人: jo@example.net\n主题: 第3天',
  '寄件者： Anna Berg <anna@example.com>\n寄件日期： 2026年11月16日 7:00\n收件者： jo@example.net\n主旨： 第3天',
  '差出人: Anna Berg <anna@example.com>\n送信日時: 2026年11月16日 7:00\n宛先: jo@example.net\n件名: 3日目',
  '보낸 사람: Anna Berg <anna@example.com>\n보낸 날짜: 2026년 11월 16일 월요일 오전 7:00\n받는 사람: jo@example.net\n제목: 3일차',
  'From: Anna Berg\n<anna@example.com>\nDate: Monday, 16 November 2026\nSubject: Day 3',
  'Subject: Day 3\nFrom: Anna Berg <anna@example.com>\nDate: 16 Nov 2026 07:00\nTo: jo@example.net',
];

const SEPARATORS: readonly string[] = [
  '-----Original Message-----',
  '-------- Original message --------',
  '-------- Original Message --------',
  '-----Ursprüngliche Nachricht-----',
  '-------- Originalnachricht --------',
  "-------- Message d'origine --------",
  "-----Message d'origine-----",
  '-------- Mensaje original --------',
  '-----Mensaje original-----',
  '-------- Messaggio originale --------',
  '-------- Mensagem original --------',
  '-----Oorspronkelijk bericht-----',
  '-------- Oprindelig meddelelse --------',
  '-------- Opprinnelig melding --------',
  '-------- Ursprungligt meddelande --------',
  '-------- Alkuperäinen viesti --------',
  '-------- Oryginalna wiadomość --------',
  '-------- Původní zpráva --------',
  '-------- Eredeti üzenet --------',
  '-------- Исходное сообщение --------',
  '-------- Orijinal mesaj --------',
  '---------- Forwarded message ---------',
  '---------- Weitergeleitete Nachricht ---------',
  'Begin forwarded message:',
  '-------- 原始邮件 --------',
  '------------------ 原始邮件 ------------------',
  '-------- 원본 메시지 --------',
  '##- Please type your reply above this line -##',
  '--- Reply above this line ---',
  '- Show quoted text -',
  '[Quoted text hidden]',
  '------- Original Message -------',
];

const SIGNATURES: readonly string[] = [
  '-- \nJo Miller\nAcme Ltd',
  '--\nJo',
  '__\nJo',
  '—\nJo',
  '________\nJo',
  'Sent from my iPhone',
  'Sent from my iPad mini',
  'Sent from my Galaxy',
  'Sent from Proton Mail for iOS',
  'Sent with Proton Mail secure email.',
  'Sent from Outlook for Android',
  'Get Outlook for iOS<https://aka.ms/o0ukef>',
  'Sent via Superhuman',
  'Sent from Yahoo Mail for iPhone',
  'Sent from Mail for Windows',
  'Von meinem iPhone gesendet',
  'Gesendet mit der GMX Mail App',
  'Gesendet von Outlook für iOS',
  'Von Samsung-Tablet gesendet',
  'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.',
  'Envoyé de mon iPhone',
  'Envoyé depuis mon mobile Orange',
  'Envoyé à partir d’Outlook pour Android',
  'Enviado desde mi iPhone',
  'Enviado do meu iPhone',
  'Inviato da iPhone',
  'Inviato dal mio iPad',
  'Verstuurd vanaf mijn iPhone',
  'Verzonden vanuit Outlook voor iOS',
  'Sendt fra min iPhone',
  'Skickat från min iPhone',
  'Lähetetty iPhonesta',
  'Wysłane z iPhone’a',
  'Odesláno z iPhonu',
  'Отправлено с iPhone',
  'Надіслано з iPhone',
  "iPhone'umdan gönderildi",
  'נשלח מה-iPhone שלי',
  'Được gửi từ iPhone của tôi',
  '发自我的iPhone',
  '從我的 iPhone 傳送',
  'iPhoneから送信',
  '나의 iPhone에서 보냄',
  'Enviat des del meu iPhone',
  'Στάλθηκε από το iPhone μου',
  'Trimis de pe iPhone-ul meu',
  'Elküldve az iPhone-omról',
  '(sent from my phone, please excuse typos)',
];

describe('strip', () => {
  it.each(ATTRIBUTIONS)('drops a marked quote and an unmarked one below: %s', (attribution) => {
    expect(strip(`${NEW}\n\n${attribution}\n\n${quoted(OLD)}\n`)).toBe(NEW);
    expect(strip(`${NEW}\n${attribution}\n${quoted(OLD)}`)).toBe(NEW);
    expect(strip(`${NEW}\n\n${attribution}\n\n${OLD}\n`)).toBe(NEW);
  });

  it.each(ATTRIBUTIONS.filter((line) => !line.includes('\nVon:')))(
    'keeps what stands below a marked quote: %s',
    (attribution) => {
      expect(strip(`${attribution}\n${quoted(OLD)}\n\n${NEW}`)).toBe(NEW);
    },
  );

  it.each(BLOCKS)('drops a copied header and all below: %s', (block) => {
    expect(strip(`${NEW}\n\n${block}\n\n${OLD}`)).toBe(NEW);
    expect(strip(`${NEW}\n${block}\n\n${OLD}`)).toBe(NEW);
    expect(strip(`${block}\n\n${OLD}`)).toBe('');
  });

  it.each(SEPARATORS)('drops all below a separator: %s', (separator) => {
    expect(strip(`${NEW}\n\n${separator}\n\n${OLD}`)).toBe(NEW);
  });

  it.each(SIGNATURES)('drops a signature: %s', (signature) => {
    expect(strip(`${NEW}\n\n${signature}`)).toBe(NEW);
    expect(strip(`${NEW}\n\n${signature}\n\n${ATTRIBUTIONS[0]}\n${quoted(OLD)}`)).toBe(NEW);
  });

  const ROWS: readonly (readonly [reason: string, mail: string, expected: string])[] = [
    [
      'answers between the quotes',
      `${ATTRIBUTIONS[0]}\n> Did you ask?\n\nYes.\n\n> And then?\n\nWe talked.`,
      'Yes.\n\nWe talked.',
    ],
    [
      'answers directly below short quotes',
      '> Did you ask?\nYes.\n> And then?\nWe talked.',
      'Yes.\nWe talked.',
    ],
    [
      'a wrapped quote spills over',
      `Thanks\n\n${ATTRIBUTIONS[0]}\n> Today you ask somebody a question that you would never have asked before this\nlesson came.\n> Go on.`,
      'Thanks',
    ],
    ['only a quote', '> Reply STOP to unsubscribe', ''],
    [
      'quotes of quotes',
      `Hi\n\n${ATTRIBUTIONS[0]}\n> On Sun, Nov 15, 2026 at 9:00 AM Jo <jo@example.net> wrote:\n>> stop\n> ok`,
      'Hi',
    ],
    [
      'code is kept whole',
      'Look:\n```\n-- \n> x\n```\nNice.',
      'Look:\n```\n-- \n> x\n```\nNice.'.replace('-- \n> x', '--'),
    ],
    [
      '"On this day" is no attribution',
      'On this day\n\nI wrote something\n\nthat mattered.',
      'On this day\n\nI wrote something\n\nthat mattered.',
    ],
    [
      'a time in the last line stays',
      `I did it at 10:30\n${ATTRIBUTIONS[0]}\n${quoted(OLD)}`,
      'I did it at 10:30',
    ],
    [
      'from and to of a wish are no header',
      'Please pause\nFrom: 1 December\nTo: 14 December',
      'Please pause\nFrom: 1 December\nTo: 14 December',
    ],
    ['"wrote:" of a person', 'My mother once wrote:\nBe kind.', 'My mother once wrote:\nBe kind.'],
    ['Windows line ends', 'One\r\nTwo\r\n', 'One\nTwo'],
    ['Usenet', 'Anna Berg wrote:\n> Ask.\n\nI did.', 'I did.'],
    [
      'a quote in bars',
      `Done\n\n2026/11/16 Anna Berg <anna@example.com>\n\n| Ask somebody.\n| Reply STOP to leave.`,
      'Done',
    ],
    [
      'a lone attribution above what was written',
      'On 16 Nov 2026 07:00, "Anna" <anna@example.com> wrote:\n\nI did it.',
      'I did it.',
    ],
    [
      'a marker mangled by quoting',
      `Yes\n\n> --- Reply above this line ---\n${quoted(OLD)}`,
      'Yes',
    ],
  ];
  it.each(ROWS)('%s', (_reason, mail, expected) => {
    expect(strip(mail)).toBe(expected);
  });

  it('takes an unmarked lesson for a quote when our footer ends it', () => {
    const mail =
      'On 16 Nov 2026 07:00, "Anna" <anna@example.com> wrote:\n\nAsk somebody.\n\nReply STOP to leave this course.';
    expect(strip(mail, ['Reply STOP to leave this course.'])).toBe('');
    expect(
      strip('Nice!\n\nReply STOP to leave  this course', ['Reply STOP to leave this course.']),
    ).toBe('Nice!');
  });

  it('keeps quotes for whoever reads the answer, but no trailing ones', () => {
    expect(inContext('> Did you ask?\n\nYes.')).toBe('> Did you ask?\n\nYes.');
    expect(inContext('Yes.\n\n> On Sun, 15 Nov 2026 Jo <jo@example.net> wrote:\n> stop')).toBe(
      'Yes.',
    );
  });

  it('never throws, leaves no quoted line, and is the same when done again', () => {
    const line = fc.constantFrom(
      'stop',
      '> stop',
      '-- ',
      ...ATTRIBUTIONS,
      ...BLOCKS,
      'Hi there',
      '',
      '|',
      'a'.repeat(600),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string(), fc.string({ unit: 'binary' }))), (lines) => {
        const once = strip(lines.join('\n'));
        expect(once.split('\n').some((one) => /^\s*>/.test(one))).toBe(false);
        expect(once.length).toBeLessThanOrEqual(16 * 1024);
      }),
      { numRuns: 300 },
    );
    for (const attribution of ATTRIBUTIONS) {
      const once = strip(`${NEW}\n\n${attribution}\n\n${quoted(OLD)}\n`);
      expect(strip(once)).toBe(once);
    }
  });
});
