import { renderToStaticMarkup } from 'react-dom/server';
import { Blocks } from '../../emails/_parts/blocks.tsx';
import { Frame } from '../../emails/_parts/frame.tsx';
import { Sources } from '../../emails/_parts/sources.tsx';
import { exampleValues } from '../../emails/examples.ts';
import type { Mail } from '../../emails/mail.ts';

/** What a sender without compiled lessons would do for each reader, for the html part alone. */
export function staticMarkup(mail: Mail): string {
  const { words } = mail;
  const values = exampleValues(words);
  return renderToStaticMarkup(
    <Frame mail={mail} values={values}>
      <p dir="auto">{values.greeting}</p>
      <Blocks of={mail.blocks} values={values} words={words} />
      <Sources of={mail.sources} words={words} />
    </Frame>,
  );
}
