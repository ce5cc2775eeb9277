/// Downtime over many simulated years, and what causes it.

import {look} from '../base/colours.js';
import {figure} from '../base/figure.js';
import {num, scaled, t, withUnit, word} from '../base/text.js';
import {ranges} from '../charts/ranges.js';
import {stack, stackLegend} from '../charts/stack.js';
import {rowsOf, rowsTable, tableFigure, valueControl, yearChoice} from './engine.js';

const hours = 'h';

export const availability = {
  id: 'availability',
  needs: ['events.availability'],
  title: () => t('title.availability'),
  draw(context) {
    const {state, data} = context;
    const rows = rowsOf(context, 'availability');
    const causes = rowsOf(context, 'availability_causes');
    const places = rowsOf(context, 'availability_administrations');
    const controls = [yearChoice(context, rows, 'availabilityYear'), valueControl(context, rows, 'group', 'group', t('availability.group'), {prefix: 'group', first: 'critical'})];
    const uses = ['availabilityYear', 'group'];
    const matches = (table) => (row) => String(table.value('year', row)) === state.get('availabilityYear') && table.value('group', row) === state.get('group');
    const picked = () => rows.numbers().filter(matches(rows));
    const bars = () => picked().map((row) => ({
      label: `${rows.value('variant', row)}: ${withUnit(rows.raw('downtime_h', row), t('availability.unit'))}`, from: rows.raw('low_h', row), to: rows.raw('high_h', row),
      mark: rows.raw('downtime_h', row), tip: {title: rows.value('variant', row), [t('availability.mean')]: withUnit(rows.raw('downtime_h', row), hours),
        '95 %': `${num(rows.raw('low_h', row))}–${withUnit(rows.raw('high_h', row), hours)}`, [t('availability.outages')]: num(rows.raw('outages', row))},
    }));
    const found = () => causes.numbers().filter(matches(causes));
    const kinds = () => [...new Set(causes.numbers().map((row) => causes.value('cause', row)))].sort();
    const parts = () => kinds().map((key, i) => ({key, label: word('cause', key), short: word('cause', key), colour: look(i).colour}));
    const stacks = () => data.variants.map(({id}, variant) => ({
      label: id, parts: Object.fromEntries(found().filter((row) => causes.raw('variant', row) === variant).map((row) => [causes.value('cause', row), scaled(causes.raw('downtime_h', row), 1)])),
    })).filter(({parts: some}) => Object.keys(some).length > 0);
    return [
      figure(context, {
        id: 'downtime', title: () => t('availability.title', {group: word('group', state.get('group')), year: state.get('availabilityYear')}), uses, controls,
        sentence: () => {
          const sorted = picked().sort((a, b) => rows.raw('downtime_h', a) - rows.raw('downtime_h', b));
          return sorted.length === 0 ? t('alt.none') : t('availability.sentence', {
            best: rows.value('variant', sorted[0]), bestValue: withUnit(rows.raw('downtime_h', sorted[0]), hours),
            worst: rows.value('variant', sorted.at(-1)), worstValue: withUnit(rows.raw('downtime_h', sorted.at(-1)), hours),
          });
        },
        chart: (width) => ranges({rows: bars(), unit: t('availability.unit'), width}), note: () => t('availability.note'),
        table: () => {
          const table = rowsTable(rows, picked());
          return {columns: [{title: t('word.variant'), kind: 'head'}, ...table.columns.map((column) => ({...column, kind: column.kind === 'head' ? 'text' : column.kind}))],
                  rows: table.rows.map((line, i) => [rows.value('variant', picked()[i]), ...line])};
        },
      }),
      causes ? figure(context, {
        id: 'causes', title: () => t('availability.causes', {group: word('group', state.get('group')), year: state.get('availabilityYear')}), uses, controls,
        sentence: () => {
          const sums = kinds().map((key) => [key, found().filter((row) => causes.value('cause', row) === key).reduce((sum, row) => sum + (causes.raw('downtime_h', row) ?? 0), 0)]);
          const [cause] = sums.sort((a, b) => b[1] - a[1])[0] ?? [];
          return cause ? t('availability.causes-sentence', {cause: word('cause', cause)}) : t('alt.none');
        },
        legend: () => stackLegend(parts()), chart: (width, hidden) => (stacks().length ? stack({bars: stacks(), parts: parts(), unit: t('availability.unit'), hidden, width}) : null),
        table: () => ({columns: [{title: t('word.variant'), kind: 'head'}, ...parts().map(({label}) => ({title: `${label} [${hours}]`, kind: 'number'}))],
                       rows: stacks().map(({label, parts: some}) => [label, ...kinds().map((key) => some[key] ?? null)])}),
      }) : null,
      places ? tableFigure(context, places, {id: 'availability-places', title: t('availability.places'), wanted: {year: 'availabilityYear', group: 'group'}, controls, uses,
                                             sentence: (list) => t('response.places-sentence', {count: num(list.length)})}) : null,
    ];
  },
};
