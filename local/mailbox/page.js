import { html } from 'lit-html';
import { clock } from './clock.js';
import { shortcuts } from './keys.js';
import { letter } from './letter.js';
import { filter, list } from './list.js';
import { reader } from './reader.js';

/** @typedef {import('./mailbox.js').State} State */

/** The whole page. @param {State} state */
export const page = (state) => html`
  <button class="skip" type="button" id="skip" @click=${() => document.getElementById('sheet')?.focus()}>Skip to the letter</button>
  ${top(state)}
  <main>
    <nav class="mails" aria-label="Mails">${filter(state)}${list(state)}${shortcuts()}</nav>
    <div class="reading">
      <div id="sheet" tabindex="-1">${guide(state)}${letter(state)}</div>
      ${reader(state)}
    </div>
  </main>`;

/** Whose page this is, what has just happened, and what time it is in there. @param {State} state */
const top = (state) => html`
  <header class="top">
    <div class="brand">
      <svg viewBox="0 0 46 32" width="34" height="24" aria-hidden="true"><circle cx="16" cy="16" r="13"/><circle cx="30" cy="16" r="13"/></svg>
      <h1>Kindling <span>mailbox</span></h1>
    </div>
    <a class="sign-up" href="/" target="_blank">Sign-up page <span aria-hidden="true">↗</span><span class="hidden">(opens in a new tab)</span></a>
    <div class="happening">
      <p id="status" role="status" aria-live="polite">${state.said}</p>
      <p id="trouble" role="alert" ?hidden=${state.trouble === ''}>${state.trouble}</p>
    </div>
    ${clock(state)}
    <progress id="progress" aria-label="The clock is moving" ?hidden=${!state.moving}></progress>
  </header>`;

/** How to begin, while no mail is open. @param {State} state */
const guide = ({ begun, selected }) => html`
  <section class="guide" id="guide" aria-labelledby="guide-title" ?hidden=${!begun || selected !== ''}>
    <h2 id="guide-title">Here is every mail that Kindling sends.</h2>
    <p class="lead">On this page you are all of its readers, and you set the clock. Nothing leaves your machine.</p>
    <ol>
      <li>
        <h3>Sign up</h3>
        <p>As whoever you like: ann@example.com will do.</p>
        <p><a class="button" href="/" target="_blank">Open the sign-up page <span class="hidden">(in a new tab)</span></a></p>
      </li>
      <li>
        <h3>Find the confirmation here</h3>
        <p>It comes within a moment. Open it, and press its button.</p>
      </li>
      <li>
        <h3>Move the clock</h3>
        <p>A day ahead, the first letter is there. Answer it in plain words, and see what becomes of them.</p>
      </li>
    </ol>
  </section>`;
