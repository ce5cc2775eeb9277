/// How often something runs out or is missed in a year, and how often each variant is the best.

import {look} from '../../base/colours.js';
import {figure} from '../../base/figure.js';
import {list, num, t, word} from '../../base/text.js';
import {intervals} from '../../charts/intervals.js';
import {legendOf, lines} from '../../charts/lines.js';
import {combinationControl, percentOf, picked, tableOf, valuesOf, wordControl} from './draws.js';

const isBest = (what) => what.startsWith('least-');
const percentText = (share) => `${num(percentOf(share), 3)} %`;

function byYear(context, rows) {
  const {data, state} = context;
  const kinds = valuesOf(rows, 'what').filter((what) => !isBest(what));
  if (kinds.length === 0) return null;
  const controls = [wordControl(context, 'chance', t('draws.what'), 'sweep-chance', kinds), combinationControl(context)];
  const of = (id) => picked(rows, {what: state.get('chance'), combination: state.get('combination'), variant: id});
  const series = () => data.variants.map(({id}, i) => {
    const shares = new Map(of(id).map((row) => [rows.raw('year', row), percentOf(rows.raw('share', row))]));
    return {key: id, label: id, look: look(i), values: data.years.map((year) => shares.get(year) ?? null)};
  });
  const anyYear = (id) => of(id).find((row) => rows.raw('year', row) === 0);
  return figure(context, {
    id: 'chances-years', title: () => t('draws.chance', {what: word('sweep-chance', state.get('chance'))}), uses: ['chance', 'combination'], controls,
    sentence: () => {
      const known = data.variants.map(({id}) => [id, anyYear(id)]).filter(([, row]) => row !== undefined);
      return known.length === 0 ? t('alt.none') : t('draws.chance-sentence', {values: list(known.map(([id, row]) => `${id} ${percentText(rows.raw('share', row))}`))});
    },
    legend: () => legendOf(series()),
    chart: (width, hidden) => lines({series: series(), x: data.years, unit: '%', hidden}),
    note: () => t('draws.interval-note'),
    table: () => ({
      columns: [{title: t('word.variant'), kind: 'head'}, {title: t('control.year'), kind: 'text'}, {title: t('draws.share'), kind: 'number'}, {title: t('draws.interval-low'), kind: 'number'}, {title: t('draws.interval-high'), kind: 'number'}],
      rows: data.variants.flatMap(({id}) => of(id).map((row) => [id, rows.raw('year', row) === 0 ? t('draws.any-year') : String(rows.raw('year', row)),
                                                                 ...['share', 'low', 'high'].map((name) => percentOf(rows.raw(name, row)))])),
    }),
  });
}

function best(context, rows) {
  const {data, state} = context;
  const kinds = valuesOf(rows, 'what').filter(isBest);
  if (kinds.length === 0) return null;
  const controls = [wordControl(context, 'best', t('draws.what'), 'sweep-chance', kinds), combinationControl(context)];
  const shown = () => picked(rows, {what: state.get('best'), combination: state.get('combination')}).map((row) => {
    const [value, low, high] = ['share', 'low', 'high'].map((name) => percentOf(rows.raw(name, row)));
    return {label: rows.value('variant', row), value, low, high, tip: {title: rows.value('variant', row), [t('draws.share')]: `${num(value, 3)} %`, '95 %': `${num(low, 3)} – ${num(high, 3)} %`}};
  });
  return figure(context, {
    id: 'chances-best', title: () => t('draws.best', {what: word('sweep-chance', state.get('best'))}), uses: ['best', 'combination'], controls,
    sentence: () => (shown().length === 0 ? t('draws.no-best') : t('draws.best-sentence', {values: list(shown().map(({label, value}) => `${label} ${num(value, 3)} %`)), variants: num(data.variants.length)})),
    chart: (width) => intervals({rows: shown(), unit: '%', width, bars: true, domain: [0, 100]}),
    note: () => t('draws.best-note'),
    table: () => ({columns: [{title: t('word.variant'), kind: 'head'}, {title: t('draws.share'), kind: 'number'}, {title: t('draws.interval-low'), kind: 'number'}, {title: t('draws.interval-high'), kind: 'number'}],
                   rows: shown().map(({label, value, low, high}) => [label, value, low, high])}),
  });
}

export const chances = {
  id: 'chances',
  needs: ['sweep.tables.chances'],
  title: () => t('title.chances'),
  draw(context) {
    const rows = tableOf(context, 'chances');
    return [byYear(context, rows), best(context, rows)];
  },
};
