import { describe, expect, it } from 'vitest';
import { readMail } from '../../../functions/core/replies/read-mail.ts';
import { strip } from '../../../functions/core/replies/strip.ts';
import { understand } from '../../../functions/core/replies/understand.ts';
import { inShort } from '../../support/understood.ts';
import { bytesOf } from './mail.ts';

const OLD = 'Ask somebody a question.';
const FOOTER = 'Reply STOP to leave or PAUSE to pause.';
const ON = 'On Mon, Nov 16, 2026 at 7:00 AM Anna &lt;anna@example.com&gt; wrote:';
const HEADER =
  '<b>From:</b> Anna &lt;anna@example.com&gt;<br><b>Sent:</b> Monday, November 16, 2026 7:00 AM<br><b>To:</b> Jo &lt;jo@example.net&gt;<br><b>Subject:</b> Day 3';

/** How each program wraps what the person wrote; HTML where they send it. */
const CLIENTS: readonly (readonly [
  client: string,
  type: string,
  wrap: (text: string) => string,
])[] = [
  [
    'Gmail',
    'text/html',
    (t) =>
      `<div dir="ltr">${t}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${ON}<br></div><blockquote class="gmail_quote" style="margin:0"><p>${OLD}</p><p>${FOOTER}</p></blockquote></div>`,
  ],
  [
    'Gmail text',
    'text/plain',
    (t) =>
      `${t}\n\nOn Mon, Nov 16, 2026 at 7:00 AM Anna <\nanna@example.com> wrote:\n\n> ${OLD}\n>\n> ${FOOTER}\n`,
  ],
  [
    'Outlook desktop',
    'text/html',
    (t) =>
      `<html><head><style>p.MsoNormal{margin:0}</style></head><body><div class="WordSection1"><p class="MsoNormal">${t}<o:p></o:p></p><p class="MsoNormal">&nbsp;</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">${HEADER}</p></div></div><p class="MsoNormal">${OLD}</p><p class="MsoNormal">${FOOTER}</p></div></body></html>`,
  ],
  [
    'Outlook desktop text',
    'text/plain',
    (t) =>
      `${t}\n\nFrom: Anna <anna@example.com> \nSent: Monday, November 16, 2026 7:00 AM\nTo: Jo <jo@example.net>\nSubject: Day 3\n\n${OLD}\n\n${FOOTER}\n`,
  ],
  [
    'Outlook web',
    'text/html',
    (t) =>
      `<div class="elementToProof">${t}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font>${HEADER}</font><div>&nbsp;</div></div><div>${OLD}</div><div>${FOOTER}</div>`,
  ],
  [
    'Outlook mobile',
    'text/html',
    (t) =>
      `<div>${t}</div><div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><hr><div id="mail-editor-reference-message-container">${HEADER}<br><br>${OLD}<br>${FOOTER}</div>`,
  ],
  [
    'Apple Mail',
    'text/html',
    (t) =>
      `<div>${t}</div><br><div><blockquote type="cite"><div>On 16 Nov 2026, at 07:00, Anna &lt;anna@example.com&gt; wrote:</div><br><div>${OLD}</div><div>${FOOTER}</div></blockquote></div>`,
  ],
  [
    'iOS',
    'text/plain',
    (t) =>
      `${t}\n\nSent from my iPhone\n\n> On 16 Nov 2026, at 07:00, Anna <anna@example.com> wrote:\n> \n> ${OLD}\n> ${FOOTER}\n`,
  ],
  [
    'iOS German',
    'text/plain',
    (t) =>
      `${t}\n\nVon meinem iPhone gesendet\n\n> Am 16.11.2026 um 07:00 schrieb Anna <anna@example.com>:\n> \n> ${FOOTER}\n`,
  ],
  [
    'Yahoo',
    'text/html',
    (t) =>
      `<div class="ydp1"><div>${t}</div></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div><div>On Monday, November 16, 2026 at 07:00:00 AM GMT+1, Anna &lt;anna@example.com&gt; wrote:</div><div><br></div><div>${OLD}<br>${FOOTER}</div></div></div>`,
  ],
  [
    'Proton',
    'text/html',
    (t) =>
      `<div style="font-family:Arial">${t}</div><div class="protonmail_signature_block">Sent with <a href="https://proton.me">Proton Mail</a> secure email.</div><div class="protonmail_quote">On Monday, November 16th, 2026 at 7:00 AM, Anna &lt;anna@example.com&gt; wrote:<br><blockquote type="cite">${OLD}<br>${FOOTER}</blockquote></div>`,
  ],
  [
    'Thunderbird, top',
    'text/plain; format=flowed',
    (t) => `${t}\n\nAm 16.11.26 um 07:00 schrieb Anna:\n> ${OLD} \n> ${FOOTER}\n`,
  ],
  [
    'Thunderbird, bottom',
    'text/plain; format=flowed',
    (t) => `On 16/11/2026 07:00, Anna wrote:\n> ${OLD} \n> ${FOOTER} \n\n${t}\n-- \nJo\n`,
  ],
  [
    'Thunderbird, bottom, HTML',
    'text/html',
    (t) =>
      `<div class="moz-cite-prefix">On 16/11/2026 07:00, Anna wrote:<br></div><blockquote type="cite">${OLD}<br>${FOOTER}</blockquote><p>${t}</p><div class="moz-signature">-- <br>Jo</div>`,
  ],
  [
    'Samsung',
    'text/html',
    (t) =>
      `<div dir="auto">${t}</div><div dir="auto"><br></div><div id="composer_signature" dir="auto">Sent from my Galaxy</div><div>-------- Original message --------</div><div>From: Anna &lt;anna@example.com&gt; </div><div>Date: 16/11/2026 07:00 (GMT+01:00) </div><div>To: jo@example.net </div><div>Subject: Day 3 </div><div>${OLD}</div><div>${FOOTER}</div>`,
  ],
];

/** Each intent in each language that has it. */
const SAID: readonly (readonly [text: string, intent: string])[] = [
  ['Please unsubscribe me', 'leave'],
  ['Bitte abmelden', 'leave'],
  ['Je souhaite me désabonner', 'leave'],
  ['Quiero darme de baja', 'leave'],
  ['Vorrei disiscrivermi', 'leave'],
  ['Quero cancelar a inscrição', 'leave'],
  ['Graag afmelden', 'leave'],
  ['Please pause for two weeks', 'pause'],
  ['Bitte bis Montag pausieren', 'pause'],
  ["Pause jusqu'au 5 janvier", 'pause'],
  ['Pausar hasta el lunes', 'pause'],
  ['Pausa fino al 5 gennaio', 'pause'],
  ['Pausar até 5 de janeiro', 'pause'],
  ['Pauze tot maandag', 'pause'],
  ['Please resume', 'resume'],
  ['Bitte fortsetzen', 'resume'],
  ['Je suis de retour', 'resume'],
  ['reanudar', 'resume'],
  ['Sono tornato', 'resume'],
  ['Voltei', 'resume'],
  ['Ik ben terug', 'resume'],
  ['Skip this lesson', 'skip'],
  ['Please resend lesson 3', 'resend'],
  ['status', 'status'],
  ['help', 'help'],
  ['Hilfe', 'help'],
  ['export my data', 'export'],
  ['Please delete my data', 'erase'],
  ['Only on weekdays please', 'schedule'],
  ['Don’t stop, this is lovely!', 'nothing'],
  ['We did it at dinner and laughed a lot.', 'nothing'],
];

describe.each(CLIENTS)('%s', (_client, type, wrap) => {
  it.each(SAID)('%s', async (said, intent) => {
    const html = type.startsWith('text/html');
    const body = wrap(html ? said.replaceAll("'", '&#39;') : said).split('\n');
    const mail = await readMail(
      bytesOf(
        'From: Jo <jo@example.net>',
        'Subject: Re: Day 3',
        `Content-Type: ${type}; charset=utf-8`,
        '',
        ...body,
      ),
    );
    const own = mail.kind === 'mail' ? strip(mail.text) : mail.reason;
    expect(own).toBe(said);
    const read = understand(own, {
      now: '2026-11-22T09:00:00Z',
      zone: 'Europe/Berlin',
      subject: 'Re: Day 3',
      state: 'paused',
    });
    expect(inShort(read)).toMatch(new RegExp(`^${intent}`));
  });
});
