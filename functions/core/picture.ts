/** In pixels: what social sites show whole (Open Graph's examples, X's "summary card with large image"). */
export const CARD = { width: 1200, height: 630, type: 'image/png' } as const;

/** The icon of the pages on a phone's home screen. */
export const TOUCH_ICON = 'touch-icon';

/** What a card is of. */
export type CardKind = 'course' | 'issue';

/** The name of the picture that a link to a course or an issue is shown with. */
export const cardOf = (kind: CardKind, name: string): string => `${kind}.${name}`;
