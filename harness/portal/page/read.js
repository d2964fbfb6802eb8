// Lists, tables, options: what a place says.
const listBox = (root, words) => {
  const named = byName(root, "ul, ol, [role=list], table, [role=table], [role=listbox], [role=feed]", words, "label");
  if (named.length) return named[0].el;
  for (const region of regions(root, words)) {
    const heading = headings(root, words)[0]?.el;
    const inner = "ul, ol, [role=list], table, [role=table], [role=feed]";
    const near = heading ? under(heading, inner) : [];
    const found = near.length ? near : [...region.el.querySelectorAll(inner)];
    const top = found.filter((el) => shown(el) && !found.some((o) => o !== el && inside(o, el)));
    return top[0] || { empty: true, el: region.el };
  }
  const row = rows(root, words)[0];
  if (row) return row.cells.map((c) => c.querySelector("ul, ol, table")).find(Boolean) || { lines: row.value };
  return null;
};
const itemElements = (box) => {
  if (box.matches("table, [role=table]")) {
    return [...box.querySelectorAll("tr, [role=row]")].filter((r) => r.querySelector("td, [role=cell]") && shown(r));
  }
  const items = [...box.children].filter((c) => c.matches("li, [role=listitem], article, [role=option], [role=article]"));
  return (items.length ? items : [...box.children]).filter(shown);
};
const rowWords = (row) => row.matches("tr, [role=row]")
  ? [...row.children].map((c) => say(c, { values: true })).filter(Boolean).join(" | ") : say(row, { values: true });
const listItems = (root, words) => {
  const box = listBox(root, words);
  if (!box) return null;
  if (box.empty) return [];
  if (box.lines !== undefined) return box.lines.split(/\n|;/).map(norm).filter(Boolean);
  return itemElements(box).map(rowWords).filter(Boolean);
};
const tableColumn = (root, words, column) => {
  const box = listBox(root, words);
  if (!box || box.empty || box.lines !== undefined || !box.matches("table, [role=table]")) return box ? [] : null;
  const all = [...box.querySelectorAll("tr, [role=row]")].filter(shown);
  const head = all.find((r) => [...r.children].some((c) => ["TH"].includes(c.tagName) || roleOf(c) === "columnheader"));
  const index = head ? [...head.children].findIndex((c) => same(say(c), [column])) : -1;
  if (index < 0) return null;
  return all.filter((r) => r !== head && r.children[index]).map((r) => say(r.children[index], { values: true }));
};
const optionLabels = (root, place) => {
  const words = place.words.length ? place.words : place.of.words;
  const fits = (c) => c.names.some((n) => same(n.text, words)) || same(c.group || "", words);
  const found = inspect(document).filter((c) => fits(c) && inside(root, tagged(c.tag)));
  if (found.length && found.every((c) => c.kind === "checkbox")) return found.map((c) => c.names[0]?.text || "");
  if (found.length) return found.flatMap((c) => c.options.map((o) => o.label));
  const region = regions(root, words)[0];
  if (!region) return null;
  const inner = inspect(document).filter((c) => inside(region.el, tagged(c.tag)));
  return inner.flatMap((c) => (c.options.length ? c.options.map((o) => o.label) : [c.names[0]?.text || ""]));
};

const scopeOf = (place, root = document) => {
  if (!place.within) return { root };
  const outer = scopeOf(place.within, root);
  if (!outer.root) return outer;
  const found = find(place.within, outer.root);
  if (found.length !== 1) return { root: null, missing: place.within, count: found.length };
  let { el } = found[0];
  if (place.within.kind === "row") el = el.closest("tr, [role=row], li, dl") || el;
  if (place.within.kind === "heading") el = boxOf(el);
  return { root: el };
};
const find = (place, root) => {
  const words = place.words || [];
  switch (place.kind) {
    case "button": return pressables(root, words, ["button", "tab", "menuitem"]);
    case "link": return pressables(root, words, ["link"]);
    case "label": return labels(root, words);
    case "heading": return headings(root, words);
    case "row": {
      const cells = rows(root, words);
      if (cells.length) return cells;
      return every(root, "tr, [role=row]").filter((r) => shown(r) && [...r.children].some((c) => same(say(c), words)))
        .map((r) => ({ ...hit(r, "near", words[0]), value: rowWords(r) }));
    }
    case "region": return regions(root, words);
    case "group": return regions(root, words);
    case "text": return seenText(root, words);
    case "role": return every(root, "*").filter((el) => roleOf(el) === words[0] && shown(el) && say(el) !== ""
      && (!words[1] || same(nameOf(el), words.slice(1)))).map((el) => hit(el, "name", say(el)));
    case "list": case "table": case "links": {
      const box = listBox(root, words);
      return box ? [hit(box.el || (box.lines !== undefined ? document.body : box), "near", words[0])] : [];
    }
    case "options": case "count": return place.of ? find(place.of, root) : [];
    case "css": return every(root, words[0]).filter(shown).map((el) => hit(el, "css", say(el)));
    default: return [];
  }
};
const seenText = (root, words) => {
  const exact = byText(root, words);
  if (exact.length) return exact;
  const wanted = words.map((w) => norm(w).toLowerCase());
  const holds = (el) => wanted.some((w) => norm(el.textContent).toLowerCase().includes(w));
  const found = every(root, "*").filter((el) => !SILENT.has(el.tagName) && holds(el) && shown(el)
    && ![...el.children].some((c) => !SILENT.has(c.tagName) && holds(c)));
  return found.map((el) => hit(el, "text", say(el)));
};
