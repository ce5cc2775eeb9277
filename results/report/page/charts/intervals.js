/// Values with the interval in which they lie, one below the other, on a scale that holds zero.

import * as colours from '../base/colours.js';
import {short} from '../base/text.js';

const most = 40;

/// {rows: [{label, value, low, high, strong?, tip}], unit, width, bars, domain?}.  With `bars` a bar reaches from zero to the
/// value; a row that is not strong is grey.
export function intervals({rows, unit, width, bars = false, domain = null}) {
  const values = rows.filter(({value}) => Number.isFinite(value)).slice(0, most).map((row, i) => ({
    ...row, row: i, zero: 0, text: short(row.label, Math.floor(width / 7)), level: row.strong === false ? 0 : 1,
  }));
  if (values.length === 0) return null;
  const ends = [0, ...values.flatMap(({value, low, high}) => [value, low, high]).filter(Number.isFinite)];
  const [least, greatest] = [Math.min(...ends), Math.max(...ends)];
  const room = 0.04 * ((greatest - least) || 1);
  const y = {field: 'row', type: 'ordinal', axis: null, scale: {paddingInner: 0.6, paddingOuter: 0.5}};
  const x = {type: 'quantitative', scale: {domain: domain ?? [least < 0 ? least - room : 0, greatest > 0 ? greatest + room : 0], nice: false, clamp: true},
             axis: {title: unit || null, tickCount: 6, grid: true}};
  const color = {field: 'level', type: 'nominal', scale: {domain: [0, 1], range: [colours.undecided, colours.accent]}, legend: null};
  const ranged = values.filter(({low, high}) => Number.isFinite(low) && Number.isFinite(high));
  return {
    height: 38 * values.length + 16,
    layer: [
      {data: {values: [{at: 0}]}, mark: {type: 'rule', color: colours.soft}, encoding: {x: {...x, field: 'at'}}},
      ...(bars ? [{data: {values}, mark: {type: 'bar', height: {band: 0.9}, opacity: 0.75}, encoding: {y, x: {...x, field: 'zero'}, x2: {field: 'value'}, color, tooltip: {field: 'tip'}}}] : []),
      {data: {values: ranged}, mark: {type: 'rule', strokeWidth: 2, color: colours.ink}, encoding: {y, x: {...x, field: 'low'}, x2: {field: 'high'}, tooltip: {field: 'tip'}}},
      ...['low', 'high'].map((field) => ({data: {values: ranged}, mark: {type: 'tick', thickness: 2, height: 10, color: colours.ink}, encoding: {y, x: {...x, field}}})),
      {data: {values}, mark: {type: 'point', filled: true, size: 80, opacity: 1}, encoding: {y, x: {...x, field: 'value'}, color, tooltip: {field: 'tip'}}},
      {data: {values}, mark: {type: 'text', align: 'left', baseline: 'bottom', dy: -9, limit: width - 12}, encoding: {y, x: {value: 2}, text: {field: 'text'}}},
    ],
  };
}

export const hiddenIntervals = (rows) => Math.max(0, rows.length - most);
