import type { CompiledMail, SlotName, Template } from '../../../functions/core/mail/template.ts';

/** Words with `{slots}` in them, as the content compiler leaves them. */
export const template = (words: string): Template => {
  const pieces = words.split(/\{(\w+)\}/);
  return {
    literals: pieces.filter((_, at) => at % 2 === 0),
    slots: pieces.filter((_, at) => at % 2 === 1) as SlotName[],
  };
};

/** A small mail of ours with one of everything: sentences, examples, values, labels, an address. */
export const NOTICE: CompiledMail = {
  subject: template('What you can write to us'),
  text: template(`Closer Letters

What you can write to us
========================

{greeting}

Reply to any letter with one of these, in your own words if you like:

- pause
- pause for two weeks
- weekdays only
- at 7 in the evening
- stop
- Please write to me less.
- Please pause my letters now.

We will write back to say what we changed. Take a minute, no more than that.

“I can not do this. Please leave me alone now. It is enough.” So she said, and left.

Thank you for writing.

- Your letters come: {scheduleInWords}
- Your first letter: {nextLetterInWords}

Your letters are paused {pausedInWords}. Your next letter: {nextLetterInWords}.

If you would rather tap than type:

Start again now:
{undoUrl}

------------------------
To pause, reply “pause”, or “pause until” and a day. You get these letters because you
asked for them and confirmed it, and you can stop them with any reply you like.

Change days or hour: {preferencesUrl}
Unsubscribe: {unsubscribeUrl}

Closer Letters
Street 1
12345 City
`),
  html: template(
    '<p>{greeting}</p><ul><li>pause for two weeks</li><li>stop</li></ul>' +
      '<p>To pause, reply “pause”, or “pause until” and a day.</p>' +
      '<p><a href="{preferencesUrl}">Change days or hour</a></p>' +
      '<p><a href="{unsubscribeUrl}">Unsubscribe</a></p><p>Closer Letters, Street 1, 12345 City</p>',
  ),
};
