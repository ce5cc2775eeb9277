/// Nightly backups against their window, and the lag of copies.

import {variantControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {num, t, withUnit} from '../base/text.js';
import {ranges} from '../charts/ranges.js';
import {chosen, rowsOf, rowsTable, tableFigure, yearChoice} from './engine.js';

export const nights = {
  id: 'nights',
  needs: ['events.backups'],
  title: () => t('title.nights'),
  draw(context) {
    const rows = rowsOf(context, 'backups');
    const year = yearChoice(context, rows, 'nightYear');
    const picked = () => chosen(context, rows, {year: 'nightYear'});
    const end = (row) => Math.max(...['local_end_h', 'outside_end_h'].map((name) => rows.raw(name, row)).map((value) => (value === 'inf' ? 24 : value)).filter(Number.isFinite));
    const bars = () => picked().map((row) => ({
      label: `${rows.value('site', row)}: ${withUnit(Number(end(row).toPrecision(3)), 'h')}`, from: 0, to: end(row), limit: rows.raw('window_h', row), over: rows.raw('holds', row) !== 1,
      tip: {title: rows.value('site', row), [t('nights.local')]: withUnit(rows.raw('local_end_h', row), 'h'),
            [t('nights.outside')]: withUnit(rows.raw('outside_end_h', row), 'h'), [t('nights.window')]: withUnit(rows.raw('window_h', row), 'h')},
    })).sort((a, b) => b.to - a.to);
    const lags = rowsOf(context, 'replication');
    return [
      figure(context, {
        id: 'night-windows', title: () => t('nights.title'), uses: ['variant', 'nightYear'], controls: [variantControl(context), year],
        sentence: () => t('nights.sentence', {holds: num(picked().filter((row) => rows.raw('holds', row) === 1).length), all: num(picked().length)}),
        chart: (width) => ranges({rows: bars(), unit: 'h', width, xTitle: t('nights.axis')}), note: () => t('nights.note'), table: () => rowsTable(rows, picked()),
      }),
      lags ? tableFigure(context, lags, {id: 'replication', title: t('nights.replication'), wanted: {year: 'nightYear'}, controls: [year], uses: ['nightYear'],
                                         sentence: (found) => t('nights.lag-sentence', {met: num(found.filter((row) => lags.raw('met', row) === 1).length), all: num(found.length)})}) : null,
    ];
  },
};
