import { html } from 'lit-html';

/**
 * Tabs after the ARIA pattern: one stop for the Tab key, arrows between them.
 *
 * @param {string} label
 * @param {string} open the name of the one that is
 * @param {{ name: string, panel: unknown }[]} all
 * @param {(name: string) => void} choose opens another one, at once
 */
export function tabs(label, open, all, choose) {
  const step = (/** @type {KeyboardEvent} */ { key }) => {
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const at = all.findIndex(({ name }) => name === open);
    const next = all[(at + by + all.length) % all.length];
    if (by === 0 || !next) return;
    choose(next.name);
    document.getElementById(idOf('tab', next.name))?.focus();
  };
  return html`
    <div class="tabs" role="tablist" aria-label=${label}>${all.map(
      ({
        name,
      }) => html`<button type="button" role="tab" id=${idOf('tab', name)} aria-controls=${idOf('panel', name)}
        aria-selected=${String(name === open)} tabindex=${name === open ? 0 : -1}
        @click=${() => choose(name)} @keydown=${step}>${name}</button>`,
    )}</div>
    ${all.map(
      ({ name, panel }) =>
        html`<div role="tabpanel" id=${idOf('panel', name)} aria-labelledby=${idOf('tab', name)} ?hidden=${name !== open}>${panel}</div>`,
    )}`;
}

/** @param {'tab' | 'panel'} kind @param {string} name */
const idOf = (kind, name) => `${kind}-${name.toLowerCase()}`;
