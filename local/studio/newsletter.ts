import { deskOf, type Desk as IssueDesk } from '../account/newsletter/desk.ts';
import { costInWords, whenAllInWords, whoInWords } from '../account/newsletter/forecast-words.ts';
import { hasBegun, issueNamed, type KnownIssue } from '../account/newsletter/issues.ts';
import { crowdOf, outlookOf } from '../account/newsletter/look.ts';
import { issueCosts } from '../account/newsletter/price.ts';
import { shareOf } from '../account/newsletter/progress.ts';
import { bytesOf } from '../account/newsletter/readers.ts';
import { DEEDS, type Deed, foreseen } from '../account/newsletter/steer.ts';
import {
  audienceInWords,
  placeInWords,
  priceInWords,
  whenInWords,
} from '../account/newsletter/words.ts';
import { RefusedError } from '../account/restore/home.ts';
import type { Desk } from '../desk/desk.ts';

/** An issue of the newsletter, and what its author may do to it. */
export interface IssueLine {
  readonly slug: string;
  readonly title: string;
  readonly place: KnownIssue['place'];
  readonly paused: boolean;
  /** Where it stands, when it goes, and to whom, each in words. */
  readonly stands: string;
  readonly when?: string;
  readonly audience?: string;
  readonly hasBegun: boolean;
  /** What can be done to it, with what that would do. */
  readonly deeds: readonly { readonly deed: Deed; readonly says: string }[];
}

export interface Issues {
  readonly issues: readonly IssueLine[];
  /** What it costs to look at everybody, which a forecast does. */
  readonly price: string;
}

export async function issuesOn(desk: Desk): Promise<Issues> {
  const known = await issuesAt(desk);
  return {
    issues: known.issues.map((issue) => lineOf(known, issue)),
    price: priceInWords(await bytesOf(desk)),
  };
}

/** The newsletter's own desk, which the commands of `npm run newsletter` have. */
export const issuesAt = (desk: Desk): Promise<IssueDesk> => deskOf(desk, desk.content);

function lineOf(desk: IssueDesk, issue: KnownIssue): IssueLine {
  const { id, title, place, paused, plan } = issue;
  return {
    slug: id,
    title,
    place,
    paused,
    stands: placeInWords(issue),
    ...(plan && { when: whenInWords(plan), audience: audienceInWords(plan) }),
    hasBegun: hasBegun(issue),
    deeds: DEEDS.flatMap((deed) => {
      const says = saysOf(desk, deed, id);
      return says === undefined ? [] : [{ deed, says }];
    }),
  };
}

/** Undefined where it is no deed for the issue as it stands. */
function saysOf(desk: IssueDesk, deed: Deed, slug: string): string | undefined {
  try {
    return foreseen(desk, deed, slug).says;
  } catch (error) {
    if (error instanceof RefusedError) return undefined;
    throw error;
  }
}

/** Who gets an issue, and when: everybody was looked at for it. */
export interface IssueForecast {
  readonly slug: string;
  /** How far it is, from 0 to 1, of those who get it by themselves. */
  readonly share: number;
  readonly had: number;
  readonly due: number;
  readonly who: readonly string[];
  readonly when: readonly string[];
  readonly cost: string;
}

/** @throws RefusedError when there is no such issue, or nobody knows its day */
export async function forecastOn(desk: Desk, slug: string): Promise<IssueForecast> {
  const known = await issuesAt(desk);
  const { plan } = issueNamed(slug, known.issues);
  if (plan === undefined)
    throw new RefusedError(`${slug} has no day, so nothing can be said of it.`);
  const crowd = await crowdOf(known);
  const { forecast, last } = outlookOf(crowd, plan, known);
  const mails = forecast.due.length + forecast.inCourse + forecast.paused;
  return {
    slug,
    share: shareOf(forecast),
    had: forecast.had,
    due: forecast.due.length,
    who: whoInWords(forecast, plan).map((line) => line.trim()),
    when: whenAllInWords(forecast.due, last, crowd.quota),
    cost: costInWords(issueCosts(mails, forecast.takers, crowd.quota)),
  };
}
