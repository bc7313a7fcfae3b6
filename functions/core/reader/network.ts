/** How many bits of an address are looked at: whole bytes of IPv4, whole groups of IPv6. */
export interface Bits {
  readonly v4: 24 | 32;
  readonly v6: 48 | 64;
}

/** What a record of consent keeps of an address: which network, and not whose machine. */
const KEPT: Bits = { v4: 24, v6: 48 };

/** The network that an IP address is in, for a record: its /24, or its /48 of IPv6. */
export const networkOf = (ip: string): string => partOf(ip, KEPT);

/** The first bits of an IP address. An address that is none is left as it is. */
export function partOf(ip: string, { v4, v6 }: Bits): string {
  if (ip.includes('.')) return v4 === 32 ? ip : `${ip.split('.').slice(0, 3).join('.')}.0/24`;
  if (!ip.includes(':')) return ip;
  const [head = '', tail = ''] = ip.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = ip.includes('::') ? [...left, ...zeros, ...right] : left;
  const kept = groups.slice(0, v6 / 16).map((group) => group.replace(/^0+(?=.)/, ''));
  return v6 === 64 ? kept.join(':') : `${kept.join(':')}::/48`;
}
