/** RFC 4648 §6 in lower case and without padding: mail servers may fold the case of a local part. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Encodes bytes, five bits a letter. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((buffer >> bits) & 31);
    }
  }
  return bits > 0 ? text + ALPHABET.charAt((buffer << (5 - bits)) & 31) : text;
}

/** The value of one base32 letter, 0 to 31; -1 when it is none. */
export const base32Value = (letter: string): number => ALPHABET.indexOf(letter);
