// Axes of figures: where values lie under a zoom, their ticks in the style of the drawing, and how numbers are written.
"use strict";

const LARGEST_ZOOM = 200;
const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

/** An axis between two places of the drawing. A zoom takes each place p to k·p + t. */
class Axis {
  constructor(panel, prefix, from, to, perLabel) {
    const read = key => panel.dataset[prefix + key] || "";
    this.log = read("Log") !== "";
    this.names = read("Names") ? read("Names").split("\n") : [];
    this.title = read("Name");
    this.unit = read("Unit");
    this.exponent = Number(read("Exponent"));
    this.labels = Math.max(2, Math.floor(Math.abs(to - from) / perLabel));
    this.full = (this.log ? d3.scaleLog() : d3.scaleLinear()).domain(read("Span").split(" ").map(Number));
    this.full.range([from, to]);
    this.ends = d3.extent([from, to]);
    this.reset();
  }

  reset() {
    [this.k, this.t] = [1, 0];
    this.now = this.full;
  }

  /** Zooms further, within the original axis: places go to k·p + t. */
  zoom(k, t) {
    const next = clamp(this.k * k, 1, LARGEST_ZOOM);
    const step = next / this.k;
    this.t = this.t * step + (k === 1 ? t : t / (1 - k) * (1 - step));
    this.t = clamp(this.t, this.ends[1] * (1 - next), this.ends[0] * (1 - next));
    this.k = next;
    const shown = this.full.range().map(place => this.full.invert((place - this.t) / this.k));
    this.now = this.k === 1 ? this.full : this.full.copy().domain(shown);
  }

  ticks() {
    const [min, max] = this.now.domain();
    if (this.names.length > 0) {
      return d3.range(Math.ceil(min - 1e-9), max + 1e-9).map(value => ({value, major: true, label: ""}));
    }
    return this.log && max / min >= 4 ? powers(min, max) : steps(min, max, this.labels, this.exponent);
  }

  /** A value with its unit, or the name of its category; with uncertainties to as many digits as they allow. */
  text(value, down = 0, up = 0) {
    if (this.names.length > 0) {
      return this.named(this.names[Math.floor(value)] || "");
    }
    const [number, errors] = measured(value, down, up);
    return this.named(number + errors);
  }

  /** A bin, or the name of its category. */
  range(low, high) {
    if (this.names.length > 0) {
      return this.text((low + high) / 2);
    }
    return this.named(rounded(low, 0) + " … " + rounded(high, 0));
  }

  /** The value under the pointer, to the digits that a point of the drawing tells apart. */
  under(place) {
    const value = this.now.invert(place);
    if (this.names.length > 0) {
      return this.text(value);
    }
    const size = Math.abs(this.now.invert(place + 1) - value);
    return this.named(rounded(value, size));
  }

  named(number) {
    return (this.title && this.title + " = ") + number + (this.unit && " " + this.unit);
  }
}

function steps(min, max, count, exponent) {
  const step = d3.tickStep(min, max, count);
  const power = Math.floor(Math.log10(step) + 1e-9);
  const parts = Math.round(step / 10 ** power) === 2 ? 4 : 5;
  const write = d3.format(`.${Math.max(0, exponent - power)}f`);
  const last = Math.floor(max / step * parts + 1e-6);
  return d3.range(Math.ceil(min / step * parts - 1e-6), last + 1).map(i => {
    const value = i * step / parts;
    return {value, major: i % parts === 0, label: i % parts === 0 ? write(value / 10 ** exponent) : ""};
  });
}

function powers(min, max) {
  const decades = Math.log10(max / min);
  const stride = Math.ceil(decades / 9);
  const between = decades < 2;
  const label = (digit, power) => {
    if (digit === 1 ? power % stride !== 0 : !between || (digit !== 2 && digit !== 5)) {
      return "";
    }
    const inFull = power === 0 || power === 1 || (between && Math.abs(power) <= 3);
    return inFull ? d3.format("~r")(digit * 10 ** power)
      : (digit === 1 ? "" : digit + "×") + "10^{" + String(power).replace("-", "−") + "}";
  };
  return d3.range(Math.floor(Math.log10(min) - 1e-9), Math.ceil(Math.log10(max)) + 1)
    .flatMap(power => d3.range(1, stride > 1 ? 2 : 10)
      .map(digit => ({value: digit * 10 ** power, major: digit === 1, label: label(digit, power)})))
    .filter(tick => tick.value >= min * (1 - 1e-9) && tick.value <= max * (1 + 1e-9));
}

// ---- Numbers and text --------------------------------------------------------------------------------------------

function measured(value, down, up) {
  if (!(down > 0 || up > 0)) {
    return [rounded(value, 0), ""];
  }
  const size = (down > 0 && up > 0 ? Math.min(down, up) : Math.max(down, up)) / 10;
  const [below, above] = [down, up].map(error => rounded(error || 0, size));
  return [rounded(value, size), below === above ? " ± " + above : ` +${above} −${below}`];
}

/** A number to the digits of a size; with four digits where it is 0, counts in full. */
function rounded(value, size) {
  if (!Number.isFinite(value)) {
    return "—";
  }
  const largest = Math.max(Math.abs(value), size);
  if (value !== 0 && (largest >= 1e7 || largest < 1e-4)) {
    const [digits, power] = d3.format(".3e")(value).split("e");
    return digits + " × 10^{" + power.replace("+", "") + "}";
  }
  if (size > 0) {
    return d3.format(`.${d3.precisionFixed(size)}f`)(value);
  }
  return Number.isInteger(value) ? d3.format("d")(value) : d3.format(".4~r")(value);
}

/** Text with p_{T} and 10^{3} as pieces: [characters, "", "_" or "^"]. */
const pieces = source => source.split(/([_^]\{[^}]*\})/).filter(piece => piece)
  .map(piece => /^[_^]\{/.test(piece) ? [piece.slice(2, -1), piece[0]] : [piece, ""]);

function writeHtml(parent, source) {
  parent.replaceChildren(...pieces(source).map(([text, level]) => {
    const node = document.createElement(level === "_" ? "sub" : level === "^" ? "sup" : "span");
    node.textContent = text;
    return node;
  }));
}

function writeSvg(parent, source, x, y, anchor, size) {
  if (!source) {
    return;
  }
  const text = parent.append("text").attr("class", "f-ink").attr("x", x).attr("y", y);
  text.attr("text-anchor", anchor).attr("font-size", size);
  pieces(source).forEach(([characters, level]) => {
    const run = text.append("tspan").text(characters);
    if (level) {
      run.attr("font-size", 0.7 * size).attr("dy", (level === "^" ? -0.38 : 0.22) * size);
    }
  });
}
