import { html, nothing } from 'lit-html';
import { until } from 'lit-html/directives/until.js';
import { ask, send } from './api.js';
import { asIn } from './letters.js';
import { linkTo } from './place.js';

/** @typedef {Omit<import('../letters.ts').Preview, 'html'>} Shown */
/** @typedef {import('../letters.ts').AllLetters} AllLetters */
/** @typedef {import('./studio.js').Desk} Desk */

/** Gmail cuts what is longer, in bytes. */
const GMAIL_CUTS = 102_000;

const WIDTHS = ['320', '390', '600'];
const SCHEMES = [
  ['light', 'Day'],
  ['dark', 'Dark'],
  ['text', 'Text'],
];

/** One mail as the chosen reader gets it. @param {Shown} shown @param {AllLetters} all @param {Desk} desk */
export function letter(shown, all, desk) {
  const { open, wishes } = desk.place;
  const { title, subject, preheader, size, file, text } = shown;
  const { scheme = 'light', width = '390' } = wishes;
  const src = `/frame/letter?${new URLSearchParams({ name: open, as: asIn(wishes), scheme })}`;
  return html`
    <p><a class="back" href=${linkTo('letters', '', wishes)}>All letters</a></p>
    <h2 class="subject">${subject}</h2>
    <p class="soft">${preheader}</p>
    ${readers(all, desk)}
    <div class="choices">
      ${choice('How it is shown', 'scheme', scheme, SCHEMES, desk)}
      ${choice(
        'Width in pixels',
        'width',
        width,
        WIDTHS.map((one) => [one, one]),
        desk,
      )}
    </div>
    ${
      scheme === 'text'
        ? html`<pre class="plain" tabindex="0">${text}</pre>`
        : html`<iframe class=${`sheet width-${width}`} sandbox="" title=${`Letter: ${subject}`} src=${src}></iframe>`
    }
    <p class="soft">${title}, ${file}: ${size.html} bytes of the ${GMAIL_CUTS} that Gmail shows, text ${size.text}.</p>
    ${until(findings(open, wishes), html`<p class="soft" role="status">Checking …</p>`)}
    ${sendMe(all, desk)}`;
}

/** A row of links of which one is chosen. @param {string} label @param {string} key @param {string} value @param {readonly (readonly string[])[]} options @param {Desk} desk */
const choice = (label, key, value, options, { place: { open, wishes } }) => html`
  <p class="switch" role="group" aria-label=${label}>${options.map(
    ([one = '', name]) =>
      html`<a href=${linkTo('letters', open, { ...wishes, [key]: one })} aria-current=${one === value ? 'true' : nothing}>${name}</a>`,
  )}</p>`;

/** Who the mail is for. @param {AllLetters} all @param {Desk} desk */
function readers(all, { place: { open, wishes } }) {
  const [slug, lesson] = open.split('/');
  const course = lesson === undefined ? undefined : all.courses.find((one) => one.slug === slug);
  const letter = course?.letters.find(({ name }) => name === open);
  const isNotice = all.notices.some(({ name }) => name === open);
  const change = (/** @type {Event} */ { currentTarget }) => {
    const filled = new FormData(/** @type {HTMLFormElement} */ (currentTarget));
    const said = ['track', 'language', 'name', 'gentler', 'discreet'].map((key) => [
      key,
      String(filled.get(key) ?? ''),
    ]);
    const { scheme = '', width = '' } = wishes;
    location.hash = linkTo('letters', open, { ...Object.fromEntries(said), scheme, width });
  };
  return html`<form class="as" @change=${change} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    ${
      course && course.tracks.length > 0
        ? select(
            'track',
            'Track',
            wishes,
            course.tracks.map(({ id, label }) => [id, label]),
          )
        : nothing
    }
    ${
      isNotice
        ? select(
            'language',
            'Language',
            wishes,
            all.languages.map((one) => [one, one]),
          )
        : nothing
    }
    <label>Name <input name="name" .value=${wishes['name'] ?? ''} autocomplete="off"></label>
    ${letter?.gentler ? box('gentler', 'Gentler', wishes) : nothing}
    ${box('discreet', 'Discreet', wishes)}
  </form>`;
}

/** @param {string} name @param {string} label @param {Record<string, string>} wishes @param {readonly (readonly string[])[]} options */
const select = (name, label, wishes, options) => html`
  <label>${label} <select name=${name}>${options.map(
    ([value = '', text]) =>
      html`<option value=${value} ?selected=${value === wishes[name]}>${text}</option>`,
  )}</select></label>`;

/** @param {string} name @param {string} label @param {Record<string, string>} wishes */
const box = (name, label, wishes) => html`
  <label class="box"><input type="checkbox" name=${name} value="yes" .checked=${wishes[name] === 'yes'}> ${label}</label>`;

/** The checker keeps the studio busy for seconds; the letter itself is to be there by then, in milliseconds. */
const FIRST_THE_LETTER = 1000;

/** What the checker says of its file. @param {string} name @param {Record<string, string>} wishes */
async function findings(name, wishes) {
  try {
    await new Promise((resolve) => setTimeout(resolve, FIRST_THE_LETTER));
    /** @type {readonly import('../letters.ts').Found[]} */
    const found = await ask('findings', { name, as: asIn(wishes) });
    if (found.length === 0) return html`<p role="status">The checker finds nothing in it.</p>`;
    return html`<h3>The checker says</h3><ul class="findings" role="status">${found.map(
      ({ level, line }) => html`<li><strong>${level}</strong> ${line}</li>`,
    )}</ul>`;
  } catch (error) {
    return html`<p class="problem">${/** @type {Error} */ (error).message}</p>`;
  }
}

/** This very mail, to its author. @param {AllLetters} all @param {Desk} desk */
function sendMe({ author }, { told, place: { open, wishes }, say }) {
  if (!told.mayWrite) {
    return html`<p class="soft">To have it sent to yourself, start with <code>--write</code>; or:
      <code>npm run test:mail -- ${open} ${author}</code></p>`;
  }
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const to = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('to') ?? '');
    say('Sending …');
    const done = await send('do/test-mail', { name: open, to, as: asIn(wishes) }).catch(
      (error) => ({ lines: [error.message] }),
    );
    say(done.lines[0] ?? '');
  };
  return html`<form class="send" @submit=${submit}>
    <label>Send me this, to <input name="to" type="email" required .value=${author} autocomplete="email"></label>
    <button class="button">Send</button></form>`;
}
