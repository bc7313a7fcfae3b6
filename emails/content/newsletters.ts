import { join } from 'node:path';
import { z } from 'zod';
import type { Audience, IssuePlan } from '../../functions/core/newsletter.ts';
import { startsAt } from '../../functions/core/sending/broadcast.ts';
import { localDate, type Zone } from '../../functions/core/time.ts';
import { list, type Reading } from './files.ts';
import { oneOf } from './markdown.ts';
import { compare, show } from './mistakes.ts';
import type { Course, Newsletter } from './model.ts';
import { cite, type LoadedMarkdown, loadMarkdown, refuseTwins, type Sources } from './piece.ts';
import { newsletterSchema, type SendOn, WHEN } from './schemas.ts';

/** What an issue may name, and whose calendar its day is on. */
export interface Around {
  readonly sources: Sources;
  readonly zone: Zone;
  /** The language of the publication. */
  readonly language: string;
  /** The courses that could be read. */
  readonly courses: readonly Course[];
  /** The folders of all courses: one that can't be read is there nevertheless. */
  readonly folders: readonly string[];
}

/** What used to be said otherwise is told how it is said. */
const front = newsletterSchema.extend({
  date: z.never({ error: `send-on in its place: ${WHEN}` }).optional(),
});

type Loaded = LoadedMarkdown<z.infer<typeof front>>;

/** Every issue, newest first. */
export function loadNewsletters(around: Around, reading: Reading): readonly Newsletter[] {
  const loaded = list(reading, 'newsletters', /\.md$/).flatMap(
    (name) => loadMarkdown(join('newsletters', name), front, reading) ?? [],
  );
  const issues = loaded.map((one) => issueOf(one, around, reading));
  refuseTwins(issues, reading);
  for (const [index, issue] of issues.entries()) {
    const one = loaded[index];
    const first = issues.findIndex((other) => other.date === issue.date);
    const twin = first === index ? undefined : issues[first];
    const overtaking = issues.find((other) => overtakes(other, issue));
    if (one === undefined) continue;
    if (twin !== undefined) {
      const expected = `a day of its own: readers have one issue of a day, and ${twin.file} has this one`;
      refuse(one, ['send-on'], issue.date, expected, reading);
    } else if (overtaking !== undefined && issue.at !== undefined) {
      const expected = `a moment more than an hour before the day of ${overtaking.file} begins anywhere`;
      refuse(one, ['send-on'], issue.at, expected, reading);
    }
  }
  return issues.toSorted((a, b) => compare(b.date, a.date) || compare(a.id, b.id));
}

/**
 * Whether the day of a later issue begins somewhere before the moment of one: who is there would have the later
 * one first, and then the other counts as had.
 */
const overtakes = (later: IssuePlan, { date, at }: IssuePlan): boolean =>
  at !== undefined && later.at === undefined && later.date > date && startsAt(later) <= at;

function issueOf(one: Loaded, around: Around, reading: Reading): Newsletter {
  const { id, subject, preheader, sources, audience = {}, sample } = one.front.value;
  const during = one.front.value['during-courses'];
  refuseUnknown(one, audience, around, reading);
  return {
    id,
    subject,
    preheader,
    ...whenOf(one.front.value['send-on'], around.zone),
    audience,
    // Whoever takes a course gets nothing else before its end: an issue for them would come to nobody.
    ...((during || audience.taking !== undefined) && { during: true }),
    ...(sample && { sample: true }),
    sources: cite(sources, around.sources, one, reading),
    file: one.file,
    blocks: one.blocks,
  };
}

/** A moment has a day, too: the one it is where the publication is at home. */
const whenOf = (on: SendOn, zone: Zone): Pick<IssuePlan, 'date' | 'at'> =>
  'at' in on ? { date: localDate(on.at, zone), at: on.at } : on;

/** An audience that nobody can be in, since a name in it is none. */
function refuseUnknown(
  one: Loaded,
  { finished, taking, track, language }: Audience,
  { courses, folders, ...around }: Around,
  reading: Reading,
): void {
  const check = (key: keyof Audience, said: string | undefined, of: string, all: Set<string>) => {
    if (said === undefined || all.has(said)) return;
    refuse(one, ['audience', key], said, `${of}: ${oneOf([...all])}`, reading);
  };
  const slugs = new Set(folders);
  check('finished', finished, 'a folder of content/courses', slugs);
  check('taking', taking, 'a folder of content/courses', slugs);
  // A course that can't be read may be the one that has it.
  if (courses.length < folders.length) return;
  const tracks = courses.flatMap((course) => course.tracks.map(({ id }) => id));
  check('track', track, 'a track of a course', new Set(tracks));
  const languages = courses.map((course) => course.language);
  const of = 'the language of a course, or of the publication';
  check('language', language, of, new Set([around.language, ...languages]));
}

function refuse(
  { file, front: { lineOf } }: Loaded,
  path: readonly string[],
  found: string,
  expected: string,
  { mistakes }: Reading,
): void {
  mistakes.add({ file, line: lineOf(path), key: path.join('.'), found: show(found), expected });
}
