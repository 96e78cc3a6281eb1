// What pages do beside reading and sending forms: all of it can be missing.
"use strict";

// Times stand in UTC; beside them the time where one sits.
function tellLocalTimes(within) {
    const words = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
    for (const time of within.querySelectorAll("time[datetime]:not([title])")) {
        const moment = new Date(time.dateTime);
        if (!Number.isNaN(moment.getTime())) {
            time.title = words.format(moment) + " (here)";
        }
    }
}

function typing(target) {
    return target.closest("input, select, textarea, [contenteditable]") !== null;
}

// "/" goes to the search, "j" and "k" go through the rows of a list.
document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
        return;
    }
    if (event.key === "/") {
        const box = document.querySelector("input[name=q]");
        if (box !== null) {
            event.preventDefault();
            box.focus();
            box.select();
        }
    } else if (event.key === "j" || event.key === "k") {
        const links = [...document.querySelectorAll("table.rows tbody tr th a, table.rows tbody tr td:first-child a")];
        const at = links.indexOf(document.activeElement);
        const next = links[event.key === "j" ? at + 1 : Math.max(at - 1, 0)];
        if (next !== undefined) {
            event.preventDefault();
            next.focus();
        }
    }
});

// A value lights up the bytes that it came from, and bytes what was made of them.
function light(id, on) {
    for (const each of document.querySelectorAll(`[data-link~="${CSS.escape(id)}"]`)) {
        each.classList.toggle("lit", on);
    }
}

for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    for (const name of [begin, end]) {
        document.addEventListener(name, (event) => {
            const linked = event.target instanceof Element ? event.target.closest("[data-link]") : null;
            if (linked !== null) {
                linked.dataset.link.split(" ").forEach((id) => light(id, name === begin));
            }
        });
    }
}

// Pages that show what goes on ask again every ten seconds, as long as somebody looks.
setInterval(() => {
    if (document.visibilityState === "visible") {
        document.body.dispatchEvent(new CustomEvent("tick"));
    }
}, 10_000);

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "post") {
        if (form.dataset.sent === "yes") {
            event.preventDefault();
        }
        form.dataset.sent = "yes";
    }
});
window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
        delete form.dataset.sent;
    }
});

document.addEventListener("htmx:afterSettle", (event) => tellLocalTimes(event.target));
tellLocalTimes(document);
