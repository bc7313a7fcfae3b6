import { type Instant, secondsBetween } from '../time.ts';

/** A press that came before, on any page of the same person. */
export interface EarlierPress {
  readonly what: string;
  readonly at: Instant;
}

/** What a press tells of who made it. */
export interface Press extends EarlierPress {
  /**
   * How long the page was there, in milliseconds: `unknown` for a page of which nobody knows when it
   * was made, since somebody changed what it said of that.
   */
  readonly after: number | 'unknown';
  /** Whether it was the button that nobody sees. */
  readonly decoy: boolean;
}

/** So fast nobody reads a page and presses its button, in milliseconds. */
const HASTY_MS = 1000;
/** Within so many seconds nobody wants two things of us. */
const MANY_HANDED_SECONDS = 3;

/** Whether a press by itself is like a robot's, which presses whatever it finds, at once. */
export const isRash = ({ after, decoy }: Pick<Press, 'after' | 'decoy'>): boolean =>
  decoy || after === 'unknown' || after < HASTY_MS;

/**
 * Whether it is one of several that a robot makes, one after another. The same press again is what people
 * do who see nothing happen, or who were asked to.
 */
export const isManyHanded = (
  { what, at }: EarlierPress,
  before: EarlierPress | undefined,
): boolean =>
  before !== undefined &&
  before.what !== what &&
  secondsBetween(before.at, at) <= MANY_HANDED_SECONDS;
