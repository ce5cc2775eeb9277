/// Points of two figures, each with its kind by shape and colour, and the front of those that none beats in both.

import * as colours from '../base/colours.js';

/// Lower in y for sure: intervals that overlap count as equal.
const isLower = (a, b) => (Number.isFinite(a.high) && Number.isFinite(b.low) ? a.high < b.low : a.y < b.y);
const beats = (a, b) => a.x <= b.x && !isLower(b, a) && (a.x < b.x || isLower(a, b));

/// The points that no other beats: as low in x and y and lower in one of them; by x.
export const front = (points) => points.filter((point) => !points.some((other) => beats(other, point))).sort((a, b) => a.x - b.x);

/// {points: [{x, y, key, text, low, high, tip}], line: [point], looks: {key: look}, xTitle, yTitle, width}.  `low` and
/// `high` are the ends of an interval of y; `text` stands beside the point.
export function scatter({points, line, looks, xTitle, yTitle, width}) {
  if (points.length === 0) return null;
  const values = points.map(({x, y, key, text, low, high, tip}) => ({x, y, key, text, low, high, tip}));
  const keys = Object.keys(looks);
  const xs = values.map(({x}) => x);
  const span = (Math.max(...xs) - Math.min(...xs)) || Math.abs(xs[0]) * 0.1 || 1;
  const x = {field: 'x', type: 'quantitative', scale: {domain: [Math.min(...xs) - 0.08 * span, Math.max(...xs) + 0.08 * span], nice: false, zero: false},
             axis: {title: xTitle, grid: true, tickCount: width > 560 ? 8 : 4}};
  const y = {field: 'y', type: 'quantitative', scale: {zero: false, nice: true, padding: 14}, axis: {title: yTitle, tickCount: 5}};
  const intervals = values.filter(({low, high}) => Number.isFinite(low) && Number.isFinite(high));
  const scale = (pick) => ({domain: keys, range: keys.map((key) => looks[key][pick])});
  return {
    height: 300,
    layer: [
      ...(line.length > 1 ? [{data: {values: line.map(({x: left, y: top}) => ({x: left, y: top}))}, mark: {type: 'line', color: colours.soft, strokeDash: [6, 4], strokeWidth: 1.5},
                              encoding: {x, y}}] : []),
      ...(intervals.length ? [{data: {values: intervals}, mark: {type: 'rule', color: colours.soft, strokeWidth: 1.2}, encoding: {x, y: {...y, field: 'low'}, y2: {field: 'high'}}}] : []),
      {data: {values}, mark: {type: 'point', filled: true, size: 150, opacity: 1, stroke: '#ffffff', strokeWidth: 1},
       encoding: {x, y, tooltip: {field: 'tip'}, color: {field: 'key', type: 'nominal', scale: scale('colour'), legend: null},
                  shape: {field: 'key', type: 'nominal', scale: scale('shape'), legend: null}}},
      {data: {values}, mark: {type: 'text', align: 'left', dx: 9, dy: -8, fontWeight: 600}, encoding: {x, y, text: {field: 'text'}}},
    ],
  };
}
