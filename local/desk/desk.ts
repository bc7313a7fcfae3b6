import { loadContent } from '../../emails/content/load.ts';
import type { Content } from '../../emails/content/model.ts';
import { draftsOf } from '../../emails/outlines.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import { readAccountConfig, stackName } from '../../infra/config.ts';
import type { Wishes } from '../account/arguments.ts';
import { type TableAt, tableAt } from '../account/import/where.ts';
import type { Outside } from '../account/session.ts';
import { contextIn } from '../account/settings.ts';
import { type DeskItems, deskItems } from './items.ts';
import { type DeskAccount, deskAccount } from './watch.ts';

/** What an author's desk has before it: a table, the folder of words, and what time it is for readers. */
export interface Desk extends TableAt {
  readonly content: Content;
  readonly courses: Courses;
  /** The account around the table: its quota, and the alarms and the queue of the stack. */
  readonly account: DeskAccount;
  readonly items: DeskItems;
}

/**
 * Opens the desk before the table that `--table` or `--local` names, or else that of the deployed stack.
 *
 * @throws what {@link tableAt}, {@link readAccountConfig} and {@link loadContent} throw
 */
export async function openDesk(
  outside: Outside,
  wishes: Pick<Wishes, 'profile' | 'region' | 'context' | 'flags' | 'values'>,
): Promise<Desk> {
  const at = await tableAt(outside, wishes);
  const content = loadContent(outside.contentDir);
  const { publication } = content;
  const context = contextIn(outside.configFile);
  const said = readAccountConfig((key) => wishes.context[key] ?? context[key], publication);
  const courses = draftsOf(content).map(({ outline }) => outline);
  const account = deskAccount(at.config, stackName(said));
  return Object.assign({}, at, { content, courses, account, items: deskItems(at) });
}
