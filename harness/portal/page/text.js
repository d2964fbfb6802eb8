// Text as a person sees it: folded spaces, NFC, without icon-font glyphs and required marks.
const GLYPHS = /[\u200b-\u200d\ufeff\ue000-\uf8ff]/g;
const MARKS = /(?:\s|:|\*|\(\s*\*\s*\)|\((?:không )?bắt buộc\))+$/iu;
const LEAD = /^(?:\*|\(\s*\*\s*\)|\s)+/u;
const NUMBERING = /^(?:\d+(?:\.\d+)*|[a-zđ]|[ivx]+)[.)]\s*/iu;
const TRAILING_HINT = /\s*\([^()]*\)$/u;

const norm = (s) => (s || "").normalize("NFC").replace(GLYPHS, "").replace(/\s+/g, " ").trim();
const key = (s) => norm(s).replace(LEAD, "").replace(MARKS, "").toLowerCase();
// The looser form, tried only when nothing matches exactly: no numbering, no hint in brackets at the end.
const loose = (s) => key(s).replace(NUMBERING, "").replace(TRAILING_HINT, "").trim();

const shown = (el) => {
  if (!el.isConnected || !el.checkVisibility({ visibilityProperty: true })) return false;
  const box = el.getBoundingClientRect();
  if (box.width > 0 && box.height > 0) return true;
  return [...el.children].some((child) => shown(child)); // display: contents and collapsed wrappers
};

// Every element under root, open shadow trees included, in document order.
const every = (root, selector) => {
  const found = [];
  const visit = (node) => {
    const shadows = [];
    for (const el of node.querySelectorAll("*")) {
      if (el.matches(selector)) found.push(el);
      if (el.shadowRoot) shadows.push(el.shadowRoot);
    }
    shadows.forEach(visit);
  };
  visit(root.shadowRoot ? root.shadowRoot : root);
  if (root.shadowRoot) visit(root);
  return found;
};

// Up through slots and shadow roots: the nearest element around (or the element itself) that fits.
const upTo = (el, selector) => {
  for (let n = el; n; n = n.assignedSlot || n.parentElement || n.getRootNode().host) if (n.matches(selector)) return n;
  return null;
};
// The element, or the host around it, that stands in the same tree as the other one; null when none does.
const lifted = (el, other) => {
  let n = el;
  while (n && n.getRootNode() !== other.getRootNode()) n = n.getRootNode().host;
  return n || null;
};
const precedes = (a, b) => {
  const up = lifted(b, a);
  if (up) return !!(a.compareDocumentPosition(up) & Node.DOCUMENT_POSITION_FOLLOWING);
  const down = lifted(a, b);
  return !!down && !!(down.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
};

const inside = (outer, el) => {
  for (let n = el; n; n = n.parentNode || n.host) if (n === outer) return true;
  return false;
};

const SILENT = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SVG", "svg", "HEAD"]);
const CONTROL = new Set(["INPUT", "SELECT", "TEXTAREA", "BUTTON"]);

// Laid out, yet shrunk or clipped to a dot: what pages keep for screen readers, or for sending.
const dot = (el) => {
  const style = getComputedStyle(el);
  if (style.position !== "absolute" && style.position !== "fixed") return false;
  const thin = el.offsetWidth <= 2 || el.offsetHeight <= 2;
  return (el.offsetWidth <= 2 && el.offsetHeight <= 2) || (thin && style.opacity === "0") || /^rect\((0|1)px,? (0|1)px/.test(style.clip) || /^inset\((50|100)%/.test(style.clipPath);
};

// The words of an element. options: controls (skip form controls), values (say what inputs hold), lines, seen (no dots).
const say = (el, options = {}) => {
  const parts = [];
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      parts.push(node.nodeValue);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return;
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (SILENT.has(node.tagName)) return;
      if (node !== el && CONTROL.has(node.tagName)) {
        if (options.values) parts.push(" ", valueWords(node), " ");
        if (options.controls === false || options.values) return;
      }
      if (node.tagName === "BR") return void parts.push("\n");
      if (node.tagName === "IMG") return void parts.push(" ", node.alt || "", " ");
      const style = getComputedStyle(node);
      if (style.display === "none" || (options.seen && node !== el && dot(node))) return;
      const block = !style.display.startsWith("inline") && style.display !== "contents";
      if (block) parts.push("\n");
      children(node).forEach(visit);
      if (block) parts.push("\n");
      return;
    }
    node.childNodes.forEach(visit);
  };
  const children = (node) => {
    if (node.shadowRoot) return [...node.shadowRoot.childNodes];
    if (node.tagName === "SLOT") {
      const given = node.assignedNodes();
      return given.length ? given : [...node.childNodes];
    }
    return [...node.childNodes];
  };
  if (CONTROL.has(el.tagName) && options.values) return norm(valueWords(el));
  visit(el);
  const text = parts.join("");
  if (!options.lines) return norm(text);
  return text.split(/\n/).map(norm).filter(Boolean).join("\n");
};

const valueWords = (control) => {
  if (control.tagName === "SELECT") return [...control.selectedOptions].map((o) => norm(o.label)).join(", ");
  if (control.tagName === "BUTTON") return "";
  if (["checkbox", "radio"].includes(control.type)) return "";
  if (["hidden", "password", "file", "submit", "button", "reset", "image"].includes(control.type)) return "";
  return control.value || "";
};

// A mark by which the driver finds the element again; clones made by the page get a new one.
const known = new WeakMap();
const marked = new Map();
// A page loaded again begins a new count: its marks must not be taken for those of the page before.
const counter = { last: 0, page: Math.round(performance.timeOrigin * 1000) % 0x7fffffff };
const tag = (el) => {
  if (!known.has(el)) {
    known.set(el, `${counter.page.toString(36)}-${++counter.last}`);
    marked.set(known.get(el), new WeakRef(el));
  }
  if (el.getAttribute("data-kt") !== known.get(el)) el.setAttribute("data-kt", known.get(el));
  return known.get(el);
};
const tagged = (mark) => marked.get(mark)?.deref();
// Words whose letters are broken: the replacement mark, TCVN3 («Th«ng b¸o») or VNI («Thoâng baùo») shown raw.
const BROKEN = [/\uFFFD/u, /\p{L}[¸µ¶·¹¨©«¬®§¢]\p{L}|\p{L}[¸µ¶·¹](?!\p{L})/u, /[aeouyâêôơư][ùøûïåäë](?=\P{L}|$)|[aou]â[ùøûõï]?(?:n|m|t|c|p)/iu];
const misspelt = () => {
  const words = norm(document.body?.innerText || "").split(" ");
  const found = BROKEN.map((broken) => words.filter((word) => broken.test(word)));
  const [lost, tcvn3, vni] = found; // one odd word is a name or a brand; a page in an old encoding is full of them
  return [...lost, ...(tcvn3.length > 2 ? tcvn3 : []), ...(vni.length > 2 ? vni : [])].slice(0, 5);
};
