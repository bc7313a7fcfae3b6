import { paintFor } from '../../account/paint.ts';
import type { Outside } from '../../account/session.ts';
import { cost } from '../cost.ts';
import { costInWords } from '../words/cost.ts';
import { atDesk, PLACE, tell } from './at-desk.ts';

const HELP = `kindling cost

What this month costs so far, and what it comes to if it goes on so: by our own counters and AWS's list prices.

${PLACE}`;

/** `kindling cost`. @returns the exit code */
export const costCommand = (outside: Outside, args: readonly string[]): Promise<number> =>
  atDesk(outside, args, { help: HELP }, async (at) => {
    tell(at, await cost(at.desk), (value) => costInWords(value, paintFor(outside)));
    return 0;
  });
