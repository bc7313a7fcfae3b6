import type { Broadcasts } from '../../../functions/adapters/broadcasts.ts';
import type { IssueId } from '../../../functions/core/newsletter.ts';
import { startsAt } from '../../../functions/core/sending/broadcast.ts';
import type { Instant } from '../../../functions/core/time.ts';
import type { Wishes } from '../arguments.ts';
import { sayTo, tellScripts } from '../as-json.ts';
import { RefusedError } from '../restore/home.ts';
import type { Outside } from '../session.ts';
import { type Desk, deskAt } from './desk.ts';
import { hasBegun, issueNamed, type KnownIssue } from './issues.ts';
import { placeInWords } from './words.ts';

/** What an author does to an issue on its way. */
export const DEEDS = ['pause', 'resume', 'cancel'] as const;
export type Deed = (typeof DEEDS)[number];

/**
 * `npm run newsletter -- pause`, `resume` or `cancel`: says what it does, asks, and does it.
 *
 * @returns the exit code
 * @throws RefusedError when it is none for the issue as it stands, or nobody can be asked
 */
export async function steer(
  outside: Outside,
  wishes: Wishes,
  deed: Deed,
  slug: string,
): Promise<number> {
  const say = sayTo(outside, wishes);
  const desk = await deskAt(outside, wishes);
  const { says } = foreseen(desk, deed, slug);
  say(`${desk.at.inWords}\n\n${says}`);
  if (!(await isMeant(outside, wishes, deed, slug))) {
    say('Nothing was changed.');
    return 0;
  }
  const lines = await carryOut(desk, deed, slug);
  say(`\n${lines.join('\n')}`);
  tellScripts(outside, wishes, { slug, deed, says: lines });
  return 0;
}

/**
 * What a deed does to an issue as it stands; nothing is done yet.
 *
 * @throws RefusedError when it is none for it
 */
export function foreseen(
  { at, issues }: Pick<Desk, 'at' | 'issues'>,
  deed: Deed,
  slug: string,
): { readonly issue: KnownIssue; readonly says: string } {
  const issue = issueNamed(slug, issues);
  const because = refusalOf(deed, issue);
  if (because !== undefined) throw new RefusedError(because);
  return { issue, says: deedInWords(deed, issue, at.now) };
}

/**
 * Does it.
 *
 * @returns what is to be said of it
 * @throws RefusedError when it is none for the issue as it stands, or the issue changed meanwhile
 */
export async function carryOut(desk: Desk, deed: Deed, slug: string): Promise<readonly string[]> {
  const { issue } = foreseen(desk, deed, slug);
  const { at, store, issues } = desk;
  if (!(await DOING[deed](store, issue.id, at.now))) {
    throw new RefusedError(
      'It changed meanwhile, and nothing was done. Look: npm run newsletter -- list',
    );
  }
  const others = deed === 'cancel' || deed === 'resume' ? stillPaused(issues, slug) : undefined;
  return [`${slug} is ${DONE[deed]}.`, ...(others === undefined ? [] : [others])];
}

type Doing = (store: Broadcasts, id: IssueId, now: Instant) => Promise<boolean>;

const DOING: Readonly<Record<Deed, Doing>> = {
  pause: (store, id) => store.pause(id),
  resume: (store, id, now) => store.resume(id, now),
  cancel: (store, id) => store.cancel(id),
};

const DONE: Readonly<Record<Deed, string>> = {
  pause: 'paused',
  resume: 'resumed',
  cancel: 'cancelled',
};

/** @throws RefusedError when nobody can be asked */
async function isMeant(
  { ask }: Outside,
  { flags }: Wishes,
  deed: Deed,
  slug: string,
): Promise<boolean> {
  if (flags.has('yes')) return true;
  if (ask !== undefined && !flags.has('json'))
    return /^y(es)?$/i.test((await ask(`\n${deed} ${slug}? [y/N] `)).trim());
  throw new RefusedError(
    `\nNothing was changed. To do it: npm run newsletter -- ${deed} ${slug} --yes`,
  );
}

/** Why a deed is none for an issue as it stands; undefined when it is one. */
function refusalOf(deed: Deed, issue: KnownIssue): string | undefined {
  const { id, place, paused } = issue;
  switch (place) {
    case 'archive':
      return `${id} is in the archive only, and was never on its way.`;
    case 'cancelled':
      return `${id} is cancelled already.`;
    case 'sample':
    case 'new':
    case 'late':
      return `${id} is not on its way (${placeInWords(issue)}).`;
    default:
      if (deed === 'resume' && !paused) return `${id} is not paused.`;
      return deed === 'pause' && paused ? `${id} is paused already.` : undefined;
  }
}

const IN_FLIGHT = 'What is on its way within this minute may still arrive.';

/** What a deed does, said before it is done. */
function deedInWords(deed: Deed, issue: KnownIssue, now: Instant): string {
  const { id, plan } = issue;
  const begun = hasBegun(issue);
  switch (deed) {
    case 'pause':
      return begun
        ? `Nothing of the newsletter goes to anybody, of this issue or another, until: npm run newsletter -- resume ${id}. ` +
            `Letters go on. ${IN_FLIGHT}`
        : `${id} does not begin on its day, until: npm run newsletter -- resume ${id}. Other issues go on.`;
    case 'resume':
      if (begun)
        return `${id} goes on within a minute, and to those whose hour has passed at once.`;
      return plan !== undefined && startsAt(plan) <= now
        ? `${id} begins within a minute, and goes to each reader at their next hour.`
        : `${id} begins on its day.`;
    case 'cancel':
      return begun
        ? `Nobody else gets ${id}, and that is for good. Whoever has had it keeps it, and its page stays. ${IN_FLIGHT}`
        : `${id} is never sent, and that is for good. Its page opens on its day, unless its file goes.`;
  }
}

/** Of others that are paused: nothing goes while one is. */
function stillPaused(issues: readonly KnownIssue[], id: string): string | undefined {
  const others = issues.filter((one) => one.id !== id && one.paused).filter(hasBegun);
  if (others.length === 0) return undefined;
  const names = others.map((one) => one.id).join(', ');
  return `Nothing of the newsletter goes yet, since another issue is paused: ${names}.`;
}
