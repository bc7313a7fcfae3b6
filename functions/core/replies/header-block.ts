import { fold } from './characters.ts';
import { LABELS, type Label } from './header-words.ts';

const BY_NAME: ReadonlyMap<string, Label> = new Map(
  Object.entries(LABELS).flatMap(([label, names]) =>
    names.map((name) => [fold(name), label as Label] as const),
  ),
);

/** `*From:*`, `De :`, `发件人：`; NFKC has made the wide colon a plain one. */
const LABELLED = /^[\s*_|>]{0,12}([^:*_]{1,24}?)[*_]{0,2}\s?:[*_]{0,2}(.{0,400})$/;

const MAX_LINES = 14;

/**
 * Whether the header that Outlook and others copy above a quote begins at this line: a sender and
 * a date or subject, or a sender's and a recipient's address. "From: 1 Dec / To: 14 Dec", which a
 * person could write, is none.
 */
export function headerBlockAt(lines: readonly string[], at: number): boolean {
  const first = labelled(lines[at] ?? '');
  if (first === undefined || first.label === 'cc') return false;
  const seen = new Set<Label>([first.label]);
  let address = first.value.includes('@');
  let unlabelled = 0;
  for (const line of lines.slice(at + 1, at + MAX_LINES)) {
    const next = labelled(line);
    if (next === undefined) {
      address ||= line.includes('@');
      unlabelled += 1;
      if (unlabelled > 2) break;
      continue;
    }
    unlabelled = 0;
    seen.add(next.label);
    address ||= next.value.includes('@');
  }
  return isHeader(first.label, seen, address);
}

function labelled(line: string): { readonly label: Label; readonly value: string } | undefined {
  if (line.length > 400) return undefined;
  const [, name, value] = LABELLED.exec(fold(line)) ?? [];
  const label = BY_NAME.get((name ?? '').trim());
  return label === undefined ? undefined : { label, value: value ?? '' };
}

function isHeader(first: Label, seen: ReadonlySet<Label>, address: boolean): boolean {
  // Some programs leave the sender out, and some begin with the recipient.
  const dated = seen.has('sent') && seen.has('subject') && address;
  if (first === 'to') return dated && seen.has('from');
  if (!seen.has('from')) return dated && seen.has('to');
  const tells = seen.has('sent') || seen.has('subject');
  if (first === 'from') return tells || (seen.has('to') && address);
  return tells && seen.size >= 3;
}
