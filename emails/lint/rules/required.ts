import { dirname } from 'node:path';
import { oneOf } from '../../content/markdown.ts';
import { show } from '../../content/mistakes.ts';
import type { Course, Requirable } from '../../content/model.ts';
import { type Block, walk } from '../../content/tree.ts';
import { error, type Finding } from '../finding.ts';
import { running } from '../linted.ts';
import type { Checked } from '../rule.ts';

const KINDS: Readonly<Record<Requirable, Block['kind']>> = {
  safety: 'safety',
  'check-in': 'checkIn',
  'four-weeks': 'fourWeeks',
};

/** What a course demands of some of its letters, as each reader gets them: `requires` in course.yaml. */
export function required(checked: Checked): readonly Finding[] {
  const demands = checked.content.courses.flatMap((course) =>
    (Object.keys(KINDS) as Requirable[]).flatMap((name) =>
      course.requires[name].map((id) => ({ course, name, id })),
    ),
  );
  return demands.flatMap((demand) => unmet(demand, checked));
}

interface Demand {
  readonly course: Course;
  readonly name: Requirable;
  readonly id: string;
}

function unmet({ course, name, id }: Demand, checked: Checked): readonly Finding[] {
  const { broken, source, mails } = checked;
  const lesson = running(course).find((one) => one.id === id);
  if (lesson === undefined) {
    // Its own file may be what can't be read.
    if ([...broken].some((file) => file.startsWith(dirname(course.file)))) return [];
    const { file, lineOf, lineWith } = source(course.file);
    const line = lineWith(`${name}:`, lineOf('requires'));
    const expected = oneOf(running(course).map((one) => one.id));
    return [error({ file, line, key: `requires.${name}`, found: show(id), expected })];
  }
  const { file, blocks } = lesson;
  // A block may stand in the words of one track alone: each reader's letter has to have it.
  const read = mails.filter(({ mail }) => mail.file === file);
  const lacking = read.filter(({ mail }) => !has(mail.blocks, KINDS[name]));
  const line = blocks[0]?.line ?? 1;
  const expected = `one, as course.yaml requires of ${id}`;
  const whose =
    lacking.length === read.length
      ? ['']
      : lacking.map(({ lesson }) => ` for track ${lesson?.track}`);
  return lacking.length === 0
    ? []
    : whose.map((who) => error({ file, line, found: `no ::${name}${who}`, expected }));
}

const has = (blocks: readonly Block[], kind: Block['kind']): boolean =>
  [...walk(blocks)].some((block) => block.kind === kind);
