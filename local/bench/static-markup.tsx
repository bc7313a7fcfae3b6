import { renderToStaticMarkup } from 'react-dom/server';
import { Blocks } from '../../emails/_parts/blocks.tsx';
import { Frame } from '../../emails/_parts/frame.tsx';
import { Sources } from '../../emails/_parts/sources.tsx';
import type { Mail } from '../../emails/mail.ts';
import type { Values } from '../../emails/slots.ts';

/** What a sender without compiled lessons would do for each reader, for the html part alone. */
export function staticMarkup(mail: Mail, values: Values): string {
  const { words } = mail;
  return renderToStaticMarkup(
    <Frame mail={mail} values={values}>
      <p dir="auto">{values.greeting}</p>
      <Blocks of={mail.blocks} values={values} words={words} />
      <Sources of={mail.sources} words={words} />
    </Frame>,
  );
}
