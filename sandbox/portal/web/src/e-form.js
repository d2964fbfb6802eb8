// Renders a page's e-form with Form.io from the definition that the page carries, and hands its submission to the
// page's own form, which goes to the server as that of any other service: the server checks again.
import "choices.js/public/assets/styles/choices.css";
import { Formio } from "@formio/js/form";
import "./e-form.css";
import { vi } from "./words.js";

Formio.Evaluator.noeval = true; // the content security policy allows no code from text; the definitions need none
Formio.setBaseUrl(location.origin);

const place = document.getElementById("bieu-mau");
const page = place.closest("form");
const read = (name) => JSON.parse(place.dataset[name]);
const kept = `dang-khai:${page.dataset.keep}:${location.pathname}`; // what is typed outlives a lost network
const typed = () => Object.entries(form.submission.data).filter(([name]) => page.elements[name]);
const text = (value) => (value === null || value === undefined || value === false ? "" : value === true ? "có" : String(value));

const form = await Formio.createForm(place, read("definition"), { language: "vi", i18n: { vi }, noAlerts: true });
const unsent = JSON.parse((page.dataset.keep && localStorage.getItem(kept)) || "{}");
await form.setSubmission({ data: { ...read("values"), ...unsent } });
await shown();
const keep = () => page.dataset.keep && localStorage.setItem(kept, JSON.stringify(Object.fromEntries(typed())));
form.on("change", (event) => event.changed && keep());
page.addEventListener("input", keep); // Form.io reads a key at once and tells of it later

// What the server refused stands beside its field as Form.io shows its own findings.
for (const [name, message] of Object.entries(read("errors"))) {
  form.getComponent(name)?.setCustomValidity([{ level: "error", message, external: true }], true);
}

// Lists show their value some moments after they have it; who meets the form before that takes them for empty.
function shown() {
  const lists = [];
  form.everyComponent((one) => { if (one.type === "select" && one.dataValue) lists.push(one); });
  const till = performance.now() + 2000;
  return new Promise((done) => {
    const look = () => (lists.every((one) => one.element.querySelector(".choices__list--single .choices__item:not(.choices__placeholder)")) || performance.now() > till
      ? done() : requestAnimationFrame(look));
    look();
  });
}

function input(name) {
  return form.getComponent(name)?.element.querySelector("input:not([type=hidden]):not([tabindex='-1']), textarea, select, [tabindex='0']");
}

function list(found) {
  document.getElementById("loi")?.remove();
  if (!found.length) return;
  const note = Object.assign(document.createElement("div"), { id: "loi", className: "note bad", tabIndex: -1 });
  note.setAttribute("role", "alert");
  const title = Object.assign(document.createElement("h2"), {
    textContent: `Chưa chuyển bước được, còn ${found.length} chỗ cần sửa` });
  const lines = document.createElement("ul");
  for (const { message, name } of found) {
    const line = document.createElement("li");
    line.append(Object.assign(document.createElement("a"), { href: `#${name}`, textContent: message }));
    lines.append(line);
  }
  note.append(title, lines);
  page.before(note);
  note.focus();
}
document.addEventListener("click", (event) => {
  const name = event.target.closest?.("#loi a")?.hash.replace(/^#(o-)?/, "").replace(/_1$/, "");
  if (!name || !form.getComponent(name)) return;
  event.preventDefault();
  input(name)?.focus();
});

// Form.io marks the inside of a list as wrong; what has the role says it too.
new MutationObserver((seen) => {
  for (const { target } of seen) {
    const list = target.parentElement?.closest(".choices");
    if (list) list.setAttribute("aria-invalid", target.getAttribute("aria-invalid") ?? "false");
  }
}).observe(place, { subtree: true, attributes: true, attributeFilter: ["aria-invalid"] });

// A list that must be answered has no cross; keys take an answer back.
page.addEventListener("keydown", (event) => {
  const list = event.target.closest(".choices");
  if (!list || event.target.matches("input") || !["Backspace", "Delete"].includes(event.key)) return;
  const name = list.querySelector("select").name.slice("data[".length, -1);
  form.getComponent(name).setValue("", { modified: true });
});
// What stands on the page is what is sent: Form.io goes on with an answer even when no radio is marked any more.
function asShown() {
  form.everyComponent((one) => {
    if (one.type === "radio" && !one.element.querySelector(":checked")) one.setValue("");
  });
}

page.addEventListener("submit", (event) => {
  const lost = document.getElementById("mat-mang");
  lost.hidden = navigator.onLine;
  if (!navigator.onLine) return event.preventDefault();
  asShown();
  const going = event.submitter?.value !== "luu"; // a draft may be unfinished
  if (going && !form.checkValidity(form.submission.data, true)) {
    event.preventDefault();
    return list(form.errors.map((one) => ({ message: one.message, name: one.component?.key ?? "" })));
  }
  for (const [name, value] of typed()) page.elements[name].value = text(value);
  localStorage.removeItem(kept);
});
for (const button of page.querySelectorAll("button[name=viec]")) button.disabled = false; // not before the form is there
place.removeAttribute("aria-busy");
