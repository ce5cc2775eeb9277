/// Two variants in the same draws: how far apart they are, and whether they can be told apart.

import {figure} from '../../base/figure.js';
import {num, t, word} from '../../base/text.js';
import {hiddenIntervals, intervals} from '../../charts/intervals.js';
import {combinationControl, percentOf, picked, tableOf, valuesOf, wordControl} from './draws.js';

const signed = (value) => `${value > 0 ? '+' : ''}${num(value, 3)}`;

export const pairs = {
  id: 'pairs',
  needs: ['sweep.tables.pairs'],
  title: () => t('title.pairs'),
  draw(context) {
    const {state} = context;
    const rows = tableOf(context, 'pairs');
    const controls = [wordControl(context, 'aim', t('word.figure'), 'sweep-outcome', valuesOf(rows, 'outcome')), combinationControl(context)];
    const shown = () => picked(rows, {outcome: state.get('aim'), combination: state.get('combination')}).map((row) => {
      const [variant, other] = ['variant', 'other'].map((name) => rows.value(name, row));
      const [low, value, high] = ['difference_p10', 'difference_p50', 'difference_p90'].map((name) => percentOf(rows.raw(name, row)));
      const share = rows.raw('less_share', row);
      const less = share >= 0.5 ? variant : other;
      const most = `${num(percentOf(Math.max(share, 1 - share)), 3)} %`;
      const apart = rows.raw('apart', row) === 1;
      const verdict = t(apart ? 'draws.apart' : 'draws.not-apart', {less, share: most});
      const label = `${t('draws.against', {variant, other})}${apart ? '' : ` – ${t('draws.not-apart-short')}`}`;
      return {label, variant, other, low, value, high, strong: apart, apart, verdict, most,
              tip: {title: t('draws.against', {variant, other}), [t('draws.middle')]: `${signed(value)} %`, '10–90 %': `${signed(low)} – ${signed(high)} %`, [t('draws.verdict')]: verdict}};
    });
    return figure(context, {
      id: 'pairs-figure', title: () => t('draws.pairs', {figure: word('sweep-outcome', state.get('aim'))}), uses: ['aim', 'combination'], controls, open: true,
      sentence: () => t('draws.pairs-sentence', {all: num(shown().length), open: num(shown().filter(({apart}) => !apart).length)}),
      chart: (width) => intervals({rows: shown(), unit: '%', width}),
      note: () => [t('draws.pairs-note'), hiddenIntervals(shown()) > 0 ? t('draws.more-in-table', {count: hiddenIntervals(shown())}) : ''].join(' ').trim(),
      table: () => ({
        columns: [{title: t('word.variant'), kind: 'head'}, {title: t('draws.other'), kind: 'text'}, {title: `${t('draws.low')} [%]`, kind: 'number'}, {title: `${t('draws.middle')} [%]`, kind: 'number'},
                  {title: `${t('draws.high')} [%]`, kind: 'number'}, {title: t('draws.verdict'), kind: 'text'}],
        rows: shown().map(({variant, other, low, value, high, verdict}) => [variant, other, low, value, high, verdict]),
      }),
    });
  },
};
