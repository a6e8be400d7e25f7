// Small comforts over pages that work without them. Everything is found by a data attribute.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (element) => element.closest?.("input, textarea, select, [contenteditable]");

  const announce = (text) => {
    const live = document.getElementById("live");
    if (!live || !text) return;
    live.textContent = "";
    setTimeout(() => { live.textContent = text; }, 50);
  };

  // After a refusal the focus goes to the list of what is to correct, else to the first field with a problem.
  const focusProblem = (root) => {
    const place = root.querySelector("[data-focus], [aria-invalid='true']");
    if (place) place.focus();
  };

  // The server says what is wrong, in the page's language and at the field: the browser's own bubbles stay away.
  const prepareForms = (root) => {
    for (const form of all("form[method='post']", root)) form.noValidate = true;
    for (const button of all("[data-dismiss], [data-copy][hidden], [data-theme-switch]", root)) button.hidden = false;
  };

  const send = (form, submitter) => {
    form.dataset.confirmed = "yes";
    if (submitter) form.requestSubmit(submitter); else form.requestSubmit();
  };

  const askFirst = (form, submitter) => {
    const dialog = document.getElementById("confirmation");
    if (!dialog?.showModal) return false;
    document.getElementById("confirmation-text").textContent = submitter?.dataset.confirm || form.dataset.confirm;
    dialog.returnValue = "";
    dialog.onclose = () => { if (dialog.returnValue === "confirmed") send(form, submitter); };
    dialog.showModal();
    return true;
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "dialog") return;
    const asks = event.submitter?.dataset.confirm || form.dataset.confirm;
    if (asks && form.dataset.confirmed !== "yes" && askFirst(form, event.submitter)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    delete form.dataset.confirmed;
    if (form.method !== "post" || form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    // Later than the browser's reading of the form, so that the pressed button is still sent.
    setTimeout(() => { for (const button of all("button:not([type='button'])", form)) button.setAttribute("aria-disabled", "true"); }, 0);
  }, true);

  // A price on show is for what was asked before: its last word goes away until the new price is there.
  const forgetPrice = (event) => {
    const form = event.target.closest?.("form[data-quoted]");
    if (form && event.target.type !== "text") form.querySelector("#quote button[value='confirm']")?.remove();
  };
  document.addEventListener("input", forgetPrice);
  document.addEventListener("change", forgetPrice);

  // A page that comes back from the browser's memory may be sent again.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of all("form[data-sent]")) {
      delete form.dataset.sent;
      for (const button of all("[aria-disabled]", form)) button.removeAttribute("aria-disabled");
    }
  });

  document.addEventListener("click", (event) => {
    const dismiss = event.target.closest("[data-dismiss]");
    if (dismiss) dismiss.closest("[data-flash]")?.remove();
    const copy = event.target.closest("[data-copy]");
    if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => announce(copy.dataset.copied));
    const theme = event.target.closest("[data-theme-switch]");
    if (theme) switchTheme();
  });

  const darkNow = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const showTheme = () => {
    for (const button of all("[data-theme-switch]")) button.setAttribute("aria-pressed", String(darkNow()));
  };
  const switchTheme = () => {
    const next = darkNow() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    try { localStorage.setItem("theme", next); } catch { /* kept for this page only */ }
    showTheme();
  };

  // A group of the menu that is open closes when something else is touched, and by Escape, which goes back to its name.
  const openGroup = () => document.querySelector(".tab-group > details[open]");
  document.addEventListener("click", (event) => {
    const group = openGroup();
    if (group && !group.contains(event.target)) group.open = false;
  });
  document.addEventListener("focusin", (event) => {
    const group = openGroup();
    if (group && !group.contains(event.target)) group.open = false;
  });
  document.addEventListener("keydown", (event) => {
    const group = event.key === "Escape" && openGroup();
    if (!group) return;
    group.open = false;
    group.querySelector("summary").focus();
  });

  // The search field and its results: "/" reaches the field, arrows walk the rows, Enter takes the row's first act,
  // a letter takes the act that bears it (data-key, several letters apart), Escape goes back to the field. Rows that answer
  // an earlier text (data-typed) are not walked: Enter then asks for the page of what is typed now.
  const rows = () => {
    const typed = document.querySelector("[data-results] [data-typed]")?.dataset.typed;
    return typed !== undefined && typed !== field()?.value.trim() ? [] : all("[data-results] [data-result]");
  };
  const field = () => document.querySelector("[data-search] input[type='search']");
  const step = (from, by) => {
    const list = rows();
    const next = list[list.indexOf(from) + by];
    if (next) { next.tabIndex = -1; next.focus(); } else if (by < 0) field()?.focus();
  };
  const takeFirst = (row) => (row.querySelector("[data-default]") || row.querySelector("button, a[href]"))?.click();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const search = field();
    const empty = event.target === search && !search?.value;
    if (event.key === "/" && search && (empty || !typing(event.target))) {
      event.preventDefault();
      search.focus();
      search.select();
      return;
    }
    if (search && event.target === search) {
      const first = rows()[0];
      if (event.key === "ArrowDown" && first) { event.preventDefault(); step(null, 1); }
      if (event.key === "Enter" && first && search.value.trim()) { event.preventDefault(); step(null, 1); }
      return;
    }
    const row = event.target.closest?.("[data-result]");
    if (!row || (event.target !== row && typing(event.target))) return;
    const act = event.key.length === 1 && row.querySelector(`[data-key~="${CSS.escape(event.key.toLowerCase())}"]`);
    if (event.key === "ArrowDown") { event.preventDefault(); step(row, 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); step(row, -1); }
    else if (event.key === "Escape") { search?.focus(); }
    else if (event.key === "Enter" && event.target === row) { event.preventDefault(); takeFirst(row); }
    else if (act && event.target === row) { event.preventDefault(); act.click(); }
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    const target = event.detail.target;
    prepareForms(target);
    announce(target.querySelector("[data-announce]")?.dataset.announce || target.dataset?.announce);
    if (target.querySelector("[data-focus]")) focusProblem(target);
  });

  prepareForms(document);
  showTheme();
  focusProblem(document);
  if (!document.querySelector("[data-focus], [aria-invalid='true']")) {
    const start = document.querySelector("[data-search][data-start] input");
    if (start && matchMedia("(hover: hover)").matches) start.focus();
  }
})();
