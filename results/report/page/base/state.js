/// What the reader has chosen (variant, year ...), shared by all figures.

export class State {
  constructor(values) {
    this.values = values;
    this.listeners = [];
  }
  get(key) { return this.values[key]; }
  set(key, value) {
    this.values[key] = value;
    for (const {keys, call} of [...this.listeners]) if (keys.includes(key)) call(key);
  }
  on(keys, call) { this.listeners.push({keys, call}); }
  forget() { this.listeners = []; }
}
