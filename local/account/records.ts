import { writeFileSync } from 'node:fs';
import type { DeployedStack } from './ask/stack.ts';
import { type Dns, missingIn } from './dns.ts';
import { tableOf, zoneFile } from './report.ts';
import type { DnsRecord } from './verdict.ts';

/** The records that a stack without a zone wants made by hand; it says each in an output. */
export function recordsOf({ outputs }: DeployedStack): readonly DnsRecord[] {
  return Object.entries(outputs)
    .filter(([key]) => /Record/.test(key))
    .flatMap(([, text]) => recordIn(text) ?? []);
}

/** `reply.closer.org MX 10 inbound-smtp.eu-west-1.amazonaws.com` */
function recordIn(text: string): DnsRecord | undefined {
  const [, name, type, value] = /^(\S+) (CNAME|MX|TXT) (.+)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) return undefined;
  return { name, type: type as DnsRecord['type'], value: value.replace(/^"(.*)"$/, '$1') };
}

/** What an identity that was adopted brings along. */
interface Adopted {
  /** The records that prove it. */
  readonly keys: readonly DnsRecord[];
  /** Our MAIL FROM domain, where it has one of its own. */
  readonly superseded: string | undefined;
}

/** Those records that are still to be made. */
export async function openRecords(
  stack: DeployedStack,
  dns: Dns,
  { keys, superseded }: Adopted,
): Promise<readonly DnsRecord[]> {
  const wanted = recordsOf(stack).filter(({ name }) => name !== superseded);
  return missingIn(dns, [...keys, ...wanted]);
}

/** Prints the records and writes them as a zone file, for providers that import one. */
export function tellRecords(
  records: readonly DnsRecord[],
  file: string,
  print: (line: string) => void,
): void {
  print('\nRecords for your DNS provider:\n');
  for (const line of tableOf(records)) print(`  ${line}`);
  writeFileSync(file, zoneFile(records));
  print(`\nThe same as a file to import: ${file}`);
}
