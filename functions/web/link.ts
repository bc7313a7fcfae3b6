import { detailOf, type List } from '../core/mail/compose.ts';
import type { Change } from '../core/reader/lifecycle.ts';
import type { Leaver, Subscriber } from '../core/reader/subscriber.ts';
import { isGenuine, mintToken, type Purpose, parseToken, type Token } from '../core/token.ts';
import { type Changed, change, type Store } from '../runtime/change.ts';
import type { WebWorld } from './world.ts';

/** A genuine link, and whose it is. */
export interface OpenLink<Of = Subscriber> {
  readonly token: Token;
  readonly subscriber: Of;
}

/** Reads a reader's link; undefined for whatever reason it is not one, so that none can be told. */
export const openLink = ({ subscribers }: WebWorld, text: string, purpose: Purpose) =>
  openLinkIn(subscribers, text, purpose);

/**
 * The link of whoever gets mail from us, also of an address that only asked, in whatever version
 * they are stored: enough to leave by.
 */
export const openLeaversLink = async (
  { subscribers }: Pick<WebWorld, 'subscribers'>,
  text: string,
  purpose: Purpose,
): Promise<OpenLink<Leaver> | undefined> =>
  (await openLinkIn(subscribers.leavers, text, purpose)) ??
  (await openFormerLink(subscribers, text, purpose)) ??
  openLinkIn(subscribers.requests.leavers, text, purpose);

/**
 * A link of an address that somebody had before, if they leave by it, stops what goes to the one they have:
 * also where something was asked for at the old one, by the secret that they had then; and where it was
 * asked for at the new one, before they came.
 */
async function openFormerLink(
  { leavers, movedTo }: WebWorld['subscribers'],
  text: string,
  purpose: Purpose,
): Promise<OpenLink<Leaver> | undefined> {
  const token = parseToken(text);
  if (token === undefined) return undefined;
  const to = await movedTo(token.id, (secret) => isGenuine(token, secret, purpose));
  const subscriber = to && (await leavers.load(to));
  return subscriber && { token, subscriber };
}

/** The same in one place. */
export async function openLinkIn<Of extends Pick<Leaver, 'secret'>>(
  store: Pick<Store<Of, Of>, 'load'>,
  text: string,
  purpose: Purpose,
): Promise<OpenLink<Of> | undefined> {
  const token = parseToken(text);
  const subscriber = token && (await store.load(token.id));
  if (!token || !subscriber || !isGenuine(token, subscriber.secret, purpose)) return undefined;
  return { token, subscriber };
}

/** Changes the subscriber whose link this is; `unknown` when it is nobody's. */
export async function changeThroughLink<Of extends Pick<Leaver, 'secret'>, After extends Of>(
  store: Store<Of, After>,
  text: string,
  purpose: Purpose,
  decide: (stored: Of) => Change<After>,
): Promise<Changed<Of>> {
  const token = parseToken(text);
  if (token === undefined) return { is: 'unknown' };
  let genuine = false;
  const changed = await change(store, token.id, (subscriber) => {
    genuine = isGenuine(token, subscriber.secret, purpose);
    return genuine ? decide(subscriber) : { is: 'unchanged' };
  });
  return genuine ? changed : { is: 'unknown' };
}

/** The page of a signed wish. */
export const wishPath = (token: string): string => `/wish/${token}`;

/** The address of somebody's preferences on this site. */
export const preferencesPath = ({ id, secret }: Pick<Leaver, 'id' | 'secret'>): string =>
  `/preferences/${mintToken(secret, id, 'preferences')}`;

/**
 * The address of the page where somebody who asked says yes.
 *
 * @param about what another link of the same mail is about
 */
export const confirmPath = ({ id, secret }: Pick<Leaver, 'id' | 'secret'>, about: string): string =>
  `/confirm/${mintToken(secret, id, 'confirm', about)}`;

/** The address of the page for whoever leaves, or has left. */
export const unsubscribePath = (
  { id, secret }: Pick<Leaver, 'id' | 'secret'>,
  list: List = 'letters',
): string => `/unsubscribe/${mintToken(secret, id, 'unsubscribe', detailOf(list))}`;
