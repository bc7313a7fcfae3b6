import type { KnownIssue } from './issues.ts';
import { audienceInWords, columns, dayInWords, placeInWords } from './words.ts';

/** A title that is longer is cut in the table. */
const TITLE = 40;

const cut = (text: string): string => (text.length > TITLE ? `${text.slice(0, TITLE - 1)}…` : text);

/** `npm run newsletter -- list`: the latest first. */
export function listInWords(issues: readonly KnownIssue[]): readonly string[] {
  if (issues.length === 0) return ['There is no issue: docs/newsletter.md says how to write one.'];
  const rows = issues.map((issue) => [
    issue.id,
    cut(issue.title),
    dayInWords(issue.plan),
    issue.plan ? audienceInWords(issue.plan) : '',
    placeInWords(issue),
  ]);
  return columns([['slug', 'title', 'day', 'for', 'stage'], ...rows]);
}

/** The same for scripts. */
export const listAsJson = (issues: readonly KnownIssue[]) =>
  issues.map(({ id, title, plan, place, paused }) => ({
    slug: id,
    title,
    date: plan?.date,
    at: plan?.at,
    audience: plan?.audience,
    during: plan?.during,
    stage: place,
    paused,
  }));
