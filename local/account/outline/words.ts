import type { AfterRest } from '../../../functions/core/reader/after-rests.ts';
import { planInWords } from '../../../functions/core/reader/plan.ts';
import type { Harm } from '../../../functions/core/reader/strip.ts';
import type { Outside } from '../session.ts';
import { type Canvas, drawn, readersInWords } from './draw.ts';
import type { Outlook } from './outlook.ts';

/** A strip, its letters' names and a note beside it fit a terminal of 80. */
const MARKS = 40;

export const canvasOf = ({ color }: Pick<Outside, 'color'>): Canvas => ({ color, marks: MARKS });

/** All that a deployment would mean, but for what it would take from readers: the strips, and sentences. */
export function outlookInWords(outlook: Outlook, canvas: Canvas): readonly string[] {
  const { strips, plans, over, rests, isDeployed } = outlook;
  const { finished, resting } = outlook.asleep;
  const sentences = [
    ...planInWords(plans),
    ...over.map(
      ([course, readers]) => `${course} is over: ${readersInWords(readers)} will be done with it.`,
    ),
    ...(finished.length === 0
      ? []
      : [
          `${finished.length} have finished and are owed something: ` +
            (isDeployed ? 'npm run plan -- --wake' : 'the deployment gives it to them.'),
        ]),
    ...(resting.length === 0
      ? []
      : [
          `${resting.length} wait for the end of a rest that is none any more: ` +
            (isDeployed ? 'npm run plan -- --wake' : 'with the deployment they go on.'),
        ]),
  ];
  const strip = strips.flatMap((one) => [...drawn(one, canvas), '']);
  const isQuiet = sentences.length === 0 && outlook.harms.length === 0;
  return [
    ...strip,
    ...(isQuiet ? ['Everybody gets every lesson in its place.'] : sentences),
    ...rests.map(afterRestInWords),
  ];
}

/** With many days, the first few. */
const DAYS_TOLD = 3;

/** `closer rests from 2026-12-20 until 2027-01-06: 12 readers have their next letter on 2027-01-07.` */
function afterRestInWords({ course, rest: { from, until }, readers }: AfterRest): string {
  const [[first, count] = ['', 0], ...others] = readers;
  const told = others.slice(0, DAYS_TOLD - 1).map(([day, some]) => `${some} on ${day}`);
  const rest = others.slice(DAYS_TOLD - 1).reduce((sum, [, some]) => sum + some, 0);
  const days = [
    `${readersInWords(count)} ${count === 1 ? 'has' : 'have'} their next letter on ${first}`,
    ...told,
    ...(rest > 0 ? [`${rest} later`] : []),
  ];
  const who = readers.length === 0 ? 'nobody is to have a letter after it' : days.join(', ');
  return `${course} rests from ${from} until ${until}: ${who}.`;
}

/** What would be taken from whom, and how that can be avoided, a sentence or two each. */
export function harmInWords(harm: Harm): string {
  const { course } = harm;
  if (harm.is === 'course-gone') {
    return (
      `${course} is not in content/courses, and ${readersInWords(harm.readers)} would get nothing of it ` +
      `until it is back. If it is over, name it under retired-courses in content/publication.yaml.`
    );
  }
  if (harm.is === 'track-gone') {
    const which = harm.track === undefined ? 'no track' : `the track ${harm.track}`;
    return (
      `${course}: ${readersInWords(harm.readers)} with ${which} would get no letter at all, since the ` +
      `course has no such wording now. Put the track back into course.yaml.`
    );
  }
  if (harm.is === 'overtaken') {
    const [first = '', ...others] = harm.lessons;
    const which = others.length === 0 ? first : `${first} and ${others.length} more`;
    return (
      `${course}: ${readersInWords(harm.readers)} would be past ${which}, since a letter that they have had ` +
      `comes after that now. Put it back to where it was.`
    );
  }
  const { lesson, to, had, lost, again } = harm;
  const whole = `${course}/${lesson}`;
  const copies = had > 0 ? [`${had} have had it, and their copies on the web would be gone`] : [];
  const misses = lost > 0 ? [`${lost} would never get it`] : [];
  switch (harm.is) {
    case 'removed':
      return `${whole} is gone: ${[...copies, ...misses].join('; ')}. Set retired: true in its file instead.`;
    case 'renamed': {
      const twice = again > 0 ? [`${again} would get it a second time`] : [];
      return (
        `${whole} is ${to} now, which is another letter to its readers: ` +
        `${[...copies, ...twice].join('; ') || `${lost} have not had it yet`}. Give it back its id: ${lesson}.`
      );
    }
    case 'skipped':
      return (
        `${whole}: ${lost} were to get it, and would be past it. Say for-those-past: next-day or at-the-end ` +
        `in its file, or put it further on.`
      );
  }
}
