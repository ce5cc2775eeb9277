/// What the sections on draws share: of a sweep, or of a run that was made with draws beside it.

import {Rows} from '../../base/rows.js';
import {labelWithUnit, scaled, shown, t, word} from '../../base/text.js';

export const sweepOf = ({data}) => data.sections.sweep;

/// A row table of the sweep.
export const tableOf = (context, name) => {
  const columns = sweepOf(context).tables[name];
  return columns ? new Rows(columns, context.data) : null;
};

export const combinationName = (context, number) => sweepOf(context).keys
  .map((key, i) => `${key} = ${sweepOf(context).combinations[number][i]}`).join(', ');

/// A choice of the shared state that begins with `first`.
function choice(context, key, label, options, first = options[0]?.value) {
  if (!options.some(({value}) => value === context.state.get(key))) context.state.set(key, first);
  return {kind: 'select', key, label, options};
}

export const combinationControl = (context) => choice(context, 'combination', t('draws.combination'),
  sweepOf(context).combinations.map((_, value) => ({value, label: combinationName(context, value)})));

/// Index of a variant's id among the variants; rows name variants by their ids.
export const variantId = (context) => context.data.variants[context.state.get('variant')].id;

export const outcomeOf = (context, name) => sweepOf(context).outcomes.find((outcome) => outcome.name === name);
export const outcomeLabel = (context, name) => {
  const outcome = outcomeOf(context, name);
  return outcome ? labelWithUnit(outcome) : word('sweep-outcome', name);
};
export const outcomeControl = (context, key, names, first = 'cost_total_eur') => choice(context, key, t('word.figure'),
  names.map((value) => ({value, label: outcomeLabel(context, value)})), names.includes(first) ? first : names[0]);

/// Different values of a column, in the order of the rows.
export const valuesOf = (rows, column) => [...new Set(rows.numbers().map((row) => rows.value(column, row)))];

export const yearLabel = (year) => (String(year) === '0' ? t('draws.all-years') : String(year));
export const yearControlOf = (context, rows, key) => choice(context, key, t('control.year'),
  valuesOf(rows, 'year').map((value) => ({value, label: yearLabel(value)})));
export const wordControl = (context, key, label, group, values) => choice(context, key, label,
  values.map((value) => ({value, label: word(group, value)})));

/// Rows that have the values wanted: {column: value}.
export const picked = (rows, wanted) => rows.numbers().filter((row) => Object.entries(wanted)
  .every(([column, value]) => String(rows.value(column, row)) === String(value)));

/// Numbers of an outcome in the unit shown.
export const inUnit = (outcome, values) => values?.map((value) => scaled(value, shown(outcome).factor));
export const percentOf = (share) => scaled(share, 100);

/// A value as a study writes it, its digits cut to four: "140.95445115 EUR" is "141 EUR".
export const brief = (text) => text.replace(/\d+\.\d{3,}/g, (digits) => String(Number(Number(digits).toPrecision(4))));

/// Whether the page has several combinations, and how many it leaves out.
export const leftOut = (context) => (sweepOf(context).left_out > 0 ? t('draws.left-out', {count: sweepOf(context).left_out, shown: sweepOf(context).combinations.length}) : '');
