// Controls made of several elements: what is drawn, what is pressed, and the hidden list that is sent.
const COMBO = "[role=combobox], [aria-haspopup=listbox], [aria-haspopup=true], [role=textbox], [role=searchbox]";
const outerCombo = (el) => el.parentElement?.closest("[role=combobox], [aria-haspopup=listbox]") || null;
const PROMPT = /^\W*(?:(?:vui lòng|hãy|xin|\d+|chưa|không|no|none|nothing) )?(?:(?:options?|items?|mục|lựa chọn)(?: nào)?(?: được)? )?(?:chọn|select(?:ed)?|choose|chosen)(?:\s.*)?$/iu;

// The drawn control that stands for a hidden native list: the one in the smallest box around both.
const companionOf = (select, drawn) => {
  const outer = outerCombo(select);
  if (outer) return drawn.find((c) => c !== outer && inside(outer, c) && roleOf(c) === "combobox") || outer;
  for (let n = select.parentElement, up = 0; n && up < 4 && n !== document.body; n = n.parentElement, up++) {
    const near = drawn.filter((c) => c !== select && inside(n, c));
    if (near.length) return near.find((c) => c.matches(COMBO) || outerCombo(c)) || (near.length === 1 ? near[0] : null);
  }
  return null;
};
// A hidden list without a drawn control that has a role: whatever visible box stands beside it.
const besideOf = (select) => {
  for (const near of [select.nextElementSibling, select.previousElementSibling, select.parentElement]) {
    if (near && near !== document.body && shown(near) && !dot(near) && !["LABEL", "FORM"].includes(near.tagName)
      && !near.querySelector("input:not([type=hidden], [type=search]), textarea")) return near;
  }
  return null;
};
// A label with no field, and beside it something that takes the focus: a list that a page has made of plain boxes.
const OPENS = "[tabindex]:not([tabindex='-1']), [aria-expanded], [aria-haspopup], [class*=select i], [class*=dropdown i]";
const roleless = (fields, models) => every(document, "label").filter((l) => !l.control && shown(l) && !(l.htmlFor && document.getElementById(l.htmlFor)))
  .flatMap((label) => {
    if (label.id && every(document, `[aria-labelledby~="${CSS.escape(label.id)}"]`).length) return [];
    let row = null;
    for (let n = label.parentElement; n && n !== document.body && !n.matches("form, fieldset, section"); n = n.parentElement) {
      if (fields.some((f) => inside(n, f)) || [...n.querySelectorAll("label")].some((l) => l !== label)) break;
      row = n;
    }
    const found = row ? [...row.querySelectorAll(OPENS)].filter((el) => !inside(label, el) && pressable(el) && !el.matches("a[href], input, select, textarea, [type=submit]")) : [];
    return found.filter((el) => !models.has(el) && !found.some((o) => o !== el && inside(o, el))).slice(0, 1);
  });
// Laid out at full size, but neither seen nor reached by mouse or Tab.
const ghost = (el) => {
  const style = getComputedStyle(el);
  return style.opacity === "0" && (el.tabIndex < 0 || style.pointerEvents === "none");
};
const behind = (select) => !shown(select) || dot(select) || ghost(select);
// Hidden lists of the page by their drawn control. Only lists whose options say something are believed.
const modelsOf = (elements) => {
  const hidden = elements.filter((el) => el.tagName === "SELECT" && behind(el));
  const drawn = elements.filter((el) => !hidden.includes(el));
  const models = new Map();
  for (const select of hidden) {
    const beside = companionOf(select, drawn) || besideOf(select);
    if (beside && !models.has(beside)) models.set(beside, select);
  }
  return { hidden: new Set(hidden), models };
};
const believable = (select) => !!select && (select.id || select.name) && [...select.options].every((o) => !o.value || norm(o.label));
const modelLabels = (select) => [...select.selectedOptions].filter((o) => o.value !== "").map((o) => plainWords(o.label));
const plainWords = (text) => norm(text.includes("<") ? new DOMParser().parseFromString(text, "text/html").body.textContent : text);

// The words that a drawn control shows as chosen, piece by piece (chips), without its label, prompt and errors.
const pieces = (el, box, names) => {
  const found = [];
  const known = new Set(names.map((n) => key(n.text)));
  const skipped = new Set([...byIds(el, "aria-describedby"), ...byIds(el, "aria-errormessage"),
    ...byIds(el, "aria-controls").filter((list) => !inside(el, list))]);
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const words = norm(node.nodeValue).replace(/^[,;]$|[,;×✕]$/u, "").trim();
      if (words && !known.has(key(words))) found.push(words);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.tagName) || skipped.has(node) || node.tagName === "SELECT") return;
    if (["LABEL", "LEGEND"].includes(node.tagName) && !node.contains(el)) return;
    if ((node === el || !node.contains(el)) && node.matches("[role=alert], [role=status], [aria-live], [class*=placeholder i]:not([class*=selected i]), [class*=error i]")) return;
    if (node !== el && node.matches("[role=button], button, [role=img], i, [aria-hidden=true]") && !node.contains(el)) return;
    const boxless = node.tagName === "SLOT"; // drawn by what is put into it
    if (!boxless && !node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !node.contains(el)) return;
    if (node !== el && (dot(node) || (!node.contains(el) && dropping(node)))) return;
    const given = node.tagName === "SLOT" ? node.assignedNodes() : [];
    for (const child of node.shadowRoot?.childNodes || (given.length ? given : node.childNodes)) visit(child);
  };
  visit(box);
  const words = [...new Set(found)];
  return words.length === 1 && PROMPT.test(words[0]) ? [] : words;
};
// The list itself, when it is drawn inside the control: it may still be fading when the choice is read.
const dropping = (node) => /menu|drop|list|options/i.test(node.getAttribute("class") || "") && ["absolute", "fixed"].includes(getComputedStyle(node).position);
const severalIn = (el, box) => el.getAttribute("aria-multiselectable") === "true"
  || byIds(el, "aria-controls").some((list) => list.getAttribute("aria-multiselectable") === "true")
  || !!box.querySelector("[aria-multiselectable=true]") || /multi|tags|chips/i.test(box.className + el.className)
  || !!box.querySelector("[class*=multiple i], [class*=chip i], [class*=multi-select i]");

const chosenIn = (el, names, model, usable) => {
  const box = widgetBox(el, usable);
  const typed = PROMPT.test(norm(el.value ?? "")) ? "" : norm(el.value ?? "");
  const drawn = pieces(el, box, names);
  // A list of one choice without an empty entry holds its first even when nothing has been chosen.
  if (believable(model)) return model.multiple || drawn.length || typed || model.selectedIndex > 0 ? modelLabels(model) : [];
  if (typed && !severalIn(el, box)) return [typed];
  return drawn.length ? drawn : typed ? [typed] : [];
};
const widgetBox = (el, usable) => fieldBox(el, [el], usable);

// Boxes that looked like plain text and turned out to choose from a list.
const turnedOut = new WeakSet();
const turnOut = ({ mark, list }) => { turnedOut[list ? "add" : "delete"](tagged(mark)); return true; };
const moving = () => document.getAnimations().some((a) => a.playState === "running" && a.effect?.getComputedTiming().endTime < 3000);
// Until nothing on the page has changed for `still` ms: what was open has gone, with its transition.
const calm = ({ still, budget }) => {
  let [seen, since] = ["", performance.now()];
  return until(() => {
    const now = every(document, "body *").filter((el) => !SILENT.has(el.tagName) && pressable(el)).length;
    if (now !== seen || moving()) [seen, since] = [now, performance.now()];
    return performance.now() - since >= still;
  }, budget).then(() => true);
};

// A list that stands in the page with all its entries: nothing has to open it.
const laidOut = (el) => roleOf(el) === "listbox" && el.tagName !== "SELECT" && every(el, "[role=option]").some(pressable);
// What a person would press to open the control, scrolled into view; and what is on the page before it opens.
const before = { seen: new WeakSet(), mark: "" };
const aim = ({ mark, anew }) => {
  const el = tagged(mark);
  if (!el) return { tag: "" };
  el.scrollIntoView({ block: "center", behavior: "instant" });
  const outer = outerCombo(el);
  const box = outer && !outer.matches("form, body") ? outer : widgetBox(el);
  const target = onTop(el, box) || onTop(box, box) || el;
  const open = laidOut(el) || before.mark === mark && (expanded() === "true" || (expanded() === "" && layers().length > 0));
  if (!open && (anew || before.mark !== mark)) {
    before.seen = new WeakSet(every(document, "*").filter((e) => !SILENT.has(e.tagName) && shown(e)));
    before.mark = mark;
  }
  return { tag: tag(target), open };
};
const onTop = (el, box) => {
  const at = el.getBoundingClientRect();
  if (at.width < 1 || at.height < 1) return null;
  const root = el.getRootNode();
  const top = (root.elementFromPoint ? root : document).elementFromPoint(at.x + at.width / 2, at.y + at.height / 2);
  if (!top || !(inside(box, top) || inside(top, el))) return null;
  return inside(el, top) || !inside(box, top) ? el : top; // what lies under is never reached by a press
};
const focused = () => {
  let el = document.activeElement;
  while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
  return el;
};
// Whether what has the focus now takes typing, and what it holds.
const typing = () => {
  const el = focused();
  const takes = !!el && (el.matches("input:not([readonly]):not([type=checkbox]):not([type=radio]):not([inputmode=none]), textarea:not([readonly])") || el.isContentEditable);
  return { editable: takes, value: takes ? el.value ?? "" : "", tag: takes ? tag(el) : "" };
};
// A spot that does nothing when pressed, in the form itself: where a person clicks to leave a list.
const ACTIVE = "a, button, input, select, textarea, label, summary, [onclick], [tabindex], [role=button], [role=option], [contenteditable=true]";
const neutral = (mark) => {
  const el = tagged(mark);
  const modal = el?.closest("dialog, [role=dialog], [aria-modal=true]") || null;
  const home = modal || document.body;
  for (let y = 3; y < innerHeight; y += 24) {
    for (const x of [3, innerWidth / 2, innerWidth - 24]) {
      const top = document.elementFromPoint(x, y);
      if (!top || !inside(home, top) || top.closest(ACTIVE)) continue;
      if (isNew(top) && !coversPage(top)) continue;
      const at = top.getBoundingClientRect();
      return { tag: tag(top), at: { x: Math.max(1, x - at.x), y: Math.max(1, y - at.y) }, modal: !!modal };
    }
  }
  return { tag: "", at: null, modal: !!modal };
};
