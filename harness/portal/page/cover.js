// What a picture of this page shows, run by run, and where: so that it can be covered where it shows too much.
// A run is one field, or the text of one block however many elements it is cut into; spaces are folded as on screen.
let standing = [];
const FLOWING = /^(inline|contents)/;
const blockOf = (el) => {
  let at = el;
  while (at.parentElement && FLOWING.test(getComputedStyle(at).display)) at = at.parentElement;
  return at;
};
const inView = (el) => {
  const box = el.getBoundingClientRect();
  return box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
};
const showing = () => {
  const runs = new Map();
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentElement || node.parentNode?.host;
      if (!parent || !parent.checkVisibility({ visibilityProperty: true })) return;
      const block = blockOf(parent);
      if (!inView(block) && !inView(parent)) return;
      if (!runs.has(block) && !node.nodeValue.trim()) return;
      if (!runs.has(block)) runs.set(block, { text: "", at: [] });
      const run = runs.get(block);
      for (let i = 0; i < node.nodeValue.length; i += 1) {
        const space = /\s/.test(node.nodeValue[i]);
        if (space && run.text.endsWith(" ")) continue;
        run.text += space ? " " : node.nodeValue[i];
        run.at.push([node, i]);
      }
      return;
    }
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (SILENT.has(node.tagName)) return;
      if (CONTROL.has(node.tagName) && node.tagName !== "BUTTON") {
        const said = node.tagName === "SELECT" ? node.selectedOptions[0]?.text : node.value;
        if (said && node.type !== "hidden" && node.type !== "password" && shown(node) && inView(node)) runs.set(node, { text: said, el: node });
        return;
      }
    }
    if (node.shadowRoot) visit(node.shadowRoot);
    node.childNodes.forEach(visit);
  };
  if (document.body) visit(document.body);
  standing = [...runs.values()];
  return standing.map((run) => run.text);
};
// [run, start, end] → boxes in this frame's view.
const covers = (spans) => spans.flatMap(([number, start, end]) => {
  const run = standing[number];
  if (run.el) return [run.el.getBoundingClientRect()];
  const range = document.createRange();
  range.setStart(...run.at[start]);
  const [last, offset] = run.at[end - 1];
  range.setEnd(last, offset + 1);
  return [...range.getClientRects()];
}).map((box) => [box.left, box.top, box.right, box.bottom]);
