import type { LastLesson } from '../core/reader/schedule.ts';
import { aTrue, beyond, mapIn, optional, required, type Stored } from './stored.ts';
import { aCourse, aDay, anInstant } from './stored-values.ts';

/** The last mail that somebody had. @throws UnreadableItem */
export function lastIn(item: Stored): LastLesson {
  const given = mapIn(item, 'last');
  const course = optional(given, 'course', aCourse);
  const newsletter = optional(given, 'newsletter', aTrue);
  return {
    ...beyond(given, ['at', 'on', 'course', 'newsletter']),
    at: required(given, 'at', anInstant),
    on: required(given, 'on', aDay),
    ...(course !== undefined && { course }),
    ...(newsletter && { newsletter }),
  };
}
