/// Round trips in closed form: by year and variant, and over the workplaces, against what classes of servers bear.

import {yearControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {list, num, percent, said, t, withUnit} from '../base/text.js';
import {legendOf, lines, variantSeries} from '../charts/lines.js';
import {metricFigure} from './efficiency.js';

const ms = 'ms';
const reach = 1.5;  // limits further above the highest value would press the lines to the ground

const classesOf = ({classes}) => (classes.length === 1 ? said(classes[0]) : t('latency.classes', {count: num(classes.length)}));
const limitName = (limit) => `${withUnit(limit.ms, ms)} (${classesOf(limit)})`;

/// The limits that a chart up to `highest` shows as rules from `from` to `to`: the strictest, and those within reach.
const rulesOf = (limits, highest, from, to) => limits.filter((limit, i) => i === 0 || limit.ms <= reach * highest)
  .map((limit) => ({value: limit.ms, from, to, label: limitName(limit)}));

const highestOf = (rows) => Math.max(0, ...rows.flat().filter(Number.isFinite));

const limitsNote = (limits) => (limits.length === 0 ? '' : t('latency.limits', {
  list: limits.map((limit) => `${withUnit(limit.ms, ms)}: ${list(limit.classes.map(said))}`).join('; '),
}));

/// What share of the workplaces lies above the strictest limit, in the variant with most of them.
function beyondSentence(data, limits, shares) {
  const known = data.variants.map(({id}, i) => ({id, share: shares[i]?.[0]})).filter(({share}) => Number.isFinite(share))
    .sort((a, b) => b.share - a.share);
  if (known.length === 0) return '';
  const limit = limitName(limits[0]);
  return known[0].share === 0 ? t('latency.none-beyond', {limit}) : t('latency.beyond', {limit, variant: known[0].id, share: percent(known[0].share)});
}

function placesFigure(context) {
  const {data, state} = context;
  const {steps, quantiles, limits, beyond} = data.sections.latency;
  const x = Array.from({length: steps + 1}, (_, i) => (100 * i) / steps);
  const series = () => variantSeries(data, quantiles.map((years) => years[state.get('year')]));
  const shares = () => beyond.map((years) => years[state.get('year')]);
  return figure(context, {
    id: 'latency-places', title: () => t('latency.places', {year: data.years[state.get('year')]}), uses: ['year'], controls: [yearControl(context)],
    sentence: () => {
      const known = series().filter(({values}) => values.length > 0).sort((a, b) => b.values[steps] - a.values[steps]);
      if (known.length === 0) return t('alt.none');
      return [t('latency.sentence', {variant: known[0].label, high: withUnit(known[0].values[steps], ms), middle: withUnit(known[0].values[steps / 2], ms)}),
              limits.length > 0 ? beyondSentence(data, limits, shares()) : ''].join(' ').trim();
    },
    legend: () => legendOf(series()),
    chart: (width, hidden) => lines({
      series: series(), x, unit: ms, hidden, xTitle: t('latency.percent-of-workplaces'),
      limits: rulesOf(limits, highestOf(series().map(({values}) => values)), x[0], x.at(-1)),
    }),
    note: () => `${t('latency.note')} ${limitsNote(limits)}`.trim(),
    table: () => ({
      columns: [{title: t('latency.percent-of-workplaces'), kind: 'head'},
                ...series().map(({label}) => ({title: `${label} [ms]`, kind: 'number', show: (value) => (typeof value === 'string' ? value : num(value))}))],
      rows: [...x.map((share, i) => [`${share} %`, ...series().map(({values}) => values[i] ?? null)]),
             ...limits.map((limit, i) => [t('latency.above', {limit: limitName(limit)}), ...shares().map((values) => percent(values[i]))])],
    }),
  });
}

function courseFigure(context) {
  const {data} = context;
  const {limits} = data.sections.latency;
  const {values} = data.sections.summary;
  return metricFigure(context, 'latency_p95_ms', 'latency-p95', {
    limits: rulesOf(limits, highestOf(values.latency_p95_ms), data.years[0], data.years.at(-1)),
    moreText: limits.length > 0 ? t('latency.strictest', {limit: limitName(limits[0])}) : '',
    moreRows: limits.map((limit) => [t('latency.limit', {limit: limitName(limit)}), ...data.years.map(() => limit.ms)]),
  });
}

export const latency = {
  id: 'latency',
  needs: ['latency', 'summary'],
  title: () => t('title.latency'),
  draw: (context) => [
    courseFigure(context),
    metricFigure(context, 'latency_p50_ms', 'latency-p50'),
    metricFigure(context, 'latency_over_limit_share', 'latency-over'),
    placesFigure(context),
  ],
};
