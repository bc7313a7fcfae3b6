import type { Change } from '../core/reader/lifecycle.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { isGenuine, mintToken, type Purpose, parseToken, type Token } from '../core/token.ts';
import { type Changed, change } from '../runtime/change.ts';
import type { WebWorld } from './world.ts';

/** A genuine link, and whose it is. */
export interface OpenLink {
  readonly token: Token;
  readonly subscriber: Subscriber;
}

/** Reads a link's token; undefined for whatever reason it is not one, so that none can be told. */
export async function openLink(
  { subscribers }: WebWorld,
  text: string,
  purpose: Purpose,
): Promise<OpenLink | undefined> {
  const token = parseToken(text);
  const subscriber = token && (await subscribers.load(token.id));
  if (!token || !subscriber || !isGenuine(token, subscriber.secret, purpose)) return undefined;
  return { token, subscriber };
}

/** Changes the subscriber whose link this is; `unknown` when it is nobody's. */
export async function changeThroughLink(
  { subscribers }: WebWorld,
  text: string,
  purpose: Purpose,
  decide: (subscriber: Subscriber) => Change,
): Promise<Changed> {
  const token = parseToken(text);
  if (token === undefined) return { is: 'unknown' };
  let genuine = false;
  const changed = await change(subscribers, token.id, (subscriber) => {
    genuine = isGenuine(token, subscriber.secret, purpose);
    return genuine ? decide(subscriber) : { is: 'unchanged' };
  });
  return genuine ? changed : { is: 'unknown' };
}

/** The address of somebody's preferences on this site. */
export const preferencesPath = ({ id, secret }: Subscriber): string =>
  `/preferences/${mintToken(secret, id, 'preferences')}`;
