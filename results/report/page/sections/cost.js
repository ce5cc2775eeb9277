/// Yearly cost and what it is made of.

import * as colours from '../base/colours.js';
import {yearControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {scaled, t, withUnit} from '../base/text.js';
import {stack, stackLegend} from '../charts/stack.js';
import {metricFigure} from './efficiency.js';

const keys = ['energy', 'hardware', 'building', 'staff', 'network'];
const perMillion = 1e-6;

export const cost = {
  id: 'cost',
  needs: ['summary'],
  title: () => t('title.cost'),
  draw(context) {
    const {data, state} = context;
    const {values} = data.sections.summary;
    const unit = t('unit.million-eur');
    const parts = () => keys.map((key) => ({key, label: t(`cost.${key}`), short: t(`cost.${key}-short`), colour: colours.costs[key]}));
    const read = (name, variant) => scaled(values[`cost_${name}_eur`][variant][state.get('year')], perMillion);
    const bars = () => data.variants.map(({id}, i) => ({
      label: id, parts: Object.fromEntries(keys.map((key) => [key, read(key, i)])), total: read('total', i),
    }));
    return [
      metricFigure(context, 'cost_total_eur', 'cost-total'),
      figure(context, {
        id: 'cost-parts', title: () => t('cost.parts', {year: data.years[state.get('year')]}), uses: ['year'], controls: [yearControl(context)],
        sentence: () => {
          const sorted = bars().filter(({total}) => total > 0).sort((a, b) => a.total - b.total);
          return sorted.length === 0 ? t('alt.none') : t('cost.sentence', {
            low: sorted[0].label, lowValue: withUnit(sorted[0].total, unit), high: sorted.at(-1).label, highValue: withUnit(sorted.at(-1).total, unit),
          });
        },
        legend: () => stackLegend(parts()), chart: (width, hidden) => stack({bars: bars(), parts: parts(), unit, hidden, width}),
        note: () => t('cost.note'),
        table: () => ({
          columns: [{title: t('word.variant'), kind: 'head'}, ...parts().map(({label}) => ({title: `${label} [${unit}]`, kind: 'number'})),
                    {title: `${t('cost.total')} [${unit}]`, kind: 'number'}],
          rows: bars().map((bar) => [bar.label, ...keys.map((key) => bar.parts[key]), bar.total]),
        }),
      }),
    ];
  },
};
