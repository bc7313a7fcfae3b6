import { compileContent } from '../../emails/compile.ts';
import { lint } from '../../emails/lint/lint.ts';
import { CONTENT, everyMail } from './every-mail.ts';

/** What ships, made once for all the files that look at it: each way takes more than a second. */
export const shippedMails = once(() => everyMail(CONTENT));
export const shippedContent = once(() => compileContent(CONTENT));
export const shippedReport = once(() => lint(CONTENT));

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
