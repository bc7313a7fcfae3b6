import { type Library, wordsFor } from '../../functions/adapters/library.ts';
import type { Sender } from '../../functions/core/mail/compose.ts';
import { composeIssue } from '../../functions/core/mail/compose-issue.ts';
import type { CompiledMail } from '../../functions/core/mail/template.ts';
import type { OutgoingMail } from '../../functions/core/mail/write.ts';
import type { IssueMail } from '../../functions/core/reader/issues.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';

/** An issue, and a digest of all, as the sender puts them together, by a name for each. */
export function sentNewsletter(
  { library, sender }: { readonly library: Library; readonly sender: Sender },
  readers: ReadonlyMap<string, Subscriber>,
): readonly (readonly [name: string, mail: OutgoingMail])[] {
  const [issue] = library.newsletters;
  if (issue === undefined) return [];
  return ['active', 'discreet'].flatMap((name) => {
    const reader = readers.get(name);
    if (reader === undefined) throw new Error(`nobody is ${name}`);
    const words = wordsFor(library, reader.enrollments[0]?.course);
    const around = { told: library.newsletters, title: library.title, sender, words };
    const of = (owed: IssueMail, mail: CompiledMail) =>
      [`${owed.kind} to ${name}`, composeIssue(reader, { owed, mail, ...around })] as const;
    return [
      of({ kind: 'issue', issue: issue.id, on: issue.date }, issue.mail),
      of({ kind: 'digest', on: issue.date }, library.notice('digest', words.language)),
    ];
  });
}
