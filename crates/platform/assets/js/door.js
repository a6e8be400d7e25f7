// A tablet that loses the network says so, and goes on by itself. [data-offline] is the sign; the state under it fades.
(() => {
  const sign = document.querySelector("[data-offline]");
  if (!sign) return;
  // The state is read every half minute: after three times without an answer nobody should trust it.
  const PATIENCE = 95000;
  let last = Date.now();
  const lost = () => { sign.hidden = false; document.body.classList.add("door-stale"); };
  const back = () => { last = Date.now(); sign.hidden = true; document.body.classList.remove("door-stale"); };
  document.addEventListener("htmx:afterSwap", back);
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:sseError", () => { if (!navigator.onLine) lost(); });
  // The address was ended, or the house restarts: the page itself says which.
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 404) location.reload(); else lost();
  });
  addEventListener("offline", lost);
  addEventListener("online", () => { window.htmx?.trigger("#state", "sse:activity"); });
  setInterval(() => { if (Date.now() - last > PATIENCE) lost(); }, 5000);

  // What somebody typed and left is nobody's business: the number goes after a minute without a touch.
  const number = document.getElementById("number");
  let idle;
  number?.addEventListener("input", () => { clearTimeout(idle); idle = setTimeout(() => { number.value = ""; }, 60000); });
  // A question left unanswered goes back to the room.
  if (document.querySelector(".door-offer")) setTimeout(() => { location.assign(location.pathname.replace(/\/acts$/, "")); }, 60000);
})();
