import type { CheckInsPicture, Row, RowState } from '../functions/core/mail/check-ins.ts';
import { escapeHtml } from '../functions/core/mail/template.ts';
import { SCORES, type Score } from '../functions/core/reader/check-in.ts';
import { directionOf, scoreInWords, type Words } from '../functions/core/words/words.ts';
import { DAY, SERIF } from './theme.ts';

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

/**
 * The picture of a reader's check-ins, drawn with everything but the reader: a row for each thing that
 * a check-in can have come to, into which the sender only writes the number of the letter.
 */
export function checkInsPicture(words: Words): CheckInsPicture {
  const { today, noAnswer } = words.checkIn;
  const scored = SCORES.map(
    (score) => [`${score}`, circles(score), scoreOf(words, score)] as const,
  );
  const states: readonly (readonly [RowState, picture: string, words: string])[] = [
    ...scored,
    ['today', '&nbsp;', today],
    ['none', '&nbsp;', noAnswer],
  ];
  const name = cut(words.checkIn.letter({ letter: NUMBER }));
  const gap = directionOf(words.language) === 'rtl' ? '8px 0 8px 10px' : '8px 10px 8px 0';
  const rows = (draw: (picture: string, said: string) => Row) =>
    Object.fromEntries(states.map(([state, picture, said]) => [state, draw(picture, said)]));
  return {
    html: {
      open: '<table role="presentation" cellpadding="0" cellspacing="0" border="0">',
      close: '</table>',
      rows: rows((picture, said) => row(name, picture, said, gap)) as Record<RowState, Row>,
    },
    text: rows((_, said) => [`   ${name[0]}`, `${name[1]}: ${said}`]) as Record<RowState, Row>,
  };
}

/** Stands for the number of a letter while a row is drawn: a character that no words have. */
const NUMBER = '\uE000';

function cut(text: string): Row {
  const [before = '', after = ''] = text.split(NUMBER);
  return [before, after];
}

/** @param gap the padding of a cell that another one follows */
function row([before, after]: Row, picture: string, said: string, gap: string): Row {
  const font = `font:16px/24px ${SERIF.replaceAll('"', "'")}`;
  const cell = `padding:${gap};${font}`;
  return [
    `<tr><td class="soft" style="${cell};color:${DAY.soft};white-space:nowrap">${escapeHtml(before)}`,
    `${escapeHtml(after)}</td><td style="${cell}" width="${WIDTH}">${picture}</td>` +
      `<td class="ink" style="padding:8px 0;${font};color:${DAY.ink}">${escapeHtml(said)}</td></tr>`,
  ];
}
