const find = document.getElementById("find");
if (find) {
  const rows = all("table.articles tbody tr").map((row) => [row, row.cells[0].textContent.toLowerCase()]);
  const found = document.getElementById("found");
  find.addEventListener("input", () => {
    const wanted = find.value.trim().toLowerCase();
    rows.forEach(([row, words]) => { row.hidden = !words.includes(wanted); });
    found.textContent = `${rows.filter(([row]) => !row.hidden).length} of ${rows.length} articles`;
  });
}
