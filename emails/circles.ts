import type { Score } from '../functions/core/reader/check-in.ts';
import { scoreInWords, type Words } from '../functions/core/words/words.ts';
import { DAY } from './theme.ts';

/** Pixels between the two centers; the circles are 24 wide. */
const DISTANCE: Readonly<Record<Score, number>> = {
  1: 31,
  2: 24,
  3: 20,
  4: 16,
  5: 12,
  6: 8,
  7: 4,
};
const WIDTH = 56;
const DIAMETER = 24;
const CIRCLE =
  `<span class="ring" style="display:inline-block;width:20px;height:20px;` +
  `border:2px solid ${DAY.accent};border-radius:50%;background-color:${DAY.ring}"></span>`;

/**
 * Two circles, as far apart as the score says, in html that mail programs draw: no image, no
 * SVG. The first circle sits in a box narrower than itself, since Gmail drops negative margins.
 * Word, which draws Outlook's mail, knows no round borders and gets two letters set closer.
 * Screen readers skip it: words always stand beside it.
 */
export function circles(score: Score): string {
  const distance = DISTANCE[score];
  const before = Math.round((WIDTH - DIAMETER - distance) / 2);
  return (
    `<!--[if mso]><span style="font:24px Arial;letter-spacing:${Math.round(distance * 0.6) - 14}px">` +
    `&#9675;</span><span style="font:24px Arial">&#9675;</span>&nbsp;<![endif]-->` +
    `<!--[if !mso]><!--><span aria-hidden="true" style="display:inline-block;width:${WIDTH - before}px;` +
    `padding-left:${before}px;height:24px;line-height:24px;font-size:0;white-space:nowrap;` +
    `text-align:left;direction:ltr;vertical-align:middle">` +
    `<span style="display:inline-block;width:${distance}px">${CIRCLE}</span>${CIRCLE}</span><!--<![endif]-->`
  );
}

/** `3 of 7, sharing a little` */
export const scoreOf = (words: Words, score: Score): string =>
  words.checkIn.scoreOf({ score, words: scoreInWords(words, score) });
