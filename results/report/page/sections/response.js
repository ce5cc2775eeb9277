/// Response times of the event engine: per variant and kind of transaction, on typical days.

import {figure} from '../base/figure.js';
import {capital, num, percent, t, withUnit, word} from '../base/text.js';
import {ranges} from '../charts/ranges.js';
import {rowsOf, rowsTable, tableFigure, valueControl, yearChoice} from './engine.js';

const ms = 'ms';

export const response = {
  id: 'response',
  needs: ['events.latency_days'],
  title: () => t('title.response'),
  draw(context) {
    const {state, data} = context;
    const rows = rowsOf(context, 'latency_days');
    const controls = [yearChoice(context, rows, 'responseYear'), valueControl(context, rows, 'day', 'responseDay', t('engine.day'), {prefix: 'day', first: 'year'}),
                      valueControl(context, rows, 'transaction', 'transaction', t('engine.transaction'), {first: word('transaction', 'all')})];
    const uses = ['responseYear', 'responseDay', 'transaction'];
    const picked = () => rows.numbers().filter((row) => (
      String(rows.value('year', row)) === state.get('responseYear') && String(rows.value('day', row)) === state.get('responseDay')
      && String(rows.value('transaction', row)) === state.get('transaction')));
    const kinds = rowsOf(context, 'transactions');
    const threshold = () => {
      const row = kinds?.numbers().find((one) => [kinds.value('name_de', one), kinds.value('name_en', one)].includes(state.get('transaction')));
      return row === undefined ? undefined : kinds.raw('threshold_ms', row) ?? undefined;
    };
    const bars = () => picked().map((row) => {
      const [p50, p95, p99] = ['p50_ms', 'p95_ms', 'p99_ms'].map((name) => rows.raw(name, row));
      const limit = threshold();
      return {label: `${rows.value('variant', row)}: p95 ${withUnit(p95, ms)}`, from: p50, to: p99, mark: p95, limit, over: limit !== undefined && p95 > limit,
              tip: {title: rows.value('variant', row), p50: withUnit(p50, ms), p95: withUnit(p95, ms), p99: withUnit(p99, ms),
                    [t('response.over')]: percent(rows.raw('over_threshold', row))}};
    });
    const links = rowsOf(context, 'busy_links');
    const places = rowsOf(context, 'latency_administrations');
    return [
      figure(context, {
        id: 'response-times', title: () => t('response.title', {transaction: capital(state.get('transaction')), year: state.get('responseYear')}), uses, controls,
        sentence: () => {
          const sorted = picked().filter((row) => Number.isFinite(rows.raw('p95_ms', row))).sort((a, b) => rows.raw('p95_ms', b) - rows.raw('p95_ms', a));
          return sorted.length === 0 ? t('alt.none') : t('response.sentence', {
            day: capital(word('day', state.get('responseDay'))), slow: rows.value('variant', sorted[0]), slowValue: withUnit(rows.raw('p95_ms', sorted[0]), ms),
            fast: rows.value('variant', sorted.at(-1)), fastValue: withUnit(rows.raw('p95_ms', sorted.at(-1)), ms),
          });
        },
        chart: (width) => ranges({rows: bars(), unit: ms, width}), note: () => t('response.note'),
        table: () => {
          const table = rowsTable(rows, picked());
          return {columns: [{title: t('word.variant'), kind: 'head'}, ...table.columns.map((column) => ({...column, kind: column.kind === 'head' ? 'text' : column.kind}))],
                  rows: table.rows.map((line, i) => [rows.value('variant', picked()[i]), ...line])};
        },
      }),
      places ? tableFigure(context, places, {id: 'response-places', title: t('response.places'), wanted: {year: 'responseYear', transaction: 'transaction'},
                                             controls: [controls[0], controls[2]], uses, sentence: (found) => (found.length === 0 ? t('response.places-all') : t('response.places-sentence', {count: num(found.length)}))}) : null,
      links ? tableFigure(context, links, {id: 'busy-links', title: t('response.links'), wanted: {year: 'responseYear'}, controls: [controls[0]], uses}) : null,
    ].filter(() => data.variants.length > 0);
  },
};
