import type { ChoicePicture } from '../functions/core/mail/choices.ts';
import { DAY, SANS } from './theme.ts';

const FONT = `font-family:${SANS};font-size:16px;line-height:22px;font-weight:600`;

/**
 * One choice as `MailButton` draws a button, cut where its link and its words come in: which choices
 * there are is only known when a question is asked.
 */
export const CHOICE: ChoicePicture = [
  '<table role="presentation" border="0" cellpadding="0" cellspacing="0"><tbody><tr>' +
    `<td class="button" align="center" style="background-color:${DAY.accent};border-radius:6px;` +
    'mso-padding-alt:13px 26px"><a class="button" href="',
  `" style="${FONT};display:inline-block;padding:13px 26px;color:${DAY.onAccent};` +
    'border-radius:6px;text-decoration:none">',
  '</a></td></tr><tr><td height="12" style="height:12px;font-size:0;line-height:0">&nbsp;</td>' +
    '</tr></tbody></table>',
];
