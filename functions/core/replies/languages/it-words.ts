export const MAIL =
  '(mail|mails|email|emails|e mail|e mails|lettere|lettera|letterine|letterina|messaggi|messaggio|messaggini|lezioni|lezione|newsletter|newsletters|news letter|posta|notifiche|notifica|comunicazioni|comunicazione|missive|missiva|puntate|invii|invio|pubblicità|aggiornamenti|testi|capitoli|mailing|corrispondenza|robe|avvisi|bollettini|bollettino)';
export const ONE =
  '(lettera|letterina|lezione|mail|email|e mail|messaggio|puntata|capitolo|testo|numero|invio)';
export const LIST =
  '(lista|liste|mailing list|mailinglist|mailing|newsletter|elenco|elenchi|indirizzario|rubrica|database|db|archivio|archivi|banca dati|registro|sistema|sistemi|contatti|iscritti|destinatari|gruppo)';
export const FROM_LIST = `(da|dal|dalla|dalle|dai|dall'|dagli|di|della|delle|dei|da questa|da questo|da tutte le|da tutti i|da codesta|nella|nelle|nel|sulla|alla|in) [tutte le|tutti i|questa|queste|quella] [vostra|vostre|vostro|vostri|tua|tue|sua|sue] ${LIST} [di (distribuzione|invio|posta|spedizione|diffusione|contatti|contatto|indirizzi|iscritti|email|mail|corrispondenza)|dei (destinatari|contatti|vostri contatti|clienti)|degli (iscritti|invii|indirizzi)|vostra|vostro|vostri|del corso|mailing]`;
