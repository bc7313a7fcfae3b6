import { COUNTED, plain } from './spec.ts';

/** The part of `SHAPE` about what a reader wishes: in answers to replies, and behind their links. */
export const ABOUT_WISHES = {
  /** What comes next for a reader, in every mail and on every page that says so. */
  next: {
    moment: ['moment'],
    soon: plain,
    waiting: plain,
    allRead: plain,
    nothing: plain,
  },
  /** What was done, one sentence a wish. */
  done: {
    left: plain,
    rejoined: plain,
    paused: ['until'],
    resumed: plain,
    schedule: ['schedule'],
    skipped: COUNTED,
    again: plain,
    nothing: plain,
    toAPerson: plain,
    data: plain,
    erased: plain,
    erasedDetail: plain,
    noted: plain,
  },
  /** What a reader may choose, as a button says it, and the page behind the button. */
  wish: {
    leave: plain,
    rejoin: plain,
    pause: plain,
    pauseUntil: ['day'],
    pauseFrom: ['from'],
    pauseFromUntil: ['from', 'day'],
    resume: plain,
    resumeOn: ['day'],
    schedule: ['schedule'],
    skip: COUNTED,
    export: plain,
    erase: plain,
    nothing: plain,
    neither: plain,
    notThat: plain,
    notYet: plain,
    do: plain,
    done: plain,
    undo: plain,
    exportDetail: plain,
    eraseDetail: plain,
    forReader: plain,
    noWish: plain,
    asleep: plain,
    asleepDetail: ['link'],
    asleepLink: plain,
  },
} as const;
