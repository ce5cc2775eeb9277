/// What moves cost, energy and CO2 furthest where each figure by itself is low or high.

import {ends as endColours} from '../../base/colours.js';
import {variantControl} from '../../base/controls.js';
import {figure} from '../../base/figure.js';
import {num, scaled, t, word} from '../../base/text.js';
import {stackLegend} from '../../charts/stack.js';
import {tornado as tornadoChart} from '../../charts/tornado.js';
import {brief, combinationControl, picked, tableOf, valuesOf, variantId, wordControl} from './draws.js';

const most = 20;
const relative = (value, base) => (base === 0 ? null : scaled(value / base - 1, 100));

export const tornado = {
  id: 'tornado',
  needs: ['sweep.tables.tornado'],
  title: () => t('title.tornado'),
  draw(context) {
    const {state} = context;
    const rows = tableOf(context, 'tornado');
    const controls = [variantControl(context), wordControl(context, 'aim', t('word.figure'), 'sweep-outcome', valuesOf(rows, 'outcome')), combinationControl(context)];
    const all = () => picked(rows, {variant: variantId(context), outcome: state.get('aim'), combination: state.get('combination')}).map((row) => {
      const [key, from, to] = ['key', 'low', 'high'].map((name) => brief(rows.value(name, row)));
      const [low, high] = ['at_low', 'at_high'].map((name) => relative(rows.raw(name, row), rows.raw('base', row)));
      return {label: `${key}: ${from} … ${to}`, key, from, to, low, high, tip: {[from]: `${num(low, 3)} %`, [to]: `${num(high, 3)} %`}};
    }).sort((a, b) => Math.max(Math.abs(b.low), Math.abs(b.high)) - Math.max(Math.abs(a.low), Math.abs(a.high)));
    const ends = () => ['low', 'high'].map((key) => ({key, label: t(`draws.end-${key}`), colour: endColours[key]}));
    return figure(context, {
      id: 'tornado-figure', title: () => t('draws.tornado', {figure: word('sweep-outcome', state.get('aim')), variant: variantId(context)}), uses: ['variant', 'aim', 'combination'], controls,
      sentence: () => (all().length === 0 ? t('draws.no-spread') : t('draws.tornado-sentence', {key: all()[0].key, from: all()[0].from, low: num(all()[0].low, 3), to: all()[0].to, high: num(all()[0].high, 3)})),
      legend: () => stackLegend(ends()),
      chart: (width, hidden) => tornadoChart({rows: all().slice(0, most), unit: '%', width, hidden}),
      note: () => (all().length > most ? t('draws.more-in-table', {count: all().length - most}) : ''),
      table: () => ({
        columns: [{title: t('draws.key'), kind: 'head'}, {title: t('draws.end-low'), kind: 'text'}, {title: t('draws.end-high'), kind: 'text'}, {title: `${t('draws.at-low')} [%]`, kind: 'number'}, {title: `${t('draws.at-high')} [%]`, kind: 'number'}],
        rows: all().map(({key, from, to, low, high}) => [key, from, to, low, high]),
      }),
    });
  },
};
