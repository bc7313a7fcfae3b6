import { MOST_OPTIONS, type Option } from '../understanding.ts';

/** The first options that differ from each other, as many as a question offers. */
export function offers(options: readonly Option[]): readonly Option[] {
  const seen = new Set<string>();
  const different = options.filter((option) => {
    const key = JSON.stringify(option);
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
  return different.slice(0, MOST_OPTIONS);
}
