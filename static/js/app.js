// Small helps on every page. Everything works without them.
(() => {
  "use strict";

  const typing = (element) => element.matches("input, textarea, select, [contenteditable]");

  // --- Keys ---
  const focusSearch = () => {
    const fields = [...document.querySelectorAll("[data-search]")].filter((field) => field.offsetParent);
    const search = fields[0];
    search?.focus();
    search?.select();
    return Boolean(search);
  };

  const save = () => {
    const form = document.activeElement?.closest("form") ?? document.querySelector("main form[method=post]:not([data-confirm])");
    form?.requestSubmit();
    return Boolean(form);
  };

  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== except) menu.open = false;
  };

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      if (save()) event.preventDefault();
      return;
    }
    if (event.key === "Escape") {
      const open = document.querySelector("details.menu[open]");
      closeMenus();
      open?.querySelector("summary").focus();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/" && focusSearch()) event.preventDefault();
    if (event.key === "?") {
      const keys = document.querySelector("#keys");
      if (keys && !keys.open) keys.showModal();
    }
  });

  // --- Menus close when something else is clicked or reached ---
  for (const kind of ["click", "focusin"]) {
    document.addEventListener(kind, (event) => closeMenus(event.target.closest?.("details.menu")));
  }

  // --- Enter goes to the next field where a form asks for it; in the last one it sends the form ---
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || event.isComposing || !field.matches("form[data-enter-next] input, form[data-enter-next] select")) return;
    if (field.type === "submit" || field.type === "search") return;
    const fields = [...field.form.elements].filter((one) => typing(one) && one.type !== "hidden" && !one.disabled && one.offsetParent);
    const next = fields[fields.indexOf(field) + 1];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select?.();
  });

  // --- Asking first, and never sending twice ---
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    if (form.matches("[data-once]")) {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    }
    delete form.dataset.changed;
  });
  // A page taken back from the browser's memory may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  // --- Leaving with something typed ---
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-unsaved]");
    if (form) form.dataset.changed = "yes";
  });
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector("form[data-changed]")) event.preventDefault();
  });

  // --- Choices that take effect at once (a button beside them serves whoever has no script) ---
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
  });

  // --- Printing ---
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });

  // --- htmx: the page asked for is not there, or the session has ended ---
  document.addEventListener("htmx:responseError", () => {
    const bar = document.querySelector("#failed");
    if (bar) bar.hidden = false;
  });
  document.addEventListener("htmx:sendError", () => {
    const bar = document.querySelector("#failed");
    if (bar) bar.hidden = false;
  });
})();
