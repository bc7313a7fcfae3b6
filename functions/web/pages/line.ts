import { html } from 'hono/html';
import { type CheckIn, SCORES, type Score } from '../../core/reader/check-in.ts';
import { scoreInWords, type Words } from '../../core/words/words.ts';
import { inLanguage, type Markup } from './layout.ts';

/** Units of the drawing: the distance between two answers, and between two pictures. */
const STEP = { x: 80, y: 22 };
const EDGE = { x: 24, y: 14 };

const place = (index: number): number => EDGE.x + index * STEP.x;
const height = (score: Score): number => EDGE.y + (7 - score) * STEP.y;

/** The check-ins of one course, in its words. */
export interface Line {
  readonly words: Words;
  readonly title: string;
  readonly checkIns: readonly CheckIn[];
}

/** All that a reader answered, as lines and in words: to look at, and to print. */
export function linePage({ checkIn }: Words, lines: readonly Line[]): Markup {
  return html`<article class="note line-page"><h1>${checkIn.line}</h1>
${lines.length === 0 && html`<p class="lead">${checkIn.lineNone}</p>`}
${lines.map((line) => html`${lines.length > 1 && titleOf(line)}${oneLine(line)}`)}
<p class="small">${checkIn.lineDetail}</p></article>`;
}

/** Which course a line is of, where there are several. */
const titleOf = ({ words, title }: Line): Markup =>
  html`<h2${inLanguage(words.language)}>${title}</h2>`;

function oneLine({ words, checkIns }: Line): Markup {
  const none = checkIns.every(({ score }) => score === undefined);
  return html`${none ? html`<p class="lead">${words.checkIn.lineNone}</p>` : drawing(words, checkIns)}
<ol>${checkIns.map((checkIn) => html`<li>${inWords(words, checkIn)}</li>`)}</ol>`;
}

function inWords(words: Words, { letter, score }: CheckIn): Markup {
  const { checkIn } = words;
  const said =
    score === undefined
      ? checkIn.noAnswer
      : checkIn.scoreOf({ score, words: scoreInWords(words, score) });
  return html`<span class="soft">${checkIn.letter({ letter })}:</span> ${said}`;
}

/** Broken where an answer is left out; its name is what the line goes through. */
function drawing(words: Words, checkIns: readonly CheckIn[]): Markup {
  const width = 2 * EDGE.x + (checkIns.length - 1) * STEP.x;
  const bottom = 2 * EDGE.y + 6 * STEP.y;
  const points = checkIns.flatMap(({ score }, index) =>
    score === undefined ? [] : [{ x: place(index), y: height(score) }],
  );
  const lines = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const name = checkIns
    .flatMap(({ score }) => (score === undefined ? [] : [scoreInWords(words, score)]))
    .join(', ');
  return html`<svg class="line" viewBox="0 0 ${width} ${bottom}" role="img" aria-label="${name}" focusable="false">
${SCORES.map((score) => html`<path class="rule" d="M0 ${height(score)}H${width}"/>`)}
${lines.map(
  ({ from, to }) =>
    html`<path${to.x - from.x > STEP.x && html` class="over"`} d="M${from.x} ${from.y}L${to.x} ${to.y}"/>`,
)}
${points.map(({ x, y }) => html`<circle cx="${x}" cy="${y}" r="7"/>`)}
</svg>`;
}
