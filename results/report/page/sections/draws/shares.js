/// How much of the spread of an outcome each group of figures carries (Sobol indices).

import {variantControl} from '../../base/controls.js';
import {figure} from '../../base/figure.js';
import {label, num, t, word} from '../../base/text.js';
import {intervals} from '../../charts/intervals.js';
import {combinationControl, outcomeControl, outcomeOf, percentOf, picked, tableOf, valuesOf, variantId, wordControl, yearControlOf, yearLabel} from './draws.js';

const indices = {total: ['total', 'total_low', 'total_high'], first: ['first_order', 'first_low', 'first_high']};
const bounded = (value) => Math.min(100, Math.max(0, value));

export const shares = {
  id: 'shares',
  needs: ['sweep.tables.sensitivities'],
  title: () => t('title.shares'),
  draw(context) {
    const {state} = context;
    const rows = tableOf(context, 'sensitivities');
    const controls = [variantControl(context), outcomeControl(context, 'shareOutcome', valuesOf(rows, 'outcome')), yearControlOf(context, rows, 'shareYear'),
                      wordControl(context, 'index', t('draws.index'), 'sobol', Object.keys(indices)), combinationControl(context)];
    const of = (row, index) => indices[index].map((name) => percentOf(rows.raw(name, row)));
    const shown = () => picked(rows, {variant: variantId(context), outcome: state.get('shareOutcome'), year: state.get('shareYear'), combination: state.get('combination')})
      .map((row) => {
        const [value, low, high] = of(row, state.get('index')).map(bounded);
        const name = word('sweep-group', rows.value('group', row));
        return {row, label: name, value, low, high, tip: {title: name, [word('sobol', 'total')]: `${num(of(row, 'total')[0], 3)} %`, [word('sobol', 'first')]: `${num(of(row, 'first')[0], 3)} %`,
                                                            '95 %': `${num(low, 3)} – ${num(high, 3)} %`}};
      }).sort((a, b) => b.value - a.value);
    const outcome = () => outcomeOf(context, state.get('shareOutcome'));
    return figure(context, {
      id: 'shares-figure', title: () => t('draws.shares', {figure: outcome() ? label(outcome()) : state.get('shareOutcome'), variant: variantId(context), year: yearLabel(state.get('shareYear'))}),
      uses: ['variant', 'shareOutcome', 'shareYear', 'index', 'combination'], controls,
      sentence: () => (shown().length === 0 ? t('draws.no-spread') : t('draws.shares-sentence', {group: shown()[0].label, share: num(shown()[0].value, 3), low: num(shown()[0].low, 3), high: num(shown()[0].high, 3)})),
      chart: (width) => intervals({rows: shown(), unit: '%', width, bars: true, domain: [0, 100]}),
      note: () => t('draws.shares-note'),
      table: () => ({
        columns: [{title: t('draws.group'), kind: 'head'}, ...['total', 'first'].flatMap((index) => [word('sobol', index), t('draws.interval-low'), t('draws.interval-high')].map((title) => ({title, kind: 'number'})))],
        rows: shown().map(({row, label: name}) => [name, ...of(row, 'total'), ...of(row, 'first')]),
      }),
    });
  },
};
