import { addressParser } from 'postal-mime';

/** A header field as it stands in the bytes, unfolded. */
export type Header = readonly [name: string, value: string];

/** The header fields of a message, in order. Bytes beyond ASCII are read as UTF-8. */
export function headersOf(raw: Uint8Array): readonly Header[] {
  const text = Buffer.from(raw).toString('utf8');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const unfolded = text.slice(0, end).replace(/\r?\n[ \t]+/g, ' ');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const match = /^([!-9;-~]+):\s*(.*)$/s.exec(line);
    return match?.[1] === undefined ? [] : [[match[1], (match[2] ?? '').trim()] as const];
  });
}

/** The value of the first header of this name. */
export function header(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([one]) => one.toLowerCase() === wanted)?.[1];
}

/** The bare addresses in an address list, groups opened. */
export function addressesIn(value: string): readonly string[] {
  return addressParser(value).flatMap((entry) =>
    entry.group === undefined ? [entry.address] : entry.group.map(({ address }) => address),
  );
}

/** To whom a message is addressed in its own header. */
export function recipientsIn(headers: readonly Header[]): readonly string[] {
  return ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(header(headers, name) ?? ''));
}
