import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori from 'satori';
import { DAY } from '../../functions/core/palette.ts';
import { CARD } from '../../functions/core/picture.ts';
import { remembered } from '../../functions/core/remembered.ts';

/** In pixels: what iOS asks for as the icon of a page on the home screen. */
const TOUCH_ICON = 180;

/** From so many letters on a title is set smaller. */
const LONG = 24;

/** What a card says: whose it is, what it is of, and a line more. */
export interface CardWords {
  readonly publication: string;
  readonly title: string;
  readonly line: string;
}

const require = createRequire(import.meta.url);

/** The mark, as pages and mails draw it, on a ground of its own where a platform asks for one. */
const mark = (ground = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${ground}<g fill="${DAY.accent}" \
fill-opacity=".25" stroke="${DAY.accent}" stroke-width="2.4"><circle cx="12" cy="16" r="8.6"/>\
<circle cx="20" cy="16" r="8.6"/></g></svg>`;

const MARK = `data:image/svg+xml;base64,${Buffer.from(mark()).toString('base64')}`;

/** The types and the painter, loaded once. */
const tools = remembered(async (_: 'once') => {
  const file = (name: string) => readFile(require.resolve(name));
  await initWasm(await file('@resvg/resvg-wasm/index_bg.wasm'));
  return Promise.all(
    ['latin', 'latin-ext', 'vietnamese'].flatMap((script) =>
      (['normal', 'italic'] as const).map(async (style) => ({
        // Each script under a name of its own: what one lacks is looked for in the next.
        name: `Gelasio ${script}`,
        data: await file(`@fontsource/gelasio/files/gelasio-${script}-400-${style}.woff`),
        weight: 400 as const,
        style,
      })),
    ),
  );
});

/** Our types draw Latin letters; words in others are left out rather than drawn as boxes. */
const drawn = (words: string): string =>
  /^[\p{Script=Latin}\p{Script=Common}\p{M}]*$/u.test(words) ? words : '';

/** The picture that a link to a page is shown with where people pass it on, as a PNG. */
export async function cardPicture(words: CardWords): Promise<Uint8Array> {
  const fonts = await tools('once');
  const title = drawn(words.title);
  const row = { display: 'flex', maxWidth: '100%' } as const;
  const column = { ...row, flexDirection: 'column' } as const;
  const svg = await satori(
    <div
      style={{
        ...column,
        justifyContent: 'space-between',
        boxSizing: 'border-box',
        width: '100%',
        height: '100%',
        padding: 80,
        background: DAY.paper,
        color: DAY.ink,
      }}
    >
      <div style={{ ...row, fontStyle: 'italic', fontSize: 36, alignItems: 'center', gap: 20 }}>
        <img src={MARK} width={72} height={72} alt="" />
        {drawn(words.publication)}
      </div>
      <div style={{ ...column, gap: 24 }}>
        <div style={{ ...row, fontSize: title.length > LONG ? 76 : 132, lineHeight: 1.05 }}>
          {title}
        </div>
        <div style={{ ...row, fontSize: 40, fontStyle: 'italic', color: DAY.accent }}>
          {drawn(words.line)}
        </div>
      </div>
    </div>,
    { ...CARD, fonts },
  );
  return painted(svg, CARD.width);
}

/** What a phone shows for the page on its home screen, as a PNG. */
export async function touchIcon(): Promise<Uint8Array> {
  await tools('once');
  return painted(mark(`<rect width="32" height="32" fill="${DAY.paper}"/>`), TOUCH_ICON);
}

function painted(svg: string, width: number): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();
}
