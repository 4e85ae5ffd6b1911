// Scenes that can be turned.
//
// Each scene is an SVG that stands without this script; where WebGL is missing it stays. Otherwise a canvas takes the
// place of its view, and shows the same from the same side until it is turned. All canvases share one renderer, for a
// browser grants a page few. Nothing moves by itself.
"use strict";
(() => {
  const TURN = 0.008; // radians a pixel of a drag
  const STEP = Math.PI / 36; // radians a press of an arrow key
  const STEEPEST = Math.PI / 2 - 0.01;
  const [NEAREST, FARTHEST] = [12, 0.5];
  const TRACK = 0.0035; // half the width of a line, and the radius of a point, in lengths of the block's longest side
  const POINT = 0.009;
  const [LABEL, TITLE] = [13, 15]; // sizes of text as in the drawing
  const HINT = matchMedia("(pointer: coarse)").matches ? "Drag sideways to turn."
    : "Drag turns, wheel zooms after a click (or with Ctrl), arrow keys too, double click resets.";

  const spaces = [...document.querySelectorAll(".space")];
  const surface = document.createElement("canvas");
  const context = surface.getContext("webgl2", {antialias: true, alpha: true});
  if (!context) {
    return;
  }
  const renderer = new three.WebGLRenderer({canvas: surface, context, alpha: true});
  renderer.setClearColor(0, 0);

  /** The colours of the page as it is now, by the names of the drawing's classes. */
  function inks(svg) {
    const probe = document.createElementNS(svg.namespaceURI, "path");
    svg.append(probe);
    return {
      of(name) {
        probe.setAttribute("class", "f-" + name);
        return getComputedStyle(probe).fill;
      },
      done: () => probe.remove()
    };
  }

  // ---- What is in a scene ------------------------------------------------------------------------------------------

  const place = (list, i) => new three.Vector3(list[3 * i], list[3 * i + 1], list[3 * i + 2]);

  /** Boxes, each face of its own brightness, in one object. */
  function cells({at, half, colour, colours}) {
    const geometry = new three.BoxGeometry(2, 2, 2);
    const shades = [0.82, 0.82, 1, 1, 0.66, 0.66].flatMap(shade => Array(12).fill(shade)); // 4 corners a face
    geometry.setAttribute("color", new three.Float32BufferAttribute(shades, 3));
    const mesh = new three.InstancedMesh(geometry, new three.MeshBasicMaterial({vertexColors: true}), colour.length);
    const matrix = new three.Matrix4();
    const levels = colours.map(name => new three.Color(name));
    colour.forEach((level, i) => {
      matrix.makeScale(half[3 * i], half[3 * i + 1], half[3 * i + 2]).setPosition(place(at, i));
      mesh.setMatrixAt(i, matrix);
      mesh.setColorAt(i, levels[level]);
    });
    return mesh;
  }

  const above = {depthTest: false, transparent: true}; // lines and points are seen through boxes, as in the drawing

  /** Lines as thin rods, one for each piece. */
  function rods(paths, material) {
    const pieces = paths.flatMap(path =>
      Array.from({length: path.length / 3 - 1}, (_, i) => [place(path, i), place(path, i + 1)]));
    const mesh = new three.InstancedMesh(new three.CylinderGeometry(TRACK, TRACK, 1, 8, 1), material, pieces.length);
    const up = new three.Vector3(0, 1, 0);
    const turn = new three.Quaternion();
    pieces.forEach(([from, to], i) => {
      const length = from.distanceTo(to);
      turn.setFromUnitVectors(up, to.clone().sub(from).divideScalar(length || 1));
      const middle = from.clone().add(to).divideScalar(2);
      mesh.setMatrixAt(i, new three.Matrix4().compose(middle, turn, new three.Vector3(1, length, 1)));
    });
    mesh.renderOrder = 2;
    return mesh;
  }

  function dots(at, material) {
    const mesh = new three.InstancedMesh(new three.SphereGeometry(POINT, 16, 12), material, at.length / 3);
    for (let i = 0; i < at.length / 3; i++) {
      mesh.setMatrixAt(i, new three.Matrix4().setPosition(place(at, i)));
    }
    mesh.renderOrder = 3;
    return mesh;
  }

  function wires(paths, material) {
    const ends = paths.flatMap(path =>
      Array.from({length: path.length / 3 - 1}, (_, i) => path.slice(3 * i, 3 * i + 6)).flat());
    const geometry = new three.BufferGeometry();
    geometry.setAttribute("position", new three.Float32BufferAttribute(ends, 3));
    return new three.LineSegments(geometry, material);
  }

  /** The twelve edges of the block. */
  function block(sides, material) {
    return new three.LineSegments(new three.EdgesGeometry(new three.BoxGeometry(...sides)), material);
  }

  // ---- One scene ---------------------------------------------------------------------------------------------------

  function enliven(space) {
    const data = JSON.parse(space.dataset.scene);
    const figure = space.parentElement;
    const svg = space.querySelector("svg");
    const [left, top, width, height] = data.area;
    const canvas = document.createElement("canvas");
    const start = new three.Spherical().setFromVector3(new three.Vector3(...data.towards));
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", svg.querySelector("title").textContent
      + ", in space. Arrow keys turn it, plus and minus zoom, Home resets.");
    Object.assign(canvas.style, {left: 100 * left + "%", top: 100 * top + "%", width: 100 * width + "%",
      height: 100 * height + "%"});
    space.append(canvas);
    space.classList.add("live");

    const scene = new three.Scene();
    const tinted = []; // materials that follow the page's colours
    const tint = (material, ink) => {
      tinted.push({material, ink});
      return material;
    };
    scene.add(block(data.sides, tint(new three.LineBasicMaterial({transparent: true, opacity: 0.6}), "ink")));
    data.lines.forEach(({ink, outline, paths}) => scene.add(outline
      ? wires(paths, tint(new three.LineBasicMaterial(), ink))
      : rods(paths, tint(new three.MeshBasicMaterial(above), ink))));
    data.points.forEach(({ink, at}) => scene.add(dots(at, tint(new three.MeshBasicMaterial(above), ink))));
    data.boxes.filter(({colour}) => colour.length > 0).forEach(boxes => scene.add(cells(boxes)));

    const camera = new three.OrthographicCamera(...[0, 1, 3, 2].map(i => data.window[i]), 0.1, 20);
    let angles;
    const reset = () => {
      angles = start.clone();
      camera.zoom = 1;
      show();
    };
    const turn = (right, down) => {
      angles.theta -= right;
      angles.phi = Math.max(Math.PI / 2 - STEEPEST, Math.min(Math.PI / 2 + STEEPEST, angles.phi - down));
      show();
    };
    const zoom = by => {
      camera.zoom = Math.max(FARTHEST, Math.min(NEAREST, camera.zoom * by));
      show();
    };

    let asked = false;
    function show() {
      if (!asked) {
        asked = true;
        requestAnimationFrame(() => {
          asked = false;
          draw();
        });
      }
    }

    function draw() {
      const density = window.devicePixelRatio || 1;
      const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
      if (wide === 0 || high === 0) {
        return;
      }
      const colours = inks(svg);
      tinted.forEach(({material, ink}) => material.color.setStyle(colours.of(ink)));
      const ink = colours.of("ink");
      colours.done();
      renderer.setPixelRatio(density);
      renderer.setSize(wide, high, false);
      camera.position.setFromSpherical(angles).multiplyScalar(5);
      camera.lookAt(0, 0, 0);
      camera.updateProjectionMatrix();
      renderer.render(scene, camera);
      canvas.width = surface.width;
      canvas.height = surface.height;
      const picture = canvas.getContext("2d");
      picture.drawImage(surface, 0, 0);
      picture.scale(density, density);
      label(picture, wide, high, ink);
    }

    /** Numbers and titles along three edges of the block that lie at its rim. */
    function label(picture, wide, high, ink) {
      const scale = wide / (width * data.wide);
      const towards = camera.position;
      const onScreen = at => {
        const place = new three.Vector3(...at).project(camera);
        return [(place.x + 1) * wide / 2, (1 - place.y) * high / 2];
      };
      const sign = value => value < 0 ? -1 : 1;
      const face = data.sides.map((side, axis) => sign(towards.getComponent(axis)) * side / 2);
      const rim = sign(towards.y);
      const edges = [[[0, -data.sides[1] / 2, rim * face[2]]], [[face[0], 0, -face[2]], [-face[0], 0, face[2]]],
        [[rim * face[0], -data.sides[1] / 2, 0]]];
      picture.fillStyle = picture.strokeStyle = ink;
      const middle = onScreen([0, 0, 0]);
      data.axes.forEach(({title, at, labels}, axis) => {
        const [edge] = edges[axis].sort((a, b) => onScreen(a)[0] - onScreen(b)[0]);
        const centre = onScreen(edge);
        const distance = Math.hypot(centre[0] - middle[0], centre[1] - middle[1]) || 1;
        const [awayX, awayY] = [0, 1].map(i => (centre[i] - middle[i]) / distance);
        const write = (text, [x, y], far) => picture.fillText(text, x + far * awayX, y + far * awayY);
        picture.textBaseline = "middle";
        picture.textAlign = awayX < -0.3 ? "right" : awayX > 0.3 ? "left" : "center";
        const font = getComputedStyle(svg).fontFamily;
        picture.font = `${LABEL * scale}px ${font}`;
        let widest = 0;
        at.forEach((value, i) => {
          const tick = onScreen(edge.map((place, other) => other === axis ? value : place));
          picture.beginPath();
          picture.moveTo(...tick);
          picture.lineTo(tick[0] + 5 * scale * awayX, tick[1] + 5 * scale * awayY);
          picture.stroke();
          write(labels[i], tick, 9 * scale);
          widest = Math.max(widest, picture.measureText(labels[i]).width);
        });
        picture.font = `${TITLE * scale}px ${font}`;
        picture.textAlign = "center";
        const half = data.sides[axis] / 2;
        const ends = [-half, half].map(end => onScreen(edge.map((place, i) => i === axis ? end : place)));
        let slope = Math.atan2(ends[1][1] - ends[0][1], ends[1][0] - ends[0][0]);
        slope += slope > Math.PI / 2 ? -Math.PI : slope <= -Math.PI / 2 - 1e-6 ? Math.PI : 0;
        picture.save();
        const far = widest * Math.abs(awayX) + (14 + TITLE) * scale;
        picture.translate(centre[0] + far * awayX, centre[1] + far * awayY);
        picture.rotate(slope);
        picture.fillText(title, 0, 0);
        picture.restore();
      });
    }

    // Mouse, fingers and keys.
    let last;
    canvas.addEventListener("pointerdown", event => {
      if (event.button === 0) {
        last = [event.clientX, event.clientY];
        canvas.setPointerCapture(event.pointerId);
      }
    });
    canvas.addEventListener("pointermove", event => {
      if (last) {
        turn(TURN * (event.clientX - last[0]), TURN * (event.clientY - last[1]));
        last = [event.clientX, event.clientY];
      }
    });
    ["pointerup", "pointercancel"].forEach(name => canvas.addEventListener(name, () => {
      last = undefined;
    }));
    canvas.addEventListener("wheel", event => {
      if (event.ctrlKey || event.metaKey || document.activeElement === canvas) {
        event.preventDefault();
        zoom(Math.exp(-event.deltaY * [0.002, 0.05, 1][event.deltaMode]));
      }
    }, {passive: false});
    canvas.addEventListener("dblclick", reset);
    const keys = {
      ArrowLeft: () => turn(-STEP, 0), ArrowRight: () => turn(STEP, 0),
      ArrowUp: () => turn(0, -STEP), ArrowDown: () => turn(0, STEP),
      "+": () => zoom(1.2), "=": () => zoom(1.2), "-": () => zoom(1 / 1.2), Home: reset
    };
    canvas.addEventListener("keydown", event => {
      if (Object.hasOwn(keys, event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        keys[event.key]();
      }
    });

    const row = document.createElement("div");
    row.className = "tools";
    const hint = document.createElement("div");
    hint.className = "read-out";
    hint.textContent = HINT;
    row.append(hint);
    [["+", "Zoom in", () => zoom(1.5)], ["−", "Zoom out", () => zoom(1 / 1.5)], ["Reset", "Show it as it was", reset]]
      .forEach(([text, name, action]) => {
        const button = document.createElement("button");
        Object.assign(button, {type: "button", textContent: text, title: name, ariaLabel: name});
        button.addEventListener("click", action);
        row.append(button);
      });
    figure.insertBefore(row, figure.querySelector("figcaption"));

    new ResizeObserver(show).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    reset();
  }

  spaces.forEach(enliven);
})();
