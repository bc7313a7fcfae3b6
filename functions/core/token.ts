import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EmailAddress } from './address.ts';
import { base32 } from './base32.ts';
import type { Brand } from './brand.ts';

/** Names a subscriber without telling the address: base32 of a keyed hash, 80 bits. */
export type SubscriberId = Brand<string, 'SubscriberId'>;

/** The random key, made on the table's first use, that turns addresses into ids. */
export type IdKey = Brand<Uint8Array, 'IdKey'>;

/** The secret in a subscriber's own item; erasing it kills every link ever sent. */
export type LinkSecret = Brand<string, 'LinkSecret'>;

/** What a link may do. A token made for one purpose is worthless for another. */
export type Purpose =
  | 'confirm'
  | 'unsubscribe'
  | 'preferences'
  | 'reply'
  | 'lesson'
  | 'check-in'
  | 'wish';

/** `id.mac` or `id.mac.detail`; the detail (a lesson id, a wish) is under the mac too. */
export interface Token {
  readonly id: SubscriberId;
  readonly mac: string;
  readonly detail: string;
}

const ID_KEY_BYTES = 32;
const ID_LETTERS = 16;
const MAC_LETTERS = 26; // 130 bits; mail-standards U-04 asks for 128 or more
const ID = /^[a-z2-7]{16}$/;
const TOKEN = /^([a-z2-7]{16})\.([a-z2-7]{26})(?:\.([a-z0-9~_+.-]{1,160}))?$/;

/** The id of an address: the same for ever, and meaningless without the key. */
export function subscriberId(key: IdKey, address: EmailAddress): SubscriberId {
  const hash = createHmac('sha256', key).update(`subscriber\n${address}`).digest();
  return base32(hash).slice(0, ID_LETTERS) as SubscriberId;
}

/**
 * The secret that an address begins with. It is made from the key, so that whoever asks again after
 * their request was forgotten has the links of the mail before; erasing puts a random one in its place.
 */
export const firstSecret = (key: IdKey, id: SubscriberId): LinkSecret =>
  createHmac('sha256', key).update(`secret\n${id}`).digest('base64url').slice(0, 27) as LinkSecret;

/** Parses the key as it is stored; any other length would give everybody another id. */
export function parseIdKey(base64: string): IdKey | undefined {
  const bytes: Uint8Array = Buffer.from(base64, 'base64');
  return bytes.length === ID_KEY_BYTES ? (bytes as IdKey) : undefined;
}

/** Parses an id that comes back to us in a queue message or a message tag. */
export function parseSubscriberId(text: string): SubscriberId | undefined {
  return ID.test(text) ? (text as SubscriberId) : undefined;
}

/** Makes the token of a link or reply address. */
export function mintToken(
  secret: LinkSecret,
  id: SubscriberId,
  purpose: Purpose,
  detail = '',
): string {
  const token = `${id}.${mac(secret, id, purpose, detail)}`;
  return detail === '' ? token : `${token}.${detail}`;
}

/** Reads a token's shape; whether it is genuine only the subscriber's secret can tell. */
export function parseToken(text: string): Token | undefined {
  const match = TOKEN.exec(text.toLowerCase());
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { id: match[1] as SubscriberId, mac: match[2], detail: match[3] ?? '' };
}

/** Whether this token was made with this secret for this purpose, in constant time. */
export function isGenuine(token: Token, secret: LinkSecret, purpose: Purpose): boolean {
  const expected = Buffer.from(mac(secret, token.id, purpose, token.detail));
  const given = Buffer.from(token.mac);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function mac(secret: LinkSecret, id: SubscriberId, purpose: Purpose, detail: string): string {
  const hash = createHmac('sha256', secret).update(`${purpose}\n${id}\n${detail}`).digest();
  return base32(hash).slice(0, MAC_LETTERS);
}
