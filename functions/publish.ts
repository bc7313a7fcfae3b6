import { broadcastsIn } from './adapters/broadcasts.ts';
import { libraryIn } from './adapters/library.ts';
import { subscribersIn } from './adapters/subscribers.ts';
import { instant } from './core/time.ts';
import { door } from './runtime/door.ts';
import { environment } from './runtime/env.ts';
import { logFigures } from './runtime/log.ts';
import { publishIssues } from './sending/publish.ts';

const env = environment('publish', process.env);
const world = {
  broadcasts: broadcastsIn(env.TABLE_NAME),
  subscribers: subscribersIn(env.TABLE_NAME),
  library: libraryIn(new URL('./content/', import.meta.url)),
  now: () => instant(new Date()),
};

/** Every minute: the issues of the newsletter whose day comes begin their way. */
export const handler = door('publish', async (): Promise<void> => {
  const { started, seen, told, failed } = await publishIssues(world);
  if (started + seen > 0) logFigures('publish', { started, seen, told, failed });
});
