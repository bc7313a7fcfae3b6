import { escapeHtml } from '../mail/template.ts';

/** How close somebody feels, by the seven pictures of two circles. */
export type Score = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const SCORES: readonly Score[] = [1, 2, 3, 4, 5, 6, 7];

/** What a picture is called where it can't be seen. */
export const SCORE_WORDS: Readonly<Record<Score, string>> = {
  1: 'apart',
  2: 'side by side',
  3: 'sharing a little',
  4: 'sharing some',
  5: 'sharing half',
  6: 'sharing most',
  7: 'almost one',
};

/** Parses the last part of a check-in link. */
export function parseScore(text: string): Score | undefined {
  return SCORES.find((score) => String(score) === text);
}

/** Pixels between the two centres; the circles are 24 wide. */
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
const RING =
  `<span class="ring" style="display:inline-block;width:20px;height:20px;` +
  `border:2px solid #96452b;border-radius:50%;background-color:rgba(150,69,43,.16)"></span>`;

/**
 * Two circles, as far apart as the answer says, in html that mail programs draw: no image, no
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
    `<span style="display:inline-block;width:${distance}px">${RING}</span>${RING}</span><!--<![endif]-->`
  );
}

/** One check-in of a course, with what the reader answered to it, if they did. */
export interface CheckIn {
  /** The place of its letter in the course, counted from 1. */
  readonly letter: number;
  readonly score?: Score;
  /** It is in the very letter that shows this, so nobody can have answered it before. */
  readonly today?: boolean;
}

/** A reader's own scores so far, as a picture and in words: the slots of `::four-weeks`. */
export function checkInsSoFar(checkIns: readonly CheckIn[]): {
  readonly checkInsHtml: string;
  readonly checkInsText: string;
} {
  const rows = checkIns.map(({ letter, score, today = false }) => ({
    name: `Letter ${letter}`,
    picture: score === undefined ? '&nbsp;' : circles(score),
    words: score === undefined ? (today ? 'today' : 'no answer') : inWords(score),
  }));
  return {
    checkInsHtml:
      `<table role="presentation" cellpadding="0" cellspacing="0" border="0">` +
      rows.map(row).join('') +
      `</table>`,
    checkInsText: rows.map(({ name, words }) => `   ${name}: ${words}`).join('\n'),
  };
}

/** `3 of 7, sharing a little` */
export function inWords(score: Score): string {
  return `${score} of 7, ${SCORE_WORDS[score]}`;
}

interface Row {
  readonly name: string;
  readonly picture: string;
  readonly words: string;
}

function row({ name, picture, words }: Row): string {
  const cell = 'padding:8px 12px 8px 0;font:16px/24px Georgia,serif';
  return (
    `<tr><td class="soft" style="${cell};color:#6b5f55;white-space:nowrap">${escapeHtml(name)}</td>` +
    `<td style="${cell}" width="${WIDTH}">${picture}</td>` +
    `<td class="ink" style="${cell};color:#2a2420">${escapeHtml(words)}</td></tr>`
  );
}
