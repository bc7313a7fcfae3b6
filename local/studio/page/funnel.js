import { html, svg } from 'lit-html';

/** @typedef {import('../../desk/funnel.ts').FunnelRow} FunnelRow */

/** A bar is so wide at most, in units of its own. */
const WIDE = 1000;

/**
 * A funnel as a picture: a row a letter, as wide as it was received, with who wrote, paused and left after it.
 *
 * @param {readonly FunnelRow[]} rows
 */
export function funnelPicture(rows) {
  const most = Math.max(1, ...rows.map(widest));
  return html`
    <ul class="legend" aria-hidden="true">
      <li class="received">received</li><li class="replied">wrote back</li>
      <li class="paused">paused after it</li><li class="gone">left after it</li>
    </ul>
    <ol class="funnel">${rows.map((row) => html`<li>${letter(row)}${bar(row, most)}${figures(row)}</li>`)}</ol>`;
}

/** Whoever paused or left may be counted before the letter is. @param {FunnelRow} row */
const widest = ({ received, pausedAfter, leftAfter }) =>
  Math.max(received, pausedAfter + leftAfter);

/** @param {FunnelRow} row */
const letter = ({ place, letter, subject }) => html`
  <span class="letter"><span class="soft">${place ?? 'gone'}</span> ${subject ?? letter}</span>`;

/** What left and paused ends the bar, since it ends the reading; who wrote is a line below it. @param {FunnelRow} row @param {number} most */
function bar(row, most) {
  const { replied, pausedAfter, leftAfter } = row;
  const scale = WIDE / most;
  const whole = widest(row) * scale;
  const gone = leftAfter * scale;
  const paused = pausedAfter * scale;
  const stays = whole - gone - paused;
  return html`<svg class="bar" viewBox="0 0 ${WIDE} 20" preserveAspectRatio="none" aria-hidden="true">
    ${piece('ground', 0, WIDE)}${piece('received', 0, stays)}${piece('paused', stays, paused)}
    ${piece('gone', stays + paused, gone)}
    ${svg`<rect class="replied" x="0" y="14" width=${replied * scale} height="6"></rect>`}</svg>`;
}

/** @param {string} kind @param {number} from @param {number} width */
const piece = (kind, from, width) =>
  svg`<rect class=${kind} x=${from} y="0" width=${width} height="20"></rect>`;

/** @param {FunnelRow} row */
const figures = ({ received, replied, pausedAfter, leftAfter }) => html`
  <span class="figures">${[
    `${received} received`,
    ...(replied > 0 ? [`${replied} wrote back`] : []),
    ...(pausedAfter > 0 ? [`${pausedAfter} paused`] : []),
    ...(leftAfter > 0 ? [`${leftAfter} left`] : []),
  ].join(', ')}</span>`;
