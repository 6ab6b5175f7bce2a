// Draws the charts from the cells of the page's own tables, so that a chart and its numbers cannot disagree.
"use strict";
(() => {
  const HEIGHT = { lines: 240, histogram: 200, bars: 260 };
  const DASHES = [[6, 4], undefined, [2, 3]];
  const PRINT_WIDTH = 330;
  const FONT = "12px system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

  const number = (cell) => {
    const text = cell.textContent.replace(/[,%\s]/g, "");
    return text === "" ? null : Number(text);
  };

  const read = (box) => {
    const table = document.getElementById(box.dataset.table);
    const names = [...table.tBodies[0].rows].map((row) => row.cells[0].textContent);
    const headers = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
    const rows = [...table.tBodies[0].rows];
    const columns = box.dataset.columns.split(",").map(Number);
    return {
      rows: names,
      x: rows.map((row) => Number(row.dataset.x)),
      names: columns.map((column) => headers[column]),
      values: columns.map((column) => rows.map((row) => number(row.cells[column]))),
    };
  };

  const palette = (element) => {
    const style = getComputedStyle(element);
    const color = (name) => style.getPropertyValue("--" + name).trim();
    return {
      text: color("text"), muted: color("muted"), line: color("line"),
      series: [color("first"), color("second"), color("third")], range: color("range"), edge: color("range-edge"),
    };
  };

  const axis = (colors, more) => ({
    stroke: colors.text, font: FONT, labelFont: FONT, labelSize: 20,
    grid: { stroke: colors.line, width: 1 }, ticks: { stroke: colors.line, width: 1, size: 4 }, ...more,
  });

  // A vertical line at the row that the table's text singles out.
  const marked = (x, colors) => (u) => {
    const left = Math.round(u.valToPos(x, "x", true));
    u.ctx.save();
    u.ctx.strokeStyle = colors.muted;
    u.ctx.lineWidth = devicePixelRatio;
    u.ctx.beginPath();
    u.ctx.moveTo(left, u.bbox.top);
    u.ctx.lineTo(left, u.bbox.top + u.bbox.height);
    u.ctx.stroke();
    u.ctx.restore();
  };

  const lines = (data, box, colors) => {
    const mark = box.dataset.mark;
    const last = data.x[data.x.length - 1];
    return {
      scales: { x: { time: false, range: [data.x[0] - 0.5, last + 0.5] } },
      axes: [
        axis(colors, { label: "epoch", incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], size: 36 }),
        axis(colors, { size: 56 }),
      ],
      series: [{ label: "epoch", value: (u, x) => (x === null ? "" : "epoch " + x) }].concat(data.names.map((name, i) => ({
        label: name, stroke: colors.series[i], width: 2, dash: data.names.length > 1 ? DASHES[i] : undefined,
        points: { show: last < 40, size: 5, fill: colors.series[i] },
        value: (u, value) => (value === null ? "" : String(value)),
      }))),
      hooks: { drawClear: mark === "" ? [] : [marked(Number(mark), colors)] },
    };
  };

  const superscript = (n) => String(n).replace(/./g, (c) => (c === "-" ? "\u207b" : "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"[c]));

  // The range that the format tells apart, behind everything else.
  const shaded = (low, high, colors) => (u) => {
    const edge = (x) => Math.min(Math.max(u.valToPos(x, "x", true), u.bbox.left), u.bbox.left + u.bbox.width);
    const left = edge(low);
    const right = edge(high);
    u.ctx.save();
    u.ctx.fillStyle = colors.range;
    u.ctx.fillRect(left, u.bbox.top, right - left, u.bbox.height);
    u.ctx.strokeStyle = colors.edge;
    u.ctx.lineWidth = 2 * devicePixelRatio;
    u.ctx.beginPath();
    for (const x of [left, right]) {
      u.ctx.moveTo(x, u.bbox.top);
      u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
    }
    u.ctx.stroke();
    u.ctx.restore();
  };

  const decades = (max) => {
    const result = [];
    for (let value = 1; value <= max * 2; value *= 10) {
      result.push(value);
    }
    return result;
  };

  const compact = (value) => (value >= 1e6 ? value / 1e6 + "M" : value >= 1e3 ? value / 1e3 + "k" : String(value));

  const histogram = (data, box, colors) => {
    const low = Number(box.dataset.low);
    const high = Number(box.dataset.high);
    const sides = data.values.length;
    // The first bar may stand for everything below it, which its row says.
    const lumped = (e) => e === data.x[0] && data.rows[0].startsWith("all");
    const first = Math.min(low, ...data.x) - 1;
    const end = Math.max(high, ...data.x.map((x) => x + 1)) + 1;
    const top = Math.max(1, ...data.values.flat());
    return {
      scales: { x: { time: false, range: [first, end] }, y: { distr: 3, range: [0.5, top * 2] } },
      axes: [
        axis(colors, {
          label: "magnitude", size: 32, incrs: [1, 2, 4, 8, 16, 32], space: 36, grid: { show: false },
          values: (u, exponents) => exponents.map((e) => (lumped(e) ? "<2" + superscript(e + 1) : "2" + superscript(e))),
        }),
        axis(colors, {
          label: "values", size: 44, splits: () => decades(top), filter: (u, splits) => splits,
          values: (u, counts) => counts.map(compact),
        }),
      ],
      series: [{ label: "from", value: (u, e) => (e === null ? "" : lumped(Math.floor(e)) ? data.rows[0] : "from 2" + superscript(Math.floor(e))) }].concat(
        data.names.map((name, i) => ({
          label: name, stroke: colors.series[i], fill: colors.series[i], width: 0, points: { show: false },
          paths: uPlot.paths.bars({ size: [0.9, Infinity], align: 1 }),
          value: (u, value, series, i) => (i === null ? "" : data.values[series - 1][Math.floor(i / sides)].toLocaleString("en-US")),
        }))),
      hooks: { drawClear: [shaded(low, high, colors)] },
    };
  };

  // Bars of several series share a bin: each gets its part of it. A logarithm has no place for zero.
  const beside = (data, gap) => {
    const sides = data.values.length + gap;
    const slots = [...Array(sides).keys()];
    const spread = (of) => data.x.flatMap((x, row) => slots.map((side) => of(x, row, side)));
    return [
      spread((x, row, side) => x + side / sides),
      ...data.values.map((counts, series) => spread((x, row, side) => (side === series && counts[row] > 0 ? counts[row] : null))),
    ];
  };

  // A group of bars for each row, by its name; zero has no place on a logarithmic scale.
  const bars = (data, box, colors) => {
    const sides = data.values.length;
    const logarithmic = box.dataset.mark === "log";
    const values = data.values.flat().filter((value) => value > 0);
    const scale = logarithmic ? { distr: 3, range: [Math.min(1, ...values) / 2, 200] } : { range: [0, Math.max(1e-9, ...values) * 1.05] };
    return {
      scales: { x: { time: false, range: [data.x[0] - 0.2, data.x[data.x.length - 1] + 1.2] }, y: scale },
      axes: [
        axis(colors, {
          size: 84, rotate: -90, space: 12, incrs: [1], grid: { show: false },
          splits: () => data.x.map((x) => x + 0.4), values: () => data.rows,
        }),
        axis(colors, { size: 56, ...(logarithmic ? { values: (u, ticks) => ticks.map((tick) => (Number.isInteger(Math.log10(tick)) ? String(tick) : "")) } : {}) }),
      ],
      series: [{ label: "layer", value: (u, x) => (x === null ? "" : data.rows[Math.floor(x)]) }].concat(data.names.map((name, i) => ({
        label: name, stroke: colors.series[i], fill: colors.series[i], width: 0, points: { show: false },
        paths: uPlot.paths.bars({ size: [0.9, Infinity], align: 1 }),
        value: (u, value, series, i) => (i === null ? "" : String(data.values[series - 1][Math.floor(i / (sides + 1))] ?? "")),
      }))),
    };
  };

  const draw = (box, colors, width) => {
    const data = read(box);
    if (data.x.length === 0) {
      return null;
    }
    const kind = box.dataset.kind;
    const options = { lines, histogram, bars }[kind](data, box, colors);
    return new uPlot({
      width, height: HEIGHT[kind], padding: [10, 12, 0, 0], cursor: { drag: { setScale: false, x: false, y: false } }, ...options,
    }, kind === "lines" ? [data.x, ...data.values] : beside(data, kind === "bars" ? 1 : 0), box);
  };

  const boxes = [...document.querySelectorAll(".chart")];
  const charts = new Map();

  const redraw = (element, widthOf) => {
    const colors = palette(element);
    for (const box of boxes) {
      charts.get(box)?.destroy();
      charts.set(box, draw(box, colors, widthOf(box)));
    }
  };

  const onScreen = () => redraw(document.documentElement, (box) => box.parentElement.clientWidth);

  onScreen();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", onScreen);
  addEventListener("beforeprint", () => redraw(document.querySelector(".print-palette"), () => PRINT_WIDTH));
  addEventListener("afterprint", onScreen);
  const resizing = new ResizeObserver((entries) => {
    for (const entry of entries) {
      const box = entry.target.querySelector(".chart");
      const chart = charts.get(box);
      if (chart && chart.width !== entry.target.clientWidth) {
        chart.setSize({ width: entry.target.clientWidth, height: chart.height });
      }
    }
  });
  boxes.forEach((box) => resizing.observe(box.parentElement));
})();
