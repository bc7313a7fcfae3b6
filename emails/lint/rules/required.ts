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

/** What a course demands of some of its letters: `requires` in course.yaml. */
export function required(checked: Checked): readonly Finding[] {
  const demands = checked.content.courses.flatMap((course) =>
    (Object.keys(KINDS) as Requirable[]).flatMap((name) =>
      course.requires[name].map((id) => ({ course, name, id })),
    ),
  );
  return demands.flatMap((demand) => unmet(demand, checked) ?? []);
}

interface Demand {
  readonly course: Course;
  readonly name: Requirable;
  readonly id: string;
}

function unmet({ course, name, id }: Demand, { broken, source }: Checked): Finding | undefined {
  const lesson = running(course).find((one) => one.id === id);
  if (lesson === undefined) {
    // Its own file may be what can't be read.
    if ([...broken].some((file) => file.startsWith(dirname(course.file)))) return undefined;
    const { file, lineOf, lineWith } = source(course.file);
    const line = lineWith(`${name}:`, lineOf('requires'));
    const expected = oneOf(running(course).map((one) => one.id));
    return error({ file, line, key: `requires.${name}`, found: show(id), expected });
  }
  const { file, blocks } = lesson;
  if (broken.has(file) || [...walk(blocks)].some(({ kind }) => kind === KINDS[name]))
    return undefined;
  const expected = `one, as course.yaml requires of ${id}`;
  return error({ file, line: blocks[0]?.line ?? 1, found: `no ::${name}`, expected });
}
