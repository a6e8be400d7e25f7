// Lays the week of rooms out as a calendar over the table that the server sent, which stays one click away.
//
// <div id="week-calendar" hidden></div> is where it goes, <div id="week-table"> is the table or day list, and
// <script type="application/json" id="week-data"> holds the content (civil times of the place, no offset):
//   locale, date "2026-06-15", view "week" or "day", step (minutes), open "08:00", close "20:00",
//   resources [{id, title, note}],
//   events [{id, resource, start, end, title, note, state, href, movable}]
//     state: "mine", "confirmed", "requested", "closed" or "buffer" (the last two are grounds, not bookings)
//   book: address of the booking form; resource, start and end are added to its query
//   move: address of the move page with {id}; resource, start and end are added to its query
//   labels {resources, closed}
(() => {
  const source = document.getElementById("week-data");
  const place = document.getElementById("week-calendar");
  if (!source || !place || !window.EventCalendar || matchMedia("(width < 48rem)").matches) return;
  const week = JSON.parse(source.textContent);

  const civil = (date) => {
    const two = (number) => String(number).padStart(2, "0");
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
  };
  const go = (address, resource, start, end) => {
    const url = new URL(address, location.href);
    url.searchParams.set("resource", resource);
    url.searchParams.set("start", civil(start));
    url.searchParams.set("end", civil(end));
    location.assign(url);
  };
  const text = (tag, className, content) => {
    const node = document.createElement(tag);
    node.className = className;
    node.textContent = content;
    return node;
  };
  const ground = (event) => event.state === "closed" || event.state === "buffer";
  const event = (given) => ({
    id: given.id,
    resourceIds: [given.resource],
    start: given.start,
    end: given.end,
    title: given.title || "",
    display: ground(given) ? "background" : "auto",
    editable: Boolean(given.movable),
    classNames: [`slot-${given.state}`],
    extendedProps: { href: given.href, note: given.note || "" },
  });

  const calendar = window.EventCalendar.create(place, {
    view: week.view === "day" ? "resourceTimeGridDay" : "resourceTimelineWeek",
    date: week.date,
    locale: week.locale,
    firstDay: 1,
    height: "auto",
    headerToolbar: { start: "", center: "", end: "" },
    resources: week.resources.map((given) => ({ id: given.id, title: given.title, extendedProps: { note: given.note || "" } })),
    events: week.events.map(event),
    slotMinTime: week.open,
    slotMaxTime: week.close,
    slotDuration: { minutes: week.view === "day" ? week.step : 60 },
    snapDuration: { minutes: week.step },
    slotHeight: 26,
    slotWidth: 15,
    slotLabelInterval: week.view === "day" ? { hours: 1 } : { hours: 4 },
    slotLabelFormat: (time) => `${time.getHours()} h`,
    dayHeaderFormat: { weekday: "short", day: "numeric" },
    allDaySlot: false,
    nowIndicator: true,
    selectable: Boolean(week.book),
    selectBackgroundColor: "var(--brand-wash)",
    unselectAuto: true,
    editable: true,
    eventDurationEditable: true,
    resourceLabelContent: ({ resource }) => ({
      domNodes: [text("strong", "slot-room", resource.title), text("span", "slot-note", resource.extendedProps.note)],
    }),
    eventContent: ({ event: shown, timeText }) => (shown.display === "background" ? "" : {
      domNodes: [text("span", "slot-title", shown.title), text("span", "slot-time", timeText)],
    }),
    eventDidMount: ({ el, event: shown }) => {
      el.title = [shown.title, shown.extendedProps.note].filter(Boolean).join(" · ");
    },
    eventClick: ({ event: shown }) => { if (shown.extendedProps.href) location.assign(shown.extendedProps.href); },
    select: ({ start, end, resource }) => go(week.book, resource.id, start, end),
    dateClick: ({ date, resource }) => {
      if (week.book) go(week.book, resource.id, date, new Date(date.getTime() + week.step * 60000));
    },
    eventDrop: ({ event: moved, newResource, revert }) => {
      const resource = newResource ? newResource.id : moved.resourceIds[0];
      const { start, end } = moved;
      revert();
      go(week.move.replace("{id}", moved.id), resource, start, end);
    },
    eventResize: ({ event: moved, revert }) => {
      const { start, end } = moved;
      revert();
      go(week.move.replace("{id}", moved.id), moved.resourceIds[0], start, end);
    },
  });

  place.hidden = false;
  const table = document.getElementById("week-table");
  const button = document.getElementById("week-switch");
  if (table && button) {
    table.hidden = true;
    button.hidden = false;
    button.addEventListener("click", () => {
      table.hidden = !table.hidden;
      place.hidden = !table.hidden;
      button.setAttribute("aria-pressed", String(!table.hidden));
      (table.hidden ? place : table).focus?.();
    });
  }
  document.addEventListener("htmx:sseMessage", () => {
    const fresh = document.getElementById("week-data");
    if (fresh && fresh !== source) calendar.setOption("events", JSON.parse(fresh.textContent).events.map(event));
  });
})();
