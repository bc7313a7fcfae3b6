import type { Found } from './check.ts';
import type { DnsRecord, How } from './verdict.ts';

const SIGNS = { ok: '✓', todo: '•', wrong: '✗', skipped: '–' } as const;
const LABEL_WIDTH = 14;

/** One line for a check, and below it what to do. */
export function linesOf(found: Found): readonly string[] {
  const what = found.is === 'skipped' ? `waits for ${found.waitsFor}` : found.what;
  const line = `${SIGNS[found.is]} ${found.id.padEnd(LABEL_WIDTH)} ${what}`;
  const how = 'how' in found ? found.how.flatMap(howLines) : [];
  return [line, ...how.map((one) => `  ${' '.repeat(LABEL_WIDTH)} ${one}`)];
}

function howLines(how: How): readonly string[] {
  if ('run' in how) return [`$ ${how.run}`];
  return 'say' in how ? [how.say] : tableOf(how.records);
}

/** Records in columns, as the forms of DNS providers ask for them. */
export function tableOf(records: readonly DnsRecord[]): readonly string[] {
  const width = Math.max(...records.map(({ name }) => name.length));
  return records.map(
    ({ name, type, value }) => `${name.padEnd(width)}  ${type.padEnd(5)}  ${value}`,
  );
}

/** The same for a provider that imports zone files (RFC 1035 §5). */
export function zoneFile(records: readonly DnsRecord[]): string {
  const lines = records.map(
    ({ name, type, value }) => `${name}. 3600 IN ${type} ${rdata(type, value)}`,
  );
  return `${lines.join('\n')}\n`;
}

const rdata = (type: DnsRecord['type'], value: string): string =>
  type === 'TXT' ? `"${value}"` : `${value}.`;

/** How it all ends: `14 well, 2 yours to do, 1 wrong`. */
export function summary(all: readonly Found[]): string {
  const count = (is: Found['is']) => all.filter((one) => one.is === is).length;
  const parts = [
    `${count('ok')} well`,
    ...(count('todo') > 0 ? [`${count('todo')} yours to do`] : []),
    ...(count('wrong') > 0 ? [`${count('wrong')} wrong`] : []),
    ...(count('skipped') > 0 ? [`${count('skipped')} not looked at`] : []),
  ];
  return parts.join(', ');
}

/** Nothing is left to do. */
export const allWell = (all: readonly Found[]): boolean => all.every(({ is }) => is === 'ok');
