import { expect, test } from 'vitest';
import { lint } from '../../emails/lint/lint.ts';
import { tinyContent } from './tiny-content.ts';

test('a notice that is missing is told, and everything else is still looked at', async () => {
  const without = tinyContent({ 'words/en/notices/paused.md': undefined });
  const { findings, mails } = await lint(without);
  const about = findings.filter(({ file }) => /paused|^$/.test(file));
  expect(about).toMatchObject([
    { file: 'content/words/en/notices/paused.md', found: 'no file', expected: 'this file' },
  ]);
  expect(mails.map(({ id }) => id)).toContain('resumed');
});
