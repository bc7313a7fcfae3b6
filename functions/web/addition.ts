import { added, goesOnWith } from '../core/reader/addition.ts';
import { owedNow } from '../core/reader/owed.ts';
import type { Request } from '../core/reader/request.ts';
import type { Addition, Subscriber } from '../core/reader/subscriber.ts';
import { addedInWords, offerInWords, offerOf } from '../core/words/additions.ts';
import { preferencesPath } from './link.ts';
import { addedPage, addPage } from './pages/addition.ts';
import type { Markup } from './pages/layout.ts';
import { onceMore } from './press.ts';
import { showPage, type WebContext } from './respond.ts';
import { presentOf, type WebWorld, wordsOfReader } from './world.ts';

interface Shown {
  readonly request: Request;
  readonly reader: Subscriber;
  readonly addition: Addition;
  readonly guard: Markup;
  readonly again: boolean;
  /** The page that takes it back, for whoever has just added it. */
  readonly undo: string | undefined;
}

/** What one press adds to a reader's letters; and that it is so, when it is. */
export function showAddition(
  c: WebContext,
  world: WebWorld,
  { request, reader, addition, guard, again, undo }: Shown,
) {
  const words = wordsOfReader(world, request);
  const { courses } = world.library;
  const offer = offerOf(request, addition, courses, words);
  const asked = request.enrollments[0]?.course;
  const goesOn = goesOnWith(reader, request);
  const title = offerInWords(offer, words, goesOn);
  if (added(reader, request, addition, presentOf(world)) !== reader) {
    const body = addPage(words, title, { guard, again });
    return showPage(c, world, words, title, again ? onceMore(words, body, 'button') : body);
  }
  const owed = owedNow(reader, courses, world.now());
  const isNext = owed?.kind === 'welcome' && owed.course === asked;
  const said = addedInWords(offer, goesOn ? 'again' : isNext ? 'now' : 'later', words);
  return showPage(
    c,
    world,
    words,
    title,
    addedPage(words, said, { preferences: preferencesPath(reader), undo }),
  );
}
