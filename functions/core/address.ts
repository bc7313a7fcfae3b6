import type { Brand } from './brand.ts';

/** An address SES can deliver to, in the one spelling that we store and compare. */
export type EmailAddress = Brand<string, 'EmailAddress'>;

/** RFC 5321 §4.5.3.1: local part 64 octets, path 256 with its angle brackets. */
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;

/** RFC 5322 §3.2.3 dot-atom; quoted local parts are legal but nobody's mailbox has one. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Parses what a person typed into an address, lower-cased (no large provider tells case apart).
 * An international domain becomes punycode; a non-ASCII local part is refused, because SES has
 * no SMTPUTF8 (SES developer guide, "Email format").
 *
 * @returns the address, or undefined when SES could never deliver to it.
 */
export function parseAddress(typed: string): EmailAddress | undefined {
  const text = typed.trim();
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > MAX_ADDRESS) return undefined;
  const local = text.slice(0, at).toLowerCase();
  const domain = asciiDomain(text.slice(at + 1));
  if (local.length > MAX_LOCAL || !LOCAL.test(local) || domain === undefined) return undefined;
  const address = `${local}@${domain}`;
  // Punycode may be longer than what was typed.
  return address.length > MAX_ADDRESS ? undefined : (address as EmailAddress);
}

function asciiDomain(domain: string): string | undefined {
  if (!URL.canParse(`http://${domain}/`) || /[/:?#\\\s%@]/.test(domain)) return undefined;
  const ascii = new URL(`http://${domain}/`).hostname;
  const labels = ascii.split('.');
  const top = labels.at(-1) ?? '';
  if (labels.length < 2 || !/^(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/.test(top)) return undefined;
  return labels.every((label) => LABEL.test(label)) ? ascii : undefined;
}

/** An address as its owner knows it again and nobody else learns it: `a…@example.org`. */
export const masked = (address: EmailAddress): string =>
  `${address.charAt(0)}…${address.slice(address.lastIndexOf('@'))}`;
