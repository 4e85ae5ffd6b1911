// Zoom and read-out for the figures of this page.
//
// Each figure is an SVG that stands without this script. Its parts carry what is needed here: a panel its axes, a mark
// its numbers. Zooming moves the drawn shapes, so that lines keep their widths and points their sizes, and draws the
// ticks anew in the same style; reset puts every attribute back as it was.
"use strict";
(() => {
  const REACH = 40; // how far from the pointer a mark is still read out, in points of the figure
  const LABEL = 15; // lengths and sizes as in the drawing
  const [MAJOR, MINOR] = [10, 5];
  const [PER_X_LABEL, PER_Y_LABEL, PER_RATIO_LABEL] = [80, 52, 36];

  // ---- Marks -------------------------------------------------------------------------------------------------------

  /** Draws one shape of a mark under a zoom. Path data begin with M and go on with relative steps. */
  function mover(shape, x, y) {
    const number = name => Number(shape.getAttribute(name));
    if (shape.tagName === "text") {
      const box = shape.getBBox();
      const [middle, centre] = [box.x + box.width / 2, box.y + box.height / 2];
      const size = Number(shape.getAttribute("font-size") || LABEL);
      return () => {
        const grown = clamp(Math.min(x.k, y.k), 1, Math.max(1, LABEL / size));
        const [right, down] = [x.k * middle + x.t - grown * middle, y.k * centre + y.t - grown * centre];
        return {transform: `translate(${right} ${down})scale(${grown})`};
      };
    }
    if (shape.tagName === "image") {
      const [left, top, width, height] = ["x", "y", "width", "height"].map(number);
      return () => ({x: x.k * left + x.t, y: y.k * top + y.t, width: x.k * width, height: y.k * height});
    }
    const rigid = shape.dataset.part === "markers";
    const commands = (shape.getAttribute("d").match(/[a-z][^a-z]*/gi) || [])
      .map(([letter, ...rest]) => [letter, rest.length > 0 ? rest.join("").split(" ").map(Number) : []]);
    const moved = (letter, length, i) => {
      const axis = letter === "h" || (letter !== "v" && i % 2 === 0) ? x : y;
      const place = letter === "M" ? axis.k * length + axis.t : rigid ? length : axis.k * length;
      return Math.round(place * 100) / 100;
    };
    return () => ({
      d: commands.map(([letter, lengths]) => letter + lengths.map((l, i) => moved(letter, l, i)).join(" ")).join("")
    });
  }

  const ARRAYS = ["x", "xLow", "xHigh", "y", "low", "high", "error", "z"];

  function readMark({dataset}) {
    const read = name => dataset[name].split(" ").map(Number); // a ? becomes NaN
    const arrays = ARRAYS.filter(name => name in dataset).map(name => [name, read(name)]);
    return {kind: dataset.mark, label: dataset.label, ...Object.fromEntries(arrays)};
  }

  /** What of a mark lies nearest to the pointer: its place, distance and numbers. One function a kind of mark. */
  const nearest = {
    histogram(mark, x, y, [px, py]) {
      const bin = d3.bisectRight(mark.x, x.now.invert(px)) - 1;
      const value = mark.y[bin];
      if (!Number.isFinite(value)) {
        return [];
      }
      const [low, high] = [mark.x[bin], mark.x[bin + 1]];
      const at = [(x.now(low) + x.now(high)) / 2, value > 0 || !y.log ? y.now(value) : y.ends[1]];
      const error = mark.error[bin];
      return [{at, distance: Math.abs(py - at[1]), text: () => [x.range(low, high), y.text(value, error, error)]}];
    },

    points(mark, x, y, [px, py]) {
      return mark.x.map((value, i) => {
        const at = [x.now(value), y.now(mark.y[i])];
        const [low, high] = [mark.xLow[i], mark.xHigh[i]];
        const isBin = y.names.length === 0 && high > low;
        const across = () => isBin ? x.range(low, high) : x.text(value, value - low, high - value);
        const text = () => [across(), y.text(mark.y[i], mark.y[i] - mark.low[i], mark.high[i] - mark.y[i])];
        return {at, distance: Math.hypot(px - at[0], py - at[1]), text};
      });
    },

    curve(mark, x, y, [px, py]) {
      const places = mark.x.map((value, i) => [x.now(value), y.now(mark.y[i])]);
      return d3.pairs(places).map(([from, to], i) => {
        const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
        const along = clamp(((px - from[0]) * dx + (py - from[1]) * dy) / (dx * dx + dy * dy || 1), 0, 1);
        const at = [from[0] + along * dx, from[1] + along * dy];
        const value = y.now.invert(at[1]);
        const band = (mark.low ? [mark.low, mark.high] : []).map(edge => edge[i] + along * (edge[i + 1] - edge[i]));
        const errors = band.length > 0 ? [value - band[0], band[1] - value] : [];
        const text = () => [x.under(at[0]), y.text(value, ...errors)];
        return {at, distance: Math.hypot(px - at[0], py - at[1]), text};
      });
    },

    map(mark, x, y, [px, py]) {
      const column = d3.bisectRight(mark.x, x.now.invert(px)) - 1;
      const row = d3.bisectRight(mark.y, y.now.invert(py)) - 1;
      const value = mark.z[column * (mark.y.length - 1) + row];
      if (!Number.isFinite(value) || row < 0 || row > mark.y.length - 2) {
        return [];
      }
      const cell = [mark.x, mark.y].map((edges, i) => [edges[[column, row][i]], edges[[column, row][i] + 1]]);
      const number = (mark.label && mark.label + " = ") + rounded(value, 0);
      return [{distance: REACH / 4, text: () => [x.range(...cell[0]), y.range(...cell[1]), number]}];
    }
  };

  // ---- Figures -----------------------------------------------------------------------------------------------------

  const KEY = /Mac/.test(navigator.platform) ? "⌘" : "Ctrl";
  const HINT = matchMedia("(pointer: coarse)").matches ? "Tap to read values, pinch to zoom."
    : KEY + " + wheel zooms, drag moves, double click resets.";
  function enliven(figure, svg) {
    const all = selector => [...svg.querySelectorAll(selector)];
    const [xLabels] = all("[data-part=x-labels]");
    const yLabels = all("[data-part=y-labels]");
    const panels = all("[data-part=panel]").map((element, i) => {
      const frame = element.querySelector("svg");
      const [left, top, width, height] = ["x", "y", "width", "height"].map(name => Number(frame.getAttribute(name)));
      const y = new Axis(element, "y", top + height, top, i === 0 ? PER_Y_LABEL : PER_RATIO_LABEL);
      return {element, frame, left, top, width, height, y, labels: yLabels[i]};
    });
    const [main] = panels;
    const lowest = panels[panels.length - 1];
    const x = new Axis(main.element, "x", main.left, main.left + main.width, PER_X_LABEL);
    const axes = [x, ...panels.map(panel => panel.y)];
    const isZoomed = () => axes.some(axis => axis.k > 1);
    const replaced = all("[data-part=ticks],[data-part=x-labels],[data-part=y-labels]");
    let drawn = [];

    // A row under the drawing: what is read out, and buttons for keyboards and fingers.
    const row = d3.select(figure).insert("div", "figcaption").attr("class", "tools");
    const readOut = row.append("div").attr("class", "read-out").text(HINT);
    const button = (text, label, action) => row.append("button").attr("type", "button").attr("aria-label", label)
      .attr("title", label).text(text).on("click", action);
    button("+", "Zoom in", () => zoomBy(1.5));
    button("−", "Zoom out", () => zoomBy(1 / 1.5));
    const resetButton = button("Reset", "Show the whole figure", reset).attr("disabled", "");

    function zoomBy(k) {
      axes.forEach(axis => axis.zoom(k, (1 - k) * (axis.ends[0] + axis.ends[1]) / 2));
      draw();
    }

    function reset() {
      axes.forEach(axis => axis.reset());
      draw();
    }

    let moved; // the shapes of all marks with their own attributes and how they move, found at the first zoom
    const shapes = () => moved || (moved = panels.flatMap(panel =>
      [...panel.frame.querySelectorAll("path,image,text")].map(shape => {
        const own = Object.fromEntries(["d", "transform", "x", "y", "width", "height"]
          .map(name => [name, shape.getAttribute(name)]));
        return {shape, own, move: mover(shape, x, panel.y)};
      })));

    function draw() {
      const zoomed = isZoomed();
      shapes().forEach(({shape, own, move}) => Object.entries(zoomed ? move() : own).forEach(([name, value]) =>
        value === null ? shape.removeAttribute(name) : shape.setAttribute(name, value)));
      drawn.forEach(element => element.remove());
      drawn = zoomed ? [...panels.flatMap(drawFrame), drawXLabels(), ...backings()] : [];
      replaced.forEach(part => zoomed ? part.setAttribute("display", "none") : part.removeAttribute("display"));
      figure.classList.toggle("zoomed", zoomed);
      resetButton.attr("disabled", zoomed ? null : "");
    }

    const groupAfter = element => {
      const group = document.createElementNS(svg.namespaceURI, "g");
      element.after(group);
      return d3.select(group);
    };

    function drawFrame(panel) {
      const {element, left, top, width, height, y, labels} = panel;
      const lines = groupAfter(element.querySelector("[data-part=ticks]"));
      const path = d3.path();
      path.rect(left, top, width, height);
      const line = (fromX, fromY, dx, dy) => {
        path.moveTo(fromX, fromY);
        path.lineTo(fromX + dx, fromY + dy);
      };
      x.ticks().forEach(({value, major}) => {
        const [at, length] = [x.now(value), major ? MAJOR : MINOR];
        line(at, top, 0, length);
        line(at, top + height, 0, -length);
      });
      const numbers = groupAfter(labels);
      y.ticks().forEach(({value, major, label}) => {
        const [at, length] = [y.now(value), major ? MAJOR : MINOR];
        line(left, at, length, 0);
        line(left + width, at, -length, 0);
        const size = Math.min(LABEL, (left - 36) / (0.56 * label.length));
        writeSvg(numbers, label, left - 7, at + 0.355 * LABEL, "end", size);
      });
      moveNames(numbers, labels, y, "0 ", "");
      lines.append("path").attr("class", "l-ink").attr("stroke-width", 1.2).attr("d", path.toString());
      return [lines.node(), numbers.node()];
    }

    function drawXLabels() {
      const numbers = groupAfter(xLabels);
      const baseline = lowest.top + lowest.height + LABEL + 5;
      x.ticks().forEach(({value, label}) => writeSvg(numbers, label, x.now(value), baseline, "middle", LABEL));
      moveNames(numbers, xLabels, x, "", " 0");
      return numbers.node();
    }

    /** Copies of the categories' names beside the places where these now are. */
    function moveNames(group, labels, axis, before, after) {
      const first = Math.ceil(axis.full.domain()[0] - 0.5);
      [...(axis.names.length > 0 ? labels.children : [])].forEach((label, i) => {
        const [was, is] = [axis.full(first + i + 0.5), axis.now(first + i + 0.5)];
        if (is >= axis.ends[0] && is <= axis.ends[1]) {
          group.append("g").attr("transform", `translate(${before}${is - was}${after})`)
            .node().append(label.cloneNode(true));
        }
      });
    }

    /** Paper behind legend and notes, which marks may now pass. */
    function backings() {
      return all("[data-part=text]").filter(text => text.childElementCount > 0).map(text => {
        const {x: left, y: top, width, height} = text.getBBox();
        const paper = d3.create("svg:rect").attr("class", "f-paper").attr("fill-opacity", 0.85);
        paper.attr("x", left - 3).attr("y", top - 2).attr("width", width + 6).attr("height", height + 4);
        text.before(paper.node());
        return paper.node();
      });
    }

    // What the pointer finds, and gestures: in a frame both axes zoom, beside it the axis there.
    const ring = d3.create("svg:circle").attr("class", "l-ink").attr("stroke-width", 1.5).attr("r", 6);

    function readAt(event, panel) {
      const pointer = d3.pointer(event, svg);
      panel.marks = panel.marks || [...panel.element.querySelectorAll("[data-mark]")].map(readMark);
      const found = d3.least(panel.marks.flatMap(mark =>
        nearest[mark.kind](mark, x, panel.y, pointer).map(candidate => ({...candidate, mark}))),
        candidate => candidate.distance);
      ring.remove();
      const near = found && found.distance <= REACH ? found : undefined;
      if (near && near.at) {
        svg.append(ring.attr("cx", near.at[0]).attr("cy", near.at[1]).node());
      }
      const label = near && near.mark.kind !== "map" && near.mark.label ? [near.mark.label + ":"] : [];
      const numbers = near ? near.text() : [x.under(pointer[0]), panel.y.under(pointer[1])];
      writeHtml(readOut.node(), [...label, numbers.filter(text => text).join(", ")].join(" "));
    }

    function forget(event) {
      if (event.pointerType === "mouse") {
        ring.remove();
        readOut.text(HINT);
      }
    }

    function sense(left, top, width, height, zoomable, panel) {
      const area = d3.select(svg).append("rect").attr("class", "sense");
      area.attr("x", left).attr("y", top).attr("width", width).attr("height", height);
      let last = d3.zoomIdentity;
      const zoom = d3.zoom()
        .filter(event => event.type === "wheel" ? event.ctrlKey || event.metaKey
          : event.type === "touchstart" ? event.touches.length > 1 || isZoomed() : !event.button && !event.ctrlKey)
        .wheelDelta(event => -event.deltaY * [0.002, 0.05, 1][event.deltaMode] * (Math.abs(event.deltaY) < 30 ? 5 : 1))
        .on("zoom", ({transform}) => {
          const k = transform.k / last.k;
          zoomable.forEach(axis => axis.zoom(k, axis === x ? transform.x - k * last.x : transform.y - k * last.y));
          last = transform;
          ring.remove();
          draw();
        })
        .on("end", () => area.property("__zoom", last = d3.zoomIdentity));
      area.call(zoom).on("dblclick.zoom", reset);
      if (panel) {
        area.on("pointermove pointerdown", event => readAt(event, panel)).on("pointerleave", forget);
      }
    }

    panels.forEach(panel => {
      sense(panel.left, panel.top, panel.width, panel.height, [x, panel.y], panel);
      sense(0, panel.top, panel.left, panel.height, [panel.y]);
    });
    const below = lowest.top + lowest.height;
    sense(main.left, below, main.width, svg.viewBox.baseVal.height - below, [x]);
    addEventListener("beforeprint", () => isZoomed() && reset());
  }

  document.querySelectorAll("figure > svg").forEach(svg => {
    if (svg.querySelector("[data-mark]")) {
      enliven(svg.parentElement, svg);
    }
  });

  // Paper has no folds: all are open while the page is printed.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")];
    unfolded.forEach(fold => fold.setAttribute("open", ""));
  });
  addEventListener("afterprint", () => unfolded.forEach(fold => fold.removeAttribute("open")));
})();
