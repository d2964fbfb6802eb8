// One inspection of all controls, in document order; radios of one name are one control.
const inspect = (root = document) => {
  const headings = outline(document);
  const raw = every(root, `${NATIVE}, ${ARIA}`).filter((el, _i, all) => {
    if (roleOf(el) === "listbox" && el.tagName !== "SELECT" && all.some((c) => roleOf(c) === "combobox")) return false;
    return !(el.tagName !== "INPUT" && el.querySelector("input:not([type=hidden]), select"));
  });
  const usable = raw.filter((el) => {
    if (shown(el)) return true;
    const hiddenInput = el.type === "file" || el.type === "radio" || el.type === "checkbox";
    return hiddenInput && [...(el.labels || []), el.parentElement].some((near) => near && shown(near));
  });
  const controls = [];
  const done = new Set();
  for (const el of usable) {
    if (done.has(el)) continue;
    const kind = kindOf(el);
    if (kind === "radio") {
      const mates = matesOf(el, usable);
      mates.forEach((m) => done.add(m));
      controls.push(groupControl(mates, headings));
    } else {
      controls.push(oneControl(el, kind, usable, headings));
    }
  }
  return controls;
};
const matesOf = (el, usable) => {
  const group = el.closest("[role=radiogroup]");
  return usable.filter((c) => kindOf(c) === "radio"
    && (c === el || (el.name ? c.name === el.name && c.form === el.form : group && c.closest("[role=radiogroup]") === group)));
};
const groupControl = (mates, headings) => {
  const [one] = mates;
  const around = one.closest("[role=radiogroup]") || commonGroup(mates);
  const names = [];
  const label = around ? markupLabel(around) : "";
  if (label) names.push({ rung: "label", text: label });
  const near = around ? nearLabel(around, [around]) || nearLabel(one, mates) : nearLabel(one, mates);
  if (near) names.push({ rung: "near", text: near });
  const options = mates.map(optionOf);
  const box = around || fieldBox(one, mates);
  return {
    tag: tag(one), kind: "radio", sections: titlesOf(around || one, headings).filter((t) => key(t) !== key(label)),
    names, options, value: options.filter((o) => o.checked).map((o) => o.label).join(", "),
    required: mates.some((m) => m.required) || (!!around && requiredOf(around, label || near)),
    marked: /\*/.test(label || near), disabled: mates.every((m) => m.matches(":disabled")), readonly: false, click: "",
    hint: hintOf(around || one), error: errorOf(around || one, box), invalid: invalid(one) || !!(around && invalid(around)),
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
  inputmode: el.inputMode || "", code: norm(el.name || el.id || ""),
});
const oneControl = (el, kind, usable, headings) => {
  const ticked = ["checkbox", "switch"].includes(kind); // its words stand behind it; what is before names the set
  const names = nameLadder(el, [el]).filter((n) => !ticked || n.rung !== "near");
  if (ticked && !names.some((n) => n.rung === "label")) {
    const after = nearAfter(el) || say(el);
    if (after) names.unshift({ rung: "near", text: after });
  }
  const box = fieldBox(el, [el]);
  const words = names.find((n) => n.rung === "label")?.text || names.find((n) => n.rung === "near")?.text || "";
  const describes = hintOf(el);
  const options = el.tagName === "SELECT"
    ? [...el.options].filter((o) => o.value !== "" && !o.disabled).map((o) => ({
      label: norm(o.label), value: o.value, tag: "", checked: o.selected, click: "" }))
    : el.list ? [...el.list.options].map((o) => ({ label: o.value, value: o.value, tag: "", checked: false, click: "" })) : [];
  const group = kind === "checkbox" ? el.closest("fieldset, [role=group]") : null;
  return {
    tag: tag(el), kind, sections: titlesOf(el, headings), names, options, value: heldBy(el, kind),
    group: group ? markupLabel(group) : "",
    required: requiredOf(el, words), marked: /\*|bắt buộc/iu.test(words),
    disabled: el.matches(":disabled") || el.getAttribute("aria-disabled") === "true",
    readonly: !!el.readOnly || el.getAttribute("aria-readonly") === "true",
    click: reachable(el) ? "" : el.labels?.[0] ? tag(el.labels[0]) : "",
    hint: describes, error: errorOf(el, box), invalid: invalid(el), validity: complained(el), ...limits(el),
  };
};
// What the browser's own bubble says, once the person has tried to send the form.
const complained = (el) => (!el.form?.noValidate && el.matches(":user-invalid") ? el.validationMessage || "" : "");
