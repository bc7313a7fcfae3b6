/** No block stands deeper; each level has one colon fewer than the one around it. */
const DEEPEST = 9;

/**
 * Each fence as long as its depth asks for: the first `:::` would end the outermost block otherwise,
 * and authors need not count colons. Lines stay where they are.
 */
export function nested(body: string): string {
  let depth = 0;
  const fence = (level: number) => ':'.repeat(Math.max(3, DEEPEST - level));
  const lines = body.split('\n').map((line) => {
    const rest = /^:{3,}(.*)$/.exec(line)?.[1];
    if (rest === undefined || (rest.trim() === '' && depth === 0)) return line;
    if (rest.trim() === '') return fence(--depth);
    return /^[a-z]/i.test(rest) ? fence(depth++) + rest : line;
  });
  return lines.join('\n');
}
