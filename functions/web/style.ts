import { DAY, NIGHT } from '../core/palette.ts';
import { asset } from './asset.ts';
import FORMS from './looks/forms.css';
import FRONT from './looks/front.css';
import GROUND from './looks/ground.css';
import LETTERS from './looks/letters.css';
import OWN from './looks/own.css';
import PAGES from './looks/pages.css';
import WIDE from './looks/wide.css';

/** `--on-accent:#fffaf2;…` */
const variables = (palette: Readonly<Record<string, string>>): string =>
  Object.entries(palette)
    .map(([name, color]) => `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${color}`)
    .join(';');

const SVG = 'image/svg+xml';

export const CHEVRON = asset(
  'chevron.svg',
  SVG,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 8"><path d="M1.5 1.5 6 6l4.5-4.5" \
fill="none" stroke="${DAY.edge}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>
`,
);

/** Two circles that share a little: the mark of a publication about people who write and read. */
export const ICON = asset(
  'icon.svg',
  SVG,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g fill="${DAY.accent}" \
fill-opacity=".25" stroke="${DAY.accent}" stroke-width="2.4"><circle cx="12" cy="16" r="8.6"/>\
<circle cx="20" cy="16" r="8.6"/></g></svg>
`,
);

/** For a page that tells nobody whose it is: no icon, and no request for one that is not there. */
export const NO_ICON = asset('blank.svg', SVG, '<svg xmlns="http://www.w3.org/2000/svg"/>\n');

/**
 * The pages' looks: the palette of the letters, by day and by night, and the sheets that use it.
 * A picture that a sheet shows comes in by its name, which says what is in it.
 */
export const STYLE = asset(
  'style.css',
  'text/css; charset=utf-8',
  `:root{${variables(DAY)};--chevron:url(${CHEVRON.path})}
@media (prefers-color-scheme:dark){:root{${variables(NIGHT)}}}
${GROUND}${FORMS}${FRONT}${PAGES}${WIDE}${LETTERS}${OWN}`,
);
