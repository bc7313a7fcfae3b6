import type { Span, Standing } from '../../../functions/core/reader/subscriber.ts';
import { momentInWords } from '../../account/newsletter/words.ts';

/** `paused from 2026-12-20 until 2027-01-06` */
export const pauseInWords = ({ from, until }: Span): string =>
  `paused${from ? ` from ${from}` : ''}${until ? ` until ${until}` : ''}`;

/** Where somebody stands: `paused until 2026-12-20`, `left by reply on …`. */
export function standingInWords({ standing }: { readonly standing: Standing }): string {
  switch (standing.is) {
    case 'active':
      return 'active';
    case 'pending':
      return 'asked, and has not confirmed';
    case 'paused': {
      const { absent, letters } = standing;
      const away = absent ? ', as their mail program says' : '';
      const alone = letters ? ', the letters alone' : '';
      return `${pauseInWords(standing)}${alone}${away}`;
    }
    case 'left':
      return `left by ${standing.by}, ${momentInWords(standing.at)}`;
    case 'suppressed':
      return `not mailed (${standing.because}), ${momentInWords(standing.at)}`;
  }
}
