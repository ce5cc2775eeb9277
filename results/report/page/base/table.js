/// Tables.  Rows appear in portions, so that thousands of them do not slow the page.

import {el} from './dom.js';
import {num, t} from './text.js';

const portion = 60;

/// A column: {title, kind: 'number' | 'text' | 'head', show?(value) -> text or element}.
function cell(column, value) {
  const content = column.show ? column.show(value) : column.kind === 'number' ? num(value) : value ?? '–';
  const isNumber = column.kind === 'number';
  const inside = !isNumber && typeof content === 'string' && content.length > 120 ? el('div', {class: 'clip'}, content) : content;
  return el(column.kind === 'head' ? 'th' : 'td', {
    class: isNumber ? 'number' : null, scope: column.kind === 'head' ? 'row' : null, lang: column.lang,
  }, inside);
}

export function table({columns, rows, caption}) {
  const body = el('tbody');
  const more = el('button', {type: 'button', class: 'more', onclick: () => grow(portion * 5)});
  let count = 0;
  function grow(by) {
    const next = rows.slice(count, count + by);
    body.append(...next.map((row) => el('tr', {}, columns.map((column, i) => cell(column, row[i])))));
    count += next.length;
    more.hidden = count >= rows.length;
    more.textContent = t('table.more', {rest: num(rows.length - count)});
  }
  const head = el('thead', {}, el('tr', {}, columns.map((column) => el('th', {
    scope: 'col', class: column.kind === 'number' ? 'number' : null,
  }, column.title))));
  grow(portion);
  return [el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption}, el('table', {}, head, body)), more];
}

/// A table that is made when the reader opens it; `make` gives what `table` takes.
export function foldedTable(title, make) {
  const place = el('div');
  const details = el('details', {}, el('summary', {}, title), place);
  const refresh = () => { if (details.open) place.replaceChildren(...table({caption: title, ...make()})); };
  details.addEventListener('toggle', refresh);
  return {details, refresh};
}
