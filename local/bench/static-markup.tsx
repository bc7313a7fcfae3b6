import { renderToStaticMarkup } from 'react-dom/server';
import { Blocks } from '../../emails/_parts/blocks.tsx';
import { Frame } from '../../emails/_parts/frame.tsx';
import { Sources } from '../../emails/_parts/sources.tsx';
import { ANNA } from '../../emails/examples.ts';
import type { Mail } from '../../emails/mail.ts';

/** What a sender without compiled lessons would do for each reader, for the html part alone. */
export const staticMarkup = (mail: Mail): string =>
  renderToStaticMarkup(
    <Frame mail={mail} values={ANNA}>
      <p dir="auto">{ANNA.greeting}</p>
      <Blocks of={mail.blocks} values={ANNA} />
      <Sources of={mail.sources} />
    </Frame>,
  );
