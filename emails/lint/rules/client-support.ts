import { caniemail } from 'caniemail';
import { ACCEPTED, type Acceptance } from '../accepted-support.ts';
import { error, type Finding } from '../finding.ts';
import type { Checked } from '../rule.ts';

/** Where readers read: what issue and brief name, in all the forms that caniemail knows. */
const PROGRAMS: Parameters<typeof caniemail>[0]['clients'] = [
  'gmail.*',
  'apple-mail.*',
  'outlook.*',
  'yahoo.*',
  'samsung-email.*',
  'thunderbird.*',
];

/** A feature, and the programs that lack it. */
export interface Lack {
  readonly feature: string;
  readonly support: 'none' | 'partial';
  readonly programs: readonly string[];
}

/** Html and CSS that a program of our readers does not know, unless it was looked at. */
export function clientSupport({ mails }: Checked): readonly Finding[] {
  return mails.flatMap(({ mail: { file }, filled }) => unsupported(file, filled));
}

/** What is not accepted of one mail's html. */
export function unsupported(
  file: string,
  html: string,
  accepted: readonly Acceptance[] = ACCEPTED,
): readonly Finding[] {
  return lacks(html).flatMap(({ feature, support, programs }): readonly Finding[] => {
    const known = accepted.find((one) => one.feature === feature);
    const unknownTo = known?.unknownTo ?? [];
    const without = programs.filter(
      (program) =>
        known === undefined ||
        (support === 'none' && !unknownTo.some((start) => program.startsWith(start))),
    );
    if (without.length === 0) return [];
    const how = support === 'none' ? 'is unknown to' : 'only half works in';
    const found = `${feature}, which ${how} ${without.join(', ')}`;
    const expected = 'another way, or a reason in emails/lint/accepted-support.ts';
    return [error({ file, found, expected })];
  });
}

/** Mails of one theme are made of the same elements, so most need no second look. */
const seen = new Map<string, readonly Lack[]>();

/** Everything in this html that some program lacks, by caniemail's data. */
export function lacks(html: string): readonly Lack[] {
  const bones = skeleton(html);
  const before = seen.get(bones);
  if (before !== undefined) return before;
  const { issues } = caniemail({ clients: PROGRAMS, html: bones });
  const found = [...grouped(issues.errors, 'none'), ...grouped(issues.warnings, 'partial')];
  seen.set(bones, found);
  return found;
}

function grouped(
  issues: ReadonlyMap<string, readonly { readonly title: string }[]>,
  support: Lack['support'],
): readonly Lack[] {
  const byFeature = new Map<string, Set<string>>();
  for (const [program, titles] of issues)
    for (const { title } of titles)
      byFeature.set(title, (byFeature.get(title) ?? new Set()).add(program));
  return [...byFeature].map(([feature, programs]) => ({
    feature,
    support,
    programs: [...programs].sort(),
  }));
}

/** The style sheets, and each different element once: words and addresses change nothing. */
function skeleton(html: string): string {
  const sheets = html.match(/<style\b[^>]*>[\s\S]*?<\/style>/g) ?? [];
  const elements = html
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/\s(href|id|content|aria-label)="[^"]*"/g, ' $1=""')
    .match(/<[a-z][^>]*>/g);
  const different = [...new Set(elements ?? [])].sort();
  const closed = different.map((tag) => `${tag}</${/^<(\w+)/.exec(tag)?.[1]}>`);
  return `<html><head>${sheets.join('')}</head><body>${closed.join('')}</body></html>`;
}
