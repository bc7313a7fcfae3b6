import type { Result } from 'lighthouse';

/** What a page has to reach, out of 100; what has no gate is told. */
const GATES: Readonly<Record<Category, number | undefined>> = {
  accessibility: 100,
  'best-practices': 100,
  performance: undefined,
  seo: undefined,
};
export type Category = 'accessibility' | 'best-practices' | 'performance' | 'seo';

/** Those that a page can fail by; they are the same on a slow machine. */
export const GATED: readonly Category[] = ['accessibility', 'best-practices'];
export const CATEGORIES: readonly Category[] = [...GATED, 'performance', 'seo'];

/** Something that Lighthouse would have otherwise. */
export interface Finding {
  readonly category: Category;
  /** The audit, and what it says. */
  readonly says: string;
  /** Where the page can't be otherwise: why. */
  readonly because?: string;
}

/** What Lighthouse thinks of one page. */
export interface Verdict {
  readonly name: string;
  /** From 0 to 100, of the categories that were asked for. */
  readonly scores: Readonly<Partial<Record<Category, number>>>;
  readonly findings: readonly Finding[];
}

/** @throws when Lighthouse could not load or judge the page */
export function verdictOf(name: string, result: Result, asked: readonly Category[]): Verdict {
  const { runtimeError, categories } = result;
  if (runtimeError) throw new Error(`${name}: ${runtimeError.code}: ${runtimeError.message}`);
  const score = (category: Category) => Math.round((categories[category]?.score ?? 0) * 100);
  return {
    name,
    scores: Object.fromEntries(asked.map((category) => [category, score(category)])),
    findings: asked.flatMap((category) => findingsIn(result, category)),
  };
}

function findingsIn(result: Result, category: Category): readonly Finding[] {
  const counted = (result.categories[category]?.auditRefs ?? []).filter(({ weight }) => weight > 0);
  return counted.flatMap(({ id }) => {
    const audit = result.audits[id];
    if (typeof audit?.score !== 'number' || audit.score === 1) return [];
    const says = `${id}: ${audit.title}`;
    const because = id === 'errors-in-console' && isOwnStatus(result);
    return [{ category, says, ...(because && { because: 'the line is the status of the page' }) }];
  });
}

/**
 * A browser writes a line into its console for each answer of 400 and above, the page's own too. That
 * one is no fault of the page: one that is not there has to say so (RFC 9110 §15.5.5).
 */
function isOwnStatus({ audits, finalDisplayedUrl }: Result): boolean {
  const details = audits['errors-in-console']?.details;
  const lines = details?.type === 'table' ? details.items : [];
  return (
    lines.length > 0 &&
    lines.every(({ source, sourceLocation }) => {
      const from = sourceLocation as { readonly url?: string } | undefined;
      return source === 'network' && from?.url === finalDisplayedUrl;
    })
  );
}

/** Whether it reaches every gate, but for what it can't be otherwise. */
export const passes = ({ scores, findings }: Verdict): boolean =>
  GATED.every((category) => {
    const mended = findings.every((one) => one.category !== category || one.because !== undefined);
    return mended || (scores[category] ?? 0) >= (GATES[category] ?? 0);
  });

/** Page by category, as text in columns; below it, what was found. */
export function table(verdicts: readonly Verdict[]): string {
  const cells = verdicts.map((verdict) => [
    verdict.name,
    ...CATEGORIES.map((category) => String(verdict.scores[category] ?? '')),
    passes(verdict) ? 'ok' : 'FAILS',
  ]);
  const gates = CATEGORIES.map((category) => `≥ ${GATES[category]}`.replace('≥ undefined', ''));
  const all = [['page', ...CATEGORIES, ''], ...cells, ['gate', ...gates, '']];
  const widths =
    all[0]?.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0))) ?? [];
  const lines = all.map((line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
  const found = verdicts.flatMap(({ name, findings }) =>
    findings.map(
      ({ category, says, because }) =>
        `${name}: ${category}: ${says}${because === undefined ? '' : ` (passes: ${because})`}`,
    ),
  );
  return [...lines.map((line) => line.trimEnd()), '', ...found].join('\n');
}
