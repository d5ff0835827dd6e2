// Conveniences on top of pages that work without them: number keys that answer, links that copy, folds that stay as
// they were left or fetch what they hold, lists that filter while typing, and a word to screen readers when something
// changed.
"use strict";

(() => {
  const KEYS_OFF = "remit.keys-off";
  const wide = window.matchMedia("(min-width: 64rem)");

  // Storage may be refused (private windows, policy); the page must not notice.
  const recall = (store, key) => {
    try {
      return store.getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (store, key, value) => {
    try {
      store.setItem(key, value);
    } catch {
      /* nothing to keep it in */
    }
  };

  const announce = (text) => {
    const line = document.getElementById("announce");
    if (line) line.textContent = text;
  };

  const keysOff = () => recall(localStorage, KEYS_OFF) === "1";
  const typing = (element) =>
    element.matches("input:not([type=radio], [type=checkbox], [type=submit]), textarea, select, [contenteditable]");

  // 1 to 9 choose an answer while nobody is typing. A button answers at once; a box is ticked, Enter sends it.
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented || typing(event.target)) return;
    const card = document.querySelector("[data-keys]");
    if (!card || !(event.target === document.body || card.contains(event.target))) return;
    if (/^[1-9]$/.test(event.key) && !keysOff()) {
      const control = card.querySelector(`[data-key="${event.key}"]`);
      if (!control) return;
      event.preventDefault();
      control.focus();
      control.click();
    } else if (event.key === "Enter" && event.target.matches("[type=radio], [type=checkbox], [data-keys]")) {
      const send = card.querySelector("form .question__actions .button");
      if (!send) return;
      event.preventDefault();
      send.click();
    }
  });

  // Left and right step from day to day, from anywhere but what uses these keys itself.
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    const steps = rel && document.querySelector("[data-steps]");
    if (!steps || !(event.target === document.body || event.target.id === "main" || steps.contains(event.target))) return;
    const link = steps.querySelector(`[rel=${rel}]`);
    if (!link) return;
    event.preventDefault();
    link.focus();
    link.click();
  });

  const showKeys = (root) => {
    for (const button of root.querySelectorAll("[data-keys-toggle]")) {
      button.setAttribute("aria-pressed", String(!keysOff()));
    }
  };

  document.addEventListener("click", async (event) => {
    const toggle = event.target.closest("[data-keys-toggle]");
    if (toggle) {
      keep(localStorage, KEYS_OFF, keysOff() ? "0" : "1");
      showKeys(document);
      return;
    }
    const copy = event.target.closest("[data-copy]");
    if (!copy) return;
    const link = new URL(copy.dataset.copy, window.location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      announce(copy.dataset.copied || "Link copied");
      copy.classList.add("linklike--done");
    } catch {
      // No clipboard (plain HTTP, refused): go where the link leads, so that it can be copied from the address bar.
      window.location.assign(link);
      announce("The link is in the address bar");
    }
  });

  document.addEventListener("input", (event) => {
    const list = event.target.dataset.filter && document.querySelector(event.target.dataset.filter);
    if (!list) return;
    const wanted = event.target.value.trim().toLowerCase();
    let shown = 0;
    for (const item of list.querySelectorAll(".option")) {
      item.hidden = !item.textContent.toLowerCase().includes(wanted);
      shown += item.hidden ? 0 : 1;
    }
    for (const group of list.querySelectorAll(".options__group")) {
      group.hidden = !group.querySelector(".option:not([hidden])");
    }
    announce(`${shown}`);
  });

  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-autosubmit]");
    if (form) form.requestSubmit();
  });

  // Folds: open as they were left in this tab; open where there is room; open if the address points inside.
  const dress = (root) => {
    for (const fold of root.querySelectorAll("details[data-remember]")) {
      const state = recall(sessionStorage, `remit.fold.${fold.dataset.remember}`);
      if (state !== null) fold.open = state === "1";
    }
    if (wide.matches) for (const fold of root.querySelectorAll("details[data-wide-open]")) fold.open = true;
    showKeys(root);
  };

  document.addEventListener(
    "toggle",
    (event) => {
      const key = event.target.dataset && event.target.dataset.remember;
      const forced = wide.matches && "wideOpen" in event.target.dataset;
      if (key && !forced) keep(sessionStorage, `remit.fold.${key}`, event.target.open ? "1" : "0");
    },
    true,
  );

  const wanted = () => decodeURIComponent(window.location.hash.slice(1));

  // The part the address points to, or the row that holds it: anchors inside a row begin with the row's own.
  const openTarget = async () => {
    const name = wanted();
    if (!name) return;
    const target = document.getElementById(name) || document.getElementById(name.split("--")[0]);
    if (target) {
      for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      target.scrollIntoView();
    } else if (document.getElementById("duties") && /^[A-Z]/.test(name)) {
      // A finding that a filter or a long list leaves out has a page of its own.
      const page = new URL(`findings/${encodeURIComponent(name.split("--")[0])}/`, window.location.href);
      for (const day of ["as_of", "known_on"]) {
        const given = new URLSearchParams(window.location.search).get(day);
        if (given) page.searchParams.set(day, given);
      }
      // Whoever comes back from it stays.
      if (document.referrer === page.href) return;
      const found = await fetch(page, { method: "HEAD" }).catch(() => null);
      if (found && found.ok) window.location.replace(page);
    }
  };

  let closedForPrint = [];
  window.addEventListener("beforeprint", () => {
    // What a fold would have to fetch cannot be there in time; the report has it all.
    closedForPrint = [...document.querySelectorAll("main details:not([open], [hx-get])")];
    for (const fold of closedForPrint) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of closedForPrint) fold.open = false;
  });

  const busy = (event, state) => {
    if (event.detail.elt.matches("details")) event.detail.target.setAttribute("aria-busy", String(state));
  };
  document.addEventListener("htmx:beforeRequest", (event) => busy(event, true));
  document.addEventListener("htmx:afterRequest", (event) => busy(event, false));

  // What was ticked while a list was on its way stays ticked.
  let ticked = [];
  document.addEventListener("htmx:beforeSwap", () => {
    ticked = [...document.querySelectorAll("[data-keep]")].map((box) => [box.id, box.checked]);
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const [id, checked] of ticked) {
      const box = document.getElementById(id);
      if (box) box.checked = checked;
    }
  });

  let opener = null;
  // After a swap the reader stands at the new question, or at the first row that was not there before, not at the top
  // of a page that vanished under the cursor.
  document.addEventListener("htmx:afterSwap", (event) => {
    dress(document);
    const { elt, requestConfig } = event.detail;
    const said = requestConfig.elt.closest("[data-steps]") && document.querySelector("[data-announce]");
    if (said) announce(said.textContent.trim());
    const row = requestConfig.elt.dataset.next && document.getElementById(requestConfig.elt.dataset.next);
    if (row) row.querySelector("summary").focus({ preventScroll: true });
    // What a cell of a table opens stands at the foot of the window; the cell stays in sight above it.
    if (event.detail.target.matches("[data-drawer]")) {
      opener = requestConfig.elt;
      event.detail.target.querySelector("summary").focus({ preventScroll: true });
      requestConfig.elt.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    // The address may point into a row that has only now been filled.
    const inside = requestConfig.elt.matches("details") && wanted() && document.getElementById(wanted());
    if (inside && event.detail.target.contains(inside)) openTarget();
    if (event.target.id === "question" || elt.id === "question") {
      const card = document.getElementById("question");
      if (!card) return;
      card.focus({ preventScroll: true });
      // A long card was answered at its end: the next question starts above, out of sight.
      if (card.getBoundingClientRect().top < 0) card.scrollIntoView();
    }
  });
  document.addEventListener("keydown", (event) => {
    const drawer = event.key === "Escape" && event.target.closest("[data-drawer]");
    if (!drawer) return;
    drawer.replaceChildren();
    opener.focus({ preventScroll: true });
  });
  for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failure, () => {
      announce(document.body.dataset.failed || "That did not reach the server. Try again.");
    });
  }

  window.addEventListener("hashchange", openTarget);
  dress(document);
  // Not before htmx listens: what opens fetches what it holds.
  document.addEventListener("DOMContentLoaded", openTarget);
})();
