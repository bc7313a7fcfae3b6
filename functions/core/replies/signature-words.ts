/** The devices and programs that name themselves below a mail. */
const MACHINE =
  '(?:i ?phones?|i ?pads?|i ?pods?|mac ?book|android|galaxy|samsung|huawei|xiaomi|nokia|pixel|oneplus|sony|htc|lg|moto|blackberry|windows|outlook|hotmail|gmail|gmx|web\\.de|yahoo|aol|mail|mailbox|airmail|proton|protonmail|spark|k-9|thunderbird|mobile|mobil\\w*|phone|smartphone|handy|telephone|téléphone|tablet|tablette|cell\\w*|device|mobiltelefon\\w*|mobilgerät|telefon\\w*|teléfono|telefono|telemóvel|celular|móvil|portable|puhelime\\w*|mobilen?|телефона?|смартфона?)';

/**
 * Lines that a phone or program adds below what was written, folded, matched from the line's start
 * with wrapping brackets removed. The open ends ("Sent from my …") are what people's own jokes
 * need ("Sent from my TI-85").
 */
export const SIGNATURES: readonly string[] = [
  // English
  '(?:sent|mailed|written|posted|typed|composed) (?:from|via|with|using|by|on) (?:my |the |a |an )?\\S+.{0,90}$',
  `sent securely (?:from|with|by|using) .{0,60}$`,
  'get (?:\\[)?(?:outlook|bluemail|spark|airmail|aqua mail|nine|the all-new aol|yahoo)\\b.{0,80}$',
  'download (?:outlook|bluemail|the yahoo).{0,60}$',
  `\\S+ from mobile$`,
  `from my ${MACHINE}.{0,40}$`,
  `this (?:e-?mail|message|mail) (?:was|has been) sent (?:from|using|with|via) (?:my |a |an )?${MACHINE}.{0,60}$`,
  'please excuse (?:my |any |the )?(?:brevity|typos|terseness|spelling).{0,60}$',
  'on the go,? (?:please )?excuse.{0,60}$',
  'sent while .{0,40}$',
  // German
  '(?:gesendet|verschickt|geschrieben|versendet) (?:von|mit|via|vom|über|aus)\\b.{0,90}$',
  'von (?:meinem|meiner|unterwegs|mein)\\b.{0,60}(?:gesendet|geschickt|verschickt|versendet)\\.?$',
  'von .{1,60} gesendet\\.?$',
  'diese (?:nachricht|e-?mail|mail) wurde von .{1,90}(?:gesendet|verschickt|versendet)\\.?$',
  '(?:outlook|bluemail) für (?:ios|android)\\b.{0,60}$',
  'holen sie sich outlook.{0,60}$',
  // French
  "envoy[ée]e? (?:de(?:puis)?|à partir d|avec|via|par|du|d')\\b.{0,90}$",
  'envoy[ée]e? à partir .{0,90}$',
  '(?:obtenez|télécharge[rz]|obtenir) outlook.{0,60}$',
  'provenance : .{0,60}$',
  // Spanish, Catalan, Portuguese, Italian
  'enviad[oa] (?:desde|do|da|de|con|com|a partir|através|por|pelo|via)\\b.{0,90}$',
  'enviat (?:des|del|de|amb)\\b.{0,60}$',
  '(?:obtener?|obtén|obtenga|obter|obtenha|baixe|scarica|ottieni) (?:o )?outlook.{0,60}$',
  'inviat[oa] (?:da|dal|dall|con|tramite|via)\\b.{0,90}$',
  // Dutch
  '(?:verzonden|verstuurd|gestuurd) (?:met|vanaf|via|van|vanuit|door)\\b.{0,90}$',
  '(?:outlook voor|download outlook) .{0,60}$',
  // Danish, Norwegian, Swedish, Finnish, Icelandic
  '(?:sendt|afsendt) (?:fra|med|via|från)\\b.{0,90}$',
  '(?:skickat|skickades|sänt) (?:från|med|via)\\b.{0,90}$',
  '(?:hent|hämta|få|skaff deg) outlook .{0,60}$',
  '(?:lähetetty|lähetin) .{1,90}$',
  'hanki outlook.{0,60}$',
  'sent úr .{1,60}$',
  // Polish, Czech, Slovak, Hungarian, Romanian, Slovene, Croatian
  '(?:wysłane|wysłano|wysłana) (?:z|ze|przez|za)\\b.{0,90}$',
  '(?:pobierz|uzyskaj) (?:aplikację )?outlook.{0,60}$',
  '(?:odesláno|odoslané|odesláno) (?:z|ze|zo|pomocí|cez)\\b.{0,90}$',
  '(?:získat|získejte|stáhnout) outlook.{0,60}$',
  'elküldve .{1,60}$',
  '.{1,50}(?:iphone-omról|ipademről|telefonomról|készülékemről)\\b.{0,40}$',
  'trimis (?:de pe|din|de la|cu)\\b.{0,90}$',
  '(?:poslano|poslato) (?:iz|s|sa|z)\\b.{0,90}$',
  // Russian, Ukrainian, Bulgarian, Greek
  '(?:отправлено|послано) (?:с|из|через|от)(?=\\s).{0,90}$',
  '(?:надіслано|відправлено|отправлено) (?:з|із|через|с|за)(?=\\s).{0,90}$',
  'изпратено от .{1,60}$',
  'στάλθηκε από .{1,60}$',
  'εστάλη από .{1,60}$',
  // Turkish, Hebrew, Arabic
  ".{1,60}(?:'?d[ae]n|'?t[ae]n|ile) gönderildi\\.?$",
  'נשלח (?:מ|באמצעות|מתוך|מה).{0,60}$',
  '(?:أرسلت|أُرسلت|أُرسل|أرسل|تم الإرسال|مرسل) (?:من|بواسطة).{0,60}$',
  // Vietnamese, Indonesian, Thai
  '(?:được )?(?:gửi|đã gửi) từ .{1,60}$',
  'dikirim dari .{1,60}$',
  'ส่งจาก.{1,60}$',
  // Chinese, Japanese, Korean
  '(?:发自|發自|寄自|来自|來自|发送自|發送自)\\s?(?:我的|my)?.{1,40}$',
  '(?:從|从)我的.{1,40}(?:傳送|发送|發送|寄出|送出)$',
  '從我的.{0,40}$',
  '.{1,40}から送信$',
  '.{1,40}から(?:送信されました|送られました)。?$',
  '나의 .{1,40}에서 (?:보냄|보낸 메일)$',
  '.{1,40}에서 (?:보냄|보낸 메일|전송됨)$',
];

/** How a company's words below everybody's own begin; they go on to the end. Folded. */
export const DISCLAIMERS: readonly string[] = [
  '(?:confidentiality|privacy) (?:notice|note|statement)\\b',
  '(?:legal )?disclaimer ?:',
  '(?:privileged|confidential)(?: and| &| /) (?:privileged|confidential)\\b',
  '(?:this|the information (?:contained )?in this|the contents? of this) (?:e-?mail|message|communication|transmission)\\b.{0,160}(?:confidential|privileged|intended (?:solely|only|for))',
  'please (?:consider|think (?:of|about)) the environment\\b.{0,60}print',
  'vertraulichkeitshinweis\\b',
  'diese (?:e-?mail|nachricht|mail)\\b.{0,160}vertraulich',
  'avis de confidentialité\\b',
  'ce (?:message|courriel|mail|e-?mail)\\b.{0,160}confidentiel',
  'aviso (?:legal|de confidencialidad(?:e)?)\\b',
  'este (?:mensaje|correo|e-?mail)\\b.{0,160}confidencial',
  '(?:questo messaggio|questa (?:e-?mail|comunicazione)|le informazioni contenute)\\b.{0,160}(?:riservat|confidenzial)',
  '(?:esta (?:mensagem|comunicação)|este (?:e-?mail|correio))\\b.{0,160}confidencia',
  '(?:dit (?:e-?mail)?bericht|deze e-?mail|de informatie)\\b.{0,160}vertrouwelijk',
];
