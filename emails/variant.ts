import type { LessonId, TrackId } from '../functions/core/course.ts';
import type { Block, Inline } from './content/tree.ts';

/** Which of a letter's wordings a reader gets: their track's, and the gentler one if they began far apart. */
export interface Variant {
  readonly track: TrackId;
  readonly gentler: boolean;
}

/** The track of what is in no course, or in one that has no tracks. */
export const ALL = 'all' as TrackId;

/** What a letter takes from around it. */
interface Around {
  /** The usual sentence before a practice that discloses or asks. */
  readonly gate: string;
  /** The subject of another letter of the course. */
  titleOf(letter: LessonId): string | undefined;
}

/** Whether somebody who began far apart gets other words in that track. */
export const hasGentler = (blocks: readonly Block[], track: TrackId): boolean =>
  blocks.some(
    (block) =>
      block.kind === 'practice' &&
      isFor(block, track) &&
      block.children.some(({ kind }) => kind === 'gentler'),
  );

/** A letter's blocks as one reader gets them: nothing of another track or way is left in them. */
export function inVariant(
  blocks: readonly Block[],
  variant: Variant,
  around: Around,
): readonly Block[] {
  const within = (inner: readonly Block[]) => inVariant(inner, variant, around);
  const inlines = (all: readonly Inline[]) => all.map((one) => titled(one, around));
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'for':
        return block.track === variant.track ? within(block.children) : [];
      case 'practice':
        if (!isFor(block, variant.track)) return [];
        return [withChildren(chosen(block, variant, around), within)];
      case 'paragraph':
      case 'heading':
        return [{ ...block, children: inlines(block.children) }];
      case 'list':
        return [{ ...block, items: block.items.map(within) }];
      default:
        return ['children' in block ? withChildren(block, within) : block];
    }
  });
}

type Parent = Exclude<Block & { readonly children: readonly Block[] }, { kind: 'paragraph' }>;
type Practice = Block & { readonly kind: 'practice' };

const isFor = ({ track }: Practice, wanted: TrackId): boolean =>
  track === undefined || track === wanted;

function withChildren<Of extends Parent>(
  block: Of,
  change: (children: readonly Block[]) => readonly Block[],
): Of {
  return { ...block, children: change(block.children) };
}

/** A practice in one of its two ways, with its gate in front. */
function chosen(practice: Practice, { gentler: wanted }: Variant, { gate }: Around): Practice {
  const gentler = practice.children.find((child) => child.kind === 'gentler');
  const way = wanted && gentler?.kind === 'gentler' ? gentler : undefined;
  const { kind: _, title, children, ...rest } = way ?? practice;
  const own = children.filter((child) => child.kind === 'gate');
  const others = children.filter(({ kind }) => kind !== 'gate' && kind !== 'gentler');
  const asked: Practice = { ...practice, ...rest, title: title ?? practice.title, children };
  if (own.length > 0 || !asked.gated || !needsGate(asked))
    return { ...asked, children: [...own, ...others] };
  const { line } = practice;
  const text = { kind: 'paragraph', line, children: [{ kind: 'text', text: gate }] } as const;
  return {
    ...asked,
    children: [{ kind: 'gate', usual: true, line, children: [text] }, ...others],
  };
}

/** A gentler way may ask for nothing that has to be guarded. */
export const needsGate = ({ does }: Pick<Practice, 'does'>): boolean =>
  does === undefined || does === 'say' || does === 'ask';

function titled(inline: Inline, around: Around): Inline {
  if (!('children' in inline)) return inline;
  const children = inline.children.map((child) => titled(child, around));
  if (inline.kind !== 'link' || !('letter' in inline.to)) return { ...inline, children };
  const { letter } = inline.to;
  return { ...inline, children, to: { letter, title: around.titleOf(letter) ?? letter } };
}
