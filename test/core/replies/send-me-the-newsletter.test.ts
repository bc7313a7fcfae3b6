import { describe, expect, test } from 'vitest';
import { understand, type Wish } from '../../../functions/core/replies/understand.ts';

/** What an order to us is, among all that is said of sending the newsletter, once in every language. */

const read = (text: string, language: string) =>
  understand(text, {
    now: '2026-11-25T09:00:00Z',
    zone: 'Europe/Berlin',
    state: 'active',
    language,
  });

type Said = Readonly<Record<string, string>>;

describe.for<readonly [why: string, wish: Wish, said: Said]>([
  [
    'to be sent it is to get it',
    { is: 'newsletter', on: true },
    {
      en: 'Send me the newsletter',
      de: 'Schicken Sie mir bitte den Newsletter',
      fr: 'Envoyez-moi la newsletter',
      es: 'Envíenme el boletín',
      it: 'Mandatemi la newsletter',
      pt: 'Enviem-me a newsletter',
      nl: 'Stuur me de nieuwsbrief',
    },
  ],
  [
    'to be sent it as well, where we are asked to',
    { is: 'newsletter', on: true },
    {
      en: 'Could you email me the newsletter, too?',
      de: 'Bitte schickt mir auch den Newsletter',
      fr: "Merci de m'envoyer aussi la newsletter",
      es: 'Por favor, mándame también el boletín',
      it: 'Per favore, inviami anche la newsletter',
      pt: 'Por favor, me mande também a newsletter',
      nl: 'Stuurt u mij ook de nieuwsbrief, graag',
    },
  ],
  [
    'to be sent it no more ends it',
    { is: 'leave', of: 'newsletter' },
    {
      en: "Don't send me the newsletter",
      de: 'Schicken Sie mir den Newsletter nicht mehr',
      fr: "Ne m'envoyez plus la newsletter",
      es: 'No me envíen el boletín',
      it: 'Non mandatemi la newsletter',
      pt: 'Não me enviem a newsletter',
      nl: 'Stuur me de nieuwsbrief niet meer',
    },
  ],
])('%s', ([, wish, said]) => {
  test.for(Object.entries(said))('%s: %s', ([language, text]) => {
    expect(read(text, language)).toEqual({ wishes: [wish], personal: false });
  });
});

describe.for<readonly [why: string, said: Said]>([
  [
    'that we send it is no order to',
    {
      en: 'Why do you send me the newsletter?',
      de: 'Warum schicken Sie mir den Newsletter?',
      fr: "Pourquoi m'envoyez-vous la newsletter ?",
      es: '¿Por qué me envían el boletín?',
      it: 'Perché mi mandate la newsletter?',
      pt: 'Porque me enviam a newsletter?',
      nl: 'Waarom sturen jullie mij de nieuwsbrief?',
    },
  ],
  [
    'nor is thanks for it',
    {
      en: 'Thanks for sending me the newsletter',
      de: 'Danke, dass Sie mir den Newsletter schicken',
      fr: "Merci pour l'envoi de la newsletter",
      es: 'Gracias por enviarme el boletín',
      it: 'Grazie per avermi inviato la newsletter',
      nl: 'Bedankt voor het sturen van de nieuwsbrief',
    },
  ],
  [
    'nor is a mail to somebody else',
    { en: 'Send the newsletter to my sister', de: 'Ich schicke den Newsletter meiner Schwester' },
  ],
  [
    'it alone is more than it: what becomes of the letters is not said',
    {
      en: 'Send me only the newsletter',
      de: 'Schicken Sie mir nur den Newsletter',
      es: 'Envíenme solo el boletín',
      pt: 'Enviem-me só a newsletter',
    },
  ],
])('%s, and nothing is done', ([, said]) => {
  test.for(Object.entries(said))('%s: %s', ([language, text]) => {
    expect(read(text, language).wishes).toEqual([]);
  });
});
