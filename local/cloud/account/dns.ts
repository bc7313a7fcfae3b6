import * as z from 'zod';

export const dnsRecord = z.strictObject({
  name: z.string().toLowerCase(),
  type: z.enum(['A', 'AAAA', 'CNAME', 'MX', 'TXT', 'NS', 'SOA']),
  /** As in a zone file: `10 mail.example.org`, `"v=DMARC1; p=none"`. */
  values: z.array(z.string()).min(1),
});

/** The records of one name and type. */
export type DnsRecord = z.infer<typeof dnsRecord>;

/** The part of node's `dns.promises.Resolver` that looks up what mail needs. */
export interface LocalResolver {
  resolveCname(name: string): Promise<string[]>;
  resolveMx(name: string): Promise<{ priority: number; exchange: string }[]>;
  resolveTxt(name: string): Promise<string[][]>;
  resolveNs(name: string): Promise<string[]>;
}

/**
 * Answers from a table of records as node's resolver does, whatever the real DNS says.
 *
 * @throws (its promises) `ENOTFOUND` for a name, `ENODATA` for a type that there is not
 */
export function localResolver(records: () => readonly DnsRecord[]): LocalResolver {
  const values = (name: string, type: DnsRecord['type']): Promise<readonly string[]> => {
    const named = records().filter((one) => sameName(one.name, name));
    const found = named.filter((one) => one.type === type).flatMap((one) => one.values);
    if (found.length > 0) return Promise.resolve(found);
    return Promise.reject(notFound(named.length > 0 ? 'ENODATA' : 'ENOTFOUND', type, name));
  };
  return {
    resolveCname: async (name) => (await values(name, 'CNAME')).map(withoutDot),
    resolveNs: async (name) => (await values(name, 'NS')).map(withoutDot),
    resolveMx: async (name) =>
      (await values(name, 'MX')).map((value) => {
        const [priority = '0', exchange = ''] = value.trim().split(/\s+/);
        return { priority: Number(priority), exchange: withoutDot(exchange) };
      }),
    resolveTxt: async (name) => (await values(name, 'TXT')).map(strings),
  };
}

/** Whether these records hold one of this name, type and value; case and a last dot don't count. */
export function isThere(records: readonly DnsRecord[], { name, type, values }: DnsRecord): boolean {
  return values.every((value) =>
    records.some(
      (one) =>
        one.type === type &&
        sameName(one.name, name) &&
        one.values.some((other) => plain(other) === plain(value)),
    ),
  );
}

export const sameName = (one: string, other: string) =>
  withoutDot(one).toLowerCase() === withoutDot(other).toLowerCase();

const withoutDot = (name: string) => name.replace(/\.$/, '');
const plain = (value: string) => withoutDot(strings(value).join('')).toLowerCase();

/** A TXT record's strings: each quoted, or one without quotes. */
function strings(value: string): string[] {
  const quoted = [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner = '']) => inner);
  return quoted.length === 0 ? [value] : quoted;
}

function notFound(code: 'ENODATA' | 'ENOTFOUND', type: string, name: string): Error {
  return Object.assign(new Error(`query${type} ${code} ${name}`), { code, hostname: name });
}
