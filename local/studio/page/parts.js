import { html, nothing, render } from 'lit-html';

/** A part of a page with a heading. @param {string} id @param {string} title @param {unknown} content */
export const part = (id, title, content) => html`
  <section class="part" aria-labelledby=${id}><h2 id=${id}>${title}</h2>${content}</section>`;

/** Names and values. @param {readonly (readonly [string, unknown] | undefined)[]} all those that are not there are left out */
export const facts = (all) => html`
  <dl class="facts">${all.map((one) =>
    one === undefined || one[1] === undefined
      ? nothing
      : html`<div><dt>${one[0]}</dt><dd>${one[1]}</dd></div>`,
  )}</dl>`;

/** @param {string} text @param {readonly unknown[]} all */
export const listOrNone = (text, all) =>
  all.length === 0 ? html`<p class="soft">${text}</p>` : html`<ul class="lines">${all}</ul>`;

/**
 * Asks before something is done: says what it does, and does it on yes.
 *
 * @param {{ title: string, says: unknown, yes: string, form?: unknown }} asked `form` is what else is to be filled in
 * @param {(filled: FormData) => Promise<void>} deed
 */
export function confirmFirst({ title, says, yes, form }, deed) {
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.setAttribute('aria-labelledby', 'confirm-title');
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const filled = new FormData(/** @type {HTMLFormElement} */ (event.target));
    dialog.close();
    await deed(filled);
  };
  render(
    html`<form @submit=${submit}>
      <h2 id="confirm-title">${title}</h2>
      ${says}${form ?? nothing}
      <p class="choices"><button class="button">${yes}</button>
      <button type="button" @click=${() => dialog.close()}>No, leave it</button></p></form>`,
    dialog,
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
}
