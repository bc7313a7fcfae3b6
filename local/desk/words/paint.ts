import { styleText } from 'node:util';
import type { Outside } from '../../account/session.ts';

type Style = 'red' | 'yellow' | 'green' | 'dim' | 'bold';

/** Colors words where they may have one. */
export type Paint = (style: Style, text: string) => string;

/** Colors on a terminal, and plain words everywhere else. */
export const paintFor = ({ color }: Pick<Outside, 'color'>): Paint =>
  color ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
