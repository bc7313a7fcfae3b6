import type { CSSProperties } from 'react';
import { DAY, NIGHT } from '../functions/core/palette.ts';

/**
 * The letters' looks. The day colors stand inline, the night ones in a style sheet, since programs
 * without style sheets have no night of ours either.
 */
export { DAY, NIGHT };

/** Georgia is on every Windows, Mac and iPhone; Word takes a first family it lacks for Times. */
export const SERIF = "Georgia,'Noto Serif','Times New Roman',serif";
export const SANS = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/**
 * The reading face. Every cell of ours says it again: where a program drops the doctype, tables
 * inherit neither size nor color.
 */
export const text: CSSProperties = {
  fontFamily: SERIF,
  fontSize: '18px',
  lineHeight: '29px',
  color: DAY.ink,
};

/** Small letters around the letter: masthead, labels, footer. */
export const small: CSSProperties = { fontFamily: SANS, fontSize: '14px', lineHeight: '22px' };

/** The label above an aside. */
export const label: CSSProperties = {
  ...small,
  fontSize: '12px',
  lineHeight: '18px',
  fontWeight: 600,
  letterSpacing: '1.2px',
  textTransform: 'uppercase',
  color: DAY.accent,
};

const NIGHT_RULES = [
  ['.paper', `background-color:${NIGHT.paper}`],
  ['.card', `background-color:${NIGHT.card}`],
  ['.ink', `color:${NIGHT.ink}`],
  ['.soft', `color:${NIGHT.soft}`],
  ['.accent', `color:${NIGHT.accent}`],
  ['.line', `border-color:${NIGHT.line}`],
  ['.mark', `border-color:${NIGHT.accent}`],
  ['.button', `background-color:${NIGHT.accent}`],
  ['.button', `color:${NIGHT.onAccent}`],
  ['.ring', `border-color:${NIGHT.accent}`],
  ['.ring', `background-color:${NIGHT.ring}`],
] as const;

const night = (before: string, concerns: RegExp) =>
  NIGHT_RULES.filter(([, rule]) => concerns.test(rule))
    .map(([name, rule]) => `${before}${name}{${rule}!important}`)
    .join('');

/** Phones: narrower margins, a smaller title. */
export const PHONE_CSS =
  '@media (max-width:480px){.column{padding-left:20px!important;padding-right:20px!important}' +
  '.title{font-size:28px!important;line-height:34px!important}' +
  '.inset{padding:20px!important}}';

export const NIGHT_CSS = `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${night('', /./)}}`;

/**
 * Outlook on phones and the web marks what it changed: `data-ogsc` colors, `data-ogsb` grounds.
 * A sheet of its own, because programs that can't read it drop the sheet that has it.
 */
export const OUTLOOK_NIGHT_CSS =
  night('[data-ogsc] ', /^(color|border)/) + night('[data-ogsb] ', /^background/);
