/// A legend whose entries hide and show their series; each shows colour, dash and mark.

import {svg, el} from './dom.js';
import {t} from './text.js';

const marks = {
  circle: ['circle', {cx: 14, cy: 7, r: 4}],
  square: ['rect', {x: 10, y: 3, width: 8, height: 8}],
  'triangle-up': ['path', {d: 'M14 2l5 9h-10z'}],
  'triangle-down': ['path', {d: 'M14 12l5-9h-10z'}],
  'triangle-right': ['path', {d: 'M19 7l-9-5v10z'}],
  'triangle-left': ['path', {d: 'M9 7l9-5v10z'}],
  diamond: ['path', {d: 'M14 2l5 5-5 5-5-5z'}],
  cross: ['path', {d: 'M12 2h4v3h3v4h-3v3h-4v-3h-3v-4h3z'}],
};

function sample({colour, dash, shape, fill}) {
  if (fill) return svg('svg', {width: 14, height: 14, 'aria-hidden': 'true'}, svg('rect', {width: 14, height: 14, fill: colour}));
  const [tag, attributes] = marks[shape];
  return svg('svg', {width: 28, height: 14, 'aria-hidden': 'true'},
             svg('line', {x1: 0, x2: 28, y1: 7, y2: 7, stroke: colour, 'stroke-width': 2.2, 'stroke-dasharray': dash.join(' ')}),
             svg(tag, {...attributes, fill: colour}));
}

export function legend(items, hidden, changed) {
  return el('ul', {class: 'legend', 'aria-label': t('legend.label')}, items.map(({key, label, look}) => el('li', {},
    el('button', {
      type: 'button', 'aria-pressed': hidden.has(key) ? 'false' : 'true', title: t('legend.hint'), 'data-series': key,
      onclick: () => {
        if (!hidden.delete(key) && hidden.size < items.length - 1) hidden.add(key);
        changed();
      },
    }, sample(look), el('span', {}, label)))));
}
