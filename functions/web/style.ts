import { fingerprint } from './fingerprint.ts';

/** Ink on warm paper, by day and by lamp light: the letters' own colours (emails/theme.ts). */
const DAY = `--paper:#faf6ee;--card:#f2eadb;--field:#fffdf8;--ink:#2a2420;--soft:#6b5f55;
--accent:#96452b;--deep:#7d3720;--on-accent:#fffaf2;--line:#ddd2bf;--edge:#8d7f70;--ring:#96452b29`;
const NIGHT = `--paper:#1b1816;--card:#28231f;--field:#1f1b18;--ink:#ece4d9;--soft:#b3a698;
--accent:#e5a384;--deep:#f0b89d;--on-accent:#241711;--line:#40382f;--edge:#8c7f72;--ring:#e5a38433`;

const SERIF = `'Iowan Old Style','Palatino Linotype',Palatino,Charter,Georgia,'Times New Roman',serif`;
const SANS = `-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;

const GROUND = `
:root{color-scheme:light dark;${DAY}}
@media (prefers-color-scheme:dark){:root{${NIGHT}}}
*,*::before,*::after{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--paper);
color:var(--ink);font:1rem/1.6 ${SERIF};overflow-wrap:break-word;
font-variant-numeric:oldstyle-nums;text-wrap:pretty}
main{flex:1;width:100%;max-width:66rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1,h2,h3{font-weight:500;line-height:1.15;margin:0 0 .75rem;text-wrap:balance}
h1{font-size:clamp(2rem,7vw,2.75rem);letter-spacing:-.015em}
h2{font-size:1.5rem}
h3{font:600 .72rem/1.5 ${SANS};letter-spacing:.1em;text-transform:uppercase;color:var(--accent)}
p{margin:0 0 1rem}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{color:var(--deep);text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:.2rem}
.soft,.small{color:var(--soft)}
.small{font:.78rem/1.55 ${SANS}}
.lead{font-size:1.15rem;line-height:1.55}
.skip{position:absolute;left:-99rem;padding:.75rem 1rem;background:var(--paper)}
.skip:focus{left:.5rem;top:.5rem;z-index:1}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.masthead,.colophon{width:100%;max-width:66rem;margin:0 auto;padding:1.25rem;font-family:${SANS}}
.masthead a{display:inline-flex;align-items:center;min-height:44px;font:italic 1.1rem/1.2 ${SERIF};
text-decoration:none}
.masthead svg{width:1.7rem;height:1.7rem;margin-right:.5rem;fill:var(--ring);stroke:var(--accent);
stroke-width:2.2}
.colophon{padding-bottom:2.5rem;font-size:.78rem;line-height:1.55;color:var(--soft)}
.colophon p{margin:0;padding-top:1.25rem;border-top:1px solid var(--line)}
`;

const FORMS = `
label,legend,.choice,.day,button,.button,select,input{font-family:${SANS}}
.field{margin:0 0 1.1rem}
.field label,legend{display:block;margin:0 0 .35rem;padding:0;font-size:.82rem;font-weight:600}
label .soft{font-weight:400}
input:not([type=radio],[type=checkbox]),select{width:100%;min-height:48px;padding:.5rem .75rem;
font-size:.94rem;color:var(--ink);background-color:var(--field);border:1px solid var(--edge);
border-radius:.5rem}
select{appearance:none;padding-right:1.9rem;text-overflow:ellipsis;
background-image:url(/chevron.svg);background-repeat:no-repeat;
background-position:right .7rem center;background-size:.75rem}
[aria-invalid=true]:not(fieldset){border:2px solid var(--accent)}
fieldset{margin:0 0 1.1rem;padding:0;border:0;min-width:0}
.pair{display:grid;gap:0 .75rem;grid-template-columns:1fr}
.choices{display:flex;flex-wrap:wrap;gap:.5rem}
.choices.stacked{flex-direction:column}
.choices.two{display:grid;grid-template-columns:1fr 1fr}
.choice,.day,.check{position:relative;cursor:pointer}
.choice{flex:1 1 auto;display:flex;align-items:center;gap:.6rem;min-height:48px;padding:.5rem .75rem;
font-size:.88rem;line-height:1.3;background:var(--field);border:1px solid var(--edge);
border-radius:.5rem}
.choice:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.choice:has(:focus-visible),.day:has(:focus-visible){outline:3px solid var(--accent);outline-offset:3px}
input[type=radio],input[type=checkbox]{flex:none;width:1.15rem;height:1.15rem;margin:0;
accent-color:var(--accent)}
.choice input:focus-visible,.day input:focus-visible{outline:0}
.week{display:grid;grid-template-columns:repeat(4,1fr);gap:.4rem;margin-top:.5rem}
.day span{display:grid;place-items:center;min-height:44px;font-size:.78rem;
background:var(--field);border:1px solid var(--edge);border-radius:.5rem}
.day input{position:absolute;inset:0;width:100%;height:100%;opacity:0;cursor:pointer}
.day :checked+span{color:var(--on-accent);background:var(--accent);border-color:var(--accent);
font-weight:600}
.check{display:flex;align-items:flex-start;gap:.7rem;min-height:44px;margin:0 0 1rem;padding:.55rem 0;
font-size:.88rem;line-height:1.45}
.check input{margin-top:.08rem}
@supports selector(:has(a)){
[data-days]:not(:has([value=choose]:checked)) .week,
form:has([value=date]):not(:has([value=date]:checked)) .until{display:none}}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:52px;
padding:.75rem 1.6rem;font-size:1rem;font-weight:600;line-height:1.25;text-align:center;
text-decoration:none;color:var(--on-accent);background:var(--accent);border:1px solid var(--accent);
border-radius:.6rem;cursor:pointer}
button:hover,.button:hover{color:var(--on-accent);background:var(--deep);border-color:var(--deep)}
button.quiet,.card~.card button{color:var(--accent);background:transparent}
button.quiet:hover,.card~.card button:hover{color:var(--deep);background:transparent;border-color:var(--deep)}
.card button{width:100%}
.card .small{margin:1rem 0 0}
.trap{position:absolute;left:-99rem}
.problem{margin:.4rem 0 0;font:600 .82rem/1.45 ${SANS};color:var(--accent)}
.problem::before{content:'\\2192\\00a0'}
.problems{margin:0 0 1.25rem;padding:1rem 1.1rem;border:2px solid var(--accent);border-radius:.5rem}
.problems h2{font-size:1.05rem;margin:0 0 .4rem}
.problems ul{margin:0;padding:0;list-style:none;font:.85rem/1.5 ${SANS}}
.problems a{display:inline-block;padding:.3rem 0}
`;

const PAGES = `
.front{display:grid;gap:2rem;grid-template-columns:minmax(0,1fr)}
.about h1{font-size:clamp(3.5rem,17vw,6.5rem);line-height:.95;letter-spacing:-.035em;
margin:.25rem 0 1.25rem -.04em}
.subtitle{font-size:clamp(1.35rem,4.6vw,1.75rem);line-height:1.25;font-style:italic;
color:var(--accent);margin:0 0 1.5rem;text-wrap:balance}
.about .lead{max-width:34rem}
.card{padding:1.5rem 1.25rem;background:var(--card);border-radius:1rem}
.card h2{margin-bottom:1.1rem}
.how{max-width:34rem}
.how h2{font-size:1.3rem}
.how ul{display:grid;gap:.6rem;margin:1.25rem 0 0;padding:0;list-style:none}
.how li{display:grid;justify-items:start;gap:.35rem 1rem;align-items:center;
font:.82rem/1.45 ${SANS};color:var(--soft)}
.how q{quotes:none;padding:.5rem .9rem;font:italic 1rem/1.35 ${SERIF};color:var(--ink);
background:var(--card);border-radius:1rem 1rem 1rem .2rem}
.contents{padding-top:2.25rem;border-top:1px solid var(--line)}
.contents h2{margin-bottom:1.5rem}
.weeks{display:grid;gap:2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,12.5rem),1fr))}
ol{margin:0;padding:0;list-style:none;counter-reset:none}
.contents li{display:grid;grid-template-columns:2rem 1fr;padding:.4rem 0;line-height:1.4}
.contents li::before{content:attr(value);color:var(--soft);font-style:italic}
.issues{padding-top:2.25rem;border-top:1px solid var(--line)}
.issue-list{margin:0;padding:0;list-style:none}
.issue-list li{padding:.9rem 0;border-bottom:1px solid var(--line)}
.issue-list li:last-child{border:0}
.issue-list a{display:inline-block;padding:.2rem 0;font-size:1.2rem;line-height:1.3}
.issue-list time{display:block;font:.78rem/1.5 ${SANS};color:var(--soft)}
.issue-list p{margin:.1rem 0 0;color:var(--soft)}
.others ul{margin:0;padding:0;list-style:none}
.others li{padding:.5rem 0}
.note,.parts{max-width:36rem;margin:0 auto}
.note{padding-top:clamp(.5rem,4vh,4rem)}
.note form{margin:1.75rem 0}
.note p a:not(.button){display:inline}
.done{padding:.8rem 1rem;font-family:${SANS};font-size:.9rem;background:var(--ring);border-radius:.5rem}
.parts{display:grid;gap:1.25rem;margin-top:1.75rem}
.checkin{text-align:center}
.circles{width:3.2rem;fill:var(--ring);stroke:var(--accent);stroke-width:1.6}
.chosen .circles{width:min(100%,15rem);stroke-width:.8;margin:.5rem 0 1rem}
.pictures{display:flex;flex-wrap:wrap;justify-content:center;gap:.35rem;margin:1.5rem 0;padding:0;
list-style:none}
.pictures a{display:grid;place-items:center;width:4.4rem;min-height:48px;border-radius:.6rem;
border:1px solid transparent}
.pictures a:hover{background:var(--card)}
.pictures [aria-current]{border-color:var(--accent);background:var(--card)}
@media (min-width:23rem){.how li{grid-template-columns:11.2rem 1fr}.how q{white-space:nowrap}}
@media (min-width:30rem){.card{padding:1.75rem}.week{grid-template-columns:repeat(7,1fr)}.pair{grid-template-columns:1fr 1.15fr}
.parts .card button{width:auto;min-width:14rem}}
@media (min-width:56rem){
.front{grid-template-columns:minmax(0,1fr) 25rem;grid-template-rows:auto 1fr;gap:2.5rem 4.5rem;
align-items:start}
.about{padding-top:3rem}
.front .card{padding:2rem;grid-column:2;grid-row:1/3}
.contents,.issues,.others{grid-column:1/-1}
.issues .issue-list{display:grid;grid-template-columns:repeat(3,1fr);gap:0 2.5rem}
.issues .issue-list li{border:0}
}
@media (prefers-reduced-motion:no-preference){button,.button,a{transition:background-color .15s,
border-color .15s,color .15s}}
@media print{.skip,form{display:none}}
`;

export const STYLE = GROUND + FORMS + PAGES;

export const CHEVRON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 8"><path d="M1.5 1.5 6 6l4.5-4.5" \
fill="none" stroke="#8d7f70" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>
`;

/** Two circles that share a little: the mark of a publication about people who write and read. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g fill="#96452b" \
fill-opacity=".25" stroke="#96452b" stroke-width="2.4"><circle cx="12" cy="16" r="8.6"/>\
<circle cx="20" cy="16" r="8.6"/></g></svg>
`;

export const STYLE_PATH = `/style.css?v=${fingerprint(STYLE)}`;
