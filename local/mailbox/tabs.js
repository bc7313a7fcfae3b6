import { el } from './dom.js';

/**
 * Tabs after the ARIA pattern: one stop for the Tab key, arrows between them.
 *
 * @param {string} label
 * @param {string} first the tab that is open
 * @param {{ name: string, panel: HTMLElement, opened: () => void }[]} tabs
 */
export function tabs(label, first, tabs) {
  const buttons = tabs.map(({ name, panel }) => {
    panel.id = `panel-${name.toLowerCase()}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${name.toLowerCase()}`);
    const id = `tab-${name.toLowerCase()}`;
    return el('button', { type: 'button', id, role: 'tab', 'aria-controls': panel.id }, name);
  });

  /** @param {number} index */
  const open = (index) => {
    tabs.forEach(({ panel }, at) => {
      panel.hidden = at !== index;
      buttons[at]?.setAttribute('aria-selected', String(at === index));
      if (buttons[at]) buttons[at].tabIndex = at === index ? 0 : -1;
    });
    tabs[index]?.opened();
  };

  buttons.forEach((button, index) => {
    button.addEventListener('click', () => open(index));
    button.addEventListener('keydown', ({ key }) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return;
      const next = (index + step + tabs.length) % tabs.length;
      open(next);
      buttons[next]?.focus();
    });
  });
  open(
    Math.max(
      0,
      tabs.findIndex(({ name }) => name === first),
    ),
  );
  return el('div', { className: 'tabs', role: 'tablist', 'aria-label': label }, ...buttons);
}
