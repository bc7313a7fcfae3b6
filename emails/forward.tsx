import './production.ts';
import { render } from 'react-email';
import type { CompiledMail } from '../functions/core/mail/template.ts';
import { directionOf, type Words } from '../functions/core/words/words.ts';
import { Markup } from './_parts/markup.tsx';
import { compileTemplate, type Values } from './slots.ts';
import { DAY, NIGHT_CSS, small, text } from './theme.ts';

/**
 * What the author gets when a reader writes: the reader's words, and around them as little as can be.
 * It is answered from the author's own mailbox, so it looks like a mail that is answered there.
 *
 * @param language BCP 47, of the publication
 */
export async function compileForward(language: string, words: Words): Promise<CompiledMail> {
  return {
    // The subject is the reader's own; it is put in when the mail is sent.
    subject: { literals: ['', ''], slots: ['forwardSubject'] },
    html: await compileTemplate((values) =>
      render(<Forward language={language} words={words} values={values} />),
    ),
    text: await compileTemplate(
      ({ forwardSaid, forwardIntro, forwardWords, forwardNoteText }) =>
        `${forwardSaid}\n\n${forwardIntro}\n\n${forwardWords}\n\n-- \n${forwardNoteText}\n`,
    ),
  };
}

interface Props {
  readonly language: string;
  readonly words: Words;
  readonly values: Values;
}

function Forward({ language, words, values }: Props) {
  const line = { margin: '0 0 16px' };
  return (
    <html lang={language} dir={directionOf(words.language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <style>{NIGHT_CSS}</style>
      </head>
      <body className="paper ink" style={{ ...text, margin: 0, backgroundColor: DAY.paper }}>
        <div style={{ maxWidth: '600px', padding: '24px' }}>
          <p dir="auto" style={{ ...line, fontWeight: 600 }}>
            {values.forwardSaid}
          </p>
          <p className="soft" dir="auto" style={{ ...line, ...small, color: DAY.soft }}>
            {values.forwardIntro}
          </p>
          <blockquote dir="auto" style={{ ...line, marginLeft: 0, whiteSpace: 'pre-wrap' }}>
            {values.forwardWords}
          </blockquote>
          <Markup as="div">{values.forwardNoteHtml}</Markup>
        </div>
      </body>
    </html>
  );
}
