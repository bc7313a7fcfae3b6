import type { CheckIn, Score } from '../reader/check-in.ts';

/** How one check-in stands in the picture of all: a score, or why there is none. */
export type RowState = `${Score}` | 'today' | 'none';

/** A row, drawn once for all readers: what stands before and after the number of its letter. */
export type Row = readonly [before: string, after: string];

/** A reader's check-ins as html and as text, with nothing open but which rows it has. */
export interface CheckInsPicture {
  readonly html: {
    readonly open: string;
    readonly close: string;
    readonly rows: Readonly<Record<RowState, Row>>;
  };
  readonly text: Readonly<Record<RowState, Row>>;
}

/** A reader's own scores so far, as a picture and in words: the slots of `::four-weeks`. */
export function checkInsSoFar(
  checkIns: readonly CheckIn[],
  { html, text }: CheckInsPicture,
): { readonly checkInsHtml: string; readonly checkInsText: string } {
  const drawn = (rows: Readonly<Record<RowState, Row>>) =>
    checkIns.map((checkIn) => rows[stateOf(checkIn)].join(String(checkIn.letter)));
  return {
    checkInsHtml: html.open + drawn(html.rows).join('') + html.close,
    checkInsText: drawn(text).join('\n'),
  };
}

function stateOf({ score, today = false }: CheckIn): RowState {
  if (score !== undefined) return `${score}`;
  return today ? 'today' : 'none';
}
