/// Findings of laws, standards and recommendations.

import * as colours from '../base/colours.js';
import {variantControl, yearControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {Rows} from '../base/rows.js';
import {num, said, t, word} from '../base/text.js';

const verdicts = ['missed', 'to-be-shown', 'not-reached', 'upcoming', 'met', 'exempt', 'info'];
const signs = {missed: '✗', 'to-be-shown': '?', 'not-reached': '○', upcoming: '◷', met: '✓', exempt: '–', info: 'i'};
const fills = {missed: colours.shares[2], 'to-be-shown': '#f6e7c6', 'not-reached': '#eceae4', upcoming: '#f3dfae', met: '#dcebe2', exempt: '#eceae4', info: '#e6f0f2'};

function counts(rows, rules, variant) {
  const table = new Map();
  for (const row of rows.numbers()) {
    if (rows.raw('variant', row) !== variant) continue;
    const key = `${rows.value('rule', row)}|${rows.raw('year', row)}`;
    const cell = table.get(key) ?? {rule: rows.value('rule', row), year: rows.raw('year', row)};
    const verdict = rows.value('verdict', row);
    cell[verdict] = (cell[verdict] ?? 0) + 1;
    table.set(key, cell);
  }
  return [...table.values()].map((cell) => ({...cell, worst: verdicts.find((verdict) => cell[verdict] > 0) ?? 'info'}));
}

function grid(cells, rules, years, width) {
  if (cells.length === 0) return null;
  const used = rules.filter(({id}) => cells.some(({rule}) => rule === id));
  const wide = width > 560;
  const values = cells.map((cell) => ({
    ...cell, text: wide ? `${signs[cell.worst]} ${cell.worst === 'exempt' || cell.worst === 'info' ? '' : cell[cell.worst]}`.trim() : signs[cell.worst],
    tip: {title: said(rules.find(({id}) => id === cell.rule)), [t('control.year')]: String(cell.year),
          ...Object.fromEntries(verdicts.filter((verdict) => cell[verdict]).map((verdict) => [word('verdict', verdict), num(cell[verdict])]))},
  }));
  const x = {field: 'year', type: 'ordinal', scale: {domain: years}, axis: {title: null, orient: 'top', labelAngle: 0, labelOverlap: true, domain: false, ticks: false}};
  const y = {field: 'rule', type: 'ordinal', axis: null, scale: {domain: used.map(({id}) => id), paddingInner: 0.5, paddingOuter: 0.5}};
  return {
    height: 46 * used.length + 10,
    layer: [
      {data: {values}, mark: {type: 'rect', stroke: '#ffffff', strokeWidth: 1.5}, encoding: {x, y, tooltip: {field: 'tip'},
        color: {field: 'worst', type: 'nominal', scale: {domain: verdicts, range: verdicts.map((verdict) => fills[verdict])}, legend: null}}},
      {data: {values}, mark: {type: 'text', fontSize: 12, fontWeight: 600}, encoding: {x, y, text: {field: 'text'},
        color: {condition: {test: "datum.worst === 'missed'", value: '#ffffff'}, value: colours.ink}}},
      {data: {values: used.map((rule) => ({rule: rule.id, text: `${said(rule)}${rule.law ? ` (${t('rules.law')})` : ''}`}))},
       mark: {type: 'text', align: 'left', baseline: 'bottom', dy: -13, limit: width - 10, fontWeight: 600}, encoding: {y, x: {value: 2}, text: {field: 'text'}}},
    ],
  };
}

export const rules = {
  id: 'rules',
  needs: ['rules'],
  title: () => t('title.rules'),
  draw(context) {
    const {data, state} = context;
    const section = data.sections.rules;
    const rows = new Rows(section.rows, data);
    const cells = () => counts(rows, section.rules, state.get('variant'));
    const inYear = (row) => rows.raw('variant', row) === state.get('variant') && rows.raw('year', row) === data.years[state.get('year')];
    const name = (id) => said(section.rules.find((rule) => rule.id === id));
    return figure(context, {
      id: 'findings', title: () => t('rules.findings'), uses: ['variant', 'year'], controls: [variantControl(context), yearControl(context)],
      sentence: () => {
        const year = data.years[state.get('year')];
        const missed = cells().filter((cell) => cell.year === year && cell.missed > 0);
        return missed.length === 0 ? t('rules.none', {year})
          : t('rules.sentence', {year, rules: num(missed.length), findings: num(missed.reduce((sum, cell) => sum + cell.missed, 0))});
      },
      chart: (width) => grid(cells(), section.rules, data.years, width),
      note: () => t('rules.note'),
      table: () => {
        const {columns, rows: lines} = rows.table([['rule'], ['subject'], ['verdict'], ['text', t('rules.text')], ['since'], ['source']], inYear);
        columns[0] = {...columns[0], kind: 'head', show: name};
        columns[2] = {...columns[2], show: (verdict) => `${signs[verdict] ?? ''} ${word('verdict', verdict)}`};
        return {columns, rows: lines};
      },
    });
  },
};
