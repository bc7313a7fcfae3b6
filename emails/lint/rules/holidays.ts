import { isOver, type Rest } from '../../../functions/core/rest.ts';
import { show } from '../../content/mistakes.ts';
import { type Finding, warning } from '../finding.ts';
import type { Checked } from '../rule.ts';

/** Holidays that are over: left behind, or of a year that nobody meant. */
export function holidays({ content, publicationFile, now, source }: Checked): readonly Finding[] {
  const over = (file: string, rests: readonly Rest[]) =>
    rests
      .filter((rest) => isOver(rest, now))
      .map(({ from, until }) =>
        warning({
          file,
          line: source(file).lineWith(until, source(file).lineOf('rests')),
          key: 'rests',
          found: show(`${from} to ${until}`),
          expected: 'days to come: these are over. Take them away, or put the year right',
        }),
      );
  return [
    ...over(publicationFile, content.publication.rests ?? []),
    ...content.courses.flatMap(({ file, rests }) => over(file, rests)),
  ];
}
