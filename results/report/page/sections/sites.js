/// Choices of backup sites: which comes first, what each costs and brings, what speaks against it.

import * as colours from '../base/colours.js';
import {el} from '../base/dom.js';
import {figure} from '../base/figure.js';
import {currentLanguage, label, num, said, scaled, short, t, withUnit, word} from '../base/text.js';
import {ranges} from '../charts/ranges.js';
import {scatter, front} from '../charts/scatter.js';
import {rowsOf, yearChoice} from './engine.js';
import {siteMap} from './site_map.js';

/// How verdicts on choices look; the order is from good to bad.
export const looks = {
  suitable: {colour: colours.rooms[0], shape: 'circle', dash: [0, 28]},
  justify: {colour: colours.rooms[1], shape: 'triangle-up', dash: [0, 28]},
  'ruled-out': {colour: colours.rooms[2], shape: 'cross', dash: [0, 28]},
};
const verdicts = Object.keys(looks);
const criteria = ['distance', 'spacing', 'hazard', 'grid-region', 'path', 'round-trip', 'capacity', 'latency', 'availability', 'rules'];
const gravity = ['info', 'met', 'justify', 'missed'];
const signs = {met: '✓', justify: '!', missed: '✗', info: 'i'};
const goals = ['downtime_h', 'failover_p95_ms', 'co2_t', 'energy_mwh'];
const thousand = (value) => scaled(value, 1e-3);

/// The choices of the year chosen, by rank, with their names.
class Choices {
  constructor(context) {
    this.context = context;
    this.rows = rowsOf(context, 'site_options');
    this.names = Object.fromEntries(context.data.centers.map(({id, name}) => [id, name]));
  }
  inYear(rows) { return rows.numbers().filter((row) => String(rows.value('year', row)) === this.context.state.get('sitesYear')); }
  picked() { return this.inYear(this.rows).sort((a, b) => this.raw('rank', a) - this.raw('rank', b)); }
  raw(name, row) { return this.rows.raw(name, row); }
  ids(row) { return this.rows.value('sites', row).split(' + '); }
  name(row) { return this.ids(row).map((id) => short(this.names[id] ?? id, 60)).join(' + '); }
  verdict(row) { return this.rows.value('verdict', row); }
  ranked(row) { return `${num(this.raw('rank', row))}. ${this.name(row)}`; }
  column(name) { return this.rows.byName[name]; }
}

function answerBox(context) {
  const {state, data} = context;
  const list = el('ul');
  const fill = () => list.replaceChildren(...data.sections.sites.years[state.get('sitesYear')].answer.map((point) => el('li', {
    class: /^(ACHTUNG|CAUTION)/.test(said(point)) ? 'caution' : null}, said(point))));
  state.on(['sitesYear'], fill);
  fill();
  return el('div', {class: 'answer', id: 'sites-answer'}, list);
}

function scatterFigure(context, choices, year) {
  const {state} = context;
  const known = goals.filter((name) => choices.rows.numbers().some((row) => Number.isFinite(choices.raw(name, row))));
  if (!known.includes(state.get('sitesGoal'))) state.set('sitesGoal', known[0]);
  const goal = () => choices.column(state.get('sitesGoal'));
  const unit = () => (goal().name === 'downtime_h' ? t('availability.unit') : goal().unit);
  const points = () => choices.picked().map((row) => ({
    x: thousand(choices.raw('cost_eur', row)), y: choices.raw(goal().name, row), key: choices.verdict(row), text: num(choices.raw('rank', row)), row,
    low: goal().name === 'downtime_h' ? choices.raw('downtime_low_h', row) : null, high: goal().name === 'downtime_h' ? choices.raw('downtime_high_h', row) : null,
    tip: {title: choices.ranked(row), [t('sites.cost')]: withUnit(thousand(choices.raw('cost_eur', row)), t('sites.unit-cost')),
          [label(goal())]: withUnit(choices.raw(goal().name, row), unit()), [label(choices.column('verdict'))]: word('verdict', choices.verdict(row))},
  })).filter(({x, y}) => Number.isFinite(x) && Number.isFinite(y));
  const admissible = () => points().filter(({key}) => key !== 'ruled-out');
  const spoken = ({row, x, y}) => ({name: choices.name(row), cost: withUnit(x, t('sites.unit-cost')), value: withUnit(y, unit())});
  return figure(context, {
    id: 'sites-scatter', title: () => t('sites.scatter', {figure: label(goal()), year: state.get('sitesYear')}), uses: ['sitesYear', 'sitesGoal'],
    controls: [year, {kind: 'select', key: 'sitesGoal', label: t('word.figure'), options: known.map((value) => ({value, label: label(choices.column(value))}))}],
    sentence: () => {
      const best = front(admissible());
      if (best.length === 0) return t('sites.none-admissible');
      const [low, high] = [spoken(best[0]), spoken(best.at(-1))];
      return best.length === 1 ? t('sites.one-best', {...low, figure: label(goal())})
        : t('sites.trade', {figure: label(goal()), count: num(best.length), cheap: low.name, cheapCost: low.cost, cheapValue: low.value,
                            dear: high.name, dearCost: high.cost, dearValue: high.value});
    },
    legend: () => verdicts.filter((key) => points().some((point) => point.key === key)).map((key) => ({key, label: word('verdict', key), look: looks[key]})),
    chart: (width, hidden) => scatter({points: points().filter(({key}) => !hidden.has(key)), line: front(admissible().filter(({key}) => !hidden.has(key))), looks,
                                       xTitle: `${t('sites.cost')} [${t('sites.unit-cost')}]`, yTitle: `${label(goal())} [${unit()}]`, width}),
    note: () => t('sites.scatter-note'),
    table: () => ({columns: [{title: t('sites.choice'), kind: 'head'}, {title: label(choices.column('verdict')), kind: 'text'},
                             {title: `${t('sites.cost')} [${t('sites.unit-cost')}]`, kind: 'number'}, {title: `${label(goal())} [${unit()}]`, kind: 'number'}],
                   rows: points().map(({row, key, x, y}) => [choices.ranked(row), word('verdict', key), x, y])}),
  });
}

const rankingColumns = ['cost_eur', 'downtime_h', 'distance_km', 'round_trip_ms', 'replication', 'failover_p95_ms', 'standby_hosts', 'standby_racks', 'standby_it_kw',
  'energy_mwh', 'co2_t'];
const moreColumns = ['spacing_km', 'replication_gbit_s', 'route_km', 'line_cost_eur', 'common_hazard', 'disjoint_share', 'standby_storage_tb', 'refused_servers',
  'latency_p95_ms', 'bsi_class', 'simulated_cost_eur', 'model_cost_eur', 'rules_missed'];
const whole = (text) => el('span', {class: 'whole'}, text);

function choiceColumn(choices, name) {
  const column = choices.column(name);
  if (column.kind !== 'number') return {title: label(column), kind: 'text', show: (value) => whole(word('verdict', value))};
  if (column.unit === 'EUR') return {title: `${label(column)} [${t('sites.unit-cost')}]`, kind: 'number', show: (value) => num(thousand(value))};
  if (name === 'common_hazard' || name === 'disjoint_share') return {title: `${label(column)} [%]`, kind: 'number', show: (value) => num(scaled(value, 100), 3)};
  return {title: column.unit ? `${label(column)} [${column.unit}]` : label(column), kind: 'number'};
}

function rankingFigure(context, choices, year) {
  const interval = (row) => (Number.isFinite(choices.raw('downtime_low_h', row))
    ? `${num(choices.raw('downtime_low_h', row))}–${num(choices.raw('downtime_high_h', row))}` : '–');
  const after = rankingColumns.indexOf('downtime_h') + 1;
  const withInterval = (before, text) => [...before.slice(0, after), text, ...before.slice(after)];
  return figure(context, {
    id: 'sites-ranking', title: () => t('sites.ranking', {year: context.state.get('sitesYear')}), uses: ['sitesYear'], controls: [year], open: true,
    sentence: () => {
      const count = (verdict) => num(choices.picked().filter((row) => choices.verdict(row) === verdict).length);
      return t('sites.counts', {all: num(choices.picked().length), suitable: count('suitable'), justify: count('justify'), out: count('ruled-out')});
    },
    note: () => [t('sites.ranking-note'), said(context.data.sections.sites.years[context.state.get('sitesYear')].deviation ?? '')].join(' ').trim(),
    table: () => ({
      columns: [{title: t('sites.choice'), kind: 'head'}, choiceColumn(choices, 'verdict'), {title: t('sites.front'), kind: 'text'},
                ...withInterval(rankingColumns.map((name) => choiceColumn(choices, name)), {title: t('sites.interval'), kind: 'text', show: whole})],
      rows: choices.picked().map((row) => [choices.ranked(row), choices.verdict(row), choices.raw('pareto', row) ? t('word.yes') : t('word.no'),
                                           ...withInterval(rankingColumns.map((name) => choices.rows.value(name, row)), interval(row))]),
    }),
  });
}

function moreFigure(context, choices, year) {
  return figure(context, {
    id: 'sites-more', title: () => t('sites.more', {year: context.state.get('sitesYear')}), uses: ['sitesYear'], controls: [year], sentence: () => t('sites.more-sentence'),
    table: () => ({columns: [{title: t('sites.choice'), kind: 'head'}, ...moreColumns.map((name) => choiceColumn(choices, name))],
                   rows: choices.picked().map((row) => [choices.ranked(row), ...moreColumns.map((name) => choices.rows.value(name, row))])}),
  });
}

/// The gravest finding of a choice on a criterion.
function gravest(found, rows) {
  return found.sort((a, b) => gravity.indexOf(rows.value('verdict', b)) - gravity.indexOf(rows.value('verdict', a)))[0];
}

function criteriaFigure(context, choices, year) {
  const rows = rowsOf(context, 'site_criteria');
  if (!rows) return null;
  const text = (row) => rows.value('text', row);
  const of = (row) => choices.inYear(rows).filter((other) => rows.raw('variant', other) === choices.raw('variant', row));
  const kinds = [...new Set(rows.numbers().map((row) => rows.value('criterion', row)))].sort((a, b) => criteria.indexOf(a) - criteria.indexOf(b));
  const show = (row) => {
    if (row === undefined) return '–';
    const verdict = rows.value('verdict', row);
    const unit = rows.value('unit', row);
    const value = unit && Number.isFinite(rows.raw('value', row)) ? withUnit(rows.raw('value', row), unit, 3) : '';
    return el('div', {class: `whole ${verdict === 'missed' || verdict === 'met' ? verdict : ''}`, title: text(row)},
              el('span', {class: 'mark', 'aria-hidden': 'true'}, signs[verdict] ?? ''), word('verdict', verdict), value ? el('div', {class: 'small'}, value) : null);
  };
  const against = (row) => of(row).filter((other) => ['missed', 'justify'].includes(rows.value('verdict', other))).map(text).join(' ') || '–';
  return figure(context, {
    id: 'sites-criteria', title: () => t('sites.criteria', {year: context.state.get('sitesYear')}), uses: ['sitesYear'], controls: [year], open: true,
    sentence: () => {
      const missed = kinds.map((kind) => [kind, choices.picked().filter((row) => of(row).some((other) => rows.value('criterion', other) === kind
        && rows.value('verdict', other) === 'missed')).length]).filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
      return missed.length === 0 ? t('sites.nothing-missed') : t('sites.missed-most', {criterion: word('criterion', missed[0][0]), count: num(missed[0][1])});
    },
    note: () => t('sites.criteria-note'),
    table: () => ({
      columns: [{title: t('sites.choice'), kind: 'head'}, ...kinds.map((kind) => ({title: word('criterion', kind), kind: 'text', show})), {title: t('sites.against'), kind: 'text', show: (reasons) => el('div', {class: 'reason'}, reasons)}],
      rows: choices.picked().map((row) => [choices.ranked(row), ...kinds.map((kind) => gravest(of(row).filter((other) => rows.value('criterion', other) === kind), rows)), against(row)]),
    }),
  });
}

function reachFigure(context, choices, year) {
  const rows = rowsOf(context, 'site_reach');
  if (!rows) return null;
  const {state} = context;
  const options = choices.rows.numbers().map((row) => ({value: choices.raw('variant', row), label: choices.ranked(row)}));
  if (!options.some(({value}) => value === state.get('sitesChoice'))) state.set('sitesChoice', options[0].value);
  const picked = () => choices.inYear(rows).filter((row) => rows.raw('variant', row) === state.get('sitesChoice'))
    .sort((a, b) => (rows.raw('failover_ms', b) ?? 0) - (rows.raw('failover_ms', a) ?? 0));
  const shared = (row) => rows.value('text', row);
  const ms = (name, row) => rows.raw(name, row);
  const bars = () => picked().map((row) => ({
    label: `${rows.value('administration', row)}: ${withUnit(ms('failover_ms', row), 'ms')}`, over: ms('disjoint', row) !== 1,
    from: Math.min(ms('normal_ms', row), ms('failover_ms', row)), to: Math.max(ms('normal_ms', row), ms('failover_ms', row)), mark: ms('failover_ms', row),
    tip: {title: rows.value('administration', row), [t('sites.normal')]: withUnit(ms('normal_ms', row), 'ms'), [t('sites.failover')]: withUnit(ms('failover_ms', row), 'ms'),
          [label(rows.byName.disjoint)]: ms('disjoint', row) === 1 ? t('word.yes') : t('word.no')},
  }));
  return figure(context, {
    id: 'sites-reach', title: () => t('sites.reach', {choice: short(options.find(({value}) => value === state.get('sitesChoice')).label, 80), year: state.get('sitesYear')}),
    uses: ['sitesYear', 'sitesChoice'], controls: [year, {kind: 'select', key: 'sitesChoice', label: t('sites.choice'), options}],
    sentence: () => {
      const found = picked().filter((row) => Number.isFinite(ms('failover_ms', row)));
      return found.length === 0 ? t('alt.none') : t('sites.reach-sentence', {
        count: num(found.length), name: rows.value('administration', found[0]), value: withUnit(ms('failover_ms', found[0]), 'ms'), normal: withUnit(ms('normal_ms', found[0]), 'ms')});
    },
    chart: (width) => ranges({rows: bars(), unit: 'ms', width}), note: () => t('sites.reach-note'),
    table: () => ({
      columns: [{title: t('word.administration'), kind: 'head'}, ...['primary', 'backup', 'workplaces', 'normal_ms', 'failover_ms'].map((name) => rows.column(name)),
                {title: label(rows.byName.disjoint), kind: 'text'}, {title: t('sites.shared'), kind: 'text'}],
      rows: picked().map((row) => [...['administration', 'primary', 'backup', 'workplaces', 'normal_ms', 'failover_ms'].map((name) => rows.value(name, row)),
                                   ms('disjoint', row) === 1 ? t('word.yes') : t('word.no'), shared(row) || '–']),
    }),
  });
}

function leftOutFigure(context) {
  const rows = rowsOf(context, 'sites_left_out');
  if (!rows) return null;
  const text = (row) => rows.value('text', row);
  const amount = (name, row) => (Number.isFinite(rows.raw(name, row)) ? withUnit(rows.raw(name, row), rows.value('unit', row)) : '–');
  return figure(context, {
    id: 'sites-left-out', title: () => t('sites.left-out'), sentence: () => t('sites.left-out-sentence', {count: num(rows.count)}),
    table: () => ({
      columns: [{title: t('sites.candidate-name'), kind: 'head'}, {title: t('sites.criterion'), kind: 'text', show: (value) => word('criterion', value)},
                ...['value', 'limit'].map((name) => ({title: label(rows.byName[name]), kind: 'text'})), {title: t('sites.reason'), kind: 'text'}],
      rows: rows.numbers().map((row) => [rows.value('name', row) || rows.value('site', row), rows.value('criterion', row), amount('value', row), amount('limit', row), text(row)]),
    }),
  });
}

export const sites = {
  id: 'sites',
  needs: ['sites', 'events.site_options'],
  title: () => t('title.sites'),
  draw(context) {
    const choices = new Choices(context);
    const year = yearChoice(context, choices.rows, 'sitesYear');
    return [answerBox(context), scatterFigure(context, choices, year), siteMap(context, choices, year, looks), rankingFigure(context, choices, year),
            moreFigure(context, choices, year), criteriaFigure(context, choices, year), reachFigure(context, choices, year), leftOutFigure(context)];
  },
};
