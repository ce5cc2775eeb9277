/// The small box beside the pointer; its content is text.

import {el} from './dom.js';

let box = null;

export function showBubble(event, value) {
  hideBubble();
  if (value === null || value === undefined || value === '') return;
  const {title, ...rows} = typeof value === 'object' ? value : {title: String(value)};
  box = el('div', {class: 'bubble', role: 'tooltip'}, title ? el('strong', {}, title) : null,
           el('dl', {}, Object.entries(rows).filter(([, text]) => text !== '')
             .map(([name, text]) => [el('dt', {}, name), el('dd', {}, String(text))])));
  document.body.append(box);
  const gap = 14;
  const left = Math.min(event.clientX + gap, window.innerWidth - box.offsetWidth - 4);
  const top = event.clientY + gap + box.offsetHeight > window.innerHeight
    ? event.clientY - gap - box.offsetHeight : event.clientY + gap;
  box.style.left = `${Math.max(4, left)}px`;
  box.style.top = `${Math.max(4, top)}px`;
}

export function hideBubble() {
  box?.remove();
  box = null;
}
