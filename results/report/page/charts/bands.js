/// Lines over the years with the range that holds eight draws of ten around each.

import {num, withUnit} from '../base/text.js';
import {scales} from './lines.js';

/// {series: [{key, label, look, low, middle, high: [year]}], x: years, unit, hidden, height}.  Series without ends are lines.
export function bands({series, x, unit, hidden, height = 280}) {
  const values = series.filter(({key}) => !hidden.has(key)).flatMap((one) => x.map((year, i) => ({
    x: year, v: one.middle[i], low: one.low?.[i], high: one.high?.[i], s: one.key,
    tip: {title: one.label, [year]: withUnit(one.middle[i], unit), ...(Number.isFinite(one.low?.[i]) ? {'10–90 %': `${num(one.low[i])} – ${num(one.high[i])}`} : {})},
  }))).filter(({v}) => Number.isFinite(v));
  if (values.length === 0) return null;
  const {color, strokeDash, shape} = scales(series);
  const xChannel = {field: 'x', type: 'quantitative', scale: {domain: [x[0], x.at(-1)], nice: false, padding: 6}, axis: {title: null, format: 'd', tickMinStep: 1, labelOverlap: true}};
  const isFlat = values.every(({v, high}) => v === 0 && !(high > 0));
  const y = {type: 'quantitative', scale: isFlat ? {domain: [0, 1]} : {zero: true, nice: true}, axis: {title: unit || null, tickCount: 5}};
  const ranged = values.filter(({low, high}) => Number.isFinite(low) && Number.isFinite(high));
  return {
    height,
    layer: [
      ...(ranged.length ? [{data: {values: ranged}, mark: {type: 'area', opacity: 0.16},
                            encoding: {x: xChannel, y: {...y, field: 'low'}, y2: {field: 'high'}, color, detail: {field: 's'}}},
      ...['low', 'high'].map((field) => ({data: {values: ranged}, mark: {type: 'line', strokeWidth: 1, opacity: 0.7},
                                          encoding: {x: xChannel, y: {...y, field}, color, strokeDash, detail: {field: 's'}}}))] : []),
      {data: {values}, mark: {type: 'line'}, encoding: {x: xChannel, y: {...y, field: 'v'}, color, strokeDash, detail: {field: 's'}}},
      {data: {values}, mark: {type: 'point', filled: true, size: 42, opacity: 1}, encoding: {x: xChannel, y: {...y, field: 'v'}, color, shape, tooltip: {field: 'tip'}}},
    ],
  };
}
