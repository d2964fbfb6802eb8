// What the driver calls. Everything returned is plain JSON; elements travel as marks.
const look = (place) => {
  const scope = scopeOf(place);
  if (!scope.root) return { hits: [], scope: { name: scope.missing.words[0] || scope.missing.kind, count: scope.count } };
  const hits = distinct(find(place, scope.root));
  return { hits: hits.map((h) => ({ tag: tag(h.el), rung: h.rung, name: h.name, role: roleOf(h.el), value: h.value ?? null,
    href: h.el.href && typeof h.el.href === "string" ? h.el.href : "", disabled: h.el.matches(":disabled, [aria-disabled=true]"),
    context: titlesOf(h.el, outline(document))[0] || "" })) };
};
// Two links to one address, or two buttons that send one form alike, are one control to a person.
const distinct = (hits) => hits.filter((h, at) => !hits.slice(0, at).some((o) => o.el === h.el || alike(o.el, h.el)));
const alike = (a, b) => {
  if (a.tagName !== b.tagName) return false;
  if (a.tagName === "A") return a.href === b.href && a.target === b.target && !a.href.endsWith("#");
  if (a.tagName === "BUTTON" || a.tagName === "INPUT") {
    return !!a.form && a.form === b.form && a.type === "submit" && b.type === "submit" && a.name === b.name && a.value === b.value;
  }
  return false;
};
const seen = ({ place, equals }) => {
  const { hits } = look(place);
  if (!equals) return hits.length > 0;
  return hits.some((h) => same(h.value ?? say(tagged(h.tag), { values: true }), [equals]));
};
const value = (place) => {
  const scope = scopeOf(place);
  if (!scope.root) return { found: 0, value: null };
  const { root } = scope;
  const words = place.words || [];
  const packed = (v) => ({ found: v === null ? 0 : 1, value: v });
  // A name in several spellings: which of them is here, and whether two of them say different things.
  const spelt = (read) => {
    const all = words.map((word) => ({ word, value: read([word]) })).filter((one) => one.value !== null);
    const values = new Set(all.map((one) => JSON.stringify(one.value)));
    return { found: values.size, value: all[0]?.value ?? null, names: all.map((one) => one.word) };
  };
  if (place.kind === "list") return spelt((word) => listItems(root, word));
  if (place.kind === "table") return spelt((word) => tableColumn(root, word, place.column));
  if (place.kind === "options") return packed(optionLabels(root, place));
  if (place.kind === "count") {
    const inner = place.of || { ...place, kind: "text" };
    if (inner.kind === "list") return { found: 1, value: String((listItems(root, inner.words) || []).length) };
    return { found: 1, value: String(find(inner, root).length) };
  }
  if (place.kind === "role") return packed(find(place, root).map((h) => say(h.el, { lines: true })).join("\n") || null);
  const hits = distinct(find(place, root));
  const values = [...new Set(hits.map((h) => h.value ?? say(h.el, { values: true, lines: true })))];
  return { found: values.length, value: values[0] ?? null, rung: hits[0]?.rung || "", names: hits.map((h) => h.name) };
};
const linksIn = (place) => {
  const scope = scopeOf(place);
  const box = scope.root && listBox(scope.root, place.words);
  const el = box && (box.el || box);
  if (!el || !el.querySelectorAll) return [];
  return every(el, "a[href], button").filter(shown).map((a) => ({
    tag: tag(a), name: nameOf(a), href: a.href || "", row: say(a.closest("li, tr") || a) }));
};
// Names of what a person could point at, for «Có phải ý bạn là …?».
const nearby = (kind) => {
  const sets = {
    button: PRESSABLE, link: PRESSABLE, heading: HEADINGS, region: `${REGION}, ${HEADINGS}`, group: `${REGION}, ${HEADINGS}`,
    list: `ul, ol, table, ${HEADINGS}, dt, th`, table: `table, ${HEADINGS}`, row: "th, dt, tr > td:first-child, label, strong",
    links: `ul, ol, table, ${HEADINGS}`,
  };
  if (kind === "label" || kind === "options") return [...new Set(inspect().flatMap((c) => c.names.slice(0, 1).map((n) => n.text)))];
  const selector = sets[kind] || `${PRESSABLE}, ${HEADINGS}, label, th, dt`;
  return [...new Set(every(document, selector).filter(shown).map((el) => nameOf(el) || say(el)).filter((n) => n && n.length < 120))];
};
const alerts = () => {
  const words = every(document, "[role=alert], [role=alertdialog], [class*=error i], [class*=invalid i], [class*=danger i]")
    .filter((el) => shown(el) && !el.querySelector(FIELD) && !el.matches(FIELD)).map((el) => say(el)).filter(Boolean);
  const native = every(document, "input, select, textarea").filter((el) => el.matches(":user-invalid"))
    .map((el) => `${markupLabel(el)}: ${el.validationMessage}`);
  return [...new Set([...words, ...native])].slice(0, 12);
};
// What a page says in passing: toasts, dialogs, lines that screen readers are told of.
const passing = () => [...new Set(every(document, "[role=status], [aria-live]:not([aria-live=off]), [role=dialog], dialog[open], [class*=toast i], [class*=snack i], [class*=notif i]")
  .filter((el) => shown(el) && !el.querySelector(FIELD)).map((el) => say(el)).filter((words) => words && words.length < 400))];
const form = (place) => {
  const scope = place ? scopeOf(place) : { root: document };
  return inspect().filter((c) => scope.root && (scope.root === document || inside(scope.root, tagged(c.tag))));
};
const whole = () => say(document.body, { values: true, lines: true });
window.__kiemthu = { look, seen, value, values: (places) => ({ title: document.title, facts: Object.fromEntries(Object.entries(places).map(([f, p]) => [f, value(p)])) }),
  linksIn, nearby, alerts, passing, form, whole, tree };
Object.assign(window.__kiemthu, { aim, neutral, typing, choose, opened, closed, changed, one, calendar, clock, confirming, adder, adders, turnOut, calm, uploading, uploaded, misspelt });
window.__kiemthu.blur = () => { let el = document.activeElement; while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement; el?.blur?.(); return true; };
window.__kiemthu.links = () => every(document, "a[href]").filter((a) => shown(a) && a.href.startsWith("http"))
  .map((a) => ({ name: nameOf(a), href: a.href }));
// As if never chosen: what a person cannot undo on a radio or a list without an empty entry.
window.__kiemthu.unchoose = (mark) => {
  const el = tagged(mark);
  if (!el) return false;
  if (el.tagName === "SELECT") el.selectedIndex = [...el.options].findIndex((o) => o.value === "");
  else if (el.checked !== undefined) el.checked = false;
  el.dispatchEvent(new Event("input", { bubbles: true }));
  el.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
};
// Whether the control itself takes typing.
window.__kiemthu.editable = (mark) => {
  const el = tagged(mark);
  return !!el && (el.matches("input:not([readonly]), textarea:not([readonly])") || el.isContentEditable);
};
// The cross beside a control that takes its value away; it may be drawn only under the pointer.
window.__kiemthu.cross = (mark) => {
  const el = tagged(mark);
  if (!el) return "";
  const box = fieldBox(el, [el]);
  const found = every(box === el ? el.parentElement : box, "button, [role=button], [class*=clear i]")
    .filter((b) => /^(xóa|xoá|clear|remove all)/iu.test(nameOf(b) || b.getAttribute("aria-label") || "") && b.checkVisibility());
  return found.length === 1 ? tag(found[0]) : "";
};
Object.assign(window.__kiemthu, { showing, covers });
