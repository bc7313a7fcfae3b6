import { paintFor } from '../../account/paint.ts';
import { RefusedError } from '../../account/restore/home.ts';
import type { Outside } from '../../account/session.ts';
import { funnel } from '../funnel.ts';
import { funnelInWords } from '../words/funnel.ts';
import { atDesk, PLACE, tell } from './at-desk.ts';

const HELP = `kindling funnel [course]

A bar a letter: how many received it, and how many paused or left after it. By counters of all months, of mails and
of nobody; what each counts is in docs/counting.md.

${PLACE}`;

/** `kindling funnel`. @returns the exit code */
export const funnelCommand = (outside: Outside, args: readonly string[]): Promise<number> =>
  atDesk(outside, args, { help: HELP, texts: 1 }, async (at) => {
    const [wanted] = at.texts;
    const all = await funnel(at.desk, wanted);
    if (wanted !== undefined && all.length === 0) {
      const known = at.desk.courses.map(({ slug }) => slug).join(', ');
      throw new RefusedError(`There is no course "${wanted}", and none was. There is: ${known}.`);
    }
    const paint = paintFor(outside);
    tell(at, all, (courses) => courses.flatMap((one) => funnelInWords(one, paint)));
    return 0;
  });
