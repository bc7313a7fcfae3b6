import { swedishDistress } from './sv-distress.ts';

/** All of it counts by itself: the classifier has read no Swedish. */
export const swedishOutright = swedishDistress;
