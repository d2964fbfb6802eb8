// One inspection of all controls, in document order; radios of one name are one control.
const inspect = () => {
  const headings = outline(document);
  const all = [...every(document, `${NATIVE}, ${ARIA}`), ...every(document, "[aria-pressed]").filter(toggles), ...filePlaces()];
  const { hidden, models } = modelsOf(all);
  const roled = all.filter((el) => !hidden.has(el) && !aside(el));
  const bare = [...[...models.keys()].filter((el) => !all.includes(el)), ...roleless(roled, models)];
  const drawn = [...roled, ...bare];
  const usable = drawn.filter((el) => !partOf(el, drawn, models)).filter((el) => {
    if (shown(el)) return true;
    const hiddenInput = el.type === "file" || el.type === "radio" || el.type === "checkbox";
    return hiddenInput && [...(el.labels || []), el.parentElement].some((near) => near && shown(near));
  });
  if (bare.length || usable.some((el) => !el.matches(`${NATIVE}, ${ARIA}`)) || usable.some((el) => el.getRootNode() !== document)) usable.sort((a, b) => (precedes(a, b) ? -1 : 1));
  const controls = [];
  const done = new Set();
  for (const el of usable) {
    if (done.has(el)) continue;
    const kind = bare.includes(el) || models.has(el) || turnedOut.has(el) ? "combobox" : kindOf(el);
    if (kind === "radio") {
      const mates = matesOf(el, usable);
      mates.forEach((m) => done.add(m));
      controls.push(groupControl(mates, headings, usable));
    } else {
      controls.push(oneControl(el, kind, usable, headings, models.get(el)));
    }
  }
  return parted(controls, usable);
};
// The search box inside a combobox, the words inside it, a list that belongs to one: parts, not controls.
const partOf = (el, drawn, models) => {
  if (models.has(el)) return false;
  const role = roleOf(el);
  if (role === "listbox" && el.tagName !== "SELECT") return ofCombo(el, drawn.filter((c) => roleOf(c) === "combobox"));
  const outer = outerCombo(el);
  if (outer && (models.has(outer) || role !== "combobox") && (outer.tagName !== "INPUT") && drawn.includes(outer)) {
    return models.has(outer) || !el.matches("input, textarea") || !shown(el);
  }
  if (el.tagName === "INPUT" || el.tagName === "TEXTAREA") return false;
  return every(el, "input:not([type=hidden]), textarea, select").some((c) => drawn.includes(c) && shown(c));
};
// A list of its own stands in the form; one that a combobox opens is pointed at, lies in it, or floats over the page.
const ofCombo = (list, combos) => combos.some((c) => inside(c, list) || [...byIds(c, "aria-controls"), ...byIds(c, "aria-owns")].includes(list))
  || (combos.length > 0 && ancestors(list).some((n) => ["absolute", "fixed"].includes(getComputedStyle(n).position)));
const matesOf = (el, usable) => {
  const radios = usable.filter((c) => kindOf(c) === "radio");
  if (el.name) return radios.filter((c) => c.name === el.name && c.form === el.form);
  const group = upTo(el, "[role=radiogroup]");
  if (group) return radios.filter((c) => !c.name && upTo(c, "[role=radiogroup]") === group);
  for (let n = el.parentElement; n && n !== document.body; n = n.parentElement) { // nameless: those that stand together
    if (usable.some((c) => inside(n, c) && (c.name || !radios.includes(c)))) break;
    const near = radios.filter((c) => inside(n, c));
    if (near.length > 1) return near;
  }
  return [el];
};
const groupControl = (mates, headings, usable) => {
  const [one] = mates;
  const around = upTo(one, "[role=radiogroup]") || commonGroup(mates);
  const names = [];
  const label = around ? markupLabel(around) : "";
  if (label) names.push({ rung: "label", text: label });
  const near = around ? nearLabels(around, mates, usable)[0] || nearLabels(one, mates, usable)[0] : nearLabels(one, mates, usable)[0];
  if (near) names.push({ rung: "near", text: near });
  const options = mates.map(optionOf);
  const whole = fieldBox(one, mates, usable); // the complaint may stand below the set, in the box that both share
  return {
    tag: tag(one), kind: "radio", sections: titlesOf(around || one, headings).filter((t) => key(t) !== key(label)),
    names, options, value: options.filter((o) => o.checked).map((o) => o.label).join(", "),
    required: mates.some((m) => m.required) || (!!around && requiredOf(around, label || near || "")),
    marked: /\*/.test(label || near || "") || (!!around && starred(around)), disabled: mates.every((m) => m.matches(":disabled")), readonly: false, click: "",
    hint: hintOf(around || one), error: errorOf(around || one, around || whole) || errorOf(one, whole), invalid: invalid(one) || !!(around && invalid(around)),
    validity: complained(one), ...limits(one),
  };
};
const commonGroup = (mates) => {
  const group = mates[0].closest("fieldset, [role=group]");
  if (!group || !mates.every((m) => inside(group, m))) return null;
  const others = [...group.querySelectorAll(FIELD)].filter((c) => !mates.includes(c));
  return others.length ? null : group;
};
const invalid = (el) => el.getAttribute("aria-invalid") === "true";
const limits = (el) => ({
  type: el.type || "", accept: el.accept || "", multiple: !!el.multiple, pattern: el.pattern || el.dataset?.pattern || "",
  maxlength: el.maxLength > 0 ? el.maxLength : null, min: el.min || "", max: el.max || "",
  inputmode: el.inputMode || "", placeholder: el.placeholder || "", code: norm(el.name || el.id || ""),
});
const oneControl = (el, kind, usable, headings, model) => {
  const ticked = ["checkbox", "switch"].includes(kind); // its words stand behind it; what is before names the set
  const ladder = nameLadder(el, [el], usable, model);
  const called = ladder.some((n) => n.rung === "label");
  const after = ticked && !called ? (!el.hasAttribute("aria-pressed") && nearAfter(el)) || say(el) : "";
  const names = ladder.filter((n) => !ticked || (!called && !after) || n.rung !== "near"); // a switch under a caption
  if (after) names.unshift({ rung: "near", text: after });
  const box = fieldBox(el, [el], usable);
  const words = names.find((n) => n.rung === "label")?.text || names.find((n) => n.rung === "near")?.text || "";
  const describes = hintOf(el);
  const list = el.tagName === "SELECT" ? el : believable(model) ? model : null;
  const options = list
    ? [...list.options].filter((o) => o.value !== "" && !o.disabled).map((o) => ({
      label: plainWords(o.label), value: o.value, tag: "", checked: o.selected, click: "" }))
    : el.list ? [...el.list.options].map((o) => ({ label: o.value, value: o.value, tag: "", checked: false, click: "" })) : [];
  const around = kind === "checkbox" ? el.closest("fieldset, [role=group]") : null;
  const group = around && aloneAmong(el, around) ? null : around;
  const chosen = kind === "combobox" ? chosenIn(el, names, model, usable) : kind === "listbox" ? markedIn(el) : [];
  return {
    tag: tag(el), kind, sections: titlesOf(el, headings), names, options, chosen,
    value: ["combobox", "listbox"].includes(kind) ? chosen.join(", ") : heldBy(el, kind),
    group: group ? markupLabel(group) : "",
    required: requiredOf(el, words) || !!model?.required, marked: /\*|bắt buộc/iu.test(words) || starred(el),
    disabled: el.matches(":disabled") || el.getAttribute("aria-disabled") === "true",
    readonly: (!!el.readOnly && kind !== "combobox" && kind !== "picker") || el.getAttribute("aria-readonly") === "true",
    click: kind === "combobox" || reachable(el) ? "" : tag(drawnFor(el)),
    hint: describes, error: errorOf(el, box), invalid: invalid(el), validity: complained(el), ...limits(el),
  };
};
// A single tick among other fields of a section is no set of ticks.
const aloneAmong = (el, around) => {
  const inner = [...around.querySelectorAll(FIELD)].filter((c) => c !== el && shown(c));
  return inner.length > 0 && !inner.some((c) => c.type === "checkbox");
};
// What a person presses for an input that is hidden: the label at its side, else the drawing around it.
const drawnFor = (el) => {
  const [label] = [...(el.labels || [])].filter((l) => inside(l, el) || l.parentElement === el.parentElement);
  const around = [el.parentElement, el.parentElement?.parentElement].find((n) => n && shown(n) && fieldBox(el, [el]) !== el && !dot(n));
  return label || (["checkbox", "radio"].includes(el.type) && around) || el.labels?.[0] || el;
};
// What the browser's own bubble says, once the person has tried to send the form.
const complained = (el) => (!el.form?.noValidate && el.matches(":user-invalid") ? el.validationMessage || "" : "");
