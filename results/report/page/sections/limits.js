/// What centers need against what they have, per year, with the resource that binds.

import * as colours from '../base/colours.js';
import {variantControl, yearControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {num, percent, said, short, t, withUnit} from '../base/text.js';
import {stack, stackLegend} from '../charts/stack.js';

/// A value of a center in a year; values that stay the same are stored once.
export const at = (value, year) => (Array.isArray(value) ? value[year] : value);

const level = (share) => (share <= 0.8 ? 0 : share <= 1 ? 1 : 2);

class Centers {
  constructor({data, state}) {
    this.data = data;
    this.state = state;
    this.section = data.sections.centers;
    this.units = Object.fromEntries(this.section.metrics.map(({name, unit}) => [name, unit]));
  }
  /// Rows of the chosen variant.
  rows() {
    return this.section.rows.map((row, i) => ({...row, i})).filter(({variant}) => variant === this.state.get('variant'));
  }
  value(row, metric, year) { return at(this.section.values[metric][row.i], year); }
  name(row) { return this.data.centers[row.center].name; }
  binding(row, year) {
    const code = this.value(row, 'binding', year);
    return this.section.resources.find((resource) => resource.code === code) ?? null;
  }
  share(row, year) { return this.value(row, 'binding_share', year); }
  /// Need and limit of every resource.
  needs(row, year) {
    return this.section.resources.map((resource) => {
      const need = this.value(row, resource.metric, year);
      const limit = this.value(row, `limit_${resource.metric}`, year);
      return {resource, need, limit, unit: this.units[resource.metric], share: limit > 0 && need !== null ? need / limit : null};
    });
  }
  /// The row of the chosen center, or the fullest one.
  chosen() {
    const rows = this.rows();
    const year = this.state.get('year');
    const fullest = [...rows].sort((a, b) => (this.share(b, year) ?? -1) - (this.share(a, year) ?? -1))[0];
    return rows.find(({center}) => center === this.state.get('center')) ?? fullest;
  }
}

const mostRows = 40;

/// The fullest centers, in the order of the study.
function fullestRows(centers, years) {
  const highest = (row) => Math.max(...years.map((_, i) => centers.share(row, i) ?? 0));
  const rows = centers.rows();
  if (rows.length <= mostRows) return rows;
  const chosen = new Set([...rows].sort((a, b) => highest(b) - highest(a)).slice(0, mostRows));
  return rows.filter((row) => chosen.has(row));
}

function matrix(centers, years, width) {
  const rows = fullestRows(centers, years);
  if (rows.length === 0) return null;
  const wide = width > 560;
  const values = rows.flatMap((row) => years.map((year, i) => {
    const share = centers.share(row, i);
    if (share === null || centers.value(row, 'in_operation', i) !== 1) return null;
    const resource = centers.binding(row, i);
    return {
      row: row.i, year, level: level(share),
      text: wide ? `${num(Math.round(100 * share))}` : share > 1 ? '!' : '', what: wide && resource ? said(resource.short) : '',
      tip: {title: centers.name(row), [t('control.year')]: String(year), [t('limits.share')]: percent(share),
            [t('limits.binding')]: resource ? said(resource.name) : '–'},
    };
  }).filter(Boolean));
  const x = {field: 'year', type: 'ordinal', axis: {title: null, orient: 'top', labelAngle: 0, labelOverlap: true, domain: false, ticks: false}};
  const y = {field: 'row', type: 'ordinal', sort: null, axis: null, scale: {domain: rows.map(({i}) => i), paddingInner: 0.45, paddingOuter: 0.5}};
  const ink = {condition: {test: 'datum.level === 2', value: '#ffffff'}, value: colours.ink};
  return {
    height: (wide ? 56 : 40) * rows.length + 14,
    layer: [
      {data: {values}, mark: {type: 'rect', stroke: '#ffffff', strokeWidth: 1.5}, encoding: {x, y, tooltip: {field: 'tip'},
        color: {field: 'level', type: 'nominal', scale: {domain: [0, 1, 2], range: colours.shares}, legend: null}}},
      {data: {values}, mark: {type: 'text', fontSize: 11, dy: wide ? -6 : 0, fontWeight: 600}, encoding: {x, y, text: {field: 'text'}, color: ink}},
      {data: {values}, mark: {type: 'text', fontSize: 9.5, dy: 7}, encoding: {x, y, text: {field: 'what'}, color: ink}},
      {data: {values: rows.map((row) => ({row: row.i, text: centers.name(row)}))},
       mark: {type: 'text', align: 'left', baseline: 'bottom', dy: wide ? -17 : -12, limit: width - 10, fontWeight: 600},
       encoding: {y, x: {value: 2}, text: {field: 'text'}}},
    ],
  };
}

function bars(centers, width) {
  const row = centers.chosen();
  const year = centers.state.get('year');
  if (!row || centers.value(row, 'in_operation', year) !== 1) return null;
  const binding = centers.binding(row, year);
  const values = centers.needs(row, year).filter(({share}) => share !== null).map(({resource, need, limit, unit, share}) => ({
    name: said(resource.name), line: `${said(resource.name)}: ${num(need)} ${t('limits.of')} ${withUnit(limit, unit)}`, share: 100 * share, level: level(share), mark: resource === binding ? `◆ ${t('limits.binds')}` : '',
    tip: {title: said(resource.name), [t('limits.need')]: withUnit(need, unit),
                                                          [t('limits.limit')]: withUnit(limit, unit), [t('limits.share')]: percent(share)},
  }));
  if (values.length === 0) return null;
  const top = Math.max(110, ...values.map(({share}) => share)) * 1.02;
  const y = {field: 'name', type: 'nominal', sort: null, axis: null, scale: {paddingInner: 0.55, paddingOuter: 0.35}};
  const x = {field: 'share', type: 'quantitative', scale: {domain: [0, top], nice: false}, axis: {title: t('limits.percent-of-limit'), tickCount: 6}};
  return {
    height: 44 * values.length + 14,
    layer: [
      {data: {values}, mark: {type: 'bar', stroke: colours.soft, strokeWidth: 0.6}, encoding: {x, y, tooltip: {field: 'tip'},
        color: {field: 'level', type: 'nominal', scale: {domain: [0, 1, 2], range: colours.shares}, legend: null}}},
      {data: {values: [{share: 100}]}, mark: {type: 'rule', color: colours.warning, strokeWidth: 2, strokeDash: [5, 3]}, encoding: {x}},
      {data: {values}, mark: {type: 'text', align: 'left', baseline: 'bottom', dy: -12, limit: width - 20}, encoding: {y, x: {value: 0}, text: {field: 'line'}}},
      {data: {values}, mark: {type: 'text', align: 'left', dx: 5, fontWeight: 600, color: colours.ink},
       encoding: {y, x: {value: 0}, text: {field: 'mark'},
                  color: {condition: {test: 'datum.level === 2', value: '#ffffff'}, value: colours.ink}}},
    ],
  };
}

function fullness(centers, year) {
  const rows = centers.rows().filter((row) => centers.value(row, 'in_operation', year) === 1);
  const over = rows.filter((row) => centers.share(row, year) > 1);
  if (rows.length === 0) return t('limits.no-center');
  const worst = [...rows].sort((a, b) => centers.share(b, year) - centers.share(a, year))[0];
  const resource = centers.binding(worst, year);
  return t(over.length > 0 ? 'limits.over' : 'limits.within', {
    year: centers.data.years[year], over: num(over.length), all: num(rows.length), name: short(centers.name(worst), 40),
    resource: resource ? said(resource.name) : '–', share: percent(centers.share(worst, year)),
  });
}

function matrixTable(centers, years) {
  return {
    columns: [{title: t('word.center'), kind: 'head'}, {title: t('control.year'), kind: 'text'}, {title: t('limits.binding'), kind: 'text'},
              {title: `${t('limits.share')} [%]`, kind: 'number'}, ...centers.section.resources.flatMap((resource) => {
                const unit = centers.units[resource.metric] ? ` [${centers.units[resource.metric]}]` : '';
                return [{title: `${said(resource.name)}: ${t('limits.need')}${unit}`, kind: 'number'},
                        {title: `${said(resource.name)}: ${t('limits.limit')}${unit}`, kind: 'number'}];
              })],
    rows: centers.rows().flatMap((row) => years.map((year, i) => (centers.value(row, 'in_operation', i) !== 1 ? null : [
      centers.name(row), String(year), centers.binding(row, i) ? said(centers.binding(row, i).name) : '–',
      Number((100 * centers.share(row, i)).toPrecision(4)),
      ...centers.needs(row, i).flatMap(({need, limit}) => [need, limit]),
    ])).filter(Boolean)),
  };
}

const roomParts = () => [
  {key: 'ok', label: t('limits.room-ok'), short: '≤ 80 %', colour: colours.rooms[0]},
  {key: 'near', label: t('limits.room-near'), short: '80–100 %', colour: colours.rooms[1]},
  {key: 'over', label: t('limits.room-over'), short: '> 100 %', colour: colours.rooms[2]},
];

function rooms(context) {
  const {data, state} = context;
  const counts = () => data.sections.centers.rooms[state.get('variant')];
  const rows = () => data.years.map((year, i) => ({label: String(year), counts: counts()[i]})).filter((_, i) => data.milestones.includes(data.years[i]));
  const last = () => rows().at(-1);
  return figure(context, {
    id: 'rooms', title: () => t('limits.rooms'), uses: ['variant'], controls: [variantControl(context)],
    sentence: () => t('limits.rooms-sentence', {year: last().label, over: num(last().counts[2]), all: num(last().counts.reduce((a, b) => a + b, 0))}),
    legend: () => stackLegend(roomParts()),
    chart: (width, hidden) => stack({
      bars: rows().map(({label, counts: [ok, near, over]}) => ({label, parts: {ok, near, over}})), parts: roomParts(), unit: '', hidden, width,
    }),
    table: () => ({
      columns: [{title: t('control.year'), kind: 'head'}, ...roomParts().map(({label}) => ({title: label, kind: 'number'}))],
      rows: data.years.map((year, i) => [String(year), ...counts()[i]]),
    }),
  });
}

export const limits = {
  id: 'limits',
  needs: ['centers'],
  title: () => t('title.limits'),
  draw(context) {
    const {data, state} = context;
    const centers = new Centers(context);
    const centerControl = () => ({
      kind: 'select', key: 'center', label: t('word.center'), options: [{value: -1, label: t('limits.fullest')},
        ...data.centers.map(({name}, value) => ({value, label: name})).filter(({value}) => centers.section.rows.some(({center}) => center === value))],
    });
    if (state.get('center') === undefined) state.set('center', -1);
    const year = () => state.get('year');
    const figures = centers.section.rows.length === 0 ? [] : [
      figure(context, {
        id: 'limits-matrix', title: () => t('limits.matrix'), uses: ['variant', 'year'], controls: [variantControl(context)],
        sentence: () => fullness(centers, year()),
        chart: (width) => matrix(centers, data.years, width), note: () => [t('limits.matrix-note'),
          centers.rows().length > mostRows ? t('limits.most', {shown: num(mostRows), all: num(centers.rows().length)}) : ''].join(' ').trim(),
        table: () => matrixTable(centers, data.years),
      }),
      figure(context, {
        id: 'limits-center', title: () => {
          const row = centers.chosen();
          return t('limits.center', {center: row ? short(centers.name(row), 60) : '–', year: data.years[year()]});
        },
        uses: ['variant', 'year', 'center'], controls: [variantControl(context), centerControl(), yearControl(context)],
        sentence: () => {
          const row = centers.chosen();
          if (!row || centers.value(row, 'in_operation', year()) !== 1) return t('limits.not-running');
          const resource = centers.binding(row, year());
          return t('limits.center-sentence', {
            center: short(centers.name(row), 60), resource: resource ? said(resource.name) : '–', share: percent(centers.share(row, year())),
          });
        },
        chart: (width) => bars(centers, width),
        table: () => {
          const row = centers.chosen();
          return {
            columns: [{title: t('word.resource'), kind: 'head'}, {title: t('limits.need'), kind: 'number'}, {title: t('limits.limit'), kind: 'number'},
                      {title: t('word.unit'), kind: 'text'}],
            rows: row ? centers.needs(row, year()).map(({resource, need, limit, unit}) => [said(resource.name), need, limit, unit]) : [],
          };
        },
      }),
    ];
    return [...figures, centers.section.rooms ? rooms(context) : null];
  },
};
