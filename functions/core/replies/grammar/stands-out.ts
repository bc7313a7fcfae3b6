import type { Wish } from '../understanding.ts';
import type { Candidate } from './ends.ts';

/** What of a mail counts as a wish beside other words, and what only tells. */

/** "It is too early in the morning. Could it be nine?" */
export const isTimeOfDay = (wish: Wish): boolean =>
  wish.is === 'schedule' && wish.minutes !== undefined;

/** "Nine is perfect, leave it so": nobody asked for another hour or day. */
export const isContent = ({ reading }: Candidate): boolean =>
  reading.does === 'schedule' && !reading.asked && !reading.object;

/**
 * "Only on Wednesdays, that is our evening", "I leave at five, he comes at six": among other words days and hours are asked
 * for, or are our mails'.
 */
export const standsOut = ({ reading }: Candidate): boolean =>
  reading.sure &&
  (reading.asked ||
    reading.object ||
    !(reading.ownDays === true || reading.wishes.some(isTimeOfDay)));

/** "I need a break": of the mail only where nothing else is told, or where it is begged for. */
export const isBareRest = ({ reading }: Candidate): boolean =>
  reading.does === 'pause' &&
  !reading.sure &&
  !reading.object &&
  !reading.begged &&
  reading.when === undefined;
