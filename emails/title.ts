import type { TitlePicture } from '../functions/core/mail/titles.ts';
import { DAY, SANS, SERIF } from './theme.ts';

const TITLE_FONT = `font-family:${SERIF};font-size:20px;line-height:28px`;
const LINE_FONT = `font-family:${SANS};font-size:14px;line-height:22px;color:${DAY.soft}`;

/**
 * One issue in a digest: a quiet line across, its title, and under it what the inbox would have shown. All of it
 * is the link, so that a thumb finds it. How many there are is known late; a title may run either way.
 */
export const TITLE: TitlePicture = [
  `<p dir="auto" class="line" style="margin:0;border-top:1px solid ${DAY.line}"><a class="accent" href="`,
  `" style="display:block;padding:16px 0;color:${DAY.accent};text-decoration:none">` +
    `<span style="${TITLE_FONT};text-decoration:underline">`,
  `</span><br><span class="soft" style="${LINE_FONT}">`,
  '</span></a></p>',
];
