// Several boxes that make up one answer: day, month and year; hour and minute; the two ends of a period.
const DAY_WORDS = { day: /^(?:ngày|day|dd?|ng)$/iu, month: /^(?:tháng|month|mm?|th)$/iu, year: /^(?:năm|year|yyyy|y)$/iu,
  hour: /^(?:giờ|hours?|hh?)$/iu, minute: /^(?:phút|minutes?|mi)$/iu };
const BOXES = ["text", "number", "digits", "select", "combobox"];
const ENDS = ["text", "date", "typed-date", "picker"];
const partName = (control) => Object.keys(DAY_WORDS).find((part) => control.names.some((n) => DAY_WORDS[part].test(key(n.text))))
  || { 2: "", 4: "year" }[control.maxlength] || "";
// The box that holds these controls and no other, when there is one.
const ownBox = (els, usable) => {
  const box = fieldBox(els[0], els, usable);
  return els.every((el) => inside(box, el)) ? box : null;
};
const setLabel = (els, usable) => {
  const group = els[0].closest("fieldset, [role=group]");
  if (group && els.every((el) => inside(group, el)) && usable.every((c) => els.includes(c) || !inside(group, c))) return markupLabel(group);
  const box = ownBox(els, usable);
  const label = box?.querySelector("label, legend");
  return (label && !label.querySelector("input, select") ? labelWords(label) : "") || (box ? nearLabels(els[0], els, usable)[0] || "" : "");
};
const parted = (controls, usable) => {
  for (let i = 0; i < controls.length; i++) {
    const three = controls.slice(i, i + 3);
    const names = three.map(partName);
    if (three.length === 3 && three.every((c) => BOXES.includes(c.kind)) && names.filter(Boolean).length && !names.some((n) => n === "hour" || n === "minute")
      && (new Set(names).size === 3 || three.map((c) => c.maxlength).join() === "2,2,4")) {
      const spelled = new Set(names).size === 3 && !names.includes("") ? names : ["day", "month", "year"];
      give(three, spelled, usable);
      i += 2;
      continue;
    }
    const two = controls.slice(i, i + 2);
    if (two.map(partName).join() === "hour,minute") give(two, ["hour", "minute"], usable);
    else if (two.length === 2 && two.every((c) => ENDS.includes(c.kind) && !c.part && c.kind === two[0].kind)) give(two, ["from", "to"], usable);
  }
  return controls;
};
const give = (some, parts, usable) => {
  const els = some.map((c) => tagged(c.tag));
  const group = els.every(Boolean) ? setLabel(els, usable) : "";
  const own = some.map((c) => c.names.find((n) => n.rung === "label")?.text);
  if (parts[0] === "from" && own.every(Boolean) && own.some((text) => key(text) === key(group))) return; // two answers in one box
  if (group) some.forEach((c, at) => Object.assign(c, { part: parts[at], group }));
};
// The button that adds a row to the section of that name: «Thêm người con», «+ Thêm».
const ADDS = /^(?:\+|thêm|bổ sung|add)(?![\p{L}])|(?:^|[\s-])(?:add|plus)(?:$|[\s-])/iu;
const adder = (section) => {
  const around = section ? regions(document, [section]).map((h) => h.el) : [document.body];
  const adding = every(document, PRESSABLE).filter((el) => pressable(el) && (ADDS.test(norm(nameOf(el))) || ADDS.test(norm(el.className))));
  const near = adding.filter((el) => around.some((box) => inside(box, el)));
  const named = adding.filter((el) => key(section).split(" ").filter((w) => key(nameOf(el)).split(" ").includes(w)).length > 1);
  const [best] = [near, named].filter((found) => found.length === 1);
  return best ? { tag: tag(best[0]), count: 1 } : { tag: "", count: Math.max(near.length, named.length) };
};
// Every button that adds a row, with the section it stands in; nothing that sends the form or leaves the page.
const adders = () => every(document, PRESSABLE).filter((el) => pressable(el) && ADDS.test(norm(nameOf(el))) && !el.closest("nav, header, footer")
  && (el.tagName !== "BUTTON" || el.type === "button" || !el.form) && !(el.matches("a[href]") && !/^(#|javascript:)/.test(el.getAttribute("href"))) && el.type !== "submit")
  .map((el) => ({ tag: tag(el), section: titlesOf(el, outline(document))[0] || "" }));
// Files that are still on their way, as bars say it; a wizard's own bar («bước 2 trên 4») stood there before.
const underWay = () => every(document, "progress, [role=progressbar]").filter((el) => el.checkVisibility()
  && !(Number(el.value ?? el.getAttribute("aria-valuenow")) >= Number(el.max ?? el.getAttribute("aria-valuemax") ?? 100)));
const uploading = () => underWay().map(tag);
const uploaded = ({ before, budget }) => until(() => !underWay().some((el) => !before.includes(tag(el))), budget, 4 * budget).then(Boolean);
