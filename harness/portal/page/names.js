// Roles and accessible names, near enough to the specification for finding what a person reads.
const IMPLICIT = {
  A: (el) => (el.hasAttribute("href") ? "link" : ""),
  BUTTON: () => "button",
  SUMMARY: () => "button",
  SELECT: (el) => (el.multiple || el.size > 1 ? "listbox" : "combobox"),
  TEXTAREA: () => "textbox",
  UL: () => "list", OL: () => "list", LI: () => "listitem",
  TABLE: () => "table", TR: () => "row", TH: () => "columnheader", TD: () => "cell",
  FIELDSET: () => "group", DETAILS: () => "group",
  DIALOG: () => "dialog", OUTPUT: () => "status", OPTION: () => "option",
  NAV: () => "navigation", MAIN: () => "main", HEADER: () => "banner", FOOTER: () => "contentinfo",
  SECTION: (el) => (el.hasAttribute("aria-label") || el.hasAttribute("aria-labelledby") ? "region" : ""),
  FORM: (el) => (el.hasAttribute("aria-label") || el.hasAttribute("aria-labelledby") ? "form" : ""),
  IMG: () => "img", PROGRESS: () => "progressbar", ARTICLE: () => "article", ASIDE: () => "complementary",
  INPUT: (el) =>
    ({ checkbox: "checkbox", radio: "radio", submit: "button", button: "button", reset: "button", image: "button",
       number: "spinbutton", range: "slider", search: "searchbox", file: "file", hidden: "" })[el.type] ?? "textbox",
};
const roleOf = (el) => {
  const written = (el.getAttribute("role") || "").trim().split(/\s+/)[0];
  if (written && written !== "presentation" && written !== "none") return written;
  if (/^H[1-6]$/.test(el.tagName)) return "heading";
  return IMPLICIT[el.tagName]?.(el) ?? "";
};
const levelOf = (el) => Number(el.getAttribute("aria-level")) || (/^H[1-6]$/.test(el.tagName) ? +el.tagName[1] : 2);

const byIds = (el, attribute) => {
  const ids = (el.getAttribute(attribute) || "").split(/\s+/).filter(Boolean);
  const root = el.getRootNode();
  return ids.map((id) => root.getElementById?.(id) || document.getElementById(id)).filter(Boolean);
};
const labelWords = (l) => say(l, { controls: false, seen: true }) || say(l, { controls: false });
const wordsOf = (labels) => norm([...new Set([...labels].map(labelWords))].join(" "));
// A legend around the field that is named beside its own label is the section, not a part of the label.
const labelled = (el) => {
  const all = byIds(el, "aria-labelledby").filter((l) => !(inside(el, l) && roleOf(el) === "combobox"));
  const own = all.filter((l) => !(l.tagName === "LEGEND" && l.parentElement?.contains(el)));
  return wordsOf(own.length ? own : all);
};
const FROM_CONTENT = new Set(["button", "link", "heading", "option", "tab", "menuitem", "menuitemradio", "cell",
  "columnheader", "rowheader", "checkbox", "radio", "switch", "treeitem", "listitem", "tooltip"]);

// Some lists repeat what is chosen in aria-label: that is their value, not their name.
const ownLabel = (el) => {
  const words = norm(el.getAttribute("aria-label"));
  return words && roleOf(el) === "combobox" && el.tagName !== "INPUT" && key(words) === key(say(el)) ? "" : words;
};
// Label given by the page's own markup: a label element, ARIA, a legend or a caption. "" when there is none.
// The mark of a required field may stand beside its label instead of in it.
const starred = (el) => [...byIds(el, "aria-labelledby"), ...(el.labels || [])].map((label) => label.nextElementSibling)
  .some((beside) => beside && shown(beside) && /^\(?\s*\*\s*\)?$/u.test(norm(beside.textContent)));
const markupLabel = (el) => {
  const pointed = labelled(el) || ownLabel(el);
  if (pointed) return pointed;
  if (el.labels?.length) return wordsOf(el.labels);
  if (el.id && el.labels === undefined) {
    // A label may point at a box of the page's own making, which the browser does not count as labelled.
    const said = wordsOf(el.getRootNode().querySelectorAll(`label[for="${CSS.escape(el.id)}"]`));
    if (said) return said;
  }
  if (el.tagName === "FIELDSET") {
    const legend = [...el.children].find((c) => c.tagName === "LEGEND");
    return legend ? say(legend, { controls: false }) : "";
  }
  if (el.tagName === "TABLE" && el.caption) return say(el.caption);
  if (el.tagName === "INPUT" && ["submit", "button", "reset"].includes(el.type)) {
    return norm(el.value) || { submit: "Gửi", reset: "Đặt lại", button: "" }[el.type];
  }
  if (el.tagName === "IMG" || el.type === "image") return norm(el.alt);
  return "";
};
const nameOf = (el) => {
  const given = markupLabel(el);
  if (given) return given;
  if (FROM_CONTENT.has(roleOf(el)) || el.tagName === "SUMMARY") {
    // aria-hidden parts are icons ("search", "arrow_forward"): they are not words of the name.
    const copyless = [...el.querySelectorAll("[aria-hidden=true]")];
    const text = copyless.length ? withoutHidden(el) : say(el);
    if (text) return text;
  }
  return norm(el.getAttribute("title")) || norm(el.getAttribute("placeholder"));
};
const withoutHidden = (el) => {
  const parts = [];
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.nodeValue);
    else if (node.nodeType === Node.ELEMENT_NODE && node.getAttribute("aria-hidden") !== "true"
      && !SILENT.has(node.tagName)) {
      if (node.tagName === "IMG") parts.push(node.alt);
      node.childNodes.forEach(visit);
      parts.push(" ");
    }
  };
  el.childNodes.forEach(visit);
  return norm(parts.join(""));
};

// Same name in one of the given spellings. strict first; the looser form is the caller's second try.
const same = (name, words, fold = key) => name !== "" && words.some((w) => fold(w) === fold(name) && fold(w) !== "");
