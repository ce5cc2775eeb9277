/// Stacked horizontal bars: what a sum is made of.  Parts lie in the order of the legend; wide ones carry their name.

import * as colours from '../base/colours.js';
import {num, percent, withUnit} from '../base/text.js';

/// {bars: [{label, parts: {key: value}}], parts: [{key, label, short, colour}], unit, hidden}.
export function stack({bars, parts, unit, hidden, width}) {
  const shownParts = parts.filter(({key}) => !hidden.has(key));
  const total = (bar) => shownParts.reduce((sum, {key}) => sum + (bar.parts[key] ?? 0), 0);
  const top = Math.max(...bars.map(total));
  if (!(top > 0)) return null;
  const values = bars.flatMap((bar, row) => {
    let start = 0;
    return shownParts.map(({key, label, short}) => {
      const v = bar.parts[key] ?? 0;
      const piece = {
        row, bar: bar.label, key, x: start, x2: start + v, middle: start + v / 2,
        name: (v / top) * width * 0.88 > short.length * 6.8 + 8 ? short : '',
        tip: {title: bar.label, [label]: withUnit(v, unit), '%': total(bar) > 0 ? percent(v / total(bar)) : '–'},
      };
      start += v;
      return piece;
    });
  });
  const sums = bars.map((bar, row) => ({row, x: total(bar), text: num(Number(total(bar).toPrecision(3)), 3)}));
  const y = {field: 'row', type: 'ordinal', axis: null, scale: {paddingInner: 0.52, paddingOuter: 0.3}};
  const x = {field: 'x', type: 'quantitative', scale: {domain: [0, top * 1.12], nice: false}, axis: {title: unit || null, tickCount: 5}};
  const names = bars.map((bar, row) => ({row, text: bar.label}));
  return {
    height: 44 * bars.length + 8,
    layer: [
      {data: {values}, mark: {type: 'bar', stroke: '#ffffff', strokeWidth: 1},
       encoding: {y, x, x2: {field: 'x2'}, tooltip: {field: 'tip'},
                  color: {field: 'key', type: 'nominal', scale: {domain: parts.map(({key}) => key), range: parts.map(({colour}) => colour)}, legend: null}}},
      {data: {values}, mark: {type: 'text', color: '#ffffff', fontSize: 11, tooltip: null}, encoding: {y, x: {field: 'middle', type: 'quantitative'}, text: {field: 'name'}}},
      {data: {values: sums}, mark: {type: 'text', align: 'left', dx: 5, fontWeight: 600}, encoding: {y, x, text: {field: 'text'}}},
      {data: {values: names}, mark: {type: 'text', align: 'left', baseline: 'bottom', dy: -14, limit: width - 20, color: colours.soft},
       encoding: {y, x: {value: 0}, text: {field: 'text'}}},
    ],
  };
}

export const stackLegend = (parts) => parts.map(({key, label, colour}) => ({key, label, look: {fill: true, colour}}));
