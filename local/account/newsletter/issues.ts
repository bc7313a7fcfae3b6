import type { Newsletter } from '../../../emails/content/model.ts';
import type { IssueId, IssuePlan } from '../../../functions/core/newsletter.ts';
import {
  type Broadcast,
  firstStage,
  type Stage,
  startsAt,
} from '../../../functions/core/sending/broadcast.ts';
import type { Instant, Zone } from '../../../functions/core/time.ts';
import { RefusedError } from '../restore/home.ts';

/**
 * Where an issue stands for its author: a stage, or
 * - `sample`: it came with Kindling, and nobody has made it theirs;
 * - `new`: it was not deployed yet, and is scheduled with that;
 * - `late`: it was not deployed yet, and its day is past: it would be archive only;
 * - `gone`: it is scheduled, and no longer in the folder: nothing begins it.
 */
export type Place = Stage | 'sample' | 'new' | 'late' | 'gone';

/** An issue of the folder, or one that is on its way. */
export interface KnownIssue {
  readonly id: IssueId;
  readonly place: Place;
  readonly paused: boolean;
  /** As it was when it began, or else as the folder has it; undefined when neither knows it. */
  readonly plan?: IssuePlan;
  readonly title: string;
  /** What its file says otherwise than what was deployed, where that is known. */
  readonly change?: Change;
}

/**
 * - `moved`: another day or moment than before;
 * - `gone`: it has begun, and its file is gone;
 * - `revived`: it is archive for ever, and has a day to come all the same.
 */
export type Change = 'moved' | 'gone' | 'revived';

/** Whether it has begun, and somebody may still get it. */
export const hasBegun = ({ place }: KnownIssue): boolean => place === 'running' || place === 'sent';

type InFolder = Pick<
  Newsletter,
  'id' | 'date' | 'at' | 'audience' | 'during' | 'sample' | 'subject'
>;

/**
 * The issues of the folder and those on their way, the latest first.
 *
 * @param zone of new readers, whose day it is that an issue may be past
 */
export function knownIssues(
  folder: readonly InFolder[],
  broadcasts: readonly Broadcast[],
  now: Instant,
  zone: Zone,
): readonly KnownIssue[] {
  const stored = (id: IssueId) => broadcasts.find((one) => one.id === id);
  const written = folder.map((file) => knownAs(file.id, file, stored(file.id), now, zone));
  const others = broadcasts
    .filter(({ id }) => !folder.some((file) => file.id === id))
    .map((one) => knownAs(one.id, undefined, one, now, zone));
  return [...written, ...others].sort(byDay);
}

const byDay = ({ plan }: KnownIssue, { plan: other }: KnownIssue): number =>
  (plan?.date ?? '') < (other?.date ?? '') ? 1 : -1;

function knownAs(
  id: IssueId,
  file: InFolder | undefined,
  broadcast: Broadcast | undefined,
  now: Instant,
  zone: Zone,
): KnownIssue {
  const title = broadcast?.started?.title ?? file?.subject ?? '';
  const plan = broadcast?.started ?? file;
  const place = placeOf(file, broadcast, now, zone);
  const paused = broadcast?.paused === true;
  const change = broadcast && changeOf(file, broadcast, now, zone);
  return { id, place, paused, title, ...(plan && { plan }), ...(change && { change }) };
}

function changeOf(
  file: InFolder | undefined,
  { stage, started, next }: Broadcast,
  now: Instant,
  zone: Zone,
): Change | undefined {
  if (stage === 'running' && file === undefined) return 'gone';
  if (file === undefined) return undefined;
  if (stage === 'running') {
    return file.date === started?.date && file.at === started.at ? undefined : 'moved';
  }
  if (stage === 'scheduled') {
    return next === undefined || next === startsAt(file) ? undefined : 'moved';
  }
  const isRevived = stage === 'archive' && firstStage(file, now, zone) === 'scheduled';
  return isRevived ? 'revived' : undefined;
}

function placeOf(
  file: InFolder | undefined,
  broadcast: Broadcast | undefined,
  now: Instant,
  zone: Zone,
): Place {
  if (broadcast !== undefined) {
    return broadcast.stage === 'scheduled' && file === undefined ? 'gone' : broadcast.stage;
  }
  if (file === undefined || file.sample === true) return 'sample';
  return firstStage(file, now, zone) === 'archive' ? 'late' : 'new';
}

/** @throws RefusedError on a name that is none, with those that there are */
export function issueNamed(slug: string, known: readonly KnownIssue[]): KnownIssue {
  const issue = known.find(({ id }) => id === slug);
  if (issue !== undefined) return issue;
  throw new RefusedError(
    noIssue(
      slug,
      known.map(({ id }) => id),
    ),
  );
}

/** What is said to a name that no issue has. */
export const noIssue = (slug: string, ids: readonly string[]): string =>
  `There is no issue "${slug}". There is: ${ids.join(', ') || 'none'}.`;
