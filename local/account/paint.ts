import { styleText } from 'node:util';
import type { Outside } from './session.ts';

export type Style = 'red' | 'yellow' | 'green' | 'cyan' | 'magenta' | 'dim' | 'bold';

/** Colors words where they may have one; as they are without a style. */
export type Paint = (style: Style | undefined, text: string) => string;

/** Colors on a terminal, and plain words everywhere else. */
export const paintFor = ({ color }: Pick<Outside, 'color'>): Paint =>
  color
    ? (style, text) =>
        style === undefined || text === ''
          ? text
          : styleText(style, text, { validateStream: false })
    : (_, text) => text;
