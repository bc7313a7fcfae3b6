import type { Told } from '../functions/core/mail/titles.ts';
import type { IssueId } from '../functions/core/newsletter.ts';
import type { Content } from './content/model.ts';

/** So many stand in the digest of nobody in particular. */
const SHOWN = 3;

/** What a digest could tell of, for an author to see: the latest issues of all, oldest first. */
export function toldIn({ newsletters }: Pick<Content, 'newsletters'>): readonly Told[] {
  const latest = newsletters
    .slice(0, SHOWN)
    .map(({ id, subject: title, preheader }) => ({ id, title, preheader }));
  return latest.length > 0 ? latest.toReversed() : EXAMPLES;
}

/** As long as either may well be. */
export const EXAMPLES: readonly Told[] = [
  {
    id: 'the-first-frost' as IssueId,
    title: 'The first frost',
    preheader: 'What to do with the hour that it takes to scrape the car.',
  },
  {
    id: 'a-longer-one-about-all-that-two-people-may-say-at-a-bus-stop' as IssueId,
    title: 'A longer one, about all that two people may say to each other at a bus stop',
    preheader:
      'The 14 comes every twelve minutes, which is enough for a quarrel, and for most of what comes after it.',
  },
];
