"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const show = (ids, on) => {
    for (const id of ids) {
      document.getElementById(id)?.classList.toggle("lit", on);
      all(`[data-claims~="${CSS.escape(id)}"]`).forEach((e) => e.classList.toggle("lit", on));
    }
  };
  all(".body [data-claims]").forEach((e) => {
    const ids = e.dataset.claims.split(" ");
    e.addEventListener("mouseenter", () => show(ids, true));
    e.addEventListener("mouseleave", () => show(ids, false));
  });

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all(".relations:not([open])");
    opened.forEach((d) => (d.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((d) => (d.open = false)));

  all(".claims").forEach((list) => {
    const items = all(".claim", list);
    if (items.length < 6) return;
    const bar = document.createElement("p");
    bar.className = "filter";
    const field = document.createElement("input");
    field.type = "search";
    field.placeholder = "Filter claims: words, source, “denies” …";
    field.setAttribute("aria-label", "Filter claims");
    const count = document.createElement("small");
    field.addEventListener("input", () => {
      const wanted = field.value.trim().toLowerCase();
      let left = 0;
      for (const item of items) {
        item.hidden = wanted !== "" && !item.textContent.toLowerCase().includes(wanted);
        left += item.hidden ? 0 : 1;
      }
      count.textContent = wanted ? `${left} of ${items.length}` : "";
    });
    bar.append(field, count);
    list.before(bar);
  });

  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.hidden) target.hidden = false;
  });
})();
