/// Downtime over many simulated years, and what causes it.

import {look} from '../base/colours.js';
import {figure} from '../base/figure.js';
import {num, t, withUnit, word} from '../base/text.js';
import {ranges} from '../charts/ranges.js';
import {stack, stackLegend} from '../charts/stack.js';
import {rowsOf, rowsTable, tableFigure, valueControl, yearChoice} from './engine.js';

const hours = 'h';
const grey = 6;  // look of the causes that the bars join
const coloured = [0, 1, 2, 3, 4, 5, 7];  // looks of those with a colour of their own
const mostNamed = coloured.length;

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
    const hoursOf = (key, of) => of.filter((row) => causes.value('cause', row) === key).reduce((sum, row) => sum + (causes.raw('downtime_h', row) ?? 0), 0);
    // the longest first, over all that the table holds, so that a cause keeps its colour
    const kinds = [...new Set(causes?.numbers().map((row) => causes.value('cause', row)))]
      .map((key) => [key, hoursOf(key, causes.numbers())]).sort((a, b) => b[1] - a[1]).map(([key]) => key);
    const named = kinds.slice(0, mostNamed);
    const part = (key, colour, name = word('cause', key)) => ({key, label: name, short: name, colour});
    const parts = () => [...named.map((key, i) => part(key, look(coloured[i]).colour)), ...(kinds.length > named.length ? [part('others', look(grey).colour, t('availability.others'))] : [])];
    const byVariant = () => data.variants.map(({id}, variant) => {
      const mine = found().filter((row) => causes.raw('variant', row) === variant);
      return {label: id, mine, hours: kinds.map((key) => (mine.some((row) => causes.value('cause', row) === key) ? hoursOf(key, mine) : null))};
    }).filter(({mine}) => mine.length > 0);
    const stacks = () => byVariant().map(({label, hours: values}) => ({
      label, parts: Object.fromEntries([...named.map((key, i) => [key, values[i] ?? 0]), ['others', values.slice(mostNamed).reduce((sum, value) => sum + (value ?? 0), 0)]]),
    }));
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
          const [cause] = kinds.map((key) => [key, hoursOf(key, found())]).sort((a, b) => b[1] - a[1])[0] ?? [];
          return cause ? t('availability.causes-sentence', {cause: word('cause', cause)}) : t('alt.none');
        },
        legend: () => stackLegend(parts()), chart: (width, hidden) => (stacks().length ? stack({bars: stacks(), parts: parts(), unit: t('availability.unit'), hidden, width}) : null),
        table: () => ({columns: [{title: t('word.variant'), kind: 'head'}, ...kinds.map((key) => ({title: `${word('cause', key)} [${hours}]`, kind: 'number'}))],
                       rows: byVariant().map(({label, hours: values}) => [label, ...values])}),
      }) : null,
      places ? tableFigure(context, places, {id: 'availability-places', title: t('availability.places'), wanted: {year: 'availabilityYear', group: 'group'}, controls, uses,
                                             sentence: (list) => t('response.places-sentence', {count: num(list.length)})}) : null,
    ];
  },
};
