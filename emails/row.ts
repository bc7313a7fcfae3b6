import type { RowPicture } from '../functions/core/mail/rows.ts';
import { DAY, SANS } from './theme.ts';

const LABEL = `font-family:${SANS};font-size:14px;line-height:22px;color:${DAY.soft}`;

/** One row: a label, and under it what can be called or opened. How many there are is known late. */
export const ROW: RowPicture = {
  row: [`<p style="margin:0 0 16px"><span class="soft" style="${LABEL}">`, '</span><br>', '</p>'],
  link: [
    '<a class="accent" href="',
    `" style="color:${DAY.accent};text-decoration:underline">`,
    '</a>',
  ],
};
