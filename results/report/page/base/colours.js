/// Colours of the charts, all with a contrast of at least 3:1 on white, texts 4.5:1; checked by a test.  Every series has
/// its own dash and mark besides, and every stacked part its name or its place in the order.

export const series = ['#0b5a6f', '#b3541e', '#5b3a8c', '#2f6b2f', '#a12868', '#7a6a00', '#444c5a', '#1f5fbf'];
export const dashes = [[1, 0], [7, 3], [2, 3], [8, 3, 2, 3], [12, 3], [4, 2], [1, 3], [10, 2, 2, 2, 2, 2]];
export const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down', 'triangle-right', 'triangle-left'];

/// Parts of the energy chain, from the IT outwards.
export const chain = {
  it: '#0b5a6f', distribution: '#6a7f10', ups: '#b3541e', auxiliary: '#7a6a00', cooling: '#33709f', transformer: '#5a4a78',
};
export const costs = {
  energy: '#b3541e', hardware: '#0b5a6f', licences: '#a12868', building: '#6b5f53', staff: '#5b3a8c', network: '#2f6b2f', change: '#1f5fbf',
};
export const payments = {running: '#6b5f53', purchases: '#0b5a6f', capital: '#0b5a6f'};

export const ink = '#1d2430';
export const soft = '#55606e';
export const line = '#d9d6cd';
export const land = '#f1eee6';
export const accent = '#0b5a6f';
export const warning = '#9c2f1b';

/// Ends of a figure that is varied by itself, and what cannot be told apart.
export const ends = {low: '#b3541e', high: '#0b5a6f'};
export const undecided = '#7d8995';

/// Rooms within 80 % of what they have, within it, and beyond.
export const rooms = ['#46764f', '#7d5f0c', '#9c2f1b'];

/// Shares of a limit: within 80 %, within the limit, beyond it.  Texts on them are `ink`, or white on the last.
export const shares = ['#dcebe2', '#f3dfae', '#9c2f1b'];

/// The look of the n-th series.
export const look = (n) => ({
  colour: series[n % series.length], dash: dashes[n % dashes.length], shape: shapes[n % shapes.length],
});
