// The page as a screen reader tells it: roles, names, states, values and text, one line each, in YAML.
// Our own, because it asks nothing of the browser that has not been loaded for the journey anyway.
const WHOLE = new Set(["button", "link", "heading", "option", "tab", "menuitem", "menuitemradio", "checkbox", "radio", "switch", "treeitem", "tooltip"]);
const HOLDS = new Set(["textbox", "searchbox", "spinbutton", "combobox", "listbox", "slider"]);
const STATES = ["checked", "selected", "expanded", "pressed", "invalid", "current", "disabled", "required", "busy"];
const quoted = (words) => JSON.stringify(words.length > 400 ? `${words.slice(0, 400)}…` : words);
// A line's head, in quotes of its own where YAML would misread it.
const headed = (words) => `- ${/: |:$| #/.test(words) ? `'${words.replaceAll("'", "''")}'` : words}`;
const statesOf = (el, role) => {
  const found = role === "heading" ? [`level=${levelOf(el)}`] : [];
  if (["checkbox", "radio", "switch"].includes(role) && el.checked) found.push("checked");
  if (el.matches(":disabled")) found.push("disabled");
  if (el.required) found.push("required");
  for (const state of STATES) {
    const said = el.getAttribute(`aria-${state}`);
    if (said && said !== "false" && !found.includes(state)) found.push(said === "true" ? state : `${state}=${said}`);
  }
  return found.map((state) => ` [${state}]`).join("");
};
// Lines below an element: what stands in no role of its own runs together as text.
const linesIn = (el) => {
  const lines = [];
  let text = "";
  const flush = () => {
    if (norm(text)) lines.push(`- text: ${quoted(norm(text))}`);
    text = "";
  };
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return void (text += node.nodeValue);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (SILENT.has(node.tagName) || node.getAttribute("aria-hidden") === "true") return;
    const { display, visibility } = getComputedStyle(node);
    if (display === "none") return;
    const role = roleOf(node);
    if (!role || visibility === "hidden") {
      const block = !display.startsWith("inline") && display !== "contents";
      if (block) flush();
      if (node.tagName === "BR") text += " ";
      if (visibility !== "hidden" || node.children.length) inner(node).forEach(visit);
      if (block) flush();
      return;
    }
    flush();
    lines.push(...told(node, role));
  };
  inner(el).forEach(visit);
  flush();
  return lines;
};
const inner = (node) => {
  if (node.shadowRoot) return [...node.shadowRoot.childNodes];
  const given = node.tagName === "SLOT" ? node.assignedNodes() : [];
  return given.length ? given : [...node.childNodes];
};
const told = (el, role) => {
  const name = WHOLE.has(role) ? nameOf(el) : markupLabel(el);
  const head = headed(`${role}${name ? ` ${quoted(name)}` : ""}${statesOf(el, role)}`);
  if (HOLDS.has(role) || CONTROL.has(el.tagName)) {
    const value = norm(valueWords(el) || (HOLDS.has(role) && !CONTROL.has(el.tagName) ? say(el) : ""));
    return [value ? `${head}: ${quoted(value)}` : head];
  }
  if (WHOLE.has(role) && name) return [el.tagName === "A" ? `${head}: ${quoted(el.getAttribute("href") || "")}` : head];
  const below = linesIn(el);
  if (below.length === 1 && below[0].startsWith("- text: ")) return [`${head}: ${below[0].slice(8)}`];
  return below.length ? [`${head}:`, ...below.map((line) => `  ${line}`)] : [head];
};
const tree = () => linesIn(document.body).join("\n");
