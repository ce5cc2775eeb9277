/// This run beside another one.

import {look} from '../base/colours.js';
import {yearControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {labelWithUnit, scaled, short, shown, t, label, num} from '../base/text.js';
import {legendOf, lines, yearTable, describeLines} from '../charts/lines.js';

export const against = {
  id: 'against',
  needs: ['against'],
  title: () => t('title.against'),
  draw(context) {
    const {data, state} = context;
    const section = data.sections.against;
    if (!state.get('againstMetric')) state.set('againstMetric', 'energy_grid_mwh');
    const chosen = () => section.metrics.find(({name}) => name === state.get('againstMetric'));
    const value = (metric, column, year) => scaled(section.values[metric.name][column][year], shown(metric).factor);
    const series = () => section.columns.map(({label: text}, i) => ({
      key: text, label: short(text, 40), look: look(i), values: data.years.map((_, year) => value(chosen(), i, year)),
    }));
    const difference = (metric, column, year) => {
      const [here, there] = [value(metric, column, year), value(metric, section.base, year)];
      return here === null || there === null || column === section.base || there === 0 ? ''
        : ` (${here >= there ? '+' : '−'}${num(Math.abs(100 * (here / there - 1)), 3)} %)`;
    };
    return [
      figure(context, {
        id: 'against-course', title: () => t('course.over-years', {figure: label(chosen())}), uses: ['againstMetric'],
        controls: [{kind: 'select', key: 'againstMetric', label: t('word.figure'),
                    options: section.metrics.map((metric) => ({value: metric.name, label: labelWithUnit(metric)}))}],
        sentence: () => describeLines(series(), data.years, shown(chosen()).unit), legend: () => legendOf(series()),
        chart: (width, hidden) => lines({series: series(), x: data.years, unit: shown(chosen()).unit, hidden}),
        table: () => yearTable(series(), data.years, label(chosen()), shown(chosen()).unit),
      }),
      figure(context, {
        id: 'against-year', title: () => t('against.year', {year: data.years[state.get('year')]}), uses: ['year'], controls: [yearControl(context)],
        sentence: () => t('against.sentence', {base: section.columns[section.base].label, title: short(section.title, 80)}), open: true,
        table: () => ({
          columns: [{title: t('word.figure'), kind: 'head'}, ...section.columns.map(({label: text}) => ({title: text, kind: 'number', show: (shownText) => shownText}))],
          rows: section.metrics.map((metric) => [labelWithUnit(metric), ...section.columns.map((_, i) => (
            num(value(metric, i, state.get('year'))) + difference(metric, i, state.get('year'))))]),
        }),
      }),
    ];
  },
};
