/// PUE and CO2 by year, with the limits of the rules.

import {look} from '../base/colours.js';
import {variantControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {label, num, short, shown, t, word} from '../base/text.js';
import {describeLines, legendOf, lines, variantSeries, yearTable} from '../charts/lines.js';
import {courses, metricOf} from './course.js';

/// Steps of the limits that hold for centers of a variant: [{value, from, to}].
function limitSteps(rows, last) {
  const byValue = new Map();
  for (const {limit, year} of rows) {
    const known = byValue.get(limit) ?? {value: limit, from: year, to: year};
    byValue.set(limit, {value: limit, from: Math.min(known.from, year), to: Math.max(known.to, year)});
  }
  return [...byValue.values()].map((step) => ({...step, to: Math.min(last, step.to + (step.from === step.to ? 1 : 0)),
                                               label: t('efficiency.limit', {limit: num(step.value)})}));
}

function centersUnderLaw(context) {
  const {data, state} = context;
  const all = data.sections.efficiency.limits;
  const rows = () => all.filter(({variant}) => variant === state.get('variant'));
  const subjects = () => [...new Set(rows().map(({subject}) => subject))];
  const series = () => subjects().slice(0, 8).map((subject, i) => ({
    key: subject, label: short(subject, 34), look: look(i),
    values: data.years.map((year) => rows().find((row) => row.subject === subject && row.year === year)?.value ?? null),
  }));
  return figure(context, {
    id: 'pue-limits', title: () => t('efficiency.centers'), uses: ['variant'], controls: [variantControl(context)],
    sentence: () => {
      const missed = new Set(rows().filter((row) => row.verdict === 'missed').map(({subject}) => subject));
      return rows().length === 0 ? t('efficiency.none') : t('efficiency.sentence', {missed: num(missed.size), all: num(subjects().length)});
    },
    legend: () => legendOf(series()),
    chart: (width, hidden) => lines({series: series(), x: data.years, unit: '', hidden, zero: false, limits: limitSteps(rows(), data.years.at(-1))}),
    table: () => ({
      columns: [{title: t('word.center'), kind: 'head'}, {title: t('control.year'), kind: 'text'}, {title: 'PUE', kind: 'number'},
                {title: t('limits.limit'), kind: 'number'}, {title: t('rules.verdict'), kind: 'text'}],
      rows: rows().map(({subject, year, value, limit, verdict}) => [subject, String(year), value, limit, word('verdict', verdict)]),
    }),
  });
}

/// The course of a summary metric of all variants; `moreText` follows its sentence, `moreRows` those of its table, and
/// `options` go to the chart.
export function metricFigure(context, name, id, {moreText = '', moreRows = [], ...options} = {}) {
  const {data} = context;
  const metric = metricOf(data.sections.summary, name);
  const {unit} = shown(metric);
  const series = variantSeries(data, courses(data.sections.summary, metric));
  const table = yearTable(series, data.years, label(metric), unit);
  return figure(context, {
    id, title: () => t('course.over-years', {figure: label(metric)}),
    sentence: () => `${describeLines(series, data.years, unit)} ${moreText}`.trim(),
    legend: () => legendOf(series), chart: (width, hidden) => lines({series, x: data.years, unit, hidden, ...options}),
    table: () => ({...table, rows: [...table.rows, ...moreRows]}),
  });
}

export const efficiency = {
  id: 'efficiency',
  needs: ['summary'],
  title: () => t('title.efficiency'),
  draw: (context) => [
    metricFigure(context, 'pue', 'pue', {zero: false}),
    context.data.sections.efficiency ? centersUnderLaw(context) : null,
    metricFigure(context, 'co2_location_t', 'co2-location'),
    metricFigure(context, 'co2_market_t', 'co2-market'),
    metricFigure(context, 'co2_embodied_t', 'co2-embodied'),
  ],
};
