import * as z from 'zod';
import { answered, asking, type Operations, operation, refused } from '../aws/operation.ts';
import type { RestRoute } from '../aws/protocols.ts';
import type { Schedule } from '../template/properties.ts';
import type { Named, Stack } from '../template/stack.ts';

export const SCHEDULER_ROUTES: Readonly<Record<string, RestRoute>> = {
  GetSchedule: { method: 'GET', path: '/schedules/{Name}' },
  ListSchedules: { method: 'GET', path: '/schedules' },
};

const MINUTE = 60_000;

/** EventBridge Scheduler: which schedules there are, and whether they fire. */
export function scheduler(stack: () => Stack): Operations {
  return {
    GetSchedule: operation(z.object({ Name: z.string() }), ({ Name }) => {
      const found = stack().schedules.find(({ name }) => name === Name);
      return found === undefined
        ? refused('ResourceNotFoundException', `Schedule ${Name} does not exist.`, 404)
        : answered(described(found));
    }),
    ListSchedules: asking(() => answered({ Schedules: stack().schedules.map(described) })),
  };
}

function described({ name, arn, properties }: Named<Schedule>): object {
  const minutes = properties.ScheduleExpression / MINUTE;
  return {
    Name: name,
    Arn: arn,
    GroupName: 'default',
    State: properties.State,
    ScheduleExpression: `rate(${minutes} minute${minutes === 1 ? '' : 's'})`,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: properties.Target,
  };
}
