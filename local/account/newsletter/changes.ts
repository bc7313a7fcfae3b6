import * as z from 'zod/mini';
import type { Content } from '../../../emails/content/model.ts';
import { broadcastsIn } from '../../../functions/adapters/broadcasts.ts';
import { instant } from '../../../functions/core/time.ts';
import { configOf } from '../account.ts';
import type { Source } from '../items.ts';
import type { Outside } from '../session.ts';
import { localCloud } from '../told-by.ts';
import { type KnownIssue, knownIssues } from './issues.ts';
import { whenInWords } from './words.ts';

/** What a deployment of this content does to the newsletter, a sentence for each issue that is not as it was. */
export async function newsletterChanges(
  { newsletters, publication }: Pick<Content, 'newsletters' | 'publication'>,
  source: Source | undefined,
  { now }: Pick<Outside, 'now'>,
): Promise<readonly string[]> {
  const before = source === undefined ? undefined : await broadcastsOf(source);
  const time = before?.now ?? instant(now());
  const issues = knownIssues(newsletters, before?.all ?? [], time, publication.defaults.zone);
  return issues.flatMap((issue) => changeInWords(issue) ?? []);
}

const aws = z.object({ endpoint: z.string(), table: z.string() });

async function broadcastsOf(source: Source) {
  if (source.is === 'table') {
    return { all: await broadcastsIn(source.name, configOf(source.place)).all() };
  }
  const { told, now, config } = await localCloud(source.url, aws);
  return { all: await broadcastsIn(told.table, config).all(), now };
}

/** Nothing is said of what stays as it is. */
export function changeInWords({ id, place, plan, change }: KnownIssue): string | undefined {
  const when = plan === undefined ? '' : whenInWords(plan);
  switch (place) {
    case 'new':
      return `Issue ${id} is new, and goes ${when}.`;
    case 'late':
      return `Issue ${id} is new, and its day is past: it is in the archive, and never mailed.`;
    case 'gone':
      return `Issue ${id} was scheduled, and its file is gone: it is not sent while that is so.`;
    case 'scheduled':
      return change === 'moved'
        ? `Issue ${id} goes on another day than before: ${when}.`
        : undefined;
    case 'running':
      if (change === 'gone')
        return `Issue ${id} has begun, and goes on without its file; its page goes with that.`;
      return change === 'moved'
        ? `Issue ${id} has begun, and goes on as it began: its other day moves its page alone.`
        : undefined;
    case 'archive':
      return change === 'revived'
        ? `Issue ${id} is in the archive for good, and is never mailed: give it another id for its new day.`
        : undefined;
    default:
      return undefined;
  }
}
