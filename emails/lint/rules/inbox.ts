import { show } from '../../content/mistakes.ts';
import { error, type Finding } from '../finding.ts';
import { bare, prose, sentences } from '../prose.ts';
import { type Checked, oncePerFile, onesReading } from '../rule.ts';

/** Inboxes on phones cut longer ones. */
const SUBJECT_UNDER = 50;
/** Shorter lets the letter's first words in beside it; longer is cut (mail-standards S-08). */
const PREHEADER = { least: 40, most: 110 };
/** From how many shared words on, out of ten, one line says what the other said. */
const SAME = 0.7;

/** What an inbox shows: subject and preheader. */
export function inbox({ mails, source }: Checked): readonly Finding[] {
  return oncePerFile(mails).flatMap(({ mail: { file, language, subject, preheader, blocks } }) => {
    const at = (key: 'subject' | 'preheader', found: string, expected: string) =>
      error({ file, line: source(file).lineOf(key), key, found, expected });
    const findings: Finding[] = [];
    const length = [...subject].length;
    if (length >= SUBJECT_UNDER)
      findings.push(at('subject', `${length} characters`, `fewer than ${SUBJECT_UNDER}`));
    if (subject.includes('!')) findings.push(at('subject', show(subject), 'no exclamation mark'));
    const shown = [...preheader].length;
    if (shown < PREHEADER.least || shown > PREHEADER.most)
      findings.push(
        at('preheader', `${shown} characters`, `${PREHEADER.least} to ${PREHEADER.most}`),
      );
    const [opening = ''] = prose(blocks).map(({ text }) => text);
    const [first = ''] = sentences(opening, language);
    if (alike(preheader, first))
      findings.push(at('preheader', 'the first sentence again', 'something new'));
    if (alike(preheader, subject))
      findings.push(at('preheader', 'the subject again', 'something new'));
    return findings;
  });
}

/** Whether two lines say the same: one is part of the other, or most of their words are shared. */
function alike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a === '' || b === '') return false;
  const [shorter = '', longer = ''] = [a, b].sort((x, y) => x.length - y.length);
  if (shorter.split(' ').length > 3 && ` ${longer} `.includes(` ${shorter} `)) return true;
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return (2 * shared) / (left.size + right.size) >= SAME;
}

/** Two mails with one subject are put into one thread, and the second is cut as a repeat (S-26). */
export function uniqueSubjects(checked: Checked): readonly Finding[] {
  return onesReading(checked).flatMap((mails) => {
    const first = new Map<string, string>();
    return oncePerFile(mails).flatMap(({ mail: { file, subject } }) => {
      const key = bare(subject);
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, file);
        return [];
      }
      const line = checked.source(file).lineOf('subject');
      const expected = `a subject of its own (${other} has this one)`;
      return [error({ file, line, key: 'subject', found: show(subject), expected })];
    });
  });
}
