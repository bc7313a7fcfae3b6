import type { PagePart } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Wish } from './wish.ts';

/**
 * The link by which somebody's page is open. One that lies in letters is passed on with them, and does what
 * nobody minds: when letters come, whether they rest, and what ends (decision 035). One that was mailed for the
 * page, and is good for an hour, does all of it.
 */
export interface PageLink {
  readonly token: string;
  readonly purpose: 'preferences' | 'own';
  readonly subscriber: Subscriber;
}

/** Whether it was mailed for this. */
export const opensAll = ({ purpose }: PageLink): boolean => purpose === 'own';

/** The address of the page, as it was opened. */
export const pathOf = ({ purpose, token }: PageLink): string => `/${purpose}/${token}`;

/**
 * The part of the page that a wish belongs to, where a letter's link does no more than ask for it by mail;
 * undefined where any link does it. Neutral subjects are asked of nobody twice: who needs them has a letter open
 * that somebody else may see, and nothing that comes is more, less, or later by them.
 */
export function partOf({ is }: Wish): PagePart | undefined {
  switch (is) {
    case 'schedule':
    case 'pause':
    case 'resume':
    case 'stop-course':
    case 'no-newsletter':
    case 'pause-newsletter':
    case 'resume-newsletter':
    case 'after-course':
    case 'discreet':
      return undefined;
    case 'take':
    case 'again-course':
    case 'back-course':
    case 'turns':
    case 'in-a-row':
      return 'take';
    case 'track':
      return 'track';
    case 'newsletter':
    case 'alongside':
      return 'newsletter';
    case 'open':
      return 'discreet';
    case 'form-mail':
    case 'no-form-mail':
      return 'form-mail';
  }
}
