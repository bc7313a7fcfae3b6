import type { Tag } from './chunks.ts';

/** What a frame comes to. */
export type Doing =
  | 'leave'
  | 'maybeLeave'
  | 'pause'
  | 'maybePause'
  | 'resume'
  | 'skip'
  | 'resend'
  | 'status'
  | 'help'
  | 'export'
  | 'erase'
  | 'schedule'
  | 'friends'
  | 'couple'
  | 'discreet'
  | 'plain'
  | 'newsletter'
  | 'noNewsletter'
  | 'course'
  | 'stopCourse'
  /** Its title is words that may be nobody's title. */
  | 'maybeStopCourse'
  | 'againCourse'
  /** Going on for whoever waits, and another beginning for whoever reads. */
  | 'startOrGoOn'
  | 'address'
  | 'keep'
  | 'howTo'
  | 'away'
  | 'reason'
  | 'courtesy'
  | 'when'
  /** An hour or days shall change, and to what stands elsewhere. */
  | 'unsaid'
  | 'takeBack';

/**
 * One way to say one thing, in no language: the parts of speech that have to be there, and those
 * that may. A clause fits only if every word of it has a place.
 */
export interface Frame {
  readonly does: Doing;
  /** Each needs a run of words of its own. */
  readonly needs: readonly (readonly Tag[])[];
  readonly may: ReadonlySet<Tag>;
  /** It is a wish also among other words; one that is not has to be all that is said. */
  readonly sure: boolean;
}

/** What says nothing about what is wanted. */
const AROUND = ['greeting', 'courtesy', 'farewell', 'soft', 'and', 'mark'] as const;
/** What says that somebody wants it. */
const ASKING = ['wish', 'demand'] as const;
export const WHOM = ['me', 'it', 'ours', 'newsletter', 'list'] as const;
/** Many people call the letters a newsletter. */
export const OURS = ['ours', 'newsletter'] as const;

type Needs = readonly (readonly Tag[])[];

export const frame = (does: Doing, needs: Needs, may: readonly Tag[] = [], sure = true): Frame => ({
  does,
  needs,
  may: new Set<Tag>([...AROUND, ...ASKING, ...may]),
  sure,
});

export const unsure = (does: Doing, needs: Needs, may: readonly Tag[] = []): Frame =>
  frame(does, needs, may, false);

export const ended = (needs: Needs, may: readonly Tag[] = [], sure = true): Frame =>
  frame('leave', needs, [...may, 'when', 'again'], sure);

/** Told, so that nobody asks in it: "I'm single, may | I have the version for friends?" */
export const told = (does: Doing, needs: Needs, may: readonly Tag[] = [], sure = true): Frame => ({
  ...frame(does, needs, [], sure),
  may: new Set<Tag>([...AROUND, ...may]),
});

/** Words that mean much else: nobody may say that they want, must or will. */
export const alone = (does: Doing, needs: Needs, may: readonly Tag[] = []): Frame =>
  told(does, needs, may, false);

/** Where one part may not stand that may stand everywhere else. */
export const without = (tag: Tag, one: Frame): Frame => ({
  ...one,
  may: new Set([...one.may].filter((may) => may !== tag)),
});
