import { loadContent } from '../../../emails/content/load.ts';
import { draftsOf } from '../../../emails/outlines.ts';
import { isOutline, outlineFrom, outlinesIn } from '../../../functions/adapters/outlines.ts';
import { wholeIn } from '../../../functions/adapters/read-subscriber.ts';
import { subscribersIn } from '../../../functions/adapters/subscribers.ts';
import type { Draft, KeptCourse } from '../../../functions/core/outline.ts';
import { type Courses, woken } from '../../../functions/core/reader/owed.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { Instant } from '../../../functions/core/time.ts';
import { accountAt, configOf } from '../account.ts';
import type { Wishes } from '../arguments.ts';
import type { DeployedStack } from '../ask/stack.ts';
import { itemsIn, type Source, told } from '../items.ts';
import { type Outside, openSession, type Session } from '../session.ts';
import { subjectOf } from '../subject.ts';

/** A table with the author's rights on it. */
export type TableSource = Source & { readonly is: 'table' };

/**
 * The table that a deployment runs with: one that it adopts, or else the stack's own.
 *
 * @param stack undefined before the first deployment
 * @returns undefined where nobody reads yet
 */
export function sourceOf(
  { place, settings }: Pick<Session, 'place' | 'settings'>,
  stack: Pick<DeployedStack, 'outputs'> | undefined,
): TableSource | undefined {
  const name = settings.config.table || stack?.outputs['TableName'];
  return name === undefined ? undefined : { is: 'table', name, place };
}

/** The table that a deployment by `cdk.json` would run with. */
export async function deployedIn(
  outside: Outside,
  wishes: Wishes,
): Promise<TableSource | undefined> {
  const session = await openSession(outside, wishes);
  const stack = await accountAt(session.place).stack(subjectOf(session.settings).stackName);
  return sourceOf(session, stack);
}

/** The courses of the folder. @throws {ContentError} with every mistake in it */
export const draftsIn = (contentDir: string): readonly Draft[] => draftsOf(loadContent(contentDir));

/** Everybody whom a table knows and who can be read; of requests that nobody confirmed, none. */
export async function everybodyIn(source: Source): Promise<readonly Subscriber[]> {
  const all: Subscriber[] = [];
  for await (const item of itemsIn(source, 'subscriber')) all.push(...wholeIn(item));
  return all;
}

/** What was deployed last, as far as it is remembered. */
export async function keptIn(source: Source): Promise<readonly KeptCourse[]> {
  if (source.is === 'table') return outlinesIn(source.name, configOf(source.place)).load();
  const items = [];
  for await (const page of told(source.url)) items.push(...page.filter(isOutline));
  return items.map(outlineFrom);
}

/**
 * Remembers what is deployed now. A course that is gone is remembered as it was for as long as
 * somebody reads it.
 *
 * @param missing the courses that somebody reads and nobody knows
 */
export async function keep(
  source: TableSource,
  drafts: readonly Draft[],
  missing: readonly string[],
): Promise<void> {
  const outlines = outlinesIn(source.name, configOf(source.place));
  const gone = (await outlines.load()).filter(
    ({ slug }) => !missing.includes(slug) && !drafts.some(({ kept }) => kept.slug === slug),
  );
  for (const { kept } of drafts) await outlines.save(kept);
  for (const { slug } of gone) await outlines.forget(slug);
}

/** As many at a time as an idle table takes without a second thought. */
const AT_ONCE = 20;

/** How often somebody is tried whom others change in the same moment. */
const TRIES = 3;

/** Gives those a due moment whom nothing else would wake. @returns how many */
export async function wake(
  source: TableSource,
  asleep: readonly Subscriber[],
  courses: Courses,
  now: Instant,
): Promise<number> {
  const table = subscribersIn(source.name, configOf(source.place));
  const wakeOne = async (seen: Subscriber): Promise<number> => {
    let found: Subscriber | undefined = seen;
    for (let tries = 0; tries < TRIES && found !== undefined; tries += 1) {
      const next = woken(found, courses, now);
      if (next === undefined) return 0;
      if ((await table.save(next)) === 'saved') return 1;
      found = await table.load(seen.id);
    }
    return 0;
  };
  let count = 0;
  for (let from = 0; from < asleep.length; from += AT_ONCE) {
    const some = await Promise.all(asleep.slice(from, from + AT_ONCE).map(wakeOne));
    count += some.reduce((sum, one) => sum + one, 0);
  }
  return count;
}
