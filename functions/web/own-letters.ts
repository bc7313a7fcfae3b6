import { letterName } from '../core/course.ts';
import { comesNext } from '../core/reader/next.ts';
import { againLimit } from '../core/reader/own-link.ts';
import { reads, type Subscriber } from '../core/reader/subscriber.ts';
import { nextInWords } from '../core/words/wishes.ts';
import { letterAgain } from '../runtime/letter-again.ts';
import { type LetterHad, letterHad } from '../runtime/letter-had.ts';
import { isWithin } from '../runtime/within.ts';
import { readForm, text } from './form.ts';
import { subjectOf } from './lessons.ts';
import { notNowPage } from './pages/own.ts';
import { lettersPage, sentAgainPage, type TakenCourse } from './pages/own-letters.ts';
import { asItIs, guard, isRobots, onceMore } from './press.ts';
import { refuse, showPage, type WebContext } from './respond.ts';
import { presentOf, type WebWorld, wordsOfReader } from './world.ts';

/** All letters that somebody had, each to read and to be sent again. */
export function showLetters(c: WebContext, world: WebWorld, reader: Subscriber, around = asItIs) {
  const words = wordsOfReader(world, reader);
  // Whoever left gets no letter any more, also none that they had.
  const buttons = reads(reader) && guard(world, words, reader);
  const body = lettersPage(words, takenBy(world, reader), c.req.path, buttons);
  return showPage(c, world, words, words.preferences.letters, around(words, body));
}

/** Course by course, those of this time and those of before; what is there no more is left out. */
function takenBy(world: WebWorld, reader: Subscriber): readonly TakenCourse[] {
  return reader.enrollments.flatMap(({ course: slug, received, earlier = [] }) => {
    const course = world.library.courses.find((one) => one.slug === slug);
    const entries = (lessons: typeof received) =>
      lessons.flatMap((lesson) => {
        const found = letterHad(world, reader, letterName(slug, lesson));
        return found === undefined
          ? []
          : [{ course: slug, lesson, subject: subjectOf(world, found) }];
      });
    const [now, before] = [entries(received), entries(earlier)];
    return course === undefined || now.length + before.length === 0
      ? []
      : [{ course, now, before }];
  });
}

/** The button beside a letter: that one goes out once more, at once, and nothing else moves. */
export async function sendAgain(c: WebContext, world: WebWorld, reader: Subscriber) {
  const fields = await readForm(c).catch(() => ({}));
  const name = text(fields, 'again');
  if (name === '' || !reads(reader)) return refuse(c, world, 405);
  const found = letterHad(world, reader, name);
  if (found === undefined) return refuse(c, world, 404);
  if (await isRobots(world, reader, fields, `again ${name}`)) {
    return showLetters(c, world, reader, onceMore);
  }
  const { own } = wordsOfReader(world, reader);
  switch (await sent(world, reader, found)) {
    case 'too-many':
      return notNow(c, world, reader, [own.againOver, own.againOverDetail], 429);
    case 'refused':
      return notNow(c, world, reader, [own.againFailed, own.againFailedDetail], 503);
    case 'sent':
      return onItsWay(c, world, reader, found);
  }
}

/** One in doubt counts as sent, as an answer to a reply does: whoever misses it presses once more. */
async function sent(world: WebWorld, reader: Subscriber, { enrollment, lesson }: LetterHad) {
  if (!(await isWithin(world, reader, [againLimit(world.now())]))) return 'too-many';
  const mail = letterAgain(world, reader, { course: enrollment.course, lesson });
  const outcome = await world.mailer.send(mail);
  return outcome.is === 'not-sent' ? 'refused' : 'sent';
}

function onItsWay(c: WebContext, world: WebWorld, reader: Subscriber, found: LetterHad) {
  const words = wordsOfReader(world, reader);
  const next = nextInWords(comesNext(reader, presentOf(world)), reader, words);
  const body = sentAgainPage(words, reader, { letter: subjectOf(world, found), next });
  return showPage(c, world, words, words.own.sentAgain, body);
}

function notNow(
  c: WebContext,
  world: WebWorld,
  reader: Subscriber,
  [title, detail]: readonly [string, string],
  status: 429 | 503,
) {
  return showPage(c, world, wordsOfReader(world, reader), title, notNowPage(title, detail), status);
}
