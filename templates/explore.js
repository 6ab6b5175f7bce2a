// Draws the designs of an exploration and shows what is known of one of them.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const by = (id) => document.getElementById(id);
  const PAD = { left: 64, right: 14, top: 12, bottom: 40 };
  const REACH = 14;
  const COLORS = ["#0068a8", "#b84700", "#2e7d32", "#8e24aa", "#00838f", "#ad8b00", "#c2185b", "#5d6470"];
  const LIGHT = ["#63b3ed", "#f2994a", "#81c784", "#ce93d8", "#4dd0e1", "#ffd54f", "#f48fb1", "#b0b8c4"];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const columns = new Map(data.columns.map((name, index) => [name, index]));
  const value = (row, name) => row[columns.get(name)];
  const done = data.rows.filter((row) => value(row, data.figures[0]) !== null);
  const state = { x: "", y: "", xlog: false, ylog: false, color: "precision", filters: {}, zoom: null, at: null };

  const option = (select, text) => {
    const made = document.createElement("option");
    made.textContent = text;
    select.append(made);
  };
  const distinct = (name) => [...new Set(data.rows.map((row) => String(value(row, name))))];
  const color = (row) => {
    const palette = dark.matches ? LIGHT : COLORS;
    return palette[Math.max(0, distinctColors.indexOf(String(value(row, state.color)))) % palette.length];
  };
  let distinctColors = [];

  const kept = () => done.filter((row) =>
    Object.entries(state.filters).every(([name, wanted]) => wanted === "" || String(value(row, name)) === wanted));

  const scale = (name, log) => (row) => {
    const number = value(row, name);
    return log ? Math.log10(Math.max(number, 1e-9)) : number;
  };

  const span = (numbers) => {
    const low = Math.min(...numbers);
    const high = Math.max(...numbers);
    const margin = (high - low || Math.abs(high) || 1) * 0.05;
    return [low - margin, high + margin];
  };

  const bounds = (rows) => {
    if (state.zoom) return state.zoom;
    if (rows.length === 0) return { x: [0, 1], y: [0, 1] };
    return { x: span(rows.map(scale(state.x, state.xlog))), y: span(rows.map(scale(state.y, state.ylog))) };
  };

  const ticks = ([low, high], log) => {
    const raw = (high - low) / 5;
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = log && raw < 1 ? Math.max(power, 0.25) : [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw);
    const list = [];
    for (let at = Math.ceil(low / step) * step; at <= high; at += step) list.push(at);
    return list;
  };

  const shown = (number, name) => {
    if (number === null) return "";
    if (name === "accuracy") return (100 * number).toFixed(2) + " %";
    const digits = Math.abs(number) < 10 ? 2 : 0;
    return Number(number.toFixed(digits)).toLocaleString("en");
  };

  // A point that is better in both figures hides those behind it.
  const steps = (rows) => {
    const sign = (name) => (data.more.includes(name) ? -1 : 1);
    const sorted = [...rows].sort((a, b) =>
      sign(state.x) * (value(a, state.x) - value(b, state.x)) || sign(state.y) * (value(a, state.y) - value(b, state.y)));
    let best = Infinity;
    return sorted.filter((row) => {
      const cost = sign(state.y) * value(row, state.y);
      const better = cost < best;
      best = Math.min(best, cost);
      return better;
    });
  };

  const canvas = by("canvas");
  const pen = canvas.getContext("2d");
  let places = [];

  const draw = () => {
    const box = canvas.getBoundingClientRect();
    const ratio = devicePixelRatio || 1;
    canvas.width = Math.round(box.width * ratio);
    canvas.height = Math.round(box.height * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const style = getComputedStyle(document.documentElement);
    const theme = (name) => style.getPropertyValue("--" + name).trim();
    const rows = kept();
    const range = bounds(rows);
    const width = box.width - PAD.left - PAD.right;
    const height = box.height - PAD.top - PAD.bottom;
    const toX = (number) => PAD.left + ((number - range.x[0]) / (range.x[1] - range.x[0])) * width;
    const toY = (number) => PAD.top + height - ((number - range.y[0]) / (range.y[1] - range.y[0])) * height;
    state.from = {
      x: (pixel) => range.x[0] + ((pixel - PAD.left) / width) * (range.x[1] - range.x[0]),
      y: (pixel) => range.y[0] + ((PAD.top + height - pixel) / height) * (range.y[1] - range.y[0]),
    };
    pen.clearRect(0, 0, box.width, box.height);
    pen.font = "12px system-ui, sans-serif";
    pen.fillStyle = theme("text");
    pen.strokeStyle = theme("line");
    pen.textAlign = "center";
    ticks(range.x, state.xlog).forEach((at, index, all) => {
      if (box.width < 500 && index % 2 === 1) return;
      line(toX(at), PAD.top, toX(at), PAD.top + height);
      pen.fillText(shown(state.xlog ? 10 ** at : at, state.x), toX(at), PAD.top + height + 16);
    });
    pen.textAlign = "right";
    ticks(range.y, state.ylog).forEach((at) => {
      line(PAD.left, toY(at), PAD.left + width, toY(at));
      pen.fillText(shown(state.ylog ? 10 ** at : at, state.y), PAD.left - 6, toY(at) + 4);
    });
    pen.textAlign = "right";
    pen.fillText(state.x, PAD.left + width, box.height - 8);
    pen.textAlign = "left";
    pen.fillText(state.y, PAD.left + 6, PAD.top + 12);
    pen.save();
    pen.beginPath();
    pen.rect(PAD.left, PAD.top, width, height);
    pen.clip();
    const x = scale(state.x, state.xlog);
    const y = scale(state.y, state.ylog);
    pen.strokeStyle = theme("muted");
    pen.setLineDash([4, 3]);
    pen.beginPath();
    steps(rows).forEach((row) => pen.lineTo(toX(x(row)), toY(y(row))));
    pen.stroke();
    pen.setLineDash([]);
    places = rows.map((row) => ({ row, x: toX(x(row)), y: toY(y(row)) }));
    for (const front of [false, true]) {
      for (const place of places) {
        if (value(place.row, "front") === front) dot(place, front, theme("text"));
      }
    }
    if (state.drag) {
      pen.strokeStyle = theme("link");
      pen.strokeRect(state.drag.x, state.drag.y, state.drag.toX - state.drag.x, state.drag.toY - state.drag.y);
    }
    pen.restore();
    by("counted").textContent = `${rows.length} of ${done.length} designs shown; those with a ring are on the front.`;
    canvas.dataset.drawn = String(rows.length);
  };

  const line = (x0, y0, x1, y1) => {
    pen.beginPath();
    pen.moveTo(x0, y0);
    pen.lineTo(x1, y1);
    pen.stroke();
  };

  const dot = (place, front, ring) => {
    pen.globalAlpha = value(place.row, "constraints") ? 1 : 0.35;
    pen.fillStyle = color(place.row);
    pen.beginPath();
    pen.arc(place.x, place.y, front ? 5.5 : 4, 0, 7);
    pen.fill();
    pen.globalAlpha = 1;
    if (front || place.row === state.chosen) {
      pen.strokeStyle = ring;
      pen.lineWidth = place.row === state.chosen ? 3 : 1.5;
      pen.stroke();
      pen.lineWidth = 1;
    }
  };

  const nearest = (x, y) => {
    let best = null;
    let least = REACH * REACH;
    for (const place of places) {
      const distance = (place.x - x) ** 2 + (place.y - y) ** 2;
      if (distance <= least) {
        least = distance;
        best = place;
      }
    }
    return best;
  };

  const settings = (row) => data.settings.map((name) => `${name}: ${value(row, name)}`).join("\n");

  const point = (event) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width };
  };

  const hover = (event) => {
    const at = point(event);
    if (state.drag) {
      state.drag.toX = at.x;
      state.drag.toY = at.y;
      draw();
      return;
    }
    const place = nearest(at.x, at.y);
    const tip = by("tip");
    tip.hidden = place === null;
    if (place === null) return;
    tip.textContent = `point ${value(place.row, "number")}\n${settings(place.row)}\n` +
      [state.x, state.y].map((name) => `${name}: ${shown(value(place.row, name), name)}`).join("\n");
    tip.style.left = `${Math.max(0, Math.min(at.x + 12, at.width - tip.offsetWidth - 4))}px`;
    tip.style.top = `${Math.max(0, Math.min(at.y + 12, canvas.clientHeight - tip.offsetHeight - 4))}px`;
  };

  const escaped = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  const snippet = (row) => {
    const lines = ["<configuration>"];
    Object.entries(value(row, "settings")).forEach(([name, text]) => lines.push(`  <${name}>${escaped(text)}</${name}>`));
    const foldings = value(row, "foldings");
    if (foldings.length > 0) {
      lines.push("  <foldings>");
      foldings.forEach((folding) => lines.push("    " + folding));
      lines.push("  </foldings>");
    }
    const layers = data.layers[value(row, "network")];
    if (layers) layers.split("\n").forEach((text) => lines.push("  " + text));
    return [...lines, "</configuration>"].join("\n");
  };

  const choose = (row) => {
    state.chosen = row;
    by("chosen").hidden = false;
    by("chosen-title").textContent = `Point ${value(row, "number")}`;
    const list = by("chosen-figures");
    list.replaceChildren();
    [...data.settings, ...data.figures].forEach((name) => {
      const term = document.createElement("dt");
      const text = document.createElement("dd");
      term.textContent = name;
      const own = value(row, name);
      text.textContent = typeof own === "number" && data.figures.includes(name) ? shown(own, name) : String(own);
      list.append(term, text);
    });
    by("snippet").textContent = snippet(row);
    draw();
  };

  canvas.addEventListener("pointerdown", (event) => {
    const at = point(event);
    state.drag = { x: at.x, y: at.y, toX: at.x, toY: at.y };
    by("tip").hidden = true;
  });
  canvas.addEventListener("pointermove", hover);
  canvas.addEventListener("pointerleave", () => { by("tip").hidden = true; });
  addEventListener("pointerup", () => {
    const drag = state.drag;
    if (!drag) return;
    state.drag = null;
    if (Math.abs(drag.toX - drag.x) > 8 && Math.abs(drag.toY - drag.y) > 8) {
      const sorted = (one, other) => (one < other ? [one, other] : [other, one]);
      state.zoom = {
        x: sorted(state.from.x(drag.x), state.from.x(drag.toX)),
        y: sorted(state.from.y(drag.y), state.from.y(drag.toY)),
      };
    } else {
      const place = nearest(drag.x, drag.y);
      if (place) choose(place.row);
    }
    draw();
  });
  const zoomOut = () => {
    state.zoom = null;
    draw();
  };
  canvas.addEventListener("dblclick", zoomOut);
  by("reset").addEventListener("click", zoomOut);

  const legend = () => {
    distinctColors = distinct(state.color);
    const palette = dark.matches ? LIGHT : COLORS;
    by("legend").replaceChildren(...distinctColors.map((name, index) => {
      const item = document.createElement("li");
      const mark = document.createElement("i");
      mark.style.background = palette[index % palette.length];
      item.append(mark, name);
      return item;
    }));
  };

  const changed = () => {
    state.x = by("x").value;
    state.y = by("y").value;
    state.xlog = by("xlog").checked;
    state.ylog = by("ylog").checked;
    state.color = by("color").value;
    document.querySelectorAll("#filters select").forEach((select) => {
      state.filters[select.name] = select.selectedIndex === 0 ? "" : select.value;
    });
    state.zoom = null;
    legend();
    draw();
  };

  for (const id of ["x", "y"]) data.figures.forEach((name) => option(by(id), name));
  by("x").value = data.axes[0];
  by("y").value = data.axes[1];
  data.settings.forEach((name) => option(by("color"), name));
  by("color").value = "precision";
  data.settings.forEach((name) => {
    const values = distinct(name);
    if (values.length < 2 || values.length > 200) return;
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.name = name;
    option(select, "all");
    values.forEach((text) => option(select, text));
    label.append(name + " ", select);
    by("filters").append(label);
  });
  document.querySelectorAll("form").forEach((form) => {
    form.addEventListener("change", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
  });
  document.querySelectorAll("button[data-point]").forEach((button) => button.addEventListener("click", () => {
    const row = done.find((one) => String(value(one, "number")) === button.dataset.point);
    if (!row) return;
    choose(row);
    by("chosen").scrollIntoView({ block: "nearest" });
  }));
  by("copy").addEventListener("click", () => {
    const range = document.createRange();
    range.selectNodeContents(by("snippet"));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    const said = () => { by("copy").textContent = "Copied"; };
    if (navigator.clipboard) navigator.clipboard.writeText(by("snippet").textContent).then(said, () => {});
    else if (document.execCommand("copy")) said();
  });
  dark.addEventListener("change", changed);
  new ResizeObserver(draw).observe(by("plot"));
  changed();
})();
