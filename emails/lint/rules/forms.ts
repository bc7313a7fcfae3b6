import { oneOf } from '../../content/markdown.ts';
import { show } from '../../content/mistakes.ts';
import { error, type Finding } from '../finding.ts';
import { type Checked, oncePerFile } from '../rule.ts';
import { REST } from './parts.ts';
import { courseReadings } from './readings.ts';

/** What kind of writing each letter is, so that it shows when all are of one. */
export function forms({ mails, style, source }: Checked): readonly Finding[] {
  if (style.forms.length === 0) return [];
  return oncePerFile(mails).flatMap(({ mail: { file }, lesson }) => {
    if (lesson === undefined) return [];
    const { form } = lesson.outline;
    if (form !== undefined && style.forms.includes(form)) return [];
    const line = source(file).lineOf('form');
    const expected = `a form that style.yaml lists: ${oneOf(style.forms)}`;
    return [error({ file, line, key: 'form', found: show(form), expected })];
  });
}

/** One letter to rest with in as many as style.yaml says; what is left over at the end is no week. */
export function rests(checked: Checked): readonly Finding[] {
  const every = checked.style['rest-every'];
  if (every === undefined) return [];
  return courseReadings(checked).flatMap(({ course: { file }, letters }) => {
    const weeks = Array.from({ length: Math.floor(letters.length / every) }, (_, week) =>
      letters.slice(week * every, (week + 1) * every),
    );
    return weeks.flatMap((week, index) => {
      if (week.some(({ lesson }) => lesson?.outline.form === REST)) return [];
      const found = `no letter with form: rest among ${index * every + 1} to ${(index + 1) * every}`;
      return [error({ file, line: 1, found, expected: `one in every ${every}` })];
    });
  });
}
