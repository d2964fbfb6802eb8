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

// A list that depends on another answer is asked for when that answer changes.
for (const list of document.querySelectorAll("select[data-depends]")) {
  document.getElementById(list.dataset.depends).addEventListener("change", async (event) => {
    const answer = await fetch(`/danh-muc/xa-phuong?tinh=${encodeURIComponent(event.target.value)}`);
    const names = answer.ok ? (await answer.json()).ten : [];
    list.replaceChildren(list.options[0], ...names.map((name) => new Option(name, name)));
    list.value = "";
  });
}

// What has been typed and not yet sent outlives a lost network or a closed page, on this machine only.
for (const form of document.querySelectorAll("form[data-offline]")) {
  const place = `dang-khai:${form.dataset.keep}:${location.pathname}`;
  const keeps = "keep" in form.dataset;
  form.addEventListener("input", () => {
    const typed = [...new FormData(form)].filter(([name]) => form.elements[name]?.type !== "hidden");
    if (keeps) localStorage.setItem(place, JSON.stringify(typed));
  });
  form.addEventListener("submit", (event) => {
    document.getElementById("mat-mang").hidden = navigator.onLine;
    if (navigator.onLine) localStorage.removeItem(place);
    else event.preventDefault();
  });
  for (const [name, value] of JSON.parse((keeps && localStorage.getItem(place)) || "[]")) {
    const control = form.elements[name];
    if (control && "value" in control) control.value = value;
  }
}
// A form that hands something in is sent once: its button is locked until the answer has come.
for (const form of document.querySelectorAll("form[data-lock]")) {
  const button = form.querySelector("button.push");
  const words = button.textContent;
  form.addEventListener("submit", (event) => {
    if (button.disabled) return event.preventDefault();
    button.disabled = true;
    button.setAttribute("aria-busy", "true");
    button.textContent = "Đang gửi…";
  });
  addEventListener("pageshow", () => {
    button.disabled = false;
    button.removeAttribute("aria-busy");
    button.textContent = words;
  });
}

// Five minutes before a session that nobody uses ends, the page says so.
const minutes = Number(document.body.dataset.session);
if (minutes) {
  setTimeout(() => {
    const note = document.createElement("div");
    note.className = "note bad";
    note.setAttribute("role", "alert");
    note.textContent = "Phiên làm việc còn 5 phút. Những điều đã khai được giữ trong bản nháp; mở một trang bất kỳ để ở lại.";
    document.querySelector("main").prepend(note);
  }, (minutes - 5) * 60000);
}
document.getElementById("loi")?.focus();
