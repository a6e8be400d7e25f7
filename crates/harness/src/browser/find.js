// Finds what a locator means and answers one question about it. Evaluated in the page, kept nowhere.
// A locator is a CSS selector, `text=…` (what a person reads on it) or `label=…` (the field of that label).
(locator, ask, argument) => {
  const words = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const shown = (one) => one.getClientRects().length > 0 && one.checkVisibility({ visibilityProperty: true });
  const clickable =
    "a, button, summary, label, input[type=submit], input[type=button], option, [role=button], [role=link], [role=tab], [role=menuitem], [role=option]";
  const name = (one) =>
    words(one.innerText) || words(one.getAttribute("aria-label")) || (one.matches("input") ? words(one.value) : "") || words(one.title);
  const deepest = (all) => all.filter((one) => !all.some((other) => other !== one && one.contains(other)));

  const byText = (wanted) => {
    const doors = [...document.querySelectorAll(clickable)].filter(shown);
    const everything = [...document.body.querySelectorAll("*")].filter((one) => shown(one) && !one.matches("script, style"));
    const tries = [
      doors.filter((one) => name(one) === wanted),
      doors.filter((one) => name(one).includes(wanted)),
      deepest(everything.filter((one) => words(one.innerText) === wanted)),
      deepest(everything.filter((one) => words(one.innerText).includes(wanted))),
    ];
    return tries.find((found) => found.length > 0) ?? [];
  };
  const byLabel = (wanted) => {
    const labels = [...document.querySelectorAll("label")];
    const label =
      labels.find((one) => words(one.innerText) === wanted) ?? labels.find((one) => words(one.innerText).includes(wanted));
    const named = document.querySelector(`[aria-label="${CSS.escape(wanted)}"]`);
    return [label?.control ?? named].filter(Boolean);
  };
  const find = () => {
    if (locator.startsWith("text=")) return byText(words(locator.slice(5)));
    if (locator.startsWith("label=")) return byLabel(words(locator.slice(6)));
    return [...document.querySelectorAll(locator)];
  };

  const describe = (one) => {
    const start = one.cloneNode(false).outerHTML;
    return start.length > 160 ? start.slice(0, 160) + "…" : start;
  };
  // Where to press, or why one cannot.
  const place = (one) => {
    if (one.matches(":disabled")) return { refused: `it is disabled: ${describe(one)}` };
    const inside = (box) =>
      box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    if (!inside(one.getBoundingClientRect())) one.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const clamp = (value, limit) => Math.round(Math.min(Math.max(value, 0), limit - 1));
    const look = () => {
      const box = one.getClientRects()[0];
      const x = clamp((box.left + box.right) / 2, innerWidth);
      const y = clamp((box.top + box.bottom) / 2, innerHeight);
      const hit = document.elementFromPoint(x, y);
      return { x, y, hit, reaches: hit && (hit === one || one.contains(hit) || hit.closest("label")?.control === one) };
    };
    let { x, y, hit, reaches } = look();
    if (!reaches) {
      // As a person scrolls what is under a bar that stays.
      one.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      ({ x, y, hit, reaches } = look());
    }
    return reaches ? { x, y } : { refused: `it is covered by ${hit ? describe(hit) : "nothing, it is outside the view"}` };
  };
  const set = (one, value) => {
    const prototype = Object.getPrototypeOf(one);
    Object.getOwnPropertyDescriptor(prototype, "value").set.call(one, value);
    one.dispatchEvent(new Event("input", { bubbles: true }));
    one.dispatchEvent(new Event("change", { bubbles: true }));
  };
  // Makes a field ready to be typed in; what a keyboard cannot type the same way everywhere is set at once.
  const ready = (one, value) => {
    if (one.matches("select")) {
      const option = [...one.options].find((each) => each.value === value || words(each.text) === value);
      if (!option) return { refused: `it has no choice ${value}, but ${[...one.options].map((each) => words(each.text)).join(", ")}` };
      set(one, option.value);
      return { typed: true };
    }
    if (one.matches("input[type=date], input[type=time], input[type=month], input[type=week], input[type=datetime-local], input[type=color], input[type=range]")) {
      set(one, value);
      return one.value === value ? { typed: true } : { refused: `it does not take ${value}` };
    }
    if (!one.matches("input, textarea, [contenteditable]")) return { refused: `it is no field: ${describe(one)}` };
    one.focus();
    if (one.select) one.select();
    return { typed: false, empty: !(one.value ?? one.innerText) };
  };

  const all = find();
  const visible = all.filter(shown);
  const one = visible[0];
  switch (ask) {
    case "exists": return visible.length > 0;
    case "count": return visible.length;
    case "texts": return visible.map((each) => words(each.innerText));
    case "text": return one ? words(one.innerText) : null;
    case "value": return one ? (one.type === "checkbox" || one.type === "radio" ? String(one.checked) : one.value) : null;
    case "attribute": return all[0] ? { value: all[0].getAttribute(argument) } : null;
    case "place": return one ? place(one) : null;
    case "ready": return one ? ready(one, argument) : null;
    case "element": return all[0] ?? null;
    default: throw new Error(`unknown question ${ask}`);
  }
}
