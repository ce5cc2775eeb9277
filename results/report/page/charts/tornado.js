/// What moves a number furthest: a bar for each figure from the number at its low end to that at its high end.

import * as colours from '../base/colours.js';
import {short} from '../base/text.js';

/// {rows: [{label, low, high, tip}], unit, width, hidden}: differences from the number as it is, the widest first.
export function tornado({rows, unit, width, hidden}) {
  const pieces = rows.flatMap(({label, tip, ...ends}, row) => ['low', 'high'].filter((end) => !hidden.has(end))
    .map((end) => ({row, end, zero: 0, value: ends[end], tip: {title: label, ...tip}}))).filter(({value}) => Number.isFinite(value));
  if (pieces.length === 0) return null;
  const furthest = Math.max(...pieces.map(({value}) => Math.abs(value))) * 1.05 || 1;
  const y = {field: 'row', type: 'ordinal', axis: null, scale: {paddingInner: 0.6, paddingOuter: 0.5}};
  const x = {field: 'zero', type: 'quantitative', scale: {domain: [-furthest, furthest], nice: false}, axis: {title: unit || null, tickCount: 6, grid: true}};
  const names = rows.map(({label}, row) => ({row, text: short(label, Math.floor(width / 7))}));
  return {
    height: 38 * rows.length + 16,
    layer: [
      {data: {values: pieces}, mark: {type: 'bar', height: {band: 0.9}, opacity: 0.85},
       encoding: {y, x, x2: {field: 'value'}, tooltip: {field: 'tip'},
                  color: {field: 'end', type: 'nominal', scale: {domain: ['low', 'high'], range: [colours.ends.low, colours.ends.high]}, legend: null}}},
      {data: {values: [{zero: 0}]}, mark: {type: 'rule', color: colours.ink}, encoding: {x}},
      {data: {values: names}, mark: {type: 'text', align: 'left', baseline: 'bottom', dy: -9, limit: width - 12}, encoding: {y, x: {value: 2}, text: {field: 'text'}}},
    ],
  };
}
