/// Row-like outcomes come as columns, each text once (results/report/page/row_table.hpp).

import {said, shown, t} from './text.js';

export class Rows {
  constructor(columns, data) {
    this.columns = columns;
    this.data = data;
    this.byName = Object.fromEntries(columns.map((column) => [column.name, column]));
    this.count = columns[0].values.length;
  }
  numbers() { return Array.from({length: this.count}, (_, i) => i); }
  raw(name, row) { return this.byName[name].values[row]; }
  /// What people read: names instead of numbers.
  value(name, row) {
    const column = this.byName[name];
    const value = column.values[row];
    switch (column.kind) {
      case 'variant': return this.data.variants[value].id;
      case 'flag': return value ? t('word.yes') : t('word.no');
      case 'integer': return String(value);
      case 'number': return value;
      default: return said(column.texts[value]);
    }
  }
  column(name, title) {
    const {kind, unit} = this.byName[name];
    return {title: title ?? (unit ? `${said(this.byName[name])} [${shown(this.byName[name]).unit}]` : said(this.byName[name])),
            kind: kind === 'number' ? 'number' : 'text'};
  }
  /// A table of the columns named, of the rows that pass.
  table(names, pass = () => true) {
    const columns = names.map(([name, title]) => this.column(name, title));
    return {columns, rows: this.numbers().filter(pass).map((row) => names.map(([name]) => this.value(name, row)))};
  }
}
