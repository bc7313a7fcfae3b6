import type { Block } from '../../content/tree.ts';
import { error, type Finding, warning } from '../finding.ts';
import type { LintedMail } from '../linted.ts';
import type { Checked } from '../rule.ts';
import { topOf } from './places.ts';

/** The bones of a letter in their order. */
const BONES = ['practice', 'question', 'next'] as const;
const WRITTEN: Readonly<Record<(typeof BONES)[number], string>> = {
  practice: ':::practice[Title]',
  question: ':::question',
  next: ':::next',
};

/** Words first, one practice, one question, what comes next: in each lesson, for each track. */
export function parts({ mails }: Checked): readonly Finding[] {
  return mails.flatMap((linted) =>
    linted.lesson === undefined ? [] : [...missing(linted), ...misplaced(linted)],
  );
}

function missing(linted: LintedMail): readonly Finding[] {
  const { file, blocks } = linted.mail;
  const findings = BONES.flatMap((bone): readonly Finding[] => {
    const [first, second] = blocks.filter(({ kind }) => kind === bone);
    const one = `${WRITTEN[bone]}${bone === 'practice' ? forTrack(linted) : ''}`;
    if (first === undefined && bone !== 'next' && rests(linted)) return [];
    if (first === undefined)
      return [error({ ...topOf(linted.mail), found: `no ${one}`, expected: 'one in each letter' })];
    if (second === undefined) return [];
    return [warning({ file, line: second.line, found: `a second ${one}`, expected: 'only one' })];
  });
  const [opening] = blocks;
  if (opening?.kind === 'paragraph') return findings;
  const line = opening?.line ?? 1;
  const found = opening === undefined ? 'nothing' : called(opening);
  return [error({ file, line, found, expected: 'a paragraph that opens the letter' }), ...findings];
}

/** A letter to rest with may ask for nothing. */
const rests = ({ lesson }: LintedMail): boolean => lesson?.outline.form === REST;
export const REST = 'rest';

function forTrack({ lesson }: LintedMail): string {
  return lesson === undefined || lesson.course.tracks.length === 0
    ? ''
    : ` for track ${lesson.track}`;
}

function misplaced({ mail: { file, blocks } }: LintedMail): readonly Finding[] {
  const order: readonly string[] = BONES;
  const bones = blocks.filter(({ kind }) => order.includes(kind));
  const rank = ({ kind }: Block) => order.indexOf(kind);
  const late = bones.find((block, index) => {
    const before = bones[index - 1];
    return before !== undefined && rank(before) > rank(block);
  });
  if (late)
    return [
      error({
        file,
        line: late.line,
        found: `${called(late)} here`,
        expected: order.join(', then '),
      }),
    ];
  const last = blocks.at(-1);
  if (last === undefined || last.kind === 'next' || rank(bones.at(-1) ?? last) < 2) return [];
  return [
    error({
      file,
      line: last.line,
      found: `${called(last)} last`,
      expected: 'next at the end',
    }),
  ];
}

const called = ({ kind }: Block): string => (kind === 'paragraph' ? 'a paragraph' : kind);

/** Without this button, nobody could ever join. */
export function confirmable({ mails }: Checked): readonly Finding[] {
  return mails.flatMap(({ id, kind, mail, html }) => {
    const asks = kind === 'notice' && (id === 'confirmation' || id === 'comeback');
    if (!asks || html.slots.includes('confirmUrl')) return [];
    const expected = '::button[...]{to=confirmUrl}';
    return [error({ ...topOf(mail), found: 'no way to confirm', expected })];
  });
}
