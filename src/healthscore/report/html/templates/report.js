const notes = all(".note details");
const openAll = document.getElementById("open-all");
const shown = document.getElementById("shown");

// What a link leads to lies in details that may be closed; newer browsers open them by themselves.
function show(id) {
  const details = document.getElementById(id)?.closest("details");
  if (details) details.open = true;
  return details;
}

// A note is mostly in sight, beside its mark: the page moves no more than it has to.
function visit(id) {
  const details = show(id);
  if (!details) return false;
  details.scrollIntoView({ block: "nearest" });
  details.querySelector("summary").focus({ preventScroll: true });
  return true;
}

function light(id, on) {
  all(`mark[data-note="${id}"]`).forEach((mark) => mark.classList.toggle("lit", on));
  document.getElementById(id)?.closest(".note")?.classList.toggle("lit", on);
}

function count() {
  const hidden = all(".filters input").filter((box) => !box.checked).map((box) => box.id.slice(5));
  const told = all("dl[id^=f]").map((list) => list.closest(".f"));
  const left = told.filter((part) => !hidden.some((name) => part.matches(`.d-${name}, .s-${name}`)));
  shown.textContent = `${left.length} of ${told.length} findings shown`;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link) {
    if (!link.matches(".ref, .also a")) show(link.hash.slice(1));
    else if (visit(link.hash.slice(1))) event.preventDefault();
    return;
  }
  const mark = event.target.closest("mark");
  if (mark && !String(getSelection())) visit(mark.dataset.note);
});
for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(kind, (event) => {
    const part = event.target.closest?.("mark, .note:not(.also), .ref");
    if (!part) return;
    light(part.dataset.note ?? (part.hash ? part.hash.slice(1) : part.querySelector("dl").id), on);
  });
}
if (openAll) {
  openAll.addEventListener("click", () => {
    const open = openAll.getAttribute("aria-pressed") !== "true";
    openAll.setAttribute("aria-pressed", String(open));
    notes.forEach((note) => { note.open = open; });
  });
  all(".filters input").forEach((box) => box.addEventListener("change", count));
  count();
}
addEventListener("hashchange", () => show(location.hash.slice(1)));
show(location.hash.slice(1));

let opened = [];
addEventListener("beforeprint", () => {
  opened = notes.filter((note) => !note.open);
  opened.forEach((note) => { note.open = true; });
});
addEventListener("afterprint", () => opened.forEach((note) => { note.open = false; }));
