/// A figure: caption, a sentence that says what it shows, controls, legend, chart, note and table.

import {draw} from './chart.js';
import {controls, spoken} from './controls.js';
import {el} from './dom.js';
import {legend} from './legend.js';
import {foldedTable} from './table.js';
import {t} from './text.js';

const waiting = new Set();  // charts that are not drawn yet, in the order of the page
const drawn = new Set();
let idle = false;

function drawSoon(item) {
  waiting.add(item);
  if (!idle) {
    idle = true;
    setTimeout(drawNext);
  }
}
function drawNext() {
  const onScreen = [...waiting].find(({container}) => container.getBoundingClientRect().top < window.innerHeight);
  const item = onScreen ?? waiting.values().next().value;
  if (item) {
    waiting.delete(item);
    if (item.container.isConnected) item.redraw();
    setTimeout(drawNext);
  } else {
    idle = false;
    document.documentElement.dataset.ready = 'true';
  }
}

/// Draws what still waits (before printing) and what changed its width (after resizing).
export function drawAll() {
  for (const item of waiting) if (item.container.isConnected) item.redraw();
  waiting.clear();
}
export function redrawAll() { for (const item of drawn) drawSoon(item); }
export function forgetFigures() {
  for (const {container} of drawn) container.view?.finalize();
  drawn.clear();
  waiting.clear();
  delete document.documentElement.dataset.ready;
}

/// `parts`: {id, title, uses: [state keys], controls: [control], sentence(), legend?: [{key, label, look}],
///  chart(width, hidden), height, note?(), table() -> {columns, rows}}.  Without `chart` the figure is text and table.
export function figure(context, parts) {
  const hidden = new Set();
  const sentence = el('p', {class: 'sentence'});
  const container = parts.chart ? el('div', {class: 'chart', role: 'img', id: `${parts.id}-chart`}) : null;
  const note = parts.note ? el('p', {class: 'note'}) : null;
  const printed = el('p', {class: 'printed'});
  const title = el('figcaption', {});
  const legendPlace = el('div');
  const folded = parts.table ? foldedTable(t(parts.chart ? 'table.open' : 'table.alone'), parts.table) : null;
  const item = {container, redraw: drawChart};

  function drawChart() {
    const spec = (width) => parts.chart(width, hidden);
    container.hidden = spec(300) === null;
    if (container.hidden) container.replaceChildren();
    else draw(container, spec, sentence.textContent);
  }
  function drawLegend() {
    const items = parts.legend?.() ?? [];
    legendPlace.replaceChildren(items.length > 0 ? legend(items, hidden, () => {
      drawLegend();
      drawChart();
    }) : '');
  }
  function refresh() {
    title.textContent = parts.title();
    sentence.textContent = parts.sentence();
    printed.textContent = spoken(context, parts.controls ?? []);
    if (note) note.textContent = parts.note();
    folded?.refresh();
    if (container) {
      container.setAttribute('aria-label', sentence.textContent);
      drawLegend();
      drawSoon(item);
    }
  }
  if (container) drawn.add(item);
  if (parts.open) {
    folded.details.open = true;
    folded.details.className = 'full';
  }
  const bar = controls(context, parts.controls ?? []);
  context.state.on(parts.uses ?? [], refresh);
  const node = el('figure', {id: parts.id}, title, sentence, bar, printed, legendPlace, container, note, folded?.details);
  refresh();
  return node;
}
