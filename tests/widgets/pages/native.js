// Plain HTML; the autocomplete is an ARIA combobox with a listbox, as the APG describes it.
import { labels as L, sections, relations, genders, vaccines, provinces, communes, searchEthnicity, report, dmy }
  from "./spec.js";

const option = (v) => `<option>${v}</option>`;
const choose = (id, values) => `<select id="${id}"><option value="">– Chọn –</option>${values.map(option).join("")}</select>`;
const control = {
  relation: () => choose("relation", relations),
  province: () => choose("province", provinces),
  commune: () => choose("commune", []),
  birth_date: () => `<input id="birth_date" type="date">`,
  birth_time: () => `<input id="birth_time" type="time">`,
  weight: () => `<input id="weight" type="number" min="300" max="9000">`,
  copies: () => `<input id="copies" type="number" min="1" max="20">`,
  email: () => `<input id="email" type="email">`,
  phone: () => `<input id="phone" type="tel">`,
  note: () => `<textarea id="note"></textarea>`,
  ethnicity: () => `<input id="ethnicity" role="combobox" aria-expanded="false" aria-controls="ethnicities"
    aria-autocomplete="list" autocomplete="off"><ul id="ethnicities" role="listbox" hidden></ul>`,
};
const many = (id, kind, values) => `<fieldset id="${id}"><legend>${L[id]} <span>(*)</span></legend>${values
  .map((v) => `<label><input type="${kind}" name="${id}" value="${v}"> ${v}</label>`).join("")}</fieldset>`;
const row = (id) => {
  if (id === "gender") return many(id, "radio", genders);
  if (id === "vaccines") return many(id, "checkbox", vaccines);
  if (id === "copy") return `<label><input id="copy" type="checkbox" role="switch"> ${L.copy}</label>`;
  if (id === "pledge") return `<label><input id="pledge" type="checkbox" required> ${L.pledge} (*)</label>`;
  const body = control[id]?.() ?? `<input id="${id}">`;
  return `<p id="row-${id}" ${id === "copies" ? "hidden" : ""}><label for="${id}">${L[id]} (*):</label> ${body}</p>`;
};
document.body.innerHTML = `<main><h1>Đăng ký khai sinh</h1><form>${Object.entries(sections)
  .map(([title, ids]) => `<fieldset><legend>${title}</legend>${ids.map(row).join("")}</fieldset>`).join("")}</form></main>`;

const at = (id) => document.getElementById(id);
at("province").addEventListener("change", async (e) => {
  at("commune").innerHTML = option("");
  at("commune").innerHTML = `<option value="">– Chọn –</option>${(await communes(e.target.value)).map(option).join("")}`;
});
at("copy").addEventListener("change", (e) => { at("row-copies").hidden = !e.target.checked; });
let chosen = "";
at("ethnicity").addEventListener("input", async (e) => {
  chosen = "";
  const list = at("ethnicities");
  const found = await searchEthnicity(e.target.value);
  list.innerHTML = found.map((v) => `<li role="option">${v}</li>`).join("");
  list.hidden = !found.length;
  e.target.setAttribute("aria-expanded", String(!!found.length));
});
at("ethnicities").addEventListener("mousedown", (e) => {
  chosen = e.target.textContent;
  at("ethnicity").value = chosen;
  at("ethnicities").hidden = true;
  at("ethnicity").setAttribute("aria-expanded", "false");
});
const picked = (name) => [...document.querySelectorAll(`[name=${name}]:checked`)].map((e) => e.value);
report(() => ({
  ...Object.fromEntries(["requester_name", "identity_number", "phone", "email", "relation", "child_name", "birth_time",
    "province", "commune", "note"].map((id) => [id, at(id).value])),
  gender: picked("gender")[0] ?? "", birth_date: dmy(at("birth_date").value), ethnicity: chosen,
  weight: Number(at("weight").value) || null, vaccines: picked("vaccines"), copy: at("copy").checked,
  copies: at("copy").checked ? Number(at("copies").value) || null : null, pledge: at("pledge").checked,
}));
