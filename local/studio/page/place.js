/**
 * Where the page is: a name, what of it is open, and how it is to be shown. All of it stands in the address bar
 * behind the #, so that Back and links work, and none of it is sent to anybody.
 *
 * @typedef {{ page: string, open: string, wishes: Record<string, string> }} Place
 */

/** @param {string} hash @returns {Place} */
export function placeIn(hash) {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', ...open] = path.split('/');
  return {
    page: page || 'today',
    open: open.map(decodeURIComponent).join('/'),
    wishes: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** @param {string} page @param {string} [open] @param {Record<string, string>} [wishes] */
export function linkTo(page, open = '', wishes = {}) {
  const kept = Object.entries(wishes).filter(([, value]) => value !== '');
  const query = new URLSearchParams(Object.fromEntries(kept)).toString();
  const path = open === '' ? page : `${page}/${open.split('/').map(encodeURIComponent).join('/')}`;
  return `#/${path}${query && `?${query}`}`;
}
