import { show } from '../../content/mistakes.ts';
import { plainText, walk } from '../../content/tree.ts';
import { error, type Finding } from '../finding.ts';
import type { LintedMail } from '../linted.ts';
import { wordPattern } from '../prose.ts';
import type { Checked } from '../rule.ts';
import { fileOf } from './places.ts';

interface Said {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Words of `content/style.yaml` that promise too much, wherever a reader would see them. */
export function hype(checked: Checked): readonly Finding[] {
  const forbidden = checked.style.hype.map((word) => ({ word, pattern: wordPattern(word) }));
  return checked.mails.flatMap((linted) =>
    everythingSaid(linted, checked).flatMap(({ file, line, text }) =>
      forbidden
        .filter(({ pattern }) => pattern.test(text))
        .map(({ word }) => {
          const at = { file, line: checked.source(file).lineWith(word, line) };
          return error({ ...at, found: show(word), expected: 'plainer words' });
        }),
    ),
  );
}

function everythingSaid({ mail }: LintedMail, { source }: Checked): readonly Said[] {
  const front = (['subject', 'preheader'] as const).map((key) => ({
    file: mail.file,
    line: source(mail.file).lineOf(key),
    text: mail[key],
  }));
  const body = [...walk(mail.blocks)].flatMap((block) => {
    const at = { file: fileOf(mail, block), line: block.line };
    if (block.kind === 'paragraph' || block.kind === 'heading')
      return [{ ...at, text: plainText(block.children) }];
    if (block.kind === 'practice') return [{ ...at, text: block.title }];
    return block.kind === 'button' ? [{ ...at, text: block.label }] : [];
  });
  return [...front, ...body];
}
