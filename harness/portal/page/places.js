// Places of an adapter: {kind, words, column, of, within} → elements. Each hit says by which rung it was found.
const PRESSABLE = "button, a[href], summary, input[type=submit], input[type=button], input[type=reset], " +
  "input[type=image], [role=button], [role=link], [role=tab], [role=menuitem], [role=option], [role=menuitemradio]";
const REGION = "section, article, form, dialog, fieldset, details, main, aside, nav, [role=region], [role=group], " +
  "[role=dialog], [role=alertdialog], [role=tabpanel], [role=form], [role=radiogroup], [role=status], [role=alert]";
const hit = (el, rung, name) => ({ el, rung, name: norm(name).slice(0, 120) });

const twice = (search) => {
  const exact = search(key);
  return exact.length ? exact : search(loose);
};
const byName = (root, selector, words, rung) => twice((fold) => every(root, selector)
  .filter((el) => shown(el) && same(nameOf(el), words, fold)).map((el) => hit(el, rung, nameOf(el))));

// The innermost visible elements whose whole text is the words.
const byText = (root, words) => twice((fold) => {
  const found = every(root, "*").filter((el) => !SILENT.has(el.tagName) && el.textContent.length < 400
    && same(norm(el.textContent), words, fold) && shown(el));
  return found.filter((el) => !found.some((other) => other !== el && inside(el, other))).map((el) => hit(el, "text", say(el)));
});

const pressables = (root, words, roles) => {
  const all = byName(root, PRESSABLE, words, "name").filter((h) => !inside2(h.el, PRESSABLE));
  const wanted = all.filter((h) => roles.includes(roleOf(h.el)));
  if (wanted.length) return wanted;
  if (all.length) return all;
  const texts = byText(root, words).map((h) => {
    const target = h.el.closest("label, tr[onclick], [onclick], [tabindex]") || h.el;
    return { ...h, el: target };
  });
  return texts.filter((h) => getComputedStyle(h.el).cursor === "pointer" || h.el.matches("label, [onclick], [tabindex]"));
};
const inside2 = (el, selector) => !!el.parentElement?.closest(selector);

const labels = (root, words) => {
  const controls = inspect(document).filter((c) => !root || root === document || inside(root, tagged(c.tag)));
  for (const rung of ["label", "name", "placeholder", "near"]) {
    const found = twice((fold) => controls.flatMap((c) => c.names
      .filter((n) => n.rung === rung && same(n.text, words, fold)).slice(0, 1)
      .map((n) => hit(tagged(c.tag), rung, n.text))));
    if (found.length) return found;
  }
  return [];
};


const headings = (root, words) => {
  const level = /^[1-6]$/.test(words[0] || "") ? Number(words[0]) : 0;
  const all = every(root, "h1, h2, h3, h4, h5, h6, [role=heading], legend").filter(shown);
  if (level) return all.filter((h) => h.tagName !== "LEGEND" && levelOf(h) === level).map((h) => hit(h, "name", say(h)));
  return twice((fold) => all.filter((h) => same(say(h), words, fold)).map((h) => hit(h, "name", say(h))));
};

const regions = (root, words) => {
  const named = twice((fold) => every(root, REGION).filter((el) => same(markupLabel(el), words, fold) && shown(el))
    .map((el) => hit(el, "name", markupLabel(el))));
  if (named.length) return named.filter((h) => !named.some((o) => o !== h && inside(o.el, h.el)));
  const titled = headings(root, words).map((h) => hit(boxOf(h.el), "near", h.name));
  if (titled.length) return titled;
  return byText(root, words).filter((h) => h.el.matches("summary, legend, caption, strong, b, [class*=title i]"))
    .map((h) => hit(boxOf(h.el), "text", h.name));
};

// Cells beside a th, dt or label-like text; `value` is the text that belongs to the words.
const rows = (root, words) => {
  for (const search of [tableRows, lists, pairs]) {
    const found = twice((fold) => search(root, words, fold)).filter((h) => shown(h.el) || h.value !== "");
    if (found.length) return found.filter((h) => !found.some((o) => o !== h && o.el === h.el && o.value === h.value && found.indexOf(o) < found.indexOf(h)));
  }
  return [];
};
const cellHit = (cells, name, rung) => ({ ...hit(cells[0], rung, name),
  value: cells.map((c) => say(c, { values: true, lines: true })).filter(Boolean).join("\n"), cells });
const tableRows = (root, words, fold) => every(root, "tr").filter(shown).flatMap((tr) => {
  const cells = [...tr.cells];
  for (let i = 0; i < cells.length - 1; i++) {
    if (cells[i + 1].tagName === "TH" || !same(say(cells[i]), words, fold)) continue;
    const until = cells.findIndex((c, at) => at > i && c.tagName === "TH");
    return [cellHit(cells.slice(i + 1, until < 0 ? undefined : until), say(cells[i]), "label")];
  }
  return [];
});
const lists = (root, words, fold) => every(root, "dt").filter((dt) => shown(dt) && same(say(dt), words, fold)).flatMap((dt) => {
  const values = [];
  const wrapped = dt.parentElement.tagName === "DIV" && !dt.nextElementSibling;
  for (let n = wrapped ? dt.parentElement.nextElementSibling : dt.nextElementSibling; n && n.tagName === "DD"; n = n.nextElementSibling) values.push(n);
  return values.length ? [cellHit(values, say(dt), "label")] : [];
});
const pairs = (root, words, fold) => byOwnText(root, words, fold).flatMap((el) => {
  if (el.tagName === "LABEL" && el.control) return [cellHit([el.control], say(el), "label")];
  if (/^(BUTTON|A|OPTION|LEGEND|TH|H[1-6])$/.test(el.tagName)) return [];
  for (let n = el, up = 0; n && up < 3; n = n.parentElement, up++) {
    const after = [...siblings(n)].filter((s) => s.nodeType === Node.TEXT_NODE ? norm(s.nodeValue) : norm(say(s, { values: true })));
    if (!after.length) continue;
    if (after[0].nodeType === Node.ELEMENT_NODE) return [cellHit([after[0]], say(el), "near")];
    const value = after.map((s) => (s.nodeType === Node.TEXT_NODE ? s.nodeValue : say(s))).join(" ");
    return [{ ...hit(n.parentElement, "near", say(el)), value: norm(value).replace(/^[:\s]+/, ""), cells: [] }];
  }
  return [];
}).concat(inline(root, words));
const siblings = function* (el) {
  for (let n = el.nextSibling; n; n = n.nextSibling) {
    if (n.nodeType === Node.TEXT_NODE || (n.nodeType === Node.ELEMENT_NODE && !SILENT.has(n.tagName) && n.tagName !== "BR")) yield n;
    if (n.nodeType === Node.ELEMENT_NODE && n.tagName === "BR") return;
  }
};
const byOwnText = (root, words, fold) => {
  const found = every(root, "*").filter((el) => !SILENT.has(el.tagName) && el.textContent.length < 200
    && same(norm(el.textContent), words, fold) && shown(el));
  return found.filter((el) => !found.some((other) => other !== el && inside(el, other)));
};
// "Mã hồ sơ: H01.…" in one element.
const inline = (root, words) => every(root, "p, li, div, span, td, small").filter((el) => {
  if (el.children.length || !shown(el)) return false;
  const [before, ...rest] = norm(el.textContent).split(":");
  return rest.length && same(before, words);
}).map((el) => ({ ...hit(el, "text", norm(el.textContent).split(":")[0]), cells: [],
  value: norm(el.textContent.normalize("NFC")).split(":").slice(1).join(":").trim() }));
