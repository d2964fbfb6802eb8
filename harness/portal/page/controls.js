// Every control of a form as a person meets it: what it is called, what it is, what it holds.
const NATIVE = "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea";
const ARIA = "[role=combobox], [role=listbox], [role=textbox], [role=checkbox], [role=switch], [role=radio], " +
  "[role=spinbutton], [contenteditable=true], [contenteditable=''], [aria-haspopup=listbox], [aria-haspopup][aria-required]";

const FIELD = "input:not([type=hidden]), select, textarea, [role=combobox], [role=textbox], [contenteditable=true]";
// The largest box around the control that holds no control of another field.
const fieldBox = (el, mates, usable = fields()) => {
  let box = el;
  for (let n = el.parentElement; n && n !== document.body; n = n.parentElement) {
    const strangers = usable.some((c) => !mates.includes(c) && n.contains(c) && !inside(el, c) && !inside(c, el));
    if (strangers || n.matches("form, main, section, fieldset, dialog")) break;
    box = n;
  }
  return box;
};
// The fields that a person meets now; boxes that only other parts of a control use do not count.
const fields = () => every(document, FIELD).filter((el) => !aside(el) && (shown(el) || ["radio", "checkbox", "file"].includes(el.type)));
// Kept for sending or for screen readers beside what is drawn.
const aside = (el) => {
  if (["radio", "checkbox", "file"].includes(el.type)) return false;
  if (el.tagName === "SELECT") return behind(el);
  if (el.tagName !== "INPUT" || roleOf(el) === "combobox") return false;
  return el.closest("[aria-hidden=true]") !== null || dot(el) || ghost(el);
};
const cellLabel = (el) => {
  const cell = el.closest("td, [role=cell], [role=gridcell]");
  if (!cell) return "";
  const before = cell.previousElementSibling;
  if (before && !before.querySelector(FIELD) && say(before)) return say(before);
  const table = cell.closest("table");
  const head = table?.querySelector("thead tr, tr");
  return head && head !== cell.parentElement ? say(head.cells?.[cell.cellIndex] || head) : "";
};
// The words before a control in its own box: its first block («Giấy chứng sinh»), then all of them with their hints.
const nearLabels = (el, mates, usable) => {
  const cell = cellLabel(el);
  if (cell) return [cell];
  const box = fieldBox(el, mates, usable);
  const blocks = new Map();
  const visit = (node, block) => {
    if (node === el || mates.includes(node)) return "stop";
    if (node.nodeType === Node.TEXT_NODE) {
      const words = norm(node.nodeValue);
      if (words) blocks.set(block, `${blocks.get(block) || ""} ${words}`);
    } else if (node.nodeType === Node.ELEMENT_NODE && !SILENT.has(node.tagName) && !CONTROL.has(node.tagName)) {
      const { display } = getComputedStyle(node);
      if (display === "none" || (dot(node) && !node.contains(el))) return "";
      const own = display.startsWith("inline") || display === "contents" ? block : node;
      for (const child of node.childNodes) if (visit(child, own) === "stop") return "stop";
    }
    return "";
  };
  visit(box, box);
  const lines = [...blocks.values()].map(norm);
  if (lines.length) return [...new Set([lines[0], lines.join(" ")])];
  const { host } = el.getRootNode();
  if (host && !box.previousElementSibling) return nearLabels(host, [host], usable);
  const before = box.previousElementSibling;
  return before && !before.querySelector(FIELD) && !/^H[1-6]$/.test(before.tagName) && say(before) ? [say(before)] : [];
};

const hintOf = (el) => norm(byIds(el, "aria-describedby").map((d) => say(d)).join(" "));
const errorOf = (el, box) => {
  const pointed = byIds(el, "aria-errormessage").map((d) => say(d)).join(" ");
  if (norm(pointed)) return norm(pointed);
  const invalid = el.getAttribute("aria-invalid") === "true";
  const marked = box ? [...box.querySelectorAll("[role=alert], [class*=error i], [class*=invalid i]")] : [];
  const words = marked.filter((m) => shown(m) && !m.querySelector(FIELD) && !CONTROL.has(m.tagName)).map((m) => say(m));
  if (words.some(Boolean)) return norm([...new Set(words)].join(" "));
  if (invalid) return hintOf(el);
  return "";
};

// A button that stays pressed is a switch, unless it works on something else: text under a toolbar, a password's dots.
const toggles = (el) => roleOf(el) === "button" && say(el) !== "" && !el.closest("[role=toolbar], nav, header, footer, [role=radiogroup]")
  && !el.parentElement.querySelector(FIELD);
// A place that asks for a file, whose input a script makes only when it is pressed or something is dropped.
const ASKS_FILE = /(kéo|thả|drag|drop)[^.]*(tệp|file|ảnh|tài liệu)|^(chọn|tải|thêm) (tệp|file)|^(choose|browse|upload|select) files?/iu;
const filePlaces = () => every(document, "button, [role=button], [tabindex='0'], [class*=drop i], [class*=upload i]").filter((el) => shown(el)
  && ASKS_FILE.test(say(el)) || places.has(el)).filter((el, _at, found) => !found.some((other) => other !== el && inside(el, other))
  && !fieldBox(el, [el]).querySelector("input[type=file]")).map((el) => { places.add(el); return el; });
const places = new WeakSet(); // they keep being one when they say the name of the file instead
const FILE_NAME = /[^\s,;:()/]+\.[a-z\d]{2,5}(?![\w.])/giu;
const markedIn = (list) => every(list, "[role=option]").filter(isChosen).map(itemWords);
const kindOf = (el) => {
  const role = roleOf(el);
  if (places.has(el)) return "file";
  if (el.hasAttribute("aria-pressed")) return "switch";
  if (el.tagName === "SELECT") return el.multiple ? "multiselect" : "select";
  if (["dialog", "grid"].includes(el.getAttribute("aria-haspopup")) && el.tagName === "INPUT") return "picker";
  if (el.tagName === "INPUT" && role !== "combobox" && role !== "switch") {
    if (["date", "time", "file", "radio", "checkbox", "number", "range", "color"].includes(el.type)) return el.type;
    if (el.type === "datetime-local") return "datetime";
    if (el.type === "month") return "month";
    if (outerCombo(el)) return "combobox";
    const looks = `${el.placeholder} ${el.getAttribute("data-format") || ""} ${el.className} ${hintOf(el)}`;
    if (/dd[/.-]mm[/.-]yyyy|ngày[/ ]tháng[/ ]năm/iu.test(looks)) return "typed-date";
    return "text";
  }
  if (role === "switch") return "switch";
  if (el.tagName === "TEXTAREA") return "textarea";
  if (role === "combobox" || el.matches("[aria-haspopup=listbox], [aria-haspopup][aria-required]") || outerCombo(el)) return "combobox";
  if (role === "spinbutton" && el.isContentEditable) return "digits";
  if (role === "textbox" || el.isContentEditable) return el.isContentEditable ? "richtext" : "text";
  return { listbox: "listbox", checkbox: "checkbox", radio: "radio", spinbutton: "number" }[role] || "text";
};
const heldBy = (el, kind) => {
  if (["checkbox", "switch"].includes(kind)) return (el.checked ?? (el.getAttribute("aria-checked") ?? el.getAttribute("aria-pressed")) === "true") ? "có" : "";
  if (kind === "select" || kind === "multiselect") {
    return [...el.selectedOptions].filter((o) => o.value !== "").map((o) => norm(o.label)).join(", ");
  }
  if (kind === "file" && !el.files) return (say(fieldBox(el, [el])).match(FILE_NAME) || []).join(", ");
  if (kind === "file") return [...el.files].map((f) => f.name).join(", ");
  if (kind === "richtext") return say(el, { lines: true });
  if (kind === "digits") return (el.getAttribute("aria-valuenow") || say(el)).replace(/\D/g, "");
  return el.value ?? say(el);
};
const requiredOf = (el, words) => el.required === true || el.getAttribute("aria-required") === "true"
  || /\*\s*\)?\s*:?$|\(bắt buộc\)/iu.test(norm(words)) || /^\*/.test(norm(words));

const nameLadder = (el, mates, usable, model) => {
  const names = [];
  const add = (rung, text) => text && !names.some((n) => n.text === text) && names.push({ rung, text: norm(text) });
  if (model) add("label", markupLabel(model));
  add("label", markupLabel(el));
  const { host } = el.getRootNode(); // a component's own element carries the label that people gave it
  if (host) [markupLabel(host), norm(host.getAttribute("label"))].forEach((words) => add("label", words));
  if (key(el.getAttribute("title")) !== key(say(el))) add("name", norm(el.getAttribute("title"))); // else its value
  add("placeholder", norm(el.getAttribute("placeholder")));
  nearLabels(el, mates, usable).forEach((words) => add("near", words));
  return names;
};

const optionOf = (el) => {
  const own = markupLabel(el) || (roleOf(el) === "radio" && el.tagName !== "INPUT" ? say(el) : "")
    || nearAfter(el) || norm(el.value);
  const label = el.labels?.[0];
  return { label: own, value: el.value ?? "", tag: tag(el), checked: el.checked ?? el.getAttribute("aria-checked") === "true",
    click: reachable(el) ? "" : label ? tag(label) : tag(el.parentElement) };
};
// A person can press the input itself; otherwise it is hidden behind its label.
const reachable = (el) => {
  if (!shown(el)) return false;
  const box = el.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return top ? top === el || top.shadowRoot !== null : getComputedStyle(el).opacity !== "0";
};
const nearAfter = (el) => {
  for (let n = el.nextSibling; n; n = n.nextSibling) {
    if (n.nodeType === Node.ELEMENT_NODE && (n.matches(FIELD) || n.querySelector(FIELD))) return "";
    const words = norm(n.nodeType === Node.TEXT_NODE ? n.nodeValue : n.nodeType === Node.ELEMENT_NODE ? say(n) : "");
    if (words) return words;
  }
  return "";
};
