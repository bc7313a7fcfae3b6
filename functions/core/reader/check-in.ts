/** How close somebody feels, by the seven pictures of two circles. */
export type Score = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const SCORES: readonly Score[] = [1, 2, 3, 4, 5, 6, 7];

/** Parses the last part of a check-in link. */
export function parseScore(text: string): Score | undefined {
  return SCORES.find((score) => String(score) === text);
}

/** One check-in of a course, with what the reader answered to it, if they did. */
export interface CheckIn {
  /** The place of its letter in the course, counted from 1. */
  readonly letter: number;
  readonly score?: Score;
}
