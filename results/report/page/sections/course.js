/// Key figures of all variants in a year, and the course of one figure over the years.

import {figure} from '../base/figure.js';
import {yearControl} from '../base/controls.js';
import {label, labelWithUnit, scaled, shown, t} from '../base/text.js';
import {describeLines, legendOf, lines, variantSeries, yearTable} from '../charts/lines.js';

const keyNames = ['servers_placed', 'servers_refused', 'physical_servers', 'hosts', 'racks', 'it_power_peak_kw', 'grid_power_peak_kw',
  'energy_grid_mwh', 'pue', 'co2_location_t', 'cost_total_eur', 'latency_p95_ms', 'rules_missed'];

export const metricOf = (section, name) => section.metrics.find((metric) => metric.name === name);

/// The values of a summary metric, in the unit shown.
export const courses = (section, metric) => section.values[metric.name]
  .map((years) => years.map((value) => scaled(value, shown(metric).factor)));

export const course = {
  id: 'course',
  needs: ['summary'],
  title: () => t('title.course'),
  draw(context) {
    const {data, state} = context;
    const section = data.sections.summary;
    const keys = keyNames.map((name) => metricOf(section, name)).filter(Boolean);
    if (!state.get('metric')) state.set('metric', 'energy_grid_mwh');
    const chosen = () => metricOf(section, state.get('metric'));
    const series = () => variantSeries(data, courses(section, chosen()));
    return [
      figure(context, {
        id: 'figures', title: () => t('course.key', {year: data.years[state.get('year')]}), uses: ['year'],
        controls: [yearControl(context)], sentence: () => t('course.key-sentence'), open: true,
        table: () => ({
          columns: [{title: t('word.figure'), kind: 'head'}, ...data.variants.map(({id}) => ({title: id, kind: 'number'}))],
          rows: keys.map((metric) => [labelWithUnit(metric), ...courses(section, metric).map((years) => years[state.get('year')])]),
        }),
      }),
      figure(context, {
        id: 'course-figure', title: () => t('course.over-years', {figure: label(chosen())}), uses: ['metric'],
        controls: [{kind: 'select', key: 'metric', label: t('word.figure'),
                    options: section.metrics.map((metric) => ({value: metric.name, label: labelWithUnit(metric)}))}],
        sentence: () => describeLines(series(), data.years, shown(chosen()).unit),
        legend: () => legendOf(series()),
        chart: (width, hidden) => lines({series: series(), x: data.years, unit: shown(chosen()).unit, hidden}),
        table: () => yearTable(series(), data.years, label(chosen()), shown(chosen()).unit),
      }),
    ];
  },
};
