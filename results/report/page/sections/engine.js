/// What the sections of the event and availability engines share: their outcomes come as row tables.

import {variantControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {Rows} from '../base/rows.js';
import {num, t, word} from '../base/text.js';

export const rowsOf = (context, table) => {
  const columns = context.data.sections.events?.[table];
  return columns ? new Rows(columns, context.data) : null;
};

/// A select of the values that a column takes.
export function valueControl(context, rows, column, key, label, options = {}) {
  const values = [...new Set(rows.numbers().map((row) => String(rows.value(column, row))))].sort();
  if (!values.includes(context.state.get(key))) context.state.set(key, options.last ? values.at(-1) : values.includes(options.first) ? options.first : values[0]);
  return {kind: 'select', key, label, options: values.map((value) => ({value, label: options.prefix ? word(options.prefix, value) : value}))};
}
export const yearChoice = (context, rows, key) => valueControl(context, rows, 'year', key, t('control.year'), {last: true});

/// Rows of the chosen variant in which each column has the value chosen: {column: state key}.
export const chosen = (context, rows, wanted = {}) => rows.numbers().filter((row) => (
  !('variant' in rows.byName) || rows.raw('variant', row) === context.state.get('variant'))
  && Object.entries(wanted).every(([column, key]) => String(rows.value(column, row)) === context.state.get(key)));

const hiddenColumns = ['text', 'text_de', 'text_en', 'name_de', 'name_en', 'variant'];

/// All columns of rows, as a table.
export const rowsTable = (rows, picked) => ({
  columns: rows.columns.filter(({name}) => !hiddenColumns.includes(name)).map(({name}, i) => ({...rows.column(name), ...(i === 0 ? {kind: 'head'} : {})})),
  rows: picked.map((row) => rows.columns.filter(({name}) => !hiddenColumns.includes(name)).map(({name}) => {
    const value = rows.value(name, row);
    return typeof value === 'string' ? word(name, value) : value;
  })),
});

/// A figure that is only a table.
export function tableFigure(context, rows, {id, title, wanted = {}, controls = [], uses = [], sentence}) {
  const picked = () => chosen(context, rows, wanted);
  const hasVariant = 'variant' in rows.byName;
  return figure(context, {
    id, title: () => title, uses: [...(hasVariant ? ['variant'] : []), ...uses],
    controls: [...(hasVariant ? [variantControl(context)] : []), ...controls],
    sentence: () => (sentence ? sentence(picked()) : picked().length === 0 ? t('engine.no-rows') : t('engine.rows', {count: num(picked().length)})), table: () => rowsTable(rows, picked()),
  });
}
