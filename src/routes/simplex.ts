import { TooManyEdges } from "./graph.ts";

/** A linear demand: the sum of the variables, each so many times, is at most (or exactly) the limit. */
export interface Row {
  readonly factors: ReadonlyMap<number, number>;
  readonly limit: number;
  readonly isExact: boolean;
}

export type Outcome = "optimal" | "infeasible" | "too dear";

const alike = 1e-10;
const small = 1e-7;
/** After these, it begins anew. */
const mostPivots = 400;
const tolerance = 1e-7;

/**
 * The dual simplex method for variables between 0 and 1: least cost under linear demands. A variable of its own stands for
 * what is left of each row; its number is the number of variables plus that of the row. Bounds of variables may be changed
 * from one question to the next, and the next answer goes on from where the last one ended.
 */
export class Simplex {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Of all variables. */
  readonly values: Float64Array;
  cost = 0;
  readonly #rows: number;
  readonly #columns: number;
  readonly #costs: Float64Array;
  readonly #demands: readonly Row[];
  readonly #table: readonly Float64Array[];
  readonly #basic: Int32Array;
  readonly #free: Int32Array;
  /** By variable: its row where it is basic, and -1 minus its column where it is not. */
  readonly #place: Int32Array;
  readonly #prices: Float64Array;
  #work: number;
  #pivots = 0;

  constructor(costs: Float64Array, rows: readonly Row[], mostWork: number) {
    const columns = costs.length;
    const all = columns + rows.length;
    this.#rows = rows.length;
    this.#columns = columns;
    this.#work = mostWork;
    this.#costs = costs;
    this.#demands = rows;
    this.low = new Float64Array(all);
    this.high = new Float64Array(all).fill(1);
    this.values = new Float64Array(all);
    this.#free = new Int32Array(columns);
    this.#basic = new Int32Array(rows.length);
    this.#place = new Int32Array(all);
    this.#prices = new Float64Array(columns);
    this.#table = rows.map(() => new Float64Array(columns));
    for (const [index, { isExact }] of rows.entries()) {
      this.high[columns + index] = isExact ? 0 : Number.POSITIVE_INFINITY;
    }
    this.#begin();
  }

  /** From the beginning, with the bounds of now: what rounding has added up to is gone. */
  #begin(): void {
    const columns = this.#columns;
    for (let index = 0; index < columns; index += 1) {
      this.#free[index] = index;
      this.#place[index] = -1 - index;
      this.values[index] = 0;
    }
    this.#prices.set(this.#costs);
    this.cost = 0;
    this.#pivots = 0;
    for (const [index, { factors, limit }] of this.#demands.entries()) {
      const row = this.#table[index] as Float64Array;
      row.fill(0);
      for (const [column, factor] of factors) row[column] = factor;
      this.#basic[index] = columns + index;
      this.#place[columns + index] = index;
      this.values[columns + index] = limit;
    }
    for (let column = 0; column < columns; column += 1) {
      this.#move(column, ((this.#costs[column] as number) < 0 ? this.high : this.low)[column] as number);
    }
  }

  /** Changes the bounds of a variable. */
  bound(variable: number, low: number, high: number): void {
    this.low[variable] = low;
    this.high[variable] = high;
    const place = this.#place[variable] as number;
    if (place >= 0) return;
    const column = -1 - place;
    const price = this.#prices[column] as number;
    const to = price < 0 && high < Number.POSITIVE_INFINITY ? high : low;
    this.#move(column, to);
  }

  /** The least cost, unless it is above the limit. @throws TooManyEdges */
  solve(mostCost: number): Outcome {
    for (;;) {
      if (this.#pivots > mostPivots) this.#begin();
      if (this.cost > mostCost) return "too dear";
      const row = this.#worstRow();
      if (row === -1) return "optimal";
      const variable = this.#basic[row] as number;
      const isLow = (this.values[variable] as number) < (this.low[variable] as number);
      const column = this.#enteringColumn(row, isLow);
      if (column === -1) return "infeasible";
      this.#pivot(row, column, (isLow ? this.low : this.high)[variable] as number);
    }
  }

  #worstRow(): number {
    let worst = tolerance;
    let found = -1;
    for (let row = 0; row < this.#rows; row += 1) {
      const variable = this.#basic[row] as number;
      const value = this.values[variable] as number;
      const beyond = Math.max((this.low[variable] as number) - value, value - (this.high[variable] as number));
      if (beyond > worst) {
        worst = beyond;
        found = row;
      }
    }
    return found;
  }

  /** The column that can make good what is wrong with a row, at the least cost. */
  #enteringColumn(row: number, isLow: boolean): number {
    const factors = this.#table[row] as Float64Array;
    let least = Number.POSITIVE_INFINITY;
    let strength = 0;
    let found = -1;
    for (let column = 0; column < this.#columns; column += 1) {
      const factor = factors[column] as number;
      if (factor < small && factor > -small) continue;
      const variable = this.#free[column] as number;
      if (this.low[variable] === this.high[variable]) continue;
      const isAtLow = this.values[variable] === this.low[variable];
      if (isLow === isAtLow ? factor > 0 : factor < 0) continue;
      const size = Math.abs(factor);
      const ratio = Math.abs(this.#prices[column] as number) / size;
      if (ratio < least - alike || (ratio <= least + alike && size > strength)) {
        least = Math.min(least, ratio);
        strength = size;
        found = column;
      }
    }
    return found;
  }

  #pivot(row: number, column: number, to: number): void {
    const own = this.#table[row] as Float64Array;
    const leaving = this.#basic[row] as number;
    const entering = this.#free[column] as number;
    const factor = own[column] as number;
    this.#move(column, (this.values[entering] as number) + ((this.values[leaving] as number) - to) / factor);
    this.values[leaving] = to;
    for (let index = 0; index < own.length; index += 1) own[index] = (own[index] as number) / factor;
    own[column] = 1 / factor;
    for (const other of this.#table) {
      const times = other[column] as number;
      if (other === own || (times < small && times > -small)) continue;
      subtract(other, own, times);
      other[column] = -times / factor;
      this.#work -= own.length;
    }
    const price = this.#prices[column] as number;
    subtract(this.#prices, own, price);
    this.#prices[column] = -price / factor;
    this.#basic[row] = entering;
    this.#free[column] = leaving;
    this.#place[entering] = row;
    this.#place[leaving] = -1 - column;
    this.#pivots += 1;
    this.#work -= own.length;
    if (this.#work < 0) throw new TooManyEdges();
  }

  /** Gives a variable that is not basic another value. */
  #move(column: number, to: number): void {
    const variable = this.#free[column] as number;
    const by = to - (this.values[variable] as number);
    if (by === 0) return;
    this.values[variable] = to;
    this.cost += (this.#prices[column] as number) * by;
    for (let row = 0; row < this.#rows; row += 1) {
      const factor = (this.#table[row] as Float64Array)[column] as number;
      const basic = this.#basic[row] as number;
      if (factor !== 0) this.values[basic] = (this.values[basic] as number) - factor * by;
    }
  }
}

function subtract(from: Float64Array, row: Float64Array, times: number): void {
  for (let index = 0; index < row.length; index += 1) {
    from[index] = (from[index] as number) - times * (row[index] as number);
  }
}
