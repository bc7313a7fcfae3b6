import { describe, expect, it } from 'vitest';
import { strip } from '../../../functions/core/replies/strip.ts';

const NEW = 'We asked each other all of them.\n\nThe last one made us laugh.';
const OLD = 'Ask somebody a question tonight.\nTo leave, reply STOP or unsubscribe.';
const quoted = OLD.replace(/^/gm, '> ');

/** Attributions of mail programs that no fixture of the public corpora shows. */
const ATTRIBUTIONS: readonly string[] = [
  'On 23 November 2026 at 08:00, Anna Berg <anna@example.com> wrote:',
  'On Nov 23, 2026, at 8:00\u202fAM, Anna Berg <anna@example.com> wrote:',
  'On Mon, 23 Nov 2026, 8:00 am Anna Berg, <anna@example.com> wrote:',
  'On Monday, 23 November 2026, 08:00:12 GMT, Anna Berg via Closer <anna@example.com> wrote:',
  'On Mon, Nov 23, 2026 at 8:00 AM, Anna "The Writer" Berg <\nanna@example.com>\nwrote:',
  'On 11/23/2026 8:00 AM, Anna Berg wrote:',
  'On 23/11/26 08:00, Anna Berg via Closer wrote:',
  'On November 23, 2026 8:00:00 AM GMT+01:00, Anna Berg <anna@example.com> wrote:',
  'On Mon, 23 Nov 2026 08:00:00 +0100\nAnna Berg <anna@example.com> wrote:',
  '\u200eOn Mon, Nov 23, 2026 at 8:00 AM \u202aAnna Berg\u202c\u200f <\u202aanna@example.com\u202c\u200f> wrote:\u202c',
  '2026-11-23 8:00 GMT+01:00 Anna Berg <anna@example.com>:',
  '2026-11-23 8:00 Anna Berg <anna@example.com>:',
  'Am 23.11.26 um 08:00 schrieb Anna Berg:',
  'Am Mo, 23. Nov 2026, um 08:00, schrieb Anna Berg:',
  'Am 23. November 2026 08:00:12 MEZ schrieb Anna Berg <anna@example.com>:',
  'Am Montag, 23. November 2026, 08:00:12 MEZ hat Anna Berg <anna@example.com> Folgendes geschrieben:',
  'Anna Berg <anna@example.com> hat am 23.11.2026 08:00 CET geschrieben:',
  'Le lun. 23 nov. 2026 à 08:00, Anna <anna@example.com> a écrit :',
  'Le lundi 23 novembre 2026 à 08:00:12 UTC+1, Anna Berg <anna@example.com> a écrit\u00a0:',
  'Le 23/11/2026 08:00, « Anna Berg » <anna@example.com> a écrit :',
  'El lun, 23 nov 2026 a las 8:00, Anna escribió:',
  'El lunes, 23 de noviembre de 2026, 08:00:12 CET, Anna Berg <anna@example.com> escribió:',
  'El 23/11/2026 a las 8:00, Anna Berg escribió:',
  'Em seg., 23 de nov. de 2026, 08:00, Anna Berg <anna@example.com> escreveu:',
  'Em 23/11/2026 08:00, Anna Berg escreveu:',
  'No dia 23/11/2026, às 08:00, Anna Berg <anna@example.com> escreveu:',
  'Il lun 23 nov 2026, 08:00 Anna Berg <anna@example.com> ha scritto:',
  'Il giorno 23 nov 2026, alle ore 08:00, Anna Berg <anna@example.com> ha scritto:',
  'Il lunedì 23 novembre 2026 alle ore 08:00:12 CET, Anna Berg <anna@example.com> ha scritto:',
  'Op ma 23 nov. 2026 08:00 schreef Anna Berg <anna@example.com>:',
  'Op maandag 23 november 2026 om 08:00:12 CET schreef Anna Berg <anna@example.com>:',
  'Den 23.11.2026 kl. 08.00 skrev Anna Berg:',
  'Den 23 nov. 2026 kl. 08:00 skrev Anna Berg <anna@example.com>:',
  'Den 2026-11-23 kl. 08:00, skrev Anna Berg:',
  'mån 23 nov. 2026 kl. 08:00 skrev Anna Berg <anna@example.com>:',
  'På mandag 23. november 2026 kl. 08:00:12, skrev Anna Berg <anna@example.com>:',
  'Anna Berg <anna@example.com> kirjoitti 23.11.2026 kello 8.00:',
  'Dnia 23 listopada 2026 08:00 Anna Berg <anna@example.com> napisał(a):',
  'W dniu pon., 23.11.2026 o 08:00 Anna Berg <anna@example.com> napisał(a):',
  'Dne pondělí 23. listopadu 2026 Anna Berg <anna@example.com> napsal(a):',
  '23 Kasım 2026 Pazartesi tarihinde Anna Berg <anna@example.com> şunu yazdı:',
  'Anna Berg <anna@example.com>, 23 Kas 2026 Pzt, 08:00 tarihinde şunu yazdı:',
  'ב-23 בנובמבר 2026, בשעה 8:00, Anna Berg <anna@example.com> כתב/ה:',
  '2026. nov. 23., H 8:00 Anna Berg <anna@example.com> ezt írta:',
  'Pe lun., 23 nov. 2026 la 08:00, Anna Berg <anna@example.com> a scris:',
  'El dia 23 nov. 2026, a les 8:00, Anna Berg <anna@example.com> va escriure:',
  'Στις 23 Νοε 2026, 8:00 π.μ., ο χρήστης Anna Berg <anna@example.com> έγραψε:',
  '23 нояб. 2026 г., в 08:00, Anna Berg <anna@example.com> написал(а):',
  '23.11.2026 08:00, Anna Berg пишет:',
  'пн, 23 лист. 2026, 08:00 користувач Anna Berg <anna@example.com> пише:',
  'Vào 08:00, Th 2, 23 thg 11, 2026 Anna Berg <anna@example.com> đã viết:',
  '2026年11月23日(月) 8:00、Anna Berg <anna@example.com> のメール:',
  '2026年11月23日 8:00、Anna Berg <anna@example.com>のメール：',
  '在 2026/11/23 8:00, Anna Berg 写道:',
  '於 2026年11月23日 上午8:00，Anna Berg 寫道：',
  'Anna Berg <anna@example.com>于2026年11月23日 周一08:00写道：',
  '2026년 11월 23일 (월) 08:00, Anna Berg 님이 작성:',
  '2026. 11. 23. 오전 8:00, Anna Berg <anna@example.com> 작성:',
];

/** Headers above a quote: without From, bold, with spaces nobody sees, in more languages. */
const BLOCKS: readonly string[] = [
  '*From: *Anna Berg <anna@example.com>\n*Date: *Monday, November 23, 2026 at 8:00 AM\n*To: *Jo <jo@example.net>\n*Subject: *Letter 3',
  '**From:** Anna Berg\n**Sent:** Monday, 23 November 2026 08:00\n**Subject:** Letter 3',
  'From:\u00a0Anna Berg <anna@example.com>\nSent:\u00a0Monday, 23 November 2026 08:00\nTo:\u00a0jo@example.net\nSubject:\u00a0Letter 3',
  'From: anna@example.com [mailto:anna@example.com] On Behalf Of Anna Berg\nSent: Monday, November 23, 2026 8:00 AM\nTo: Jo\nSubject: Letter 3',
  'From: "Anna Berg" <anna@example.com>\nReply-To: <reply+x@replies.example.com>\nDate: Mon, 23 Nov 2026 08:00:00 +0100\nTo: <jo@example.net>\nSubject: Letter 3',
  'From: Anna Berg <anna@example.com>\nTo: Jo <jo@example.net>\nSent: Monday, November 23, 2026 8:00 AM\nSubject: Letter 3',
  'Date: Mon, 23 Nov 2026 08:00:00 +0100\nFrom: anna@example.com\nTo: jo@example.net\nSubject: Letter 3',
  'Date: Mon, 23 Nov 2026 08:00:00 +0100\nSubject: Letter 3\nFrom: anna@example.com\nTo: jo@example.net',
  'Sent: Monday, November 23, 2026 8:00 AM\nTo: jo@example.net\nSubject: Letter 3',
  'To: jo@example.net\nFrom: anna@example.com\nDate: Mon, 23 Nov 2026 08:00:00 +0100\nSubject: Letter 3',
  'To: jo@example.net\nSubject: Letter 3\nDate: Mon, 23 Nov 2026 08:00:00 +0100\nFrom: anna@example.com',
  'Von: Anna Berg\nDatum: Montag, 23. November 2026 um 08:00\nAn: Jo\nBetreff: Brief 3',
  'De : Anna Berg <anna@example.com>\nDate : lundi 23 novembre 2026 à 08:00\nÀ : Jo\nObjet : Lettre 3',
  'De: Anna Berg\nFecha: lunes, 23 de noviembre de 2026, 8:00\nPara: Jo\nAsunto: Carta 3',
  'De: Anna Berg\nData: segunda-feira, 23 de novembro de 2026 às 08:00\nPara: Jo\nAssunto: Carta 3',
  'Da: Anna Berg\nData: lunedì 23 novembre 2026 08:00\nA: Jo\nOggetto: Lettera 3',
  'Van: Anna Berg\nDatum: maandag 23 november 2026 om 08:00\nAan: Jo\nOnderwerp: Brief 3',
  'De la: Anna Berg\nTrimis: luni, 23 noiembrie 2026 08:00\nCătre: Jo\nSubiect: Scrisoarea 3',
  'Pošiljatelj: Anna Berg\nPoslano: 23. studenog 2026. 8:00\nPrima: Jo\nPredmet: Pismo 3',
  'Od: Anna Berg\nData: poniedziałek, 23 listopada 2026 08:00\nDo: Jo\nTemat: List 3',
  'Fra: Anna Berg\nDato: mandag den 23. november 2026 kl. 08.00\nTil: Jo\nEmne: Brev 3',
  'Lähettäjä: Anna Berg\nPäiväys: maanantai 23. marraskuuta 2026\nVastaanottaja: Jo\nAihe: Kirje 3',
  'Kimden: Anna Berg\nTarih: 23 Kasım 2026 Pazartesi 08:00\nKime: Jo\nKonu: Mektup 3',
];

const SEPARATORS: readonly string[] = [
  '———— Original Message ————',
  '––––––––––––––––––\nFrom: Anna Berg <anna@example.com>\nSent: Monday, November 23, 2026 8:00 AM\nTo: Jo\nSubject: Letter 3',
  '- - - Original Message - - -',
  '===== Original Message =====',
  '----- Forwarded Message -----',
  '----- Reply message -----',
  '---------- Původní e-mail ----------',
  '-----Original Appointment-----',
  '‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐',
  '\u2010\u2010\u2010\u2010 Original Message \u2010\u2010\u2010\u2010',
  '--- mensaje original ---',
  '--- Mensagem original ---',
  '-----Messaggio originale-----',
  '---------- Message transféré ---------',
  '---------- Mensaje reenviado ----------',
  '---------- Doorgestuurd bericht ---------',
  '-------- Forwarded Message --------',
  '-------- Исходное сообщение --------',
  '-------- 元のメッセージ --------',
  'Anfang der weitergeleiteten Nachricht:',
  'Début du message transféré :',
  'Inizio messaggio inoltrato:',
  'Inicio del mensaje reenviado:',
];

const SIGNATURES: readonly string[] = [
  '--\u00a0\nJo',
  '—\u00a0\nJo Miller',
  '- -\nJo',
  '_______________\nJo Miller | Acme',
  '*****\nJo',
  '=====\nJo',
  '~~~~\nJo',
  'Sent from my BlackBerry 10 smartphone on the Telia network.',
  'Sent from my Verizon Wireless 4G LTE smartphone',
  'Sent from Sparrow',
  'Sent with AquaMail for Android\nhttp://www.aqua-mail.com',
  'Sent from AOL Mobile Mail',
  'Sent from my Windows Phone',
  'Sent from Samsung Mobile',
  'Sent from Gmail Mobile',
  'Sent with Spark',
  'Sent from Workspace ONE Boxer',
  'Gesendet aus der Telekom Mail App',
  'Gesendet von Mail für Windows',
  'Von meinem Samsung Galaxy Smartphone gesendet.',
  'Envoyé de mon téléphone Samsung',
  'Envoyé via Yahoo Mail pour iPhone',
  'Enviado desde Correo para Windows',
  'Enviado desde mi Samsung Mobile de Claro',
  'Enviado do Outlook para Android',
  'Inviato da Posta per Windows',
  'Verzonden vanaf Outlook voor Android',
  'Sendt fra Outlook for iOS',
  'Skickades från Outlook för iOS',
  'Wysłano z programu Outlook dla systemu iOS',
  'Отправлено из мобильной Почты Mail.ru',
  'Отправлено из Яндекс Почты для мобильных',
  '_Sent from my Pixel_',
  '[Sent from my phone]',
];

describe('strip: shapes that the public corpora do not show', () => {
  it.each(ATTRIBUTIONS)('drops the quote below: %s', (attribution) => {
    expect(strip(`${NEW}\n\n${attribution}\n\n${quoted}\n`)).toBe(NEW);
    expect(strip(`${NEW}\n\n${attribution}\n\n${OLD}\n`)).toBe(NEW);
  });

  it.each(ATTRIBUTIONS)('keeps the answer below the quote: %s', (attribution) => {
    expect(strip(`${attribution}\n${quoted}\n\n${NEW}`)).toBe(NEW);
  });

  it.each(BLOCKS)('drops a copied header and all below: %s', (block) => {
    expect(strip(`${NEW}\n\n${block}\n\n${OLD}`)).toBe(NEW);
  });

  it.each(SEPARATORS)('drops all below: %s', (separator) => {
    expect(strip(`${NEW}\n\n${separator}\n\n${OLD}`)).toBe(NEW);
  });

  it.each(SIGNATURES)('drops a signature: %s', (signature) => {
    expect(strip(`${NEW}\n\n${signature}`)).toBe(NEW);
    expect(strip(`${NEW}\n\n${signature}\n\n${ATTRIBUTIONS[0]}\n${quoted}`)).toBe(NEW);
  });

  it.each([
    ['initials before the mark', `AB> Did you ask?\nAB> And then?\n\n${NEW}`, NEW],
    ['nested marks with spaces', `${NEW}\n\n> > > stop\n> > pause\n> ok`, NEW],
    ['marks without spaces', `${NEW}\n>>>stop\n>>pause\n>ok`, NEW],
    ['a mark behind a hard space', `${NEW}\n\u00a0> stop\n\u00a0> pause`, NEW],
    ['right-to-left marks before a mark', `${NEW}\n\u200f> stop\n\u200e> pause`, NEW],
    [
      'two letters, one in the other',
      `${NEW}\n\n${ATTRIBUTIONS[0]}\n> ${ATTRIBUTIONS[13]}\n>> stop\n> ok`,
      NEW,
    ],
    [
      'answers between and below',
      `${ATTRIBUTIONS[0]}\n> One?\nYes.\n>\n> Two?\n\nNo.\n\n> Three?\n\nMaybe.`,
      'Yes.\n\nNo.\n\nMaybe.',
    ],
    [
      'Usenet, an article cited',
      `In article <x@y.example>, Anna Berg <anna@example.com> wrote:\n> Ask.\n\n${NEW}`,
      NEW,
    ],
    ['a list item is no quote', '- one\n- two', '- one\n- two'],
    [
      'a rule of dashes inside a text without a name',
      `One.\n\n* * *\n\nTwo.`,
      'One.\n\n* * *\n\nTwo.',
    ],
    ['arrows in a sentence', 'first a -> b, then b -> c', 'first a -> b, then b -> c'],
    ['a heart', '<3 this one', '<3 this one'],
    ['a smaller sign', 'we were < 5 people > all afternoon', 'we were < 5 people > all afternoon'],
  ])('%s', (_reason, mail, expected) => {
    expect(strip(mail)).toBe(expected);
  });
});
