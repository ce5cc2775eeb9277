/// Round trips in closed form: by year and variant, and over the workplaces.

import {yearControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {t, withUnit} from '../base/text.js';
import {legendOf, lines, variantSeries} from '../charts/lines.js';
import {metricFigure} from './efficiency.js';

export const latency = {
  id: 'latency',
  needs: ['latency', 'summary'],
  title: () => t('title.latency'),
  draw(context) {
    const {data, state} = context;
    const {steps, quantiles} = data.sections.latency;
    const x = Array.from({length: steps + 1}, (_, i) => (100 * i) / steps);
    const series = () => variantSeries(data, quantiles.map((years) => years[state.get('year')]));
    return [
      metricFigure(context, 'latency_p95_ms', 'latency-p95'),
      metricFigure(context, 'latency_p50_ms', 'latency-p50'),
      metricFigure(context, 'latency_over_limit_share', 'latency-over'),
      figure(context, {
        id: 'latency-places', title: () => t('latency.places', {year: data.years[state.get('year')]}), uses: ['year'], controls: [yearControl(context)],
        sentence: () => {
          const known = series().filter(({values}) => values.length > 0).sort((a, b) => b.values[steps] - a.values[steps]);
          return known.length === 0 ? t('alt.none')
            : t('latency.sentence', {variant: known[0].label, high: withUnit(known[0].values[steps], 'ms'), middle: withUnit(known[0].values[steps / 2], 'ms')});
        },
        legend: () => legendOf(series()),
        chart: (width, hidden) => lines({series: series(), x, unit: 'ms', hidden, xTitle: t('latency.percent-of-workplaces')}),
        note: () => t('latency.note'),
        table: () => ({
          columns: [{title: t('latency.percent-of-workplaces'), kind: 'head'}, ...series().map(({label}) => ({title: `${label} [ms]`, kind: 'number'}))],
          rows: x.map((share, i) => [`${share} %`, ...series().map(({values}) => values[i] ?? null)]),
        }),
      }),
    ];
  },
};
