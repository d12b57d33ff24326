"use strict";
(() => {
  const card = document.getElementById("card");
  let held = null; // the element whose note the card shows
  let lit = [];
  let waiting = 0;

  const numbers = (element) => element.dataset.n.split(" ");
  const docOf = (element) => element.closest(".doc");
  const noteOf = (element) => document.getElementById(`${docOf(element).id}n${numbers(element)[0]}`);

  // What is marked in a document, gathered once: the marks of each attribution.
  const known = new WeakMap();
  const marksOf = (doc) => {
    if (!known.has(doc)) {
      known.set(doc, [...doc.querySelectorAll(".text [data-n]")].map((mark) => [mark, numbers(mark)]));
    }
    return known.get(doc);
  };

  const unlight = () => {
    for (const mark of lit) mark.classList.remove("lit");
    lit = [];
  };

  const hide = () => {
    clearTimeout(waiting);
    card.hidden = true;
    held = null;
    unlight();
  };

  const show = (element) => {
    clearTimeout(waiting);
    const note = noteOf(element);
    if (!note || element.classList.contains("off")) return;
    if (held !== element) {
      unlight();
      held = element;
      const mine = numbers(element)[0];
      lit = marksOf(docOf(element)).filter(([, all]) => all.includes(mine)).map(([mark]) => mark);
      for (const mark of lit) mark.classList.add("lit");
      card.replaceChildren(...[...note.children].map((child) => child.cloneNode(true)));
      for (const inner of card.querySelectorAll("[id]")) inner.removeAttribute("id");
    }
    card.hidden = false;
    card.scrollTop = 0;
    const at = element.getClientRects()[0];
    if (!at) return;
    const left = Math.max(8, Math.min(at.left, innerWidth - card.offsetWidth - 8));
    const below = at.bottom + 8 + card.offsetHeight < innerHeight;
    card.style.left = `${left}px`;
    card.style.top = `${below ? at.bottom + 8 : Math.max(8, at.top - card.offsetHeight - 8)}px`;
  };

  const later = (act, after) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, after);
  };

  const marked = (event) => event.target.closest?.(".text [data-n]");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const element = marked(event);
    if (element) later(() => show(element), 90);
    else if (card.contains(event.target)) clearTimeout(waiting);
    else if (held && !held.contains(document.activeElement)) later(hide, 220);
  });
  document.addEventListener("focusin", (event) => {
    const element = marked(event);
    if (element) show(element);
    else if (held && !card.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const element = marked(event);
    const byTouch = event.pointerType === "touch";
    if (element && (byTouch || !event.target.closest("a"))) {
      if (byTouch && event.target.closest("a")) event.preventDefault();
      show(element);
    } else if (held && !card.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("scroll", () => { if (held && !held.contains(document.activeElement)) hide(); }, { passive: true });

  // On a narrow screen the text comes first; on paper everything is open.
  const panels = document.querySelectorAll("details.panel");
  if (matchMedia("(max-width: 52rem)").matches) for (const panel of panels) panel.open = false;
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll(".who details")) fold.open = true;
  });

  // Filters: where no button of a row is pressed, all are meant.
  const pressed = (doc, key) => new Set(
    [...doc.querySelectorAll(`button[data-${key}][aria-pressed="true"]`)].map((button) => button.dataset[key]),
  );

  const filter = (doc) => {
    const who = pressed(doc, "who");
    const kind = pressed(doc, "kind");
    const unsure = pressed(doc, "unsure").size > 0;
    const on = new Set();
    const notes = doc.querySelectorAll(".notes li");
    for (const note of notes) {
      const fits = (!who.size || who.has(note.dataset.who)) && (!kind.size || kind.has(note.dataset.kind))
        && (!unsure || "unsure" in note.dataset);
      note.hidden = !fits;
      if (fits) on.add(note.id.slice(doc.id.length + 1));
    }
    for (const [mark, all] of marksOf(doc)) mark.classList.toggle("off", !all.some((one) => on.has(one)));
    const some = who.size || kind.size || unsure;
    doc.querySelector(".all").hidden = !some;
    doc.querySelector(".shown").textContent = some ? `${on.size} of ${notes.length} shown` : `${on.size} shown`;
    hide();
  };

  for (const doc of document.querySelectorAll(".doc")) {
    doc.querySelector(".who")?.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.classList.contains("all")) {
        for (const one of doc.querySelectorAll('button[aria-pressed="true"]')) one.setAttribute("aria-pressed", "false");
        filter(doc);
        doc.querySelector(".who button").focus(); // the button pressed is gone
      } else if (button) {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        filter(doc);
      }
      const strip = event.target.closest(".strip");
      if (strip) jump(doc, strip, event);
    });
  }

  // A click on a strip goes to what its speaker says nearest to there.
  const jump = (doc, strip, event) => {
    const box = strip.getBoundingClientRect();
    const wanted = ((event.clientX - box.left) / box.width) * 1000;
    const mine = [...doc.querySelectorAll(`.notes li[data-who="${strip.dataset.of}"]`)];
    const far = (note) => Math.abs(Number(note.dataset.at) - wanted);
    const nearest = mine.reduce((best, note) => (best && far(best) <= far(note) ? best : note), null);
    const badge = nearest && document.getElementById(nearest.id.replace("n", "q"));
    if (!badge) return;
    badge.scrollIntoView({ block: "center" });
    badge.focus({ preventScroll: true });
  };
})();
