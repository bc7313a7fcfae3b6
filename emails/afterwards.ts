import type { SlotName } from '../functions/core/mail/template.ts';
import type { Sentence } from '../functions/core/words/sentence.ts';
import type { Words } from '../functions/core/words/words.ts';
import type { Content, Course } from './content/model.ts';
import type { Block, Inline } from './content/tree.ts';

/**
 * What stands under a course's last letter: what there is for whoever has had them all. It says "after this
 * course", since a letter that was put in later may still come to a reader of this one. A button leads to their
 * page, which mails the link that takes the next course: a link in a mail changes nothing.
 */
export function afterwards(
  { courses }: Pick<Content, 'courses'>,
  course: Course,
  { finished: said }: Words,
): readonly Block[] {
  const { next, title } = course;
  const hasOthers = courses.some(({ slug }) => slug !== course.slug && slug !== next?.slug);
  return [
    { kind: 'heading', level: 2, children: [text(said.title)], line: 0 },
    ...(next === undefined
      ? []
      : [
          paragraph([text(said.next({ course: next.title }))]),
          button(said.begin({ course: next.title }), 'nextCourseUrl'),
        ]),
    linked(said.own, 'page', link(said.page, 'preferencesUrl')),
    linked(said.goesOn, 'page', link(said.page, 'preferencesUrl')),
    ...(hasOthers ? [linked(said.others, 'courses', link(said.othersLink, 'nextCourseUrl'))] : []),
    linked(said.passOn, 'course', link(title, 'courseUrl')),
  ];
}

const text = (words: string): Inline => ({ kind: 'text', text: words });

const link = (label: string, slot: SlotName): Inline => ({
  kind: 'link',
  to: { slot },
  children: [text(label)],
});

const paragraph = (children: readonly Inline[]): Block => ({
  kind: 'paragraph',
  children,
  line: 0,
});

const button = (label: string, to: SlotName): Block => ({ kind: 'button', label, to, line: 0 });

/** A sentence with a link in the place of its one value. */
function linked<Name extends string>(sentence: Sentence<Name>, name: Name, to: Inline): Block {
  const values = { [name]: to } as Readonly<Record<Name, Inline>>;
  const pieces = sentence.pieces<Inline>(values);
  return paragraph(pieces.map((piece) => (typeof piece === 'string' ? text(piece) : piece)));
}
