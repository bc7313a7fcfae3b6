import type { Matter, PagePart } from '../reader/own-link.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import { minterOf } from '../token.ts';
import type { Words } from '../words/words.ts';
import { listHeaders, listOfNotices, type Sender, slotValues } from './compose.ts';
import { asWanted } from './discreet.ts';
import type { CompiledMail } from './template.ts';
import type { OutgoingMail } from './write.ts';

/** What a mail with a link for one thing is put together from, besides its reader. */
export interface OwnLinkComposition {
  readonly mail: CompiledMail;
  readonly matter: Matter;
  /** What of their page, where it is one thing. */
  readonly part?: PagePart | undefined;
  readonly url: string;
  readonly sender: Sender;
  readonly words: Words;
}

/** A mail that somebody asked for by a press: it is no bulk, and goes to the stored address alone. */
export function composeOwnLink(
  subscriber: Subscriber,
  { mail, matter, part, url, sender, words }: OwnLinkComposition,
): OutgoingMail {
  const list = listOfNotices(subscriber);
  const setting = { course: undefined, webUrl: sender.webUrl, words, list };
  const headers = listHeaders(subscriber, sender, words, minterOf(subscriber), list);
  return {
    mail: asWanted(mail, subscriber, { is: 'note' }, words),
    values: {
      ...slotValues(subscriber, setting),
      askedInWords: part ? partInWords(part, words) : matterInWords(matter, words),
      ownDataUrl: url,
    },
    headers: headers.filter(([name]) => name !== 'Precedence'),
  };
}

/** A part of somebody's page, as the button that asks for it says it. */
export function partInWords(part: PagePart, { preferences: said }: Words): string {
  switch (part) {
    case 'take':
      return said.courses;
    case 'track':
      return said.versions;
    case 'newsletter':
      return said.newsletter;
    case 'discreet':
      return said.discreet;
    case 'form-mail':
      return said.formMail;
  }
}

/** What was asked for, as its button says it. */
export const matterInWords = (matter: Matter, { preferences }: Words): string =>
  matter === 'page' ? preferences.title : preferences[matter];
