import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

test('every finding of AwsSolutions is mended or accepted with its reason', () => {
  // Found where the assembly is made: test/support/synthesize.ts.
  const findings = JSON.parse(readFileSync(join(inject('assembly'), 'nag.json'), 'utf8'));
  expect(findings).toEqual([]);
});
