import type { IssuePlan } from '../../../functions/core/newsletter.ts';
import type { Wishes } from '../arguments.ts';
import { sayTo, tellScripts } from '../as-json.ts';
import { RefusedError } from '../restore/home.ts';
import type { Outside } from '../session.ts';
import { deskAt } from './desk.ts';
import { costInWords, whenAllInWords, whoInWords } from './forecast-words.ts';
import { issueNamed, type KnownIssue } from './issues.ts';
import { crowdAt, outlookAsJson, outlookOf } from './look.ts';
import { issueCosts } from './price.ts';
import { audienceInWords, placeInWords, whenInWords } from './words.ts';

/**
 * `npm run newsletter -- schedule`: who would get an issue, when, how long that takes and what it costs. It writes
 * nothing: the day in its file schedules an issue.
 *
 * @returns the exit code: 0 when its day sends it as things are
 * @throws RefusedError on one that no day sends, or that is on its way
 */
export async function schedule(outside: Outside, wishes: Wishes, slug: string): Promise<number> {
  const desk = await deskAt(outside, wishes);
  const issue = issueNamed(slug, desk.issues);
  const plan = planToSend(issue);
  const { title, place, paused } = issue;
  const say = sayTo(outside, wishes);
  say(`${desk.at.inWords}\n`);
  const crowd = await crowdAt(desk, say);
  const outlook = outlookOf(crowd, plan, desk);
  const { forecast, last } = outlook;
  const mails = forecast.due.length + forecast.inCourse + forecast.paused;
  const costs = issueCosts(mails, forecast.takers, crowd.quota);
  say(`${slug}: ${title}`);
  say(`It goes ${whenInWords(plan)}; for: ${audienceInWords(plan)}`);
  for (const line of whoInWords(forecast, plan)) say(line);
  for (const line of whenAllInWords(forecast.due, last, crowd.quota)) say(line);
  say(costInWords(costs));
  say(`\n${leftToDo(issue, plan)}`);
  tellScripts(outside, wishes, { slug, stage: place, ...outlookAsJson(outlook), costs });
  return place === 'scheduled' && !paused ? 0 : 1;
}

/** @throws RefusedError with what keeps an issue from being sent on its day, and what to do */
function planToSend(issue: KnownIssue): IssuePlan {
  const because = keptBack(issue);
  if (because === undefined && issue.plan !== undefined) return issue.plan;
  throw new RefusedError(because ?? goneInWords(issue));
}

const ANEW = 'To send it, give its file another id and a day to come, and deploy.';

function keptBack(issue: KnownIssue): string | undefined {
  const { id, place } = issue;
  switch (place) {
    case 'archive':
      return `${id} is in the archive only, since its day was past when it was first deployed. ${ANEW}`;
    case 'cancelled':
      return `${id} is cancelled, and that is for good. ${ANEW}`;
    case 'sample':
      return `${id} came with Kindling: make it yours, take the line “sample” out of its file, and deploy.`;
    case 'late':
      return `${id} would be in the archive only, since its day is past. Give it a day to come, and deploy.`;
    case 'gone':
      return goneInWords(issue);
    case 'running':
    case 'sent':
      return `${id} is on its way (${placeInWords(issue)}). Look: npm run newsletter -- status ${id}`;
    case 'scheduled':
    case 'new':
      return undefined;
  }
}

const goneInWords = ({ id }: KnownIssue): string =>
  `${id} is not in content/newsletters any more, so nothing sends it. Put its file back, and deploy.`;

/** What is left to do for an issue that its day sends. */
function leftToDo({ id, place, paused }: KnownIssue, { at }: IssuePlan): string {
  if (place === 'new')
    return 'Nothing was changed. It is not deployed yet, and nothing sends it until it is: npm run deploy';
  if (paused) return `It is paused, and does not begin until: npm run newsletter -- resume ${id}`;
  return `Nothing was changed, and nothing is left to do: its ${at === undefined ? 'day' : 'moment'} sends it.`;
}
