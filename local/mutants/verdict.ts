import { existsSync, readFileSync } from 'node:fs';

/** What vitest's JSON reporter says of a run, as far as we look. */
interface Report {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

export type Verdict =
  /** A test went red, or never came to an end. */
  | { readonly is: 'killed'; readonly by: string }
  | { readonly is: 'alive' }
  /** No test ran at all: the change is no code, which proves nothing. */
  | { readonly is: 'broken' };

/** @param report the file that the reporter wrote, if it came to that */
export function verdictOn(status: number | null, report: string): Verdict {
  if (status === 0) return { is: 'alive' };
  if (status === null) return { is: 'killed', by: 'it never ends' };
  if (!existsSync(report)) return { is: 'broken' };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const red = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap((one) =>
      one.status === 'failed' ? [`${name.split('/test/').at(-1)}: ${one.fullName}`] : [],
    ),
  );
  return red[0] === undefined ? { is: 'broken' } : { is: 'killed', by: red[0] };
}
