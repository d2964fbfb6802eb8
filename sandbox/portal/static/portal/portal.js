// Checks a field as soon as it is left, in the server's own words.
// Everything also works without this file: the server checks again.
"use strict";

function sentence(control) {
  const value = control.type === "radio"
    ? (control.form.querySelector(`[name="${control.name}"]:checked`)?.value ?? "")
    : control.type === "checkbox" ? (control.checked ? "có" : "") : control.value.trim();
  if (!value) return control.required ? control.dataset.missing || "" : "";
  const pattern = control.dataset.pattern;
  return pattern && !new RegExp(`^(?:${pattern})$`, "u").test(value) ? control.dataset.message : "";
}

function check(control) {
  const group = control.closest("[role=radiogroup]") || control;
  const place = (group.getAttribute("aria-describedby") || "").split(" ").find((id) => id.endsWith("_error"));
  const text = sentence(control);
  document.getElementById(place).textContent = text;
  if (text) group.setAttribute("aria-invalid", "true");
  else group.removeAttribute("aria-invalid");
}

for (const form of document.querySelectorAll("form[data-check]")) {
  form.addEventListener("change", (event) => check(event.target));
}
document.getElementById("loi")?.focus();
