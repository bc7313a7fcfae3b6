import { Resolver } from 'node:dns/promises';
import type { DnsRecord } from './verdict.ts';

/** What the world's name servers say; nothing where there is no such record. */
export interface Dns {
  txt(name: string): Promise<readonly string[]>;
  /** Hosts, in lower case. */
  mx(name: string): Promise<readonly string[]>;
  cname(name: string): Promise<readonly string[]>;
}

/** The name servers of this machine did not answer, which says nothing about any record. */
class DnsError extends Error {
  constructor(cause: unknown) {
    super('DNS gives no answer here. Is this machine on the net?', { cause });
    this.name = 'DnsError';
  }
}

/** No such name, or no such record of that name (node:dns error codes). */
const ABSENT = ['ENOTFOUND', 'ENODATA'];

/** Asks the resolvers of this machine. */
export const nodeDns = (): Dns => dnsOf(new Resolver({ timeout: 3000, tries: 2 }));

/** Asks a resolver, or what answers as one. */
export function dnsOf(resolver: Pick<Resolver, 'resolveTxt' | 'resolveMx' | 'resolveCname'>): Dns {
  const host = (name: string) => name.toLowerCase().replace(/\.$/, '');
  return {
    txt: async (name) =>
      (await orNone(() => resolver.resolveTxt(name))).map((parts) => parts.join('')),
    mx: async (name) =>
      (await orNone(() => resolver.resolveMx(name))).map(({ exchange }) => host(exchange)),
    cname: async (name) => (await orNone(() => resolver.resolveCname(name))).map(host),
  };
}

async function orNone<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await ask();
  } catch (error) {
    if (ABSENT.includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw new DnsError(error);
  }
}

/** Those of the records that DNS does not have yet. */
export async function missingIn(
  dns: Dns,
  wanted: readonly DnsRecord[],
): Promise<readonly DnsRecord[]> {
  const there = await Promise.all(wanted.map((record) => isThere(dns, record)));
  return wanted.filter((_, index) => !there[index]);
}

async function isThere(dns: Dns, { name, type, value }: DnsRecord): Promise<boolean> {
  switch (type) {
    case 'CNAME':
      return (await dns.cname(name)).includes(value.toLowerCase());
    case 'MX':
      return (await dns.mx(name)).includes((value.split(' ')[1] ?? '').toLowerCase());
    case 'TXT':
      return (await dns.txt(name)).includes(value);
  }
}
