//! What the served files are made of.

/// Files taken as they are; style sheets name them as `/assets/NAME`, the hash is put in afterwards.
pub(super) const BINARY: &[(&str, &[u8])] = &[
    (
        "text.woff2",
        include_bytes!("../../../assets/vendor/atkinson-hyperlegible-next-latin-wght-normal.woff2"),
    ),
    (
        "text-ext.woff2",
        include_bytes!("../../../assets/vendor/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"),
    ),
    (
        "text-italic.woff2",
        include_bytes!("../../../assets/vendor/atkinson-hyperlegible-next-latin-wght-italic.woff2"),
    ),
    (
        "display.woff2",
        include_bytes!("../../../assets/vendor/bricolage-grotesque-latin-wght-normal.woff2"),
    ),
    (
        "display-ext.woff2",
        include_bytes!("../../../assets/vendor/bricolage-grotesque-latin-ext-wght-normal.woff2"),
    ),
    ("favicon.svg", include_bytes!("../../../assets/favicon.svg")),
    ("icon-180.png", include_bytes!("../../../assets/icon-180.png")),
    ("icon-192.png", include_bytes!("../../../assets/icon-192.png")),
    ("icon-512.png", include_bytes!("../../../assets/icon-512.png")),
    ("htmx.js", include_bytes!("../../../assets/vendor/htmx.min.js")),
    (
        "htmx-sse.js",
        include_bytes!("../../../assets/vendor/htmx-sse.min.js"),
    ),
    (
        "event-calendar.js",
        include_bytes!("../../../assets/vendor/event-calendar.min.js"),
    ),
    ("theme.js", include_bytes!("../../../assets/js/theme.js")),
    ("tribu.js", include_bytes!("../../../assets/js/tribu.js")),
    ("calendar.js", include_bytes!("../../../assets/js/calendar.js")),
    ("plan.js", include_bytes!("../../../assets/js/plan.js")),
    ("passkey.js", include_bytes!("../../../assets/js/passkey.js")),
    ("door.js", include_bytes!("../../../assets/js/door.js")),
];

/// Style sheets and the parts they are joined from, in the order of the cascade layers.
pub(super) const TEXT: &[(&str, &[&str])] = &[
    (
        "tribu.css",
        &[
            include_str!("../../../assets/css/layers.css"),
            include_str!("../../../assets/css/reset.css"),
            include_str!("../../../assets/css/typefaces.css"),
            include_str!("../../../assets/css/tokens.css"),
            include_str!("../../../assets/css/base.css"),
            include_str!("../../../assets/css/layout.css"),
            include_str!("../../../assets/css/masthead.css"),
            include_str!("../../../assets/css/bar.css"),
            include_str!("../../../assets/css/side.css"),
            include_str!("../../../assets/css/account.css"),
            include_str!("../../../assets/css/icon.css"),
            include_str!("../../../assets/css/button.css"),
            include_str!("../../../assets/css/field.css"),
            include_str!("../../../assets/css/choice.css"),
            include_str!("../../../assets/css/badge.css"),
            include_str!("../../../assets/css/flash.css"),
            include_str!("../../../assets/css/table.css"),
            include_str!("../../../assets/css/pagination.css"),
            include_str!("../../../assets/css/card.css"),
            include_str!("../../../assets/css/photo.css"),
            include_str!("../../../assets/css/confirm.css"),
            include_str!("../../../assets/css/empty.css"),
            include_str!("../../../assets/css/history.css"),
            include_str!("../../../assets/css/stat.css"),
            include_str!("../../../assets/css/chart.css"),
            include_str!("../../../assets/css/search.css"),
            include_str!("../../../assets/css/job.css"),
            include_str!("../../../assets/css/pages.css"),
            include_str!("../../../assets/css/print.css"),
        ],
    ),
    (
        "calendar.css",
        &[
            include_str!("../../../assets/css/layers.css"),
            "@layer vendor {\n",
            include_str!("../../../assets/vendor/event-calendar.min.css"),
            "\n}\n",
            include_str!("../../../assets/css/calendar.css"),
            include_str!("../../../assets/css/week.css"),
        ],
    ),
    (
        "plan.css",
        &[
            include_str!("../../../assets/css/layers.css"),
            include_str!("../../../assets/css/plan.css"),
        ],
    ),
    (
        "door.css",
        &[
            include_str!("../../../assets/css/layers.css"),
            include_str!("../../../assets/css/door.css"),
        ],
    ),
];
