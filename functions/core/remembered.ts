/** A drain asks for the same few days, hours and zones thousands of times. */
const AT_MOST = 500;

/**
 * A pure function of texts and numbers that remembers its latest answers. What it throws is thrown
 * again the next time.
 */
export function remembered<Args extends readonly (string | number)[], Answer>(
  answer: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const known = new Map<string, Answer>();
  return (...args) => {
    const key = args.join('\n');
    if (known.has(key)) return known.get(key) as Answer;
    const fresh = answer(...args);
    if (known.size >= AT_MOST) known.clear();
    known.set(key, fresh);
    return fresh;
  };
}
