import { NOTICES } from '../core/mail/template.ts';
import { ADDITIONS, type Addition } from '../core/reader/subscriber.ts';
import { BESIDES, INTENTS, type Kept, OUTCOMES } from '../core/replies/intents.ts';
import { type Option, REASONS, type Wish } from '../core/replies/understanding.ts';
import { type Act, actIn, codeOf } from '../core/replies/wish-code.ts';
import {
  type Attributes,
  aTrue,
  listOf,
  mapIn,
  oneOf,
  optional,
  type Parse,
  required,
  type Stored,
  textOf,
} from './stored.ts';
import { aCourse, aDay, aLesson, anInstant } from './stored-values.ts';

/** A decision as it lies with its mail: words of ours and codes, and nothing of what was written. */

const anAct: Parse<Act> = textOf(actIn);
const acts = listOf(anAct);

const aWish: Parse<Wish> = (value) => {
  const act = anAct(value);
  if (act === undefined) return undefined;
  return act.is === 'rejoin' || act.is === 'no-wish' || act.is === 'back-course' ? undefined : act;
};
/** What a question offers, as it is stored: each option a list of codes. */
export const options: Parse<readonly Option[]> = listOf(listOf(aWish));

/** The codes of what a question offers. */
export const codesOf = (all: readonly Option[]) => all.map((option) => option.map(codeOf));

export function keptAttributes({ decision, undo, at }: Kept): Attributes {
  const { done, undone, question, offers, ...plain } = decision;
  return {
    ...plain,
    at,
    undo: undo.map(codeOf),
    ...(done && { done: done.map(codeOf) }),
    ...(undone && { undone: undone.map(codeOf) }),
    ...(offers && { offers: codesOf(offers) }),
    ...(question && { question: { ...question, options: codesOf(question.options) } }),
  };
}

/** @throws MalformedItem */
export function keptIn(item: Stored): Kept {
  const kept = mapIn(item, 'kept');
  const told = {
    until: optional(kept, 'until', aDay),
    because: optional(kept, 'because', oneOf(REASONS)),
    yes: optional(kept, 'yes', oneOf<Addition | 'all'>([...ADDITIONS, 'all'])),
    answer: optional(kept, 'answer', oneOf(NOTICES)),
    done: optional(kept, 'done', acts),
    undone: optional(kept, 'undone', acts),
    question: kept.fields['question'] === undefined ? undefined : questionIn(kept),
    offers: optional(kept, 'offers', options),
    settled: optional(kept, 'settled', aTrue),
    again: kept.fields['again'] === undefined ? undefined : letterIn(kept),
    besides: optional(kept, 'besides', listOf(oneOf(BESIDES))),
    toAuthor: optional(kept, 'toAuthor', aTrue),
    distress: optional(kept, 'distress', oneOf<'alone' | 'watched'>(['alone', 'watched'])),
  };
  return {
    decision: {
      intent: required(kept, 'intent', oneOf(INTENTS)),
      outcome: required(kept, 'outcome', oneOf(OUTCOMES)),
      ...present(told),
    },
    undo: required(kept, 'undo', acts),
    at: required(kept, 'at', anInstant),
  };
}

function questionIn(kept: Stored) {
  const question = mapIn(kept, 'question');
  return {
    because: required(question, 'because', oneOf(REASONS)),
    options: required(question, 'options', options),
  };
}

function letterIn(kept: Stored) {
  const letter = mapIn(kept, 'again');
  return {
    course: required(letter, 'course', aCourse),
    lesson: required(letter, 'lesson', aLesson),
  };
}

type Present<Of> = { readonly [name in keyof Of]?: NonNullable<Of[name]> };

/** Without what is not there. */
const present = <Of extends object>(all: Of): Present<Of> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Present<Of>;
