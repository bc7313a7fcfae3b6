import { byPlace, type Mistake, sentence } from '../content/mistakes.ts';

/** Something that the linter has to say: an error stops a release, a warning asks for a look. */
export interface Finding extends Mistake {
  readonly level: 'error' | 'warning';
}

export const error = (mistake: Mistake): Finding => ({ level: 'error', ...mistake });
export const warning = (mistake: Mistake): Finding => ({ level: 'warning', ...mistake });

/** `error   content/x.md:4 subject: found ..., expected ...` */
export function findingLine(finding: Finding): string {
  return `${finding.level.padEnd(7)} ${sentence(finding)}`;
}

/** File by file, and each only once: what is shared by several mails is found in all of them. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const byLine = new Map(findings.map((finding) => [findingLine(finding), finding]));
  return [...byLine.values()].sort(byPlace);
}
