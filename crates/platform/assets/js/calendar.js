// Lays the week of rooms out as a calendar over the table that the server sent, which stays one click away.
//
// <div id="week-calendar" hidden></div> is where it goes, <div id="week-table" tabindex="-1"> is the table or day list,
// <button id="week-switch" type="button" aria-pressed="false" hidden> changes between them, and
// <script type="application/json" id="week-data"> holds the content (civil times of the place, without offset):
//   locale, date "2026-06-15", view "week" or "day", step (minutes), open "08:00", close "20:00",
//   offset "+02:00" of the place's zone in that week, hidden [0, 6] (days of the week not shown, Sunday 0),
//   resources [{id, title, note}],
//   events [{id, resource, start, end, title, note, state, href, movable}]
//     state: "mine", "confirmed", "requested", "closed" or "buffer" (the last two are grounds, not bookings)
//   book: address of the booking form; resource, start and end are added to its query
//   move: address of the move page with {id}; resource, start and end are added to its query
// On a narrow screen the server's day list stays. Ids are text.
(() => {
  const source = document.getElementById("week-data");
  const place = document.getElementById("week-calendar");
  if (!source || !place || !window.EventCalendar || matchMedia("(width < 48rem)").matches) return;
  const week = JSON.parse(source.textContent);
  const byDay = week.view === "day";
  const names = new Map(week.resources.map((given) => [String(given.id), given.title]));

  const go = (address, resource, start, end) => {
    const url = new URL(address, location.href);
    url.searchParams.set("resource", resource);
    url.searchParams.set("start", start);
    url.searchParams.set("end", end);
    location.assign(url);
  };
  const two = (number) => String(number).padStart(2, "0");
  const civil = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
  const minute = (text) => text.slice(0, 16);
  const later = (text, minutes) => new Date(Date.parse(`${minute(text)}Z`) + minutes * 60000).toISOString().slice(0, 16);
  const hours = (text) => Number(text.slice(0, 2)) + Number(text.slice(3, 5)) / 60;

  // "9 h 30" in French, "09:30" in English, as the pages write them.
  const hour = (text) => {
    const [, hours, minutes] = text.match(/T(\d\d):(\d\d)/);
    if (week.locale !== "fr") return `${hours}:${minutes}`;
    return `${Number(hours)}\u00a0h${minutes === "00" ? "" : `\u00a0${minutes}`}`;
  };

  const node = (tag, className, content) => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = content;
    return made;
  };
  const ground = (given) => given.state === "closed" || given.state === "buffer";
  const event = (given) => ({
    id: String(given.id),
    resourceIds: [String(given.resource)],
    start: given.start,
    end: given.end,
    title: given.title || "",
    display: ground(given) ? "background" : "auto",
    startEditable: Boolean(given.movable && week.move),
    durationEditable: Boolean(given.movable && week.move),
    classNames: [`slot-${given.state}`],
    extendedProps: {
      href: given.href,
      hours: `${hour(given.start)} – ${hour(given.end)}`,
      starts: hour(given.start),
      label: [given.title, names.get(String(given.resource)), `${hour(given.start)} – ${hour(given.end)}`, given.note].filter(Boolean).join(", "),
    },
  });

  // The keyboard walks real links; the mouse meets the slot around them, which can also be dragged.
  const content = ({ event: shown }) => {
    if (shown.display === "background") return "";
    const title = node(shown.extendedProps.href ? "a" : "span", "slot-title", shown.title);
    if (shown.extendedProps.href) {
      title.href = shown.extendedProps.href;
      title.draggable = false;
      title.setAttribute("aria-label", shown.extendedProps.label);
    }
    const start = node("span", "slot-start", shown.extendedProps.starts);
    return { domNodes: [title, node("span", "slot-time", shown.extendedProps.hours), start] };
  };

  // The component calls itself a table of buttons without being one; the true table is the server's.
  const CLAIMS = ["role", "tabindex", "aria-colindex", "aria-colspan", "aria-label"];
  const plain = () => {
    for (const part of place.querySelectorAll("[role], [aria-colindex], time[aria-label], article[tabindex]")) {
      for (const claim of CLAIMS) part.removeAttribute(claim);
    }
    // What scrolls sideways in a narrow window must scroll by keyboard too.
    const main = place.querySelector(".ec-main:not([tabindex])");
    if (main) main.tabIndex = 0;
  };

  const days = 7 - (week.hidden || []).length;
  const SIDE = 176;
  const sheet = getComputedStyle(place.parentElement);
  const room = place.parentElement.clientWidth - parseFloat(sheet.paddingInlineStart) - parseFloat(sheet.paddingInlineEnd) - SIDE - 8;
  const span = Math.ceil(hours(week.close) - hours(week.open));
  const moved = (shown) => [civil(shown.start), civil(shown.end)];

  const calendar = window.EventCalendar.create(place, {
    view: byDay ? "resourceTimeGridDay" : "resourceTimelineWeek",
    date: week.date,
    locale: week.locale,
    timeZone: week.offset || "local",
    hiddenDays: byDay ? [] : week.hidden || [],
    firstDay: 1,
    height: "auto",
    headerToolbar: { start: "", center: "", end: "" },
    resources: week.resources.map((given) => ({ id: String(given.id), title: given.title, extendedProps: { note: given.note || "" } })),
    events: week.events.map(event),
    slotMinTime: week.open,
    slotMaxTime: week.close,
    slotDuration: { minutes: byDay ? week.step : 60 },
    snapDuration: { minutes: week.step },
    slotHeight: 28,
    slotWidth: Math.max(14, Math.floor((10 * room) / (days * span)) / 10),
    slotLabelInterval: { hours: byDay ? 1 : 4 },
    slotLabelFormat: (time) => (byDay || hours(week.close) - time.getHours() > 1 ? `${time.getHours()} h` : ""),
    dayHeaderFormat: { weekday: "short", day: "numeric" },
    columnWidth: byDay ? "minmax(5.5rem, 1fr)" : undefined,
    scrollTime: week.open,
    allDaySlot: false,
    displayEventEnd: true,
    nowIndicator: true,
    selectable: Boolean(week.book),
    selectBackgroundColor: "transparent",
    resourceLabelContent: ({ resource }) => ({
      domNodes: [node("strong", "slot-room", resource.title), node("span", "slot-note", resource.extendedProps.note)],
    }),
    eventContent: content,
    eventDidMount: ({ el, event: shown }) => { if (shown.display !== "background") el.title = shown.extendedProps.label; },
    eventClick: ({ event: shown }) => { if (shown.extendedProps.href) location.assign(shown.extendedProps.href); },
    select: ({ startStr, endStr, resource }) => go(week.book, resource.id, minute(startStr), minute(endStr)),
    dateClick: ({ dateStr, resource }) => {
      if (week.book) go(week.book, resource.id, minute(dateStr), later(dateStr, week.step));
    },
    eventDrop: ({ event: shown, newResource, revert }) => {
      const to = newResource ? newResource.id : shown.resourceIds[0];
      const times = moved(shown);
      revert();
      go(week.move.replace("{id}", shown.id), to, ...times);
    },
    eventResize: ({ event: shown, revert }) => {
      const times = moved(shown);
      revert();
      go(week.move.replace("{id}", shown.id), shown.resourceIds[0], ...times);
    },
  });

  place.hidden = false;
  plain();
  new MutationObserver(plain).observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: CLAIMS });

  const table = document.getElementById("week-table");
  const button = document.getElementById("week-switch");
  if (table && button) {
    table.hidden = true;
    button.hidden = false;
    button.addEventListener("click", () => {
      table.hidden = !table.hidden;
      place.hidden = !table.hidden;
      button.setAttribute("aria-pressed", String(!table.hidden));
      if (!table.hidden) table.focus();
    });
  }
  document.addEventListener("htmx:afterSwap", () => {
    const fresh = document.getElementById("week-data");
    if (fresh && fresh !== source) calendar.setOption("events", JSON.parse(fresh.textContent).events.map(event));
  });
})();
