"use strict";
// Everything works without this script; it adds sorting, counting and what follows the pointer.
const all = (selector, from = document) => [...from.querySelectorAll(selector)];

function sortable(table) {
  const body = table.tBodies[0];
  const headings = all("thead th", table);
  const value = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
  const compare = (one, other) => {
    const numbers = [Number(one), Number(other)];
    return numbers.some(Number.isNaN) ? one.localeCompare(other, "en", { numeric: true }) : numbers[0] - numbers[1];
  };
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const falling = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
      const rows = [...body.rows].map((row) => [value(row, column), row]);
      const empty = (said) => said === "" || said === "-";
      rows.sort(([one], [other]) => {
        if (empty(one) || empty(other)) return empty(one) - empty(other);
        return falling ? compare(other, one) : compare(one, other);
      });
      body.append(...rows.map(([, row]) => row));
    });
  });
}

document.documentElement.classList.add("scripted");
all("table.sortable").forEach(sortable);
all(".tools").forEach((tools) => { tools.hidden = false; });
