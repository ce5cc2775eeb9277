/// Load duration curve, typical days and the course of a year, from the hourly series.

import {look} from '../base/colours.js';
import {variantControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {num, short, t, withUnit} from '../base/text.js';
import {describeLines, legendOf, lines, scales} from '../charts/lines.js';

const kw = 'kW';
const steps = (count, factor = 1) => Array.from({length: count}, (_, i) => i * factor);

function wide(series, x, headTitle) {
  return {
    columns: [{title: headTitle, kind: 'head'}, ...series.map(({label}) => ({title: `${label} [${kw}]`, kind: 'number'}))],
    rows: x.map((at, i) => [num(at), ...series.map(({values}) => values[i])]),
  };
}

const kinds = ['winter_workday', 'winter_weekend', 'summer_workday', 'summer_weekend'];

function band(series, days, hidden, year) {
  const first = Date.UTC(year, 0, 1);
  const values = series.filter(({key}) => !hidden.has(key)).flatMap(({key, label, low, high}) => days.map((day) => ({
    x: day + 1, low: low[day], high: high[day], s: key,
    tip: {title: label, [new Date(first + day * 864e5).toISOString().slice(0, 10)]: `${num(low[day])}–${withUnit(high[day], kw)}`},
  })));
  if (values.length === 0) return null;
  const {color} = scales(series);
  const x = {field: 'x', type: 'quantitative', scale: {domain: [1, days.length], nice: false}, axis: {title: t('load.day-of-year'), tickCount: 8}};
  return {
    height: 240,
    data: {values},
    mark: {type: 'area', opacity: 0.75, line: {strokeWidth: 0.8}},
    encoding: {x, y: {field: 'high', type: 'quantitative', axis: {title: kw, tickCount: 5}, scale: {zero: true}}, y2: {field: 'low'}, color,
               tooltip: {field: 'tip'}, detail: {field: 's'}},
  };
}

export const load = {
  id: 'load',
  needs: ['load'],
  title: () => t('title.load'),
  draw(context) {
    const {data, state} = context;
    const section = data.sections.load;
    const years = [...new Set(section.series.map(({year}) => year))].sort();
    if (!state.get('loadYear')) state.set('loadYear', years.at(-1));
    const yearChoice = {kind: 'select', key: 'loadYear', label: t('control.year'), options: years.map((value) => ({value, label: String(value)}))};
    const uses = ['variant', 'loadYear'];
    const controls = [variantControl(context), yearChoice];
    const chosen = () => section.series.find(({variant, year}) => variant === state.get('variant') && year === state.get('loadYear'));
    const pair = (read) => {
      const one = chosen();
      return one ? [{key: 'grid', label: t('load.grid'), look: look(0), ...read(one.grid)}, {key: 'it', label: t('load.it'), look: look(1), ...read(one.it)}] : [];
    };
    const duration = () => pair(({duration: values}) => ({values}));
    const days = () => (chosen() ? kinds.map((kind, i) => ({key: kind, label: t(`load.${kind}`), look: look(i), values: chosen().grid.days[kind]})) : []);
    const spans = () => pair(({lowest, highest}) => ({low: lowest, high: highest, values: highest}));
    const curves = () => section.centers.filter(({variant, year}) => variant === state.get('variant') && year === state.get('loadYear'))
      .sort((a, b) => b.grid[0] - a.grid[0]).slice(0, 8)
      .map(({center, grid}, i) => ({key: String(center), label: short(data.centers[center].name, 34), look: look(i), values: grid}));
    const percentSteps = steps(101);
    return [
      figure(context, {
        id: 'load-duration', title: () => t('load.duration', {year: state.get('loadYear')}), uses, controls,
        sentence: () => (chosen() ? t('load.duration-sentence', {
          high: withUnit(chosen().grid.duration[0], kw), low: withUnit(chosen().grid.duration[100], kw), middle: withUnit(chosen().grid.duration[50], kw),
        }) : t('alt.none')),
        legend: () => legendOf(duration()),
        chart: (width, hidden) => lines({series: duration(), x: percentSteps, unit: kw, hidden, marks: false, xTitle: t('load.percent-of-year')}),
        note: () => t('load.duration-note'), table: () => wide(duration(), percentSteps, t('load.percent-of-year')),
      }),
      figure(context, {
        id: 'load-days', title: () => t('load.days', {year: state.get('loadYear')}), uses, controls,
        sentence: () => {
          if (!chosen()) return t('alt.none');
          const workday = chosen().grid.days.winter_workday;
          const top = Math.max(...workday);
          return t('load.days-sentence', {hour: num(workday.indexOf(top)), high: withUnit(top, kw), low: withUnit(Math.min(...workday), kw)});
        },
        legend: () => legendOf(days()),
        chart: (width, hidden) => lines({series: days(), x: steps(24), unit: kw, hidden, zero: false, xTitle: t('load.hour'), xTicks: steps(9, 3)}),
        note: () => t('load.days-note'), table: () => wide(days(), steps(24), t('load.hour')),
      }),
      figure(context, {
        id: 'load-year', title: () => t('load.year', {year: state.get('loadYear')}), uses, controls,
        sentence: () => {
          if (!chosen()) return t('alt.none');
          const {highest} = chosen().grid;
          const top = highest.indexOf(Math.max(...highest));
          return t('load.year-sentence', {day: num(top + 1), high: withUnit(highest[top], kw)});
        },
        legend: () => legendOf(spans()),
        chart: (width, hidden) => (chosen() ? band(spans(), steps(chosen().grid.highest.length), hidden, state.get('loadYear')) : null),
        note: () => t('load.year-note'),
        table: () => {
          const all = spans();
          return {
            columns: [{title: t('load.day-of-year'), kind: 'head'}, ...all.flatMap(({label}) => [
              {title: `${label}: ${t('load.lowest')} [${kw}]`, kind: 'number'}, {title: `${label}: ${t('load.highest')} [${kw}]`, kind: 'number'}])],
            rows: all.length ? all[0].high.map((_, day) => [num(day + 1), ...all.flatMap(({low, high}) => [low[day], high[day]])]) : [],
          };
        },
      }),
      section.centers.length > 0 ? figure(context, {
        id: 'load-centers', title: () => t('load.centers', {year: state.get('loadYear')}), uses, controls,
        sentence: () => describeLines(curves().map((curve) => ({...curve, values: [curve.values[0]]})), [0], kw, () => t('load.at-peak')),
        legend: () => legendOf(curves()),
        chart: (width, hidden) => lines({series: curves(), x: percentSteps, unit: kw, hidden, marks: false, xTitle: t('load.percent-of-year')}),
        table: () => wide(curves(), percentSteps, t('load.percent-of-year')),
      }) : null,
    ];
  },
};
