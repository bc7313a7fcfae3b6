import { createHash } from 'node:crypto';

/** What a hidden field of a page holds. */
export const hiddenIn = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
/** What a form asks a browser to work on. */
export const challengeIn = (page: string) =>
  JSON.parse(
    (/data-challenge="([^"]+)"/.exec(page)?.[1] ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  ) as Challenge;

export interface Challenge {
  readonly algorithm: string;
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
  readonly signature: string;
}

/** What the script of the page does. */
export function solved({ maxnumber, ...given }: Challenge): string {
  const all = Array.from({ length: maxnumber + 1 }, (_, number) => number);
  const number = all.find(
    (one) => createHash('sha256').update(`${given.salt}${one}`).digest('hex') === given.challenge,
  );
  return btoa(JSON.stringify({ ...given, number }));
}
