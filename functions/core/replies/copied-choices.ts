/**
 * A reply without the choices of a question that it copies with no mark: our buttons' own words, which
 * say what a wish says. One of them alone is how somebody answers; two or more are a copy.
 *
 * @param labels what the buttons of the open question say, in each language that it may have spoken
 */
export function withoutChoices(text: string, labels: readonly string[]): string {
  const ours = new Set(labels.map(plain));
  const lines = text.split('\n');
  const copied = new Set(lines.map(plain).filter((line) => ours.has(line)));
  return copied.size < 2 ? text : lines.filter((line) => !ours.has(plain(line))).join('\n');
}

const plain = (line: string): string => line.trim().replace(/:$/, '').toLowerCase();
