import { expect, test } from 'vitest';
import { loadContent } from '../../emails/content/load.ts';
import { findingLine } from '../../emails/lint/finding.ts';
import { lint } from '../../emails/lint/lint.ts';
import { draftsOf } from '../../emails/outlines.ts';
import { type Changes, mistakes } from './mistakes-of.ts';
import { COURSE, PUBLICATION, tinyContent } from './tiny-content.ts';

const WHERE = { publication: 'publication.yaml', course: 'courses/tiny/course.yaml' };
/** `2026-12-20..2027-01-06` each. */
const rests = (...spans: readonly string[]) =>
  `rests:\n${spans.map((span) => `  - { from: ${span.replace('..', ', until: ')} }\n`).join('')}`;
const inPublication = (text: string): Changes => ({
  [WHERE.publication]: PUBLICATION + text,
});
const inCourse = (text: string): Changes => ({ [WHERE.course]: COURSE + text });

test.for<readonly [reason: string, changes: Changes, mistake: string | undefined]>([
  ['one', inPublication(rests('2026-12-20..2027-01-06')), undefined],
  ['one day', inPublication(rests('2026-12-24..2026-12-24')), undefined],
  [
    'one after another',
    inCourse(rests('2026-12-20..2026-12-31', '2027-01-01..2027-01-06')),
    undefined,
  ],
  [
    'one of a course in one of the publication',
    {
      ...inPublication(rests('2026-12-20..2027-01-06')),
      ...inCourse(rests('2026-12-24..2026-12-26')),
    },
    undefined,
  ],
  [
    'it ends before it begins',
    inPublication(rests('2026-12-20..2026-12-06')),
    'content/publication.yaml:11 rests.0.until: found "2026-12-06", expected the last day, 2026-12-20 or later',
  ],
  [
    'years long',
    inCourse(rests('2026-12-20..2028-01-06')),
    'content/courses/tiny/course.yaml:11 rests.0.until: found "2028-01-06", expected the last day, within a year of 2026-12-20',
  ],
  [
    'a day that is none',
    inPublication(rests('2026-12-20..2027-02-29')),
    'content/publication.yaml:11 rests.0.until: found "2027-02-29", expected a date such as 2026-12-31',
  ],
  [
    'a date as people write it',
    inPublication(rests('20.12.2026..2027-01-06')),
    'content/publication.yaml:11 rests.0.from: found "20.12.2026", expected a date such as 2026-12-31',
  ],
  [
    'no end',
    inPublication('rests:\n  - from: 2026-12-20\n'),
    'content/publication.yaml:11 rests.0.until: found nothing, expected a date such as 2026-12-31',
  ],
  [
    'days twice',
    inCourse(rests('2026-12-20..2027-01-06', '2027-01-06..2027-01-08')),
    'content/courses/tiny/course.yaml:12 rests.1.from: found "2027-01-06", expected days outside of another rest: it is 2026-12-20 to 2027-01-06 already',
  ],
  [
    'of a course, in the wrong file',
    inPublication('rests:\n  - { from: 2026-12-20, until: 2027-01-06, course: tiny }\n'),
    'content/publication.yaml:11 rests.0.course: found "tiny", expected nothing: a rest of one course stands in its own course.yaml',
  ],
  [
    'no list',
    inPublication('rests: { from: 2026-12-20, until: 2027-01-06 }\n'),
    'content/publication.yaml:10 rests: found {"from":"2026-12-20","until":"2027-01-06"}, expected a list of holidays, each with from and until',
  ],
])('a rest is read with its mistakes: %s', ([, changes, mistake]) => {
  expect(mistakes(changes)).toEqual(mistake === undefined ? [] : [mistake]);
});

test('a course rests with its publication and by itself, and remembers it', () => {
  const dir = tinyContent({
    ...inPublication(rests('2026-12-20..2027-01-06')),
    ...inCourse(rests('2027-04-01..2027-04-08')),
  });
  const both = [
    { from: '2026-12-20', until: '2027-01-06' },
    { from: '2027-04-01', until: '2027-04-08' },
  ];
  const [tiny] = draftsOf(loadContent(dir));
  expect(tiny?.outline.rests).toEqual(both);
  expect(tiny?.kept.rests).toEqual(both);
});

test.for<readonly [reason: string, now: string, over: readonly string[]]>([
  ['neither', '2027-01-06T12:00:00Z', []],
  ['not while it is the last day anywhere', '2027-01-07T11:59:00Z', []],
  [
    'the day after, everywhere',
    '2027-01-07T12:00:00Z',
    ['content/publication.yaml:11 rests: found "2026-12-20 to 2027-01-06"'],
  ],
  [
    'both',
    '2027-05-01T00:00:00Z',
    [
      'content/courses/tiny/course.yaml:11 rests: found "2027-04-01 to 2027-04-08"',
      'content/publication.yaml:11 rests: found "2026-12-20 to 2027-01-06"',
    ],
  ],
])('one that is over is a warning: %s', async ([, now, over]) => {
  const dir = tinyContent({
    ...inPublication(rests('2026-12-20..2027-01-06')),
    ...inCourse(rests('2027-04-01..2027-04-08')),
  });
  const { findings } = await lint(dir, { now: new Date(now) });
  const lines = findings.filter(({ key }) => key === 'rests').map(findingLine);
  expect(lines).toEqual(
    over.map(
      (found) =>
        `warning ${found}, expected days to come: these are over. Take them away, or put the year right`,
    ),
  );
});
