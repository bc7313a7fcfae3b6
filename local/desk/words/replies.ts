import { momentInWords } from '../../account/newsletter/words.ts';
import type { Paint } from '../../account/paint.ts';
import type { Inbox, ReplyLine } from '../replies.ts';

/** One mail in a line: when, what became of it, whose, and what it answers. */
export function replyInWords(one: ReplyLine): string {
  const { at, intent, outcome, reader, letter, because, until, messageId } = one;
  const marks = [
    ...(one.distress ? ['DISTRESS'] : []),
    ...(because === undefined ? [] : [`because ${because}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(one.label === undefined ? [] : [`you said: ${one.label.replaceAll('-', ' ')}`]),
    ...(one.answered ? ['answered'] : one.toAuthor ? ['for you'] : []),
  ];
  const about = letter === undefined ? '' : `, on ${letter}`;
  const who = reader === undefined ? 'of nobody who is known' : `of ${reader}`;
  return `${momentInWords(at)}  ${intent}, ${outcome}; ${who}${about}${marks.map((mark) => `; ${mark}`).join('')}  (${messageId})`;
}

/** An inbox of a month, what waits first. */
export function inboxInWords(inbox: Inbox, paint: Paint): readonly string[] {
  const { month, waiting, understood, asked, answered, ignored, more } = inbox;
  const list = (title: string, all: readonly ReplyLine[]): readonly string[] =>
    all.length === 0
      ? []
      : [
          paint('bold', `${title}: ${all.length}`),
          ...all.map((one) => `  ${paintedLine(one, paint)}`),
          '',
        ];
  const nothing = waiting.length + understood.length + asked.length + answered.length === 0;
  return [
    ...(nothing ? [`Nobody wrote in ${month}, as far as it is known.`, ''] : []),
    ...list('Waiting for you', waiting),
    ...list('Asked back', asked),
    ...list('Understood', understood),
    ...list('Answered by you', answered),
    `${ignored} were automatic, repeated or dropped.`,
    ...(more ? ['The month has more, which were not read.'] : []),
    ...(waiting.length > 0
      ? ['What they wrote is in your mailbox. When you have answered: kindling replies --done ID']
      : []),
  ];
}

const paintedLine = (one: ReplyLine, paint: Paint): string =>
  one.distress && !one.answered ? paint('red', replyInWords(one)) : replyInWords(one);
