import type { CompiledMail, SlotName, Template } from '../functions/core/mail/template.ts';
import { weekdayInWords } from '../functions/core/words/phrases.ts';
import type { RawWords, Words } from '../functions/core/words/words.ts';

/** What stands in a sentence, as a slot whose values look so. */
const LIKE: Readonly<Record<string, SlotName>> = {
  moment: 'nextLetterInWords',
  schedule: 'scheduleInWords',
  count: 'lettersReceivedInWords',
};

/**
 * A notice with the sentences that an answer says in place of its slots (`doneInWords`, `nextInWords`),
 * each of them once: so that they are known as ours where a reply copies them.
 */
export function withSentences(
  mail: CompiledMail,
  { next, done }: RawWords,
): readonly CompiledMail[] {
  const said = { nextInWords: sentencesIn(next), doneInWords: sentencesIn(done) };
  const open = mail.text.slots.some((slot) => slot in said);
  const count = open ? Math.max(...Object.values(said).map(({ length }) => length)) : 0;
  return [
    mail,
    ...Array.from({ length: count }, (_, index) => {
      const saying = (slot: SlotName): Template | undefined => {
        const all = slot === 'nextInWords' || slot === 'doneInWords' ? said[slot] : [];
        return all[index % all.length];
      };
      return { ...mail, html: filled(mail.html, saying), text: filled(mail.text, saying) };
    }),
  ];
}

/** The paragraphs of a letter that say when the next one comes, with each time that they can say. */
export function withNext({ subject, text }: CompiledMail, words: Words): readonly CompiledMail[] {
  const { nextTomorrow, nextWeekday, nextWeek, nextTime } = words.phrases;
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    nextWeekday({ weekday: weekdayInWords(day, words, 'long') }),
  );
  return text.slots.flatMap((slot, index) => {
    if (slot !== 'next' && slot !== 'Next') return [];
    const before = (text.literals[index] ?? '').split(PARAGRAPHS).at(-1) ?? '';
    const [after = ''] = (text.literals[index + 1] ?? '').split(PARAGRAPHS);
    return [nextTomorrow, nextWeek, nextTime, ...weekdays].map((next) => {
      const said = { literals: [`${before}${next}${after}`], slots: [] };
      return { subject, text: said, html: said };
    });
  });
}

const PARAGRAPHS = /\n\s*\n/;

const sentencesIn = (group: RawWords[keyof RawWords]): readonly Template[] =>
  Object.values(group)
    .flatMap((said) => (typeof said === 'string' ? [said] : Object.values(said)))
    .map(templateOf);

function templateOf(text: string): Template {
  const pieces = text.split(/\{(\w+)\}/);
  const isSlot = (_: string, index: number) => index % 2 === 1;
  return {
    literals: pieces.filter((_, index) => index % 2 === 0),
    slots: pieces.filter(isSlot).map((name) => LIKE[name] ?? 'pausedInWords'),
  };
}

/** A template with others in place of some of its slots. */
function filled(
  { literals, slots }: Template,
  saying: (slot: SlotName) => Template | undefined,
): Template {
  const out = { literals: [literals[0] ?? ''], slots: [] as SlotName[] };
  const append = (text: string) => out.literals.push((out.literals.pop() ?? '') + text);
  for (const [index, slot] of slots.entries()) {
    const inner = saying(slot) ?? { literals: ['', ''], slots: [slot] };
    append(inner.literals[0] ?? '');
    for (const [at, name] of inner.slots.entries()) {
      out.slots.push(name);
      out.literals.push(inner.literals[at + 1] ?? '');
    }
    append(literals[index + 1] ?? '');
  }
  return out;
}
