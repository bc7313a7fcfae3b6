import { loadContent } from '../../emails/content/load.ts';
import { instant } from '../../functions/core/time.ts';
import { libraryOf, type SimulatedLibrary } from '../../local/simulate/library.ts';
import { type VALUES, type Wanted, wantedIn } from '../../local/simulate/wanted.ts';
import { lesson, PUBLICATION, tinyContent } from '../emails/tiny-content.ts';

type Option = (typeof VALUES)[number];

/** A course of so many letters, and an issue of the newsletter on 1 December 2026. */
export function courseOf(letters: number, publication = ''): string {
  const names = Array.from({ length: letters }, (_, index) => String(index + 1).padStart(2, '0'));
  return tinyContent({
    'publication.yaml': PUBLICATION + publication,
    'courses/tiny/lessons/01-first.md': undefined,
    'courses/tiny/lessons/02-second.md': undefined,
    ...Object.fromEntries(
      names.map((name) => [
        `courses/tiny/lessons/${name}-letter.md`,
        lesson(`letter-${name}`, 'Words.\n'),
      ]),
    ),
  });
}

/** What the engine knows of it. */
export const libraryIn = (contentDir: string): SimulatedLibrary =>
  libraryOf(loadContent(contentDir));

/** What is wanted of it by these options, typed on 1 October 2026. */
export const wantedOf = (
  library: SimulatedLibrary,
  given: Partial<Record<Option, string>> = {},
): Wanted => wantedIn(given as Record<string, string>, library, instant(new Date('2026-10-01')));
