import type { Counters } from '../../../functions/adapters/counter-items.ts';
import { countsIn } from '../../../functions/adapters/counts.ts';
import type { IssuePlan } from '../../../functions/core/newsletter.ts';
import { startsAt } from '../../../functions/core/sending/broadcast.ts';
import { type Instant, plusSeconds } from '../../../functions/core/time.ts';
import type { Wishes } from '../arguments.ts';
import { sayTo, tellScripts } from '../as-json.ts';
import { countsOf, type Figures } from '../counting/summary.ts';
import { figuresInWords } from '../counting/words.ts';
import type { Outside } from '../session.ts';
import { type Desk, deskAt } from './desk.ts';
import { whoInWords } from './forecast-words.ts';
import { hasBegun, issueNamed, type KnownIssue } from './issues.ts';
import { crowdAt, type Outlook, outlookAsJson, outlookOf } from './look.ts';
import { progressInWords, shareOf } from './progress.ts';
import { dayInWords, momentInWords, placeInWords, whenInWords } from './words.ts';

/** An issue, and how far it is once it has begun. */
interface Look {
  readonly issue: KnownIssue;
  readonly outlook?: Outlook;
  /** What became of its mails, without digests that tell of it. */
  readonly became?: Figures;
}

/**
 * `npm run newsletter -- status`: how many have an issue, for how many it waits, and until when. Without a name: of
 * all that are on their way.
 *
 * @returns the exit code
 */
export async function status(
  outside: Outside,
  wishes: Wishes,
  slug: string | undefined,
): Promise<number> {
  const desk = await deskAt(outside, wishes);
  const named = slug === undefined ? undefined : issueNamed(slug, desk.issues);
  const say = sayTo(outside, wishes);
  say(`${desk.at.inWords}\n`);
  const looks = await looksAt(
    desk,
    named === undefined ? desk.issues.filter(hasBegun) : [named],
    say,
  );
  const told = named === undefined ? looks.filter((one) => isNews(one, desk.at.now)) : looks;
  tellScripts(outside, wishes, told.map(asRow));
  if (told.length === 0) say(nothingInWords(desk));
  for (const one of told) say(statusInWords(one, outside.isTerminal).join('\n'));
  return 0;
}

/** Everybody is read only where an issue has begun, and so is what was counted. */
async function looksAt(
  desk: Desk,
  issues: readonly KnownIssue[],
  say: Outside['print'],
): Promise<readonly Look[]> {
  if (!issues.some(hasBegun)) return issues.map((issue) => ({ issue }));
  const crowd = await crowdAt(desk, say);
  const counted = await countsIn(desk.at.table, desk.at.config).all();
  return issues.map((issue) => {
    const { plan } = issue;
    if (!hasBegun(issue) || plan === undefined) return { issue };
    return { issue, outlook: outlookOf(crowd, plan, desk), became: becameOf(counted, plan) };
  });
}

const becameOf = (counted: readonly Counters[], { date }: IssuePlan): Figures =>
  countsOf(counted, { is: 'issue', on: date });

/** An issue whose every reader has it is told of for so long after its day, in seconds. */
const RECENT_SECONDS = 7 * 86_400;

/** Whether who names no issue wants to hear of this one. */
function isNews({ issue: { plan, place, paused }, outlook }: Look, now: Instant): boolean {
  const isRecent = plan !== undefined && plusSeconds(startsAt(plan), RECENT_SECONDS) > now;
  const isOpen = outlook !== undefined && shareOf(outlook.forecast) < 1;
  return paused || place === 'running' || isOpen || isRecent;
}

const asRow = ({ issue: { id, place, paused }, outlook, became }: Look) => ({
  slug: id,
  stage: place,
  paused,
  ...(outlook && outlookAsJson(outlook)),
  ...(became && { became }),
});

function nothingInWords({ issues }: Desk): string {
  const [next] = issues.filter(({ place }) => place === 'scheduled').slice(-1);
  const coming =
    next === undefined
      ? 'and none is scheduled'
      : `the next is ${next.id}, ${dayInWords(next.plan)}`;
  return `No issue is on its way; ${coming}.`;
}

function statusInWords({ issue, outlook, became }: Look, isDrawn: boolean): readonly string[] {
  const { id, title, plan } = issue;
  const stands = `${placeInWords(issue)}${plan ? `; ${whenInWords(plan)}` : ''}`;
  if (plan === undefined || outlook === undefined) return [`${id}: ${title}`, stands];
  const { forecast } = outlook;
  return [
    `${id}: ${title}`,
    stands,
    progressInWords(forecast, isDrawn),
    ...whoInWords(forecast, plan),
    ...(became ? [`Of its mails: ${figuresInWords(became)}.`] : []),
    `${endInWords(issue, outlook)}\n`,
  ];
}

function endInWords({ paused }: KnownIssue, { forecast, last }: Outlook): string {
  if (forecast.due.length === 0) return 'Nobody is left who gets it by themselves.';
  if (paused) return 'Nothing of the newsletter goes while it is paused.';
  return last === undefined
    ? 'At the account’s quota somebody would wait for more than a hundred days.'
    : `At the account’s quota the last of them has it by ${momentInWords(last)}.`;
}
