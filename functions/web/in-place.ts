/**
 * Answers a form in its own place. The answer is the page that a browser without scripts would show: what
 * it has in the place of the form is taken out of it, and its title becomes a heading below the page's own. Where there is a flood, the page asks for some work
 * (ALTCHA, proof of work version 1), which is done here and sent along; without this, a person waits for
 * half a minute instead. What is no page was said before our door, by API Gateway to one too many: then all
 * that was typed stays where it is, to be sent once more; so it does when something broke behind it. Whatever else goes wrong, the browser sends the
 * form by itself.
 */
export const IN_PLACE = `const bytes = (text) => new TextEncoder().encode(text);
const hex = (buffer) => [...new Uint8Array(buffer)].map((one) => one.toString(16).padStart(2, '0')).join('');
const solve = async ({ challenge, salt, maxnumber }) => {
  const AT_ONCE = 250;
  for (let from = 0; from <= maxnumber; from += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, (_, index) => bytes(salt + (from + index)));
    const hashes = await Promise.all(some.map((one) => crypto.subtle.digest('SHA-256', one)));
    const found = hashes.findIndex((one) => hex(one) === challenge);
    if (found >= 0) return from + found;
  }
};
const prove = async (form) => {
  const { maxnumber, ...given } = JSON.parse(form.dataset.challenge);
  const number = await solve({ maxnumber, ...given });
  form.elements.altcha.value = btoa(JSON.stringify({ ...given, number }));
};
const canProve = (form) => form?.dataset.challenge !== undefined && crypto.subtle !== undefined;
const sent = async (form) => {
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.getAttribute('action'), { method: 'POST', body, headers: { accept: 'text/html' } });
  if (answer.status >= 500) return 'broken';
  const isPage = answer.headers.get('content-type')?.startsWith('text/html');
  return isPage ? new DOMParser().parseFromString(await answer.text(), 'text/html') : 'busy';
};
const say = (place, what) => {
  const said = place.querySelector('template[data-say=' + what + ']');
  if (said) place.querySelector('[data-status]').replaceChildren(said.content.cloneNode(true));
  for (const button of place.querySelectorAll('button')) button.disabled = what === 'working';
};
const show = (place, page) => {
  const answer = page.querySelector('[data-place]') ?? page.querySelector('main');
  place.replaceChildren(...answer.childNodes);
  for (const heading of document.querySelector('h1') === place.querySelector('h1') ? [] : place.querySelectorAll('h1')) {
    const below = document.createElement('h2');
    below.id = heading.id;
    below.append(...heading.childNodes);
    heading.replaceWith(below);
  }
  const first = place.querySelector('[autofocus]') ?? place.querySelector('h1, h2');
  first.tabIndex = -1;
  first.focus();
};
const waiting = document.querySelector('form[data-challenge]');
if (canProve(waiting)) prove(waiting);
addEventListener('submit', async (event) => {
  const form = event.target;
  const place = form.closest('[data-place]');
  if (form.dataset.inPlace === undefined || place === null) return;
  event.preventDefault();
  say(place, 'working');
  try {
    let page = await sent(form);
    const again = typeof page === 'string' ? undefined : page.querySelector('form[data-challenge]');
    if (canProve(again)) {
      await prove(again);
      page = await sent(again);
    }
    if (typeof page === 'string') say(place, page);
    else show(place, page);
  } catch {
    form.submit();
  }
});
`;
