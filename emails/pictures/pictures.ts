import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offered } from '../../functions/core/course.ts';
import { cardOf, TOUCH_ICON } from '../../functions/core/picture.ts';
import type { CompiledContent } from '../compile.ts';
import type { CardWords } from './card.tsx';

/** Where pictures that were painted once are kept: painting takes half a second each. */
const KEPT = 'node_modules/.cache/kindling-pictures';
/** Another look is another number, so that nothing painted before is taken for it. */
const LOOK = 1;

/** Every picture that the pages show to others, by its name: a card each for courses and issues. */
export async function picturesOf({
  publication,
  courses,
  newsletters,
}: Pick<CompiledContent, 'publication' | 'courses' | 'newsletters'>): Promise<
  ReadonlyMap<string, Uint8Array>
> {
  const card = (name: string, title: string, line: string) =>
    [name, { publication: publication.name, title, line }] as const;
  const cards: readonly (readonly [name: string, words: CardWords])[] = [
    ...offered(courses).map(({ slug, title, subtitle }) =>
      card(cardOf('course', slug), title, subtitle),
    ),
    ...newsletters.map(({ id, title, preheader }) => card(cardOf('issue', id), title, preheader)),
  ];
  const pictures = new Map<string, Uint8Array>([
    [TOUCH_ICON, await kept([TOUCH_ICON], ({ touchIcon }) => touchIcon())],
  ]);
  for (const [name, words] of cards) {
    pictures.set(name, await kept(Object.values(words), ({ cardPicture }) => cardPicture(words)));
  }
  return pictures;
}

type Painter = typeof import('./card.tsx');

/** The painter is loaded only where something is new. */
async function kept(
  says: readonly string[],
  paint: (painter: Painter) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const key = createHash('sha256')
    .update(JSON.stringify([LOOK, ...says]))
    .digest('hex');
  const file = join(KEPT, `${key.slice(0, 24)}.png`);
  if (existsSync(file)) return readFileSync(file);
  const picture = await paint(await import('./card.tsx'));
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(file, picture);
  return picture;
}
