/// Lines over the years, one per series, each with its own colour, dash and mark.

import {look} from '../base/colours.js';
import * as colours from '../base/colours.js';
import {t, withUnit} from '../base/text.js';

/// Variants as series.
export const variantSeries = (data, values) => data.variants.map(({id}, i) => ({
  key: id, label: id, look: look(i), values: values[i] ?? [],
}));

export const legendOf = (series) => series.map(({key, label, look: seriesLook}) => ({key, label, look: seriesLook}));

export const scales = (series) => ({
  color: {field: 's', type: 'nominal', scale: {domain: series.map(({key}) => key), range: series.map((s) => s.look.colour)}, legend: null},
  strokeDash: {field: 's', type: 'nominal', scale: {domain: series.map(({key}) => key), range: series.map((s) => s.look.dash)}, legend: null},
  shape: {field: 's', type: 'nominal', scale: {domain: series.map(({key}) => key), range: series.map((s) => s.look.shape)}, legend: null},
});

/// {series, x, xTitle, unit, hidden, zero, height, limits: [{label, from, to, value}]}.  `x` are the numbers that the
/// values belong to; `xLabel` turns one into text.
export function lines({series, x, unit, hidden, zero = true, height = 260, limits = [], xTitle = null, xLabel = String,
                       marks = true, xTicks = null, step = false}) {
  const values = series.filter(({key}) => !hidden.has(key)).flatMap((one) => one.values.map((v, i) => ({
    x: x[i], v, s: one.key, tip: {title: one.label, [xLabel(x[i])]: withUnit(v, unit)},
  }))).filter(({v}) => Number.isFinite(v));
  if (values.length === 0) return null;
  const {color, strokeDash, shape} = scales(series);
  const xChannel = {
    field: 'x', type: 'quantitative', scale: {domain: [x[0], x.at(-1)], nice: false, padding: 6},
    axis: {title: xTitle, format: 'd', values: xTicks, tickMinStep: 1, labelOverlap: true},
  };
  const isFlat = values.every(({v}) => v === 0);
  const yChannel = {field: 'v', type: 'quantitative', scale: isFlat ? {domain: [0, 1]} : {zero, nice: true}, axis: {title: unit || null, tickCount: 5}};
  const rules = limits.map((limit) => ({x: limit.from, x2: limit.to, v: limit.value, label: limit.label}));
  return {
    height,
    layer: [
      {data: {values}, mark: {type: 'line', interpolate: step ? 'step-after' : 'linear'},
       encoding: {x: xChannel, y: yChannel, color, strokeDash, detail: {field: 's'}}},
      ...(marks ? [{data: {values}, mark: {type: 'point', filled: true, size: 42, opacity: 1},
                    encoding: {x: xChannel, y: yChannel, color, shape, tooltip: {field: 'tip'}}}] : [
        {data: {values}, mark: {type: 'point', filled: true, size: 90, opacity: 0},
         encoding: {x: xChannel, y: yChannel, tooltip: {field: 'tip'}}}]),
      ...(rules.length > 0 ? [
        {data: {values: rules}, mark: {type: 'rule', color: colours.warning, strokeWidth: 2, strokeDash: [5, 3]},
         encoding: {x: {...xChannel}, x2: {field: 'x2'}, y: yChannel}},
        {data: {values: rules}, mark: {type: 'text', align: 'right', baseline: 'bottom', dy: -3, color: colours.warning},
         encoding: {x: {field: 'x2', type: 'quantitative'}, y: yChannel, text: {field: 'label'}}}] : []),
    ],
  };
}

/// Which series is highest and which lowest at the end.
export function describeLines(series, x, unit, xLabel = String) {
  const last = x.length - 1;
  const known = series.filter(({values}) => Number.isFinite(values[last])).sort((a, b) => b.values[last] - a.values[last]);
  if (known.length === 0) return t('alt.none');
  const say = ({label, values}) => ({name: label, value: withUnit(values[last], unit)});
  const high = say(known[0]);
  if (known.length === 1) {
    return t('alt.one', {...high, first: withUnit(known[0].values[0], unit), from: xLabel(x[0]), to: xLabel(x[last])});
  }
  const low = say(known.at(-1));
  if (high.value === low.value) return t('alt.same', {year: xLabel(x[last]), value: high.value});
  return t('alt.lines', {year: xLabel(x[last]), high: high.name, highValue: high.value, low: low.name, lowValue: low.value});
}

/// A table with a row per series and a column per year.
export const yearTable = (series, years, headTitle, unit) => ({
  columns: [{title: unit ? `${headTitle} [${unit}]` : headTitle, kind: 'head'}, ...years.map((year) => ({title: String(year), kind: 'number'}))],
  rows: series.map(({label, values}) => [label, ...years.map((_, i) => values[i] ?? null)]),
});
