import { loadContent } from '../../../emails/content/load.ts';
import type { Content } from '../../../emails/content/model.ts';
import { draftsOf } from '../../../emails/outlines.ts';
import { type Broadcasts, broadcastsIn } from '../../../functions/adapters/broadcasts.ts';
import type { Courses } from '../../../functions/core/reader/owed.ts';
import type { Wishes } from '../arguments.ts';
import { type TableAt, tableAt } from '../import/where.ts';
import type { Outside } from '../session.ts';
import { type KnownIssue, knownIssues } from './issues.ts';

/** What a command on the newsletter has before it: the folder, and the table with what is on its way. */
export interface Desk {
  readonly at: TableAt;
  readonly store: Broadcasts;
  readonly issues: readonly KnownIssue[];
  readonly courses: Courses;
}

/** @throws what {@link tableAt} and {@link loadContent} throw */
export async function deskAt(outside: Outside, wishes: Wishes): Promise<Desk> {
  return deskOf(await tableAt(outside, wishes), loadContent(outside.contentDir));
}

/** The same of a table that was found, and a folder that was read. */
export async function deskOf(at: TableAt, content: Content): Promise<Desk> {
  const store = broadcastsIn(at.table, at.config);
  const { zone } = content.publication.defaults;
  const issues = knownIssues(content.newsletters, await store.all(), at.now, zone);
  return { at, store, issues, courses: draftsOf(content).map(({ outline }) => outline) };
}
