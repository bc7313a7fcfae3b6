/**
 * Undoes `format=flowed` (RFC 3676 §4.1 to §4.5). Mail parsers join a quoted line that ends in a
 * space with the unquoted line after it, and a bottom-posted "Please pause" vanishes with the
 * quote; here a paragraph ends where the quote depth changes.
 *
 * @param delSp RFC 3676 §4.1: the space before a soft break is deleted, too.
 */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open: { depth: number; text: string } | undefined;
  for (const raw of text.split(/\r?\n/)) {
    const { depth, text: line } = unquoted(raw);
    const signature = line === '-- ';
    if (open !== undefined && (open.depth !== depth || signature)) {
      out.push(written(open));
      open = undefined;
    }
    const joined = { depth, text: (open?.text ?? '') + line };
    const soft = line.endsWith(' ') && !signature;
    open = soft ? { depth, text: delSp ? joined.text.slice(0, -1) : joined.text } : undefined;
    if (open === undefined) out.push(written(joined));
  }
  if (open !== undefined) out.push(written(open));
  return out.join('\n');
}

/** RFC 3676 §4.5: leading `>` are the depth; one space after them was stuffed (§4.4). */
function unquoted(line: string): { depth: number; text: string } {
  let depth = 0;
  while (line[depth] === '>') depth += 1;
  const rest = line.slice(depth);
  return { depth, text: rest.startsWith(' ') ? rest.slice(1) : rest };
}

const written = (line: { depth: number; text: string }): string =>
  line.depth === 0 ? line.text : `${'>'.repeat(line.depth)} ${line.text}`;
