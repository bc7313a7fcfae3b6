import type { Standing } from '../../../functions/core/reader/subscriber.ts';
import { momentInWords } from '../../account/newsletter/words.ts';

/** Where somebody stands: `paused until 2026-12-20`, `left by reply on …`. */
export function standingInWords({ standing }: { readonly standing: Standing }): string {
  switch (standing.is) {
    case 'active':
      return 'active';
    case 'pending':
      return 'asked, and has not confirmed';
    case 'paused': {
      const { from, until, absent } = standing;
      const away = absent ? ', as their mail program says' : '';
      return `paused${from ? ` from ${from}` : ''}${until ? ` until ${until}` : ''}${away}`;
    }
    case 'left':
      return `left by ${standing.by}, ${momentInWords(standing.at)}`;
    case 'suppressed':
      return `not mailed (${standing.because}), ${momentInWords(standing.at)}`;
  }
}
