import { askedDetail } from '../reader/asked-link.ts';
import type { Courses } from '../reader/owed.ts';
import type { Request } from '../reader/request.ts';
import { minterOf } from '../token.ts';
import { offerInWords, offerOf } from '../words/additions.ts';
import type { Words } from '../words/words.ts';
import type { Choice } from './choices.ts';
import { linksOf } from './compose.ts';

/**
 * What a reader may add by one press each; where they have all of it, their own page. Each link is
 * good for its one addition.
 */
export function offersOf(
  request: Request,
  { courses, webUrl, words }: { courses: Courses; webUrl: string; words: Words },
): readonly Choice[] {
  const mint = minterOf(request);
  const offers = (request.asked.adds ?? []).map((addition) => ({
    label: offerInWords(offerOf(request, addition, courses, words), words),
    url: `${webUrl}/confirm/${mint('confirm', askedDetail(request.asked, addition))}`,
  }));
  const page = linksOf(request, webUrl, mint).preferencesUrl();
  return offers.length > 0 ? offers : [{ label: words.adding.nothing, url: page }];
}
