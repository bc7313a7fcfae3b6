import type { LessonId, TrackId } from '../../functions/core/course.ts';
import type { SlotName } from '../../functions/core/mail/template.ts';

/**
 * Where a link goes: a fixed address, one that is the reader's own, or another letter of the course,
 * whose title is known once all of them are read.
 */
export type Target =
  | { readonly url: string }
  | { readonly slot: SlotName }
  | { readonly letter: LessonId; readonly title?: string };

/** What a practice has its reader do. */
export const PRACTICE_KINDS = ['say', 'ask', 'do', 'notice', 'write', 'play', 'rest'] as const;
export type PracticeKind = (typeof PRACTICE_KINDS)[number];

/** What is said of a practice besides its words. */
export interface Practised {
  readonly does?: PracticeKind;
  /** Nobody else is needed for it. */
  readonly alone: boolean;
}

/** What stands inside a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: SlotName }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: Target; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

/** What stands on lines of its own, and the line of its file on which it begins. */
export type Block = BlockKind & { readonly line: number };

export type BlockKind =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly children: readonly Inline[] }
  | {
      readonly kind: 'list';
      /** The first number; absent for bullets. */
      readonly start?: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'rule' }
  | (Practised & {
      readonly kind: 'practice';
      readonly title: string;
      /** Whom it is for; absent for everybody. */
      readonly track?: TrackId;
      /** Begins with the usual sentence on safety, unless it has one of its own. */
      readonly gated: boolean;
      readonly children: readonly Block[];
    })
  /** Instead of the practice it stands in, for who began far apart. */
  | (Partial<Practised> & {
      readonly kind: 'gentler';
      readonly title?: string;
      readonly children: readonly Block[];
    })
  /** Before a practice that discloses or asks: for whom it is. */
  | {
      readonly kind: 'gate';
      /** The same in every letter, so it is no part of this one. */
      readonly usual?: true;
      readonly children: readonly Block[];
    }
  /** In a practice that asks: what to do if the other doesn't want to. */
  | { readonly kind: 'declined'; readonly children: readonly Block[] }
  /** Paragraphs for one track. */
  | { readonly kind: 'for'; readonly track: TrackId; readonly children: readonly Block[] }
  | { readonly kind: 'question'; readonly children: readonly Block[] }
  | { readonly kind: 'next'; readonly children: readonly Block[] }
  | { readonly kind: 'myth'; readonly children: readonly Block[] }
  | { readonly kind: 'truth'; readonly children: readonly Block[] }
  | { readonly kind: 'safety'; readonly children: readonly Block[] }
  | { readonly kind: 'checkIn' }
  | { readonly kind: 'fourWeeks' }
  | { readonly kind: 'choices' }
  | { readonly kind: 'lines' }
  | { readonly kind: 'button'; readonly label: string; readonly to: SlotName };

/** Every block of a tree, with those inside others. */
export function* walk(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'list') for (const item of block.items) yield* walk(item);
    else if ('children' in block && block.kind !== 'paragraph' && block.kind !== 'heading')
      yield* walk(block.children);
  }
}

/** The words without their looks; a slot stands as its name. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'slot':
          return `{{${inline.name}}}`;
        case 'break':
          return ' ';
        default:
          return plainText(inline.children);
      }
    })
    .join('');
}
