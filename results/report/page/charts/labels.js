/// Which names a map has room for.

const letter = 7.2;  // px of a bold letter on average, rather too much
const line = 15;
const gap = 9;  // from the middle of the mark to its name

/// Where a name may stand beside its mark, the best first: how Vega sets it there, and its box.
const sides = [
  {align: 'left', dx: gap, dy: 0, box: (x, y, w) => [x + gap, y - line / 2, x + gap + w, y + line / 2]},
  {align: 'right', dx: -gap, dy: 0, box: (x, y, w) => [x - gap - w, y - line / 2, x - gap, y + line / 2]},
  {align: 'center', dx: 0, dy: -gap - line / 2, box: (x, y, w) => [x - w / 2, y - gap - line, x + w / 2, y - gap]},
  {align: 'center', dx: 0, dy: gap + line / 2, box: (x, y, w) => [x - w / 2, y + gap, x + w / 2, y + gap + line]},
];

const touch = ([left, top, right, bottom], [left2, top2, right2, bottom2]) => left < right2 && left2 < right && top < bottom2 && top2 < bottom;

/// The points that get their name, each with its side: the one with the highest `weight` first; a name that would lie over
/// another name, over a mark or over the edge on every side is left out.  `points`: [{x, y, text, weight}].
export function placeLabels(points, width, height) {
  const marks = points.map(({x, y}) => [x - 6, y - 6, x + 6, y + 6]);
  const taken = [];
  const placed = [];
  for (const point of [...points].sort((a, b) => b.weight - a.weight)) {
    const own = points.indexOf(point);
    const fits = (box) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height
      && !taken.some((other) => touch(box, other)) && !marks.some((mark, i) => i !== own && touch(box, mark));
    const side = sides.find(({box}) => fits(box(point.x, point.y, letter * [...point.text].length)));
    if (side) {
      taken.push(side.box(point.x, point.y, letter * [...point.text].length));
      placed.push({point, side});
    }
  }
  return sides.map((side) => ({side, points: placed.filter((one) => one.side === side).map(({point}) => point)})).filter((one) => one.points.length > 0);
}
