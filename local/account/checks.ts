import type { Check } from './check.ts';
import { NAMES, ZONE } from './checks/dns.ts';
import { GROUND } from './checks/ground.ts';
import { IDENTITY, SIGNING } from './checks/identity.ts';
import { RECEIVING } from './checks/replies.ts';
import { ROOM, WEB } from './checks/room.ts';
import { FEEDBACK, LEAVE } from './checks/sending.ts';
import { TABLE } from './checks/table.ts';
import { WATCH } from './checks/watch.ts';

/** Everything that has to hold, in the order in which it is told. */
export const CHECKS: readonly Check[] = [
  ...GROUND,
  ...IDENTITY,
  ...ZONE,
  ...RECEIVING,
  ...LEAVE,
  ...ROOM,
  ...TABLE,
  ...SIGNING,
  ...NAMES,
  ...FEEDBACK,
  ...WEB,
  ...WATCH,
];

/** What a deployment has to know first. */
export const BEFORE: readonly Check[] = CHECKS.filter(({ when }) => when === 'before');
