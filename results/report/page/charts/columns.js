/// Stacked columns, one per year: what the sum of a year is made of, the first part at the bottom.

import {num, withUnit} from '../base/text.js';

/// {years, parts: [{key, label, colour, values}], unit, hidden, width}.  A value that is not known is left out.
export function columns({years, parts, unit, hidden, width, height = 260}) {
  const shownParts = parts.filter(({key}) => !hidden.has(key));
  const known = (value) => (Number.isFinite(value) ? value : 0);
  const sums = years.map((year, i) => ({year, y: shownParts.reduce((sum, {values}) => sum + known(values[i]), 0)}));
  const top = Math.max(...sums.map(({y}) => y));
  if (!(top > 0)) return null;
  const pieces = years.flatMap((year, i) => {
    let start = 0;
    return shownParts.map(({key, label, values}) => {
      const v = known(values[i]);
      const piece = {year, key, y: start, y2: start + v, tip: {title: String(year), [label]: withUnit(v, unit)}};
      start += v;
      return piece;
    });
  });
  const roomy = width / years.length > 42;
  const x = {field: 'year', type: 'ordinal', scale: {paddingInner: 0.3, paddingOuter: 0.15}, axis: {title: null, labelAngle: 0, labelOverlap: true, ticks: false}};
  const y = {field: 'y', type: 'quantitative', scale: {domain: [0, top * 1.1], nice: false}, axis: {title: unit || null, tickCount: 5}};
  return {
    height,
    layer: [
      {data: {values: pieces}, mark: {type: 'bar', stroke: '#ffffff', strokeWidth: 1},
       encoding: {x, y, y2: {field: 'y2'}, tooltip: {field: 'tip'},
                  color: {field: 'key', type: 'nominal', scale: {domain: parts.map(({key}) => key), range: parts.map(({colour}) => colour)}, legend: null}}},
      ...(roomy ? [{data: {values: sums.map((sum) => ({...sum, text: num(Number(sum.y.toPrecision(3)), 3)}))},
                    mark: {type: 'text', baseline: 'bottom', dy: -3, fontWeight: 600}, encoding: {x, y, text: {field: 'text'}}}] : []),
    ],
  };
}
