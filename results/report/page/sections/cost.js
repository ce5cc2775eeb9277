/// Yearly cost and what it is made of, what is paid and bought in which year, and what all of it is worth today.

import * as colours from '../base/colours.js';
import {variantControl, yearControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {scaled, t, withUnit, word} from '../base/text.js';
import {columns} from '../charts/columns.js';
import {stack, stackLegend} from '../charts/stack.js';
import {metricFigure} from './efficiency.js';
import {rowsOf, tableFigure, yearChoice} from './engine.js';

const keys = ['energy', 'hardware', 'licences', 'building', 'staff', 'network', 'change'];
const millions = (value) => scaled(value, 1e-6);
const sum = (values) => values.reduce((all, value) => all + (value ?? 0), 0);
const numeric = (title, unit) => ({title: `${title} [${unit}]`, kind: 'number'});
const span = ({years}) => ({from: years[0], to: years.at(-1)});

/// Which bar is lowest and which highest.
function extremes(bars, unit) {
  const sorted = bars.filter(({total}) => total > 0).sort((a, b) => a.total - b.total);
  return sorted.length === 0 ? t('alt.none') : t('cost.sentence', {
    low: sorted[0].label, lowValue: withUnit(sorted[0].total, unit), high: sorted.at(-1).label, highValue: withUnit(sorted.at(-1).total, unit),
  });
}

function costParts(context, unit) {
  const {data, state} = context;
  const {values} = data.sections.summary;
  const parts = () => keys.map((key) => ({key, label: t(`cost.${key}`), short: t(`cost.${key}-short`), colour: colours.costs[key]}));
  const read = (name, variant) => millions(values[`cost_${name}_eur`][variant][state.get('year')]);
  const bars = () => data.variants.map(({id}, i) => ({
    label: id, parts: Object.fromEntries(keys.map((key) => [key, read(key, i)])), total: read('total', i),
  }));
  return figure(context, {
    id: 'cost-parts', title: () => t('cost.parts', {year: data.years[state.get('year')]}), uses: ['year'], controls: [yearControl(context)],
    sentence: () => extremes(bars(), unit),
    legend: () => stackLegend(parts()), chart: (width, hidden) => stack({bars: bars(), parts: parts(), unit, hidden, width}),
    note: () => t('cost.note'),
    table: () => ({
      columns: [{title: t('word.variant'), kind: 'head'}, ...parts().map(({label}) => numeric(label, unit)), numeric(t('cost.total'), unit)],
      rows: bars().map((bar) => [bar.label, ...keys.map((key) => bar.parts[key]), bar.total]),
    }),
  });
}

/// What the variant chosen pays in each year: running costs, and purchases on top of them.
function cashFlow(context, unit) {
  const {data, state} = context;
  const course = (name) => data.sections.cost.variants[state.get('variant')].budget[`${name}_eur`].map(millions);
  const parts = () => ['running', 'purchases'].map((key) => ({key, label: t(`cost.${key}`), colour: colours.payments[key], values: course(key)}));
  const inTable = ['purchases', 'running', 'cash_flow', 'depreciation', 'written_off', 'closing'];
  return figure(context, {
    id: 'cost-cash', title: () => t('cost.cash'), uses: ['variant'], controls: [variantControl(context)],
    sentence: () => {
      const paid = course('cash_flow');
      const most = Math.max(...paid.filter(Number.isFinite));
      return sum(paid) === 0 ? t('alt.none') : t('cost.cash-sentence', {
        ...span(data), variant: data.variants[state.get('variant')].id, paid: withUnit(sum(paid), unit), bought: withUnit(sum(course('purchases')), unit),
        year: data.years[paid.indexOf(most)], most: withUnit(most, unit),
      });
    },
    legend: () => stackLegend(parts()), chart: (width, hidden) => columns({years: data.years, parts: parts(), unit, hidden, width}),
    note: () => t('cost.cash-note', span(data)),
    table: () => {
      const perWorkplace = data.sections.cost.variants[state.get('variant')].budget.cash_flow_per_workplace_eur;
      const courses = inTable.map(course);
      return {
        columns: [{title: t('control.year'), kind: 'head'}, ...inTable.map((name) => numeric(t(`cost.${name.replace('_', '-')}`), unit)),
                  numeric(t('cost.per-workplace'), 'EUR')],
        rows: data.years.map((year, i) => [String(year), ...courses.map((values) => values[i]), perWorkplace[i]]),
      };
    },
  });
}

/// All payments of the years as one value at their beginning.
function capitalValue(context, unit) {
  const {data} = context;
  const budgets = data.sections.cost.variants.map(({budget}) => budget);
  const bars = () => data.variants.map(({id}, i) => {
    const total = millions(budgets[i].capital_value_eur.at(-1));
    return {label: id, parts: {capital: total}, total};
  });
  const parts = () => [{key: 'capital', label: t('cost.capital-value'), short: '', colour: colours.payments.capital}];
  return figure(context, {
    id: 'cost-capital', title: () => t('cost.capital', span(data)), sentence: () => extremes(bars(), unit),
    legend: () => stackLegend(parts()), chart: (width, hidden) => stack({bars: bars(), parts: parts(), unit, hidden, width}),
    note: () => t('cost.capital-note', span(data)),
    table: () => ({
      columns: [{title: t('word.variant'), kind: 'head'}, numeric(t('cost.capital-value'), unit), numeric(t('cost.cash-flow'), unit), numeric(t('cost.closing'), unit)],
      rows: bars().map(({label, total}, i) => [label, total, millions(sum(budgets[i].cash_flow_eur)), millions(budgets[i].closing_eur.at(-1))]),
    }),
  });
}

/// What the variant chosen buys, by kind and year.
function purchases(context, unit) {
  const {data, state} = context;
  const rows = () => data.sections.cost.variants[state.get('variant')].purchases
    .map(({kind, eur}) => ({label: word('cost_kind', kind), values: eur.map(millions), total: millions(sum(eur))}));
  return figure(context, {
    id: 'cost-purchases', title: () => t('cost.purchases-table'), uses: ['variant'], controls: [variantControl(context)],
    sentence: () => {
      const all = rows();
      const variant = data.variants[state.get('variant')].id;
      return all.length === 0 ? t('cost.no-purchases', {variant}) : t('cost.purchases-sentence', {
        ...span(data), variant, paid: withUnit(sum(all.map(({total}) => total)), unit), kind: all[0].label, most: withUnit(all[0].total, unit),
      });
    },
    table: () => ({
      columns: [{title: `${t('cost.kind')} [${unit}]`, kind: 'head'}, ...data.years.map((year) => ({title: String(year), kind: 'number'})), {title: t('cost.total'), kind: 'number'}],
      rows: rows().map(({label, values, total}) => [label, ...values, total]),
    }),
  });
}

/// Who runs centers: what clients have there, what it costs and brings in, and the positions it takes.
function operators(context) {
  const rows = rowsOf(context, 'operators');
  return rows ? tableFigure(context, rows, {
    id: 'cost-operators', title: t('cost.operators'), wanted: {year: 'operatorYear'}, controls: [yearChoice(context, rows, 'operatorYear')], uses: ['operatorYear'],
  }) : null;
}

export const cost = {
  id: 'cost',
  needs: ['summary'],
  title: () => t('title.cost'),
  draw(context) {
    const unit = t('unit.million-eur');
    const money = context.data.sections.cost ? [cashFlow, capitalValue, purchases] : [];  // not in older files
    return [metricFigure(context, 'cost_total_eur', 'cost-total'), costParts(context, unit), ...money.map((draw) => draw(context, unit)), operators(context)];
  },
};
