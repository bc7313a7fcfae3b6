import { Temporal } from 'temporal-polyfill';
import type { Subscriber } from '../reader/subscriber.ts';
import type { Instant } from '../time.ts';
import { isGenuine, type LinkSecret, LONGEST, mintToken, type Token } from '../token.ts';
import { type Act, actIn, codeOf, compact, dayIn } from './wish-code.ts';

/**
 * Who a link was made for. One that gets into other hands does no more than it says. Answers of before had
 * `own-data`; what is about a reader's data is mailed a fresh link, whatever the link says (decision 035).
 */
export type Audience = 'question' | 'undo' | 'own-data' | 'author';

/** What stands in a link: all of it is under its mac. */
export interface SignedWish {
  readonly audience: Audience;
  /** In this order. None at all is "neither". */
  readonly acts: readonly Act[];
  /** Links in old mails do nothing any more. */
  readonly isOver: boolean;
}

/** For how many days a link works. */
export const DAYS: Readonly<Record<Audience, number>> = {
  question: 7,
  undo: 30,
  'own-data': 30,
  author: 14,
};

const LETTER: Readonly<Record<Audience, string>> = {
  question: 'q',
  undo: 'u',
  'own-data': 'd',
  author: 'a',
};

/** An author's link does nothing that can't be taken back. */
const FOR_AUTHORS: readonly Act['is'][] = ['pause', 'resume', 'leave', 'rejoin', 'no-wish'];

/** Whether an author's link may do it. */
export const isForAuthors = ({ is }: Act): boolean => FOR_AUTHORS.includes(is);

/** Makes the token of a link that does something once somebody has pressed its button. */
export function mintWish(
  { id, secret }: Pick<Subscriber, 'id' | 'secret'>,
  audience: Audience,
  acts: readonly Act[],
  now: Instant,
): string {
  const until = Temporal.PlainDate.from(now.slice(0, 10)).add({ days: DAYS[audience] }).toString();
  return mintToken(secret, id, 'wish', detailOf(LETTER[audience], compact(until), acts));
}

const detailOf = (letter: string, until: string | undefined, acts: readonly Act[]): string =>
  [letter, until, ...acts.map(codeOf)].join('~');

/** Whether a link can hold so much. */
export const fits = (acts: readonly Act[]): boolean =>
  detailOf(LETTER.undo, '20261220', acts).length <= LONGEST;

/** Whether it opens or ends what is stored about a reader. */
export const isOfData = ({ is }: Act): boolean => is === 'export' || is === 'erase';

/** A link's wish; undefined when it is none of ours. It works to the end of its last UTC day. */
export function openWish(token: Token, secret: LinkSecret, now: Instant): SignedWish | undefined {
  const [letter, day = '', ...codes] = token.detail.split('~');
  const audience = (Object.keys(LETTER) as Audience[]).find((one) => LETTER[one] === letter);
  const until = dayIn(day);
  const acts = codes.map(actIn);
  if (!isGenuine(token, secret, 'wish') || until === undefined) return undefined;
  if (audience === undefined || !acts.every(isKnown)) return undefined;
  if (audience === 'author' && !acts.every(isForAuthors)) return undefined;
  return { audience, acts, isOver: until < now.slice(0, 10) };
}

const isKnown = (act: Act | undefined): act is Act => act !== undefined;
