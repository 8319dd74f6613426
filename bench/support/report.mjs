import os from 'node:os';

/** What was measured, and which targets that meets. */
export class Report {
  #measured = [];
  #targets = [];
  #part = '';

  /** What follows belongs to the part. */
  begin(part) {
    this.#part = part;
  }

  /** @param measurement with the same of other servers in `beside`, by their names */
  note({ what, unit, value, beside = {} }) {
    this.#measured.push({ part: this.#part, what, unit, value, beside });
  }

  /** A target: the value is at least a number, or below one. */
  require({ what, unit = '', value, atLeast, below }) {
    const met = atLeast === undefined ? value < below : value >= atLeast;
    const wanted = atLeast === undefined ? `< ${print(below)}` : `>= ${print(atLeast)}`;
    this.#targets.push({ part: this.#part, what, unit, wanted, value, met });
  }

  toJson() {
    const [{ model }, ...others] = os.cpus();
    const machine = { node: process.version, cpus: others.length + 1, model };
    return JSON.stringify({ machine, measured: this.#measured, targets: this.#targets }, undefined, 2);
  }

  toTable() {
    const rows = this.#measured.map(({ part, what, unit, value, beside }) => [
      part,
      what,
      print(value),
      unit,
      Object.entries(beside).map(([name, other]) => `${name} ${print(other)} (${print(value / other)})`).join('  '),
    ]);
    const targets = this.#targets.map(({ part, what, unit, wanted, value, met }) => [
      part,
      what,
      print(value),
      unit,
      `${wanted} ${unit}`.trim(),
      met ? 'met' : 'NOT MET',
    ]);
    return [...align(rows), '', ...align(targets)].join('\n');
  }
}

/** Three digits that count. */
function print(value) {
  return value >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

/** Columns; those whose first row is a number stand to the right. */
function align(rows) {
  const [first = []] = rows;
  const widths = first.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const isNumber = first.map((cell) => /^[\d.,]+$/.test(cell));
  return rows.map((row) => row.map((cell, column) => (isNumber[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd());
}
