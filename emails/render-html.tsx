import './production.ts';
import { render } from 'react-email';
import { Blocks } from './_parts/blocks.tsx';
import { Frame } from './_parts/frame.tsx';
import { Sources } from './_parts/sources.tsx';
import { aroundSignature, type Mail } from './mail.ts';
import type { Values } from './slots.ts';

/** The html part, with a reader's values or with placeholders. */
export function renderHtml(mail: Mail, values: Values): Promise<string> {
  const [letter, after] = aroundSignature(mail);
  return render(
    <Frame mail={mail} values={values}>
      {/* A name may run the other way than the letter. */}
      {mail.greets && (
        <p dir="auto" style={{ margin: '0 0 20px' }}>
          {values.greeting}
        </p>
      )}
      <Blocks of={letter} values={values} words={mail.words} />
      {mail.signature !== undefined && (
        <p style={{ margin: '0 0 28px', fontStyle: 'italic' }}>{mail.signature}</p>
      )}
      <Blocks of={after} values={values} words={mail.words} />
      <Sources of={mail.sources} words={mail.words} />
      <Blocks of={mail.afterwards ?? []} values={values} words={mail.words} />
    </Frame>,
  );
}
