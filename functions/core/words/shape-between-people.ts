import { plain } from './spec.ts';

/** The part of `SHAPE` that is said where a person reads a reply, where people help, and to the author. */
export const BETWEEN_PEOPLE = {
  /** Above each line of help, in the note to a reader in distress. */
  lines: {
    emergency: plain,
    orWhereYouAre: plain,
    crisis: plain,
    violence: plain,
    women: plain,
    men: plain,
    children: plain,
    elders: plain,
    elsewhere: plain,
  },
  /** The page with numbers to call, which names neither letters nor a publication. */
  safe: {
    title: plain,
    seen: plain,
    exit: plain,
    exitDetail: plain,
    lead: plain,
    where: plain,
  },
  /** Before the subject of a mail that an author sends to try it, and on the page behind its links. */
  testMail: {
    mark: plain,
    title: plain,
    detail: plain,
  },
  /** What the author reads around a reader's own words. */
  forward: {
    wrote: ['name'],
    wroteToIssue: ['name', 'issue'],
    wroteToNewsletter: ['name'],
    wroteTo: ['name', 'letter', 'place', 'of'],
    wroteAfter: ['name', 'letter', 'place', 'of'],
    aReader: plain,
    noText: plain,
    subject: ['name'],
    via: ['name', 'publication'],
    unchanged: plain,
    notYet: plain,
    justAnswer: ['name'],
    first: ['subject'],
    did: ['what'],
    leftQuietly: plain,
    askedWhether: ['what'],
    more: plain,
    distress: plain,
    noted: plain,
    notNoted: plain,
    guide: ['file'],
    watched: ['address'],
    forYou: plain,
    leftOut: ['what', 'place'],
    tooLarge: ['place'],
    ifRest: plain,
    pause: plain,
    ifEnough: plain,
    leave: plain,
    ifNone: plain,
    noWish: plain,
    ifWrong: plain,
    back: plain,
  },
} as const;
