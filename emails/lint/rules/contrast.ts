import { DAY, NIGHT } from '../../theme.ts';
import { error, type Finding } from '../finding.ts';

type Theme = Readonly<Record<keyof typeof DAY, string>>;

/** WCAG 2.2, 1.4.3: for letters of this size. */
const LEAST = 4.5;

/** Which color stands on which. */
const PAIRS: readonly (readonly [keyof Theme, keyof Theme])[] = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['soft', 'paper'],
  ['soft', 'card'],
  ['accent', 'paper'],
  ['accent', 'card'],
  ['onAccent', 'accent'],
];

/** The theme's colors that meet, by day and by night. */
export function contrast(
  themes: Readonly<Record<string, Theme>> = { DAY, NIGHT },
): readonly Finding[] {
  return Object.entries(themes).flatMap(([name, theme]) =>
    PAIRS.flatMap(([over, under]) => {
      const ratio = contrastRatio(theme[over], theme[under]);
      if (ratio >= LEAST) return [];
      const found = `${over} on ${under} at ${ratio.toFixed(1)} : 1`;
      const expected = `${LEAST} : 1 at least`;
      return [error({ file: 'emails/theme.ts', key: name, found, expected })];
    }),
  );
}

/** WCAG 2.2, "contrast ratio", of two colors such as `#faf6ee`. */
export function contrastRatio(one: string, other: string): number {
  const [light = 1, dark = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = (hex.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => {
    const value = Number.parseInt(pair, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
