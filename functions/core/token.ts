import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { EmailAddress } from './address.ts';
import { base32 } from './base32.ts';
import type { Brand } from './brand.ts';

/** Names a subscriber without telling the address: base32 of a keyed hash, 80 bits. */
export type SubscriberId = Brand<string, 'SubscriberId'>;

/** The random key, made on the table's first use, that turns addresses into ids. */
export type IdKey = Brand<Uint8Array, 'IdKey'>;

/**
 * The random key that first secrets are made of. It is none of ids: whoever may know those of an address, as at an
 * author's desk, can make no link with it.
 */
export type SecretKey = Brand<Uint8Array, 'SecretKey'>;

/** The secret in a subscriber's own item; erasing it kills every link ever sent. */
export type LinkSecret = Brand<string, 'LinkSecret'>;

/** Names a secret beside other things and gives nothing of it away: base32 of a hash under it, 80 bits. */
export type SecretName = Brand<string, 'SecretName'>;

/** What a link may do. A token made for one purpose is worthless for another. */
export type Purpose =
  | 'confirm'
  | 'unsubscribe'
  | 'preferences'
  | 'reply'
  | 'lesson'
  | 'check-in'
  | 'wish'
  /** No mail from a form, ever. */
  | 'never'
  /** When a page was made, in its form. */
  | 'press'
  /** What one press changed, as the page after it says. */
  | 'told'
  /** One thing that is a reader's own, for an hour (core/reader/own-link.ts). */
  | 'own'
  /** The button in a new mailbox. */
  | 'move';

/** `id.mac` or `id.mac.detail`; the detail (a lesson id, a wish) is under the mac too. */
export interface Token {
  readonly id: SubscriberId;
  readonly mac: string;
  readonly detail: string;
}

const KEY_BYTES = 32;
const ID_LETTERS = 16;
const MAC_LETTERS = 26; // 130 bits; mail-standards U-04 asks for 128 or more
const MAC_BYTES = 17; // as many as those letters are made of
const ID = /^[a-z2-7]{16}$/;
/** The longest detail, in characters: a whole address of a link stays below what mail programs cut. */
export const LONGEST = 160;
const TOKEN = new RegExp(
  `^([a-z2-7]{${ID_LETTERS}})\\.([a-z2-7]{${MAC_LETTERS}})(?:\\.([a-z0-9~_+.-]{1,${LONGEST}}))?$`,
);

/** The id of an address: the same for ever, and meaningless without the key. */
export function subscriberId(key: IdKey, address: EmailAddress): SubscriberId {
  const hash = createHmac('sha256', key).update(`subscriber\n${address}`).digest();
  return base32(hash).slice(0, ID_LETTERS) as SubscriberId;
}

/**
 * The secret that an address begins with. It is made from the key, so that whoever asks again after
 * their request was forgotten has the links of the mail before; erasing puts a random one in its place.
 */
export const firstSecret = (key: SecretKey, id: SubscriberId): LinkSecret =>
  createHmac('sha256', key).update(`secret\n${id}`).digest('base64url').slice(0, 27) as LinkSecret;

/** Under which name the reader or the links of a secret are found; no link can be made from it. */
export const nameOfSecret = (secret: LinkSecret): SecretName =>
  base32(createHmac('sha256', secret).update('name').digest()).slice(0, ID_LETTERS) as SecretName;

/** Parses such a name as it is stored. */
export const parseSecretName = (text: string): SecretName | undefined =>
  ID.test(text) ? (text as SecretName) : undefined;

/** Parses the key as it is stored; any other length would give everybody another id. */
export const parseIdKey = (base64: string): IdKey | undefined =>
  keyBytes(base64) as IdKey | undefined;

/** The same of the key of secrets. */
export const parseSecretKey = (base64: string): SecretKey | undefined =>
  keyBytes(base64) as SecretKey | undefined;

function keyBytes(base64: string): Uint8Array | undefined {
  const bytes: Uint8Array = Buffer.from(base64, 'base64');
  return bytes.length === KEY_BYTES ? bytes : undefined;
}

/** Parses an id that comes back to us in a queue message or a message tag. */
export function parseSubscriberId(text: string): SubscriberId | undefined {
  return ID.test(text) ? (text as SubscriberId) : undefined;
}

/** Makes the tokens of one subscriber's links and reply addresses. */
export type Mint = (purpose: Purpose, detail?: string) => string;

/**
 * Prepares a subscriber's key once for all tokens of a mail, which needs up to five and one of them
 * twice. They are the tokens that HMAC-SHA-256 makes, as {@link isGenuine} asks for them.
 */
export function minterOf({
  id,
  secret,
}: {
  readonly id: SubscriberId;
  readonly secret: LinkSecret;
}): Mint {
  const hmac = preparedHmac(secret);
  const minted = new Map<string, string>();
  return (purpose, detail = '') => {
    const message = messageOf(id, purpose, detail);
    const known = minted.get(message);
    if (known !== undefined) return known;
    const token = `${id}.${macOf(hmac(message))}`;
    const whole = detail === '' ? token : `${token}.${detail}`;
    minted.set(message, whole);
    return whole;
  };
}

/** Makes one token. */
export const mintToken = (
  secret: LinkSecret,
  id: SubscriberId,
  purpose: Purpose,
  detail = '',
): string => minterOf({ id, secret })(purpose, detail);

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

const mac = (secret: LinkSecret, id: SubscriberId, purpose: Purpose, detail: string): string =>
  macOf(
    createHmac('sha256', secret)
      .update(messageOf(id, purpose, detail))
      .digest(),
  );

const messageOf = (id: SubscriberId, purpose: Purpose, detail: string): string =>
  `${purpose}\n${id}\n${detail}`;

const macOf = (bytes: Uint8Array): string =>
  base32(bytes.subarray(0, MAC_BYTES)).slice(0, MAC_LETTERS);

/** What SHA-256 works on at a time, and gives. */
const BLOCK = 64;
const HASH = 32;

/**
 * HMAC-SHA-256 with one key (RFC 2104 §2). Node's own prepares its key at each use, which costs more than the
 * hashing of messages as short as ours.
 */
function preparedHmac(key: string): (message: string) => Uint8Array {
  const bytes = Buffer.from(key, 'utf8');
  const short = bytes.length > BLOCK ? hash('sha256', bytes, 'buffer') : bytes;
  const inner = Buffer.alloc(BLOCK, 0x36);
  const outer = Buffer.alloc(BLOCK + HASH, 0x5c);
  short.forEach((byte, place) => {
    inner[place] = byte ^ 0x36;
    outer[place] = byte ^ 0x5c;
  });
  const prefix = inner.toString('latin1');
  return (message) => {
    const hashed = hash('sha256', Buffer.from(prefix + message, 'latin1'), 'binary');
    outer.write(hashed, BLOCK, 'binary');
    return hash('sha256', outer, 'buffer');
  };
}
