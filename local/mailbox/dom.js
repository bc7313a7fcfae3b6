/**
 * Makes an element. Strings become text nodes, so nothing that a mail or a person says is ever
 * markup. Names with a dash and `role` are attributes, `on…` are listeners, all others properties.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [given]
 * @param {...(Node | string | false | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (name.includes('-') || name === 'role') element.setAttribute(name, String(value));
    else Object.assign(element, { [name]: value });
  }
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

/**
 * An element of the page itself.
 *
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {string} id
 * @returns {Kind}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return /** @type {Kind} */ (found);
}

/** Tells a screen reader, and everybody else, what has just happened. @param {string} text */
export function announce(text) {
  const status = byId('status');
  if (status.textContent !== text) status.textContent = text;
}
