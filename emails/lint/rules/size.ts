import { error, type Finding, warning } from '../finding.ts';
import type { Checked } from '../rule.ts';
import { topOf } from './places.ts';

/** Gmail cuts html near 102 KB, and with it the way to unsubscribe (mail-standards S-07). */
const WARN = 80_000;
const FAIL = 95_000;

/** The html of each mail as an example reader gets it. */
export function size({ mails }: Checked): readonly Finding[] {
  return mails.flatMap(({ mail, filled }) => {
    const bytes = Buffer.byteLength(filled);
    if (bytes < WARN) return [];
    const finding = {
      ...topOf(mail),
      found: `${Math.ceil(bytes / 1000)} KB of html`,
      expected: `less than ${WARN / 1000} KB: Gmail cuts near 102`,
    };
    return [bytes < FAIL ? warning(finding) : error(finding)];
  });
}
