import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder } from '../../emails/content/folder.ts';
import { loadContent } from '../../emails/content/load.ts';
import { draftsOf } from '../../emails/outlines.ts';
import { paintFor } from '../../local/account/paint.ts';
import { funnel } from '../../local/desk/funnel.ts';
import { funnelInWords } from '../../local/desk/words/funnel.ts';
import { terminalSvg } from '../support/terminal-svg.ts';
import { deskOver } from './fake-desk.ts';

const PICTURE = join(import.meta.dirname, '../../docs/pictures/funnel.svg');

/** If the funnel looks otherwise now: `npx vitest run test/desk/picture -u` draws it anew. */
test('the picture in the guide shows what the funnel says of a course that loses readers at one letter', async () => {
  const courses = draftsOf(loadContent(contentFolder())).map(({ outline }) => outline);
  const lessons = courses.find(({ slug }) => slug === 'closer')?.lessons ?? [];
  let readers = 412;
  const counters = lessons.map(({ id }, place) => {
    const leftAfter = place === 9 ? Math.round(readers / 5) : 1 + ((place * 7) % 5);
    const counts = {
      accepted: readers,
      replied: (place * 11) % 23,
      pausedAfter: place % 4,
      leftAfter,
    };
    readers -= leftAfter + counts.pausedAfter;
    return { pk: 'counts', sk: `letter#2026-11#closer#${id}`, v: 1, ...counts };
  });
  const { desk } = deskOver(counters, { courses });
  const [closer] = await funnel(desk, 'closer');
  if (closer === undefined) throw new Error('it ships');
  const lines = [
    '$ npx kindling funnel closer',
    '',
    ...funnelInWords(closer, paintFor({ color: false })),
  ];
  expect(lines.every((line) => line.length <= 100)).toBe(true);
  const svg = terminalSvg('What npx kindling funnel prints', lines);
  await expect(svg).toMatchFileSnapshot(PICTURE);
});
