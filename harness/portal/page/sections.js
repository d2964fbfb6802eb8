// Which titles a control stands under: named groups around it, and the headings before it (outline).
const GROUPS = "fieldset, section, article, form, dialog, [role=group], [role=region], [role=radiogroup], " +
  "[role=tabpanel], [role=dialog], [role=form], details, [class*=card i], [class*=panel i]";
const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading], legend";

const outline = (root) => every(root, HEADINGS).filter((h) => h.tagName !== "LEGEND" && shown(h));

// A card without a heading: the line at its top that is styled as its title.
const titleIn = (box) => {
  if (!/card|panel/i.test(box.className)) return "";
  const [title] = [...box.querySelectorAll("[class*=title i], [class*=header i]")].filter((t) => !t.querySelector(`${FIELD}, ${GROUPS}`));
  return title && say(title).length < 120 ? say(title) : "";
};

const titlesOf = (el, headings) => {
  const titles = [];
  for (let n = el.parentElement || el.getRootNode().host; n; n = n.parentElement || n.getRootNode().host) {
    if (!n.matches(GROUPS)) continue;
    const name = markupLabel(n) || (n.tagName === "DETAILS" ? say(n.querySelector("summary") || n) : titleIn(n));
    if (name) titles.push(name);
  }
  let level = 7;
  for (let i = headings.length - 1; i >= 0 && level > 1; i--) {
    if (precedes(headings[i], el) && levelOf(headings[i]) < level) {
      level = levelOf(headings[i]);
      titles.push(say(headings[i]));
    }
  }
  return [...new Set(titles)];
};

// Elements between a heading and the next one of its level or above: the section it opens.
const under = (heading, selector) => {
  const level = levelOf(heading);
  const root = heading.getRootNode();
  const next = [...root.querySelectorAll(HEADINGS)].find((h) => h.tagName !== "LEGEND" && levelOf(h) <= level
    && heading.compareDocumentPosition(h) & Node.DOCUMENT_POSITION_FOLLOWING && shown(h));
  return [...root.querySelectorAll(selector)].filter((el) =>
    heading.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING
    && (!next || el.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING)
    && !(next && inside(el, next)));
};
// The smallest box that holds the heading and its section, never the page itself.
const boxOf = (heading) => {
  for (let n = heading.parentElement; n && n !== document.body; n = n.parentElement) {
    if (["MAIN", "BODY"].includes(n.tagName)) break;
    const others = [...n.querySelectorAll(HEADINGS)].filter((h) => h !== heading && h.tagName !== "LEGEND"
      && levelOf(h) <= levelOf(heading));
    if (others.length) break;
    if (say(n).length > say(heading).length) return n;
  }
  return heading.closest("main") || heading.parentElement;
};
