// Notes whether the next act leads to another document. Evaluated in the page before each act.
(() => {
  window.harnessIsLeaving = false;
  if (window.harnessIsWatching) return;
  window.harnessIsWatching = true;
  const leaves = {
    submit: (event) => event.target.target !== "_blank" && event.target.method !== "dialog",
    click: (event) => {
      const link = event.target.closest?.("a[href]");
      return Boolean(link) && !link.target && !link.download && link.protocol.startsWith("http") && !link.getAttribute("href").startsWith("#");
    },
  };
  for (const [kind, leads] of Object.entries(leaves)) {
    window.addEventListener(kind, (event) => {
      if (!event.defaultPrevented && leads(event)) window.harnessIsLeaving = true;
    });
  }
})();
