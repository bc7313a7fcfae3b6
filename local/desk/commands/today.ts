import { paintFor } from '../../account/paint.ts';
import type { Outside } from '../../account/session.ts';
import { today } from '../today.ts';
import { isWell, todayInWords } from '../words/today.ts';
import { atDesk, PLACE, tell } from './at-desk.ts';

const HELP = `kindling today

How things stand: what comes due today, waits or is in doubt, what keeps mails from going, the quota, alarms, and
courses that are gone. It ends with 1 when something wants to be looked at.

${PLACE}`;

/** `kindling today`. @returns the exit code */
export const todayCommand = (outside: Outside, args: readonly string[]): Promise<number> =>
  atDesk(outside, args, { help: HELP }, async (at) => {
    const now = await today(at.desk);
    tell(at, now, (value) => todayInWords(value, paintFor(outside)));
    return isWell(now) ? 0 : 1;
  });
