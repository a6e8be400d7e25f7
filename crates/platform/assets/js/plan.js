// Draws a level over the form that holds it: rectangles are moved and sized with a pointer or with the arrow keys, and every change is
// written into the fields of its line. The form alone does the same.
//
// <form data-plan data-unit="40" data-says-…>  [data-tools] and [data-frame] are hidden until this runs.
//   svg[data-drawing], [data-add], [data-undo], [data-remove], tbody[data-lines] > tr[data-line="n"], input[data-count]
//   fields of a line: resource_n, label_n, x_n, y_n, wide_n, high_n, remove_n; of the plan: wide, high
(() => {
  const form = document.querySelector("form[data-plan]");
  const svg = form?.querySelector("[data-drawing]");
  if (!svg) return;
  const UNIT = Number(form.dataset.unit);
  const MOST = 150;
  const live = document.getElementById("live");
  const button = (name) => form.querySelector(`[data-${name}]`);
  const field = (name, line) => form.elements[line ? `${name}_${line}` : name];
  const whole = (input) => Number.parseInt(input?.value ?? "", 10);
  const side = (name) => { const value = whole(field(name)); return value >= 4 && value <= 80 ? value : 24; };
  const rows = () => [...form.querySelectorAll("[data-line]")];
  const numbers = () => rows().map((row) => Number(row.dataset.line));
  const made = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };

  let chosen = null;
  const past = [];
  const FIELDS = ["resource", "label", "x", "y", "wide", "high"];
  const kept = (line) => Object.fromEntries([...FIELDS.map((name) => [name, field(name, line).value]), ["remove", field("remove", line).checked]]);
  const state = () => new Map(numbers().map((line) => [line, kept(line)]));
  const remember = () => { past.push(state()); if (past.length > 60) past.shift(); button("undo").disabled = false; };
  const area = (line) => {
    const [x, y, wide, high] = ["x", "y", "wide", "high"].map((name) => whole(field(name, line)));
    return [x, y, wide, high].every(Number.isInteger) && !field("remove", line).checked ? { x, y, wide, high } : null;
  };
  const put = (line, given) => {
    const wide = Math.max(1, Math.min(given.wide, side("wide")));
    const high = Math.max(1, Math.min(given.high, side("high")));
    const x = Math.max(0, Math.min(given.x, side("wide") - wide));
    const y = Math.max(0, Math.min(given.y, side("high") - high));
    Object.entries({ x, y, wide, high }).forEach(([name, value]) => { field(name, line).value = value; });
  };
  const called = (line) => {
    const select = field("resource", line);
    return field("label", line).value.trim() || (select.value ? select.selectedOptions[0].text : `${line}`);
  };
  const said = (text, line, at) => Object.entries({ name: called(line), ...at }).reduce((all, [key, value]) => all.replaceAll(`%${key}%`, value), text);
  const announce = (text) => { if (live) live.textContent = text; };

  const draw = () => {
    const [wide, high] = [side("wide") * UNIT, side("high") * UNIT];
    svg.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    const picture = svg.querySelector("[data-picture]");
    picture?.setAttribute("width", wide);
    picture?.setAttribute("height", high);
    for (const old of svg.querySelectorAll("[data-shape], [data-grid]")) old.remove();
    const grid = made("g", { "data-grid": "", class: "plan-grid" });
    for (let x = 0; x <= wide; x += UNIT) grid.append(made("line", { x1: x, x2: x, y1: 0, y2: high }));
    for (let y = 0; y <= high; y += UNIT) grid.append(made("line", { x1: 0, x2: wide, y1: y, y2: y }));
    svg.append(grid);
    for (const line of numbers()) {
      const at = area(line);
      if (!at) continue;
      const shape = made("g", { "data-shape": line, tabindex: 0, role: "button", "aria-pressed": line === chosen, "aria-label": said(form.dataset.saysShape, line, at), class: field("resource", line).value ? "plan-space plan-drawn" : "plan-plain plan-drawn" });
      shape.append(made("rect", { x: at.x * UNIT + 2, y: at.y * UNIT + 2, width: at.wide * UNIT - 4, height: at.high * UNIT - 4, rx: 5 }));
      const text = made("text", { x: (at.x + at.wide / 2) * UNIT, y: (at.y + at.high / 2) * UNIT + 6, "font-size": 18 });
      text.textContent = called(line);
      shape.append(text);
      if (line === chosen) shape.append(made("rect", { "data-handle": "", class: "plan-handle", x: (at.x + at.wide) * UNIT - 16, y: (at.y + at.high) * UNIT - 16, width: 20, height: 20, rx: 4 }));
      svg.append(shape);
    }
    button("remove").disabled = chosen === null;
  };
  const choose = (line, focus) => {
    chosen = line;
    draw();
    if (focus) svg.querySelector(`[data-shape="${line}"]`)?.focus();
  };

  // A blank line to draw on; a new one like the last when none is left.
  const blank = () => {
    const free = numbers().find((line) => FIELDS.every((name) => field(name, line).value === ""));
    if (free !== undefined) return free;
    const last = rows().at(-1);
    const line = Number(last.dataset.line) + 1;
    if (line > MOST) return undefined;
    const row = last.cloneNode(true);
    row.dataset.line = line;
    for (const problem of row.querySelectorAll(".problem")) problem.remove();
    for (const input of row.querySelectorAll("input, select")) {
      input.name = input.name.replace(/_\d+$/, `_${line}`);
      if (input.id) input.id = input.id.replace(/_\d+$/, `_${line}`);
      input.setAttribute("aria-label", input.getAttribute("aria-label").replace(/\d+/, line));
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
      if (input.type === "checkbox") input.checked = false; else input.value = "";
    }
    last.after(row);
    form.querySelector("[data-count]").value = line;
    return line;
  };
  const add = () => {
    const line = blank();
    if (line === undefined) return;
    remember();
    field("label", line).value = form.dataset.saysNew;
    put(line, { x: 1, y: 1, wide: 4, high: 3 });
    choose(line, true);
  };
  const remove = () => {
    if (chosen === null) return;
    remember();
    announce(said(form.dataset.saysRemoved, chosen, {}));
    field("remove", chosen).checked = true;
    chosen = null;
    draw();
    button("undo").focus();
  };
  const undo = () => {
    const before = past.pop();
    if (!before) return;
    for (const line of numbers()) {
      const was = before.get(line) ?? { resource: "", label: "", x: "", y: "", wide: "", high: "", remove: false };
      FIELDS.forEach((name) => { field(name, line).value = was[name]; });
      field("remove", line).checked = was.remove;
    }
    if (chosen !== null && !area(chosen)) chosen = null;
    button("undo").disabled = past.length === 0;
    draw();
  };

  // From the place of the pointer on the screen to units of the grid.
  const onGrid = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return { x: point.x / UNIT, y: point.y / UNIT };
  };
  svg.addEventListener("pointerdown", (event) => {
    const shape = event.target.closest("[data-shape]");
    if (!shape) { choose(null); return; }
    event.preventDefault();
    const line = Number(shape.dataset.shape);
    const sizing = event.target.hasAttribute("data-handle");
    const from = onGrid(event);
    const at = area(line);
    let moved = false;
    choose(line, true);
    svg.setPointerCapture(event.pointerId);
    const follow = (next) => {
      const to = onGrid(next);
      const [right, down] = [Math.round(to.x - from.x), Math.round(to.y - from.y)];
      if (!moved && right === 0 && down === 0) return;
      if (!moved) remember();
      moved = true;
      put(line, sizing ? { ...at, wide: Math.max(1, Math.min(at.wide + right, side("wide") - at.x)), high: Math.max(1, Math.min(at.high + down, side("high") - at.y)) } : { ...at, x: at.x + right, y: at.y + down });
      draw();
    };
    const end = () => {
      svg.removeEventListener("pointermove", follow);
      svg.removeEventListener("pointerup", end);
      svg.removeEventListener("pointercancel", end);
      svg.querySelector(`[data-shape="${line}"]`)?.focus();
    };
    svg.addEventListener("pointermove", follow);
    svg.addEventListener("pointerup", end);
    svg.addEventListener("pointercancel", end);
  });
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  svg.addEventListener("keydown", (event) => {
    const shape = event.target.closest("[data-shape]");
    if (!shape || event.metaKey || event.altKey || event.ctrlKey) return;
    const line = Number(shape.dataset.shape);
    const step = STEPS[event.key];
    if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); choose(line); remove(); return; }
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(line); field("label", line).focus(); return; }
    if (!step) return;
    event.preventDefault();
    remember();
    const at = area(line);
    put(line, event.shiftKey ? { ...at, wide: at.wide + step[0], high: at.high + step[1] } : { ...at, x: at.x + step[0], y: at.y + step[1] });
    choose(line, true);
    announce(said(form.dataset.saysShape, line, area(line)));
  });
  svg.addEventListener("focusin", (event) => {
    const shape = event.target.closest("[data-shape]");
    if (shape && Number(shape.dataset.shape) !== chosen) choose(Number(shape.dataset.shape), true);
  });
  form.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.target.closest("input, select")) { event.preventDefault(); undo(); }
  });
  form.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-line]");
    if (row && area(Number(row.dataset.line)) && chosen !== Number(row.dataset.line)) choose(Number(row.dataset.line));
  });
  form.addEventListener("input", draw);
  form.addEventListener("change", draw);
  button("add").addEventListener("click", add);
  button("undo").addEventListener("click", undo);
  button("remove").addEventListener("click", remove);

  // What was drawn and not saved is not lost by a slip.
  let saving = false;
  form.addEventListener("submit", () => { saving = true; });
  addEventListener("beforeunload", (event) => { if (past.length > 0 && !saving) event.preventDefault(); });

  for (const part of form.querySelectorAll("[data-tools], [data-frame]")) part.hidden = false;
  draw();
})();
