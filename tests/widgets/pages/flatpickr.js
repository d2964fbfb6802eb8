// flatpickr + Tom Select on plain HTML.
import "flatpickr/dist/flatpickr.css";
import "tom-select/dist/css/tom-select.css";
import flatpickr from "flatpickr";
import TomSelect from "tom-select";
import { labels as L, sections, relations, genders, vaccines, provinces, communes, searchEthnicity, report }
  from "./spec.js";

const options = (values) => values.map((v) => `<option value="${v}">${v}</option>`).join("");
const body = {
  relation: `<select id="relation"><option value=""></option>${options(relations)}</select>`,
  province: `<select id="province"><option value=""></option>${options(provinces)}</select>`,
  commune: `<select id="commune"><option value=""></option></select>`,
  ethnicity: `<select id="ethnicity"><option value=""></option></select>`,
  vaccines: `<select id="vaccines" multiple>${options(vaccines)}</select>`,
  note: `<textarea id="note"></textarea>`,
};
const row = (id) => {
  if (id === "gender") return `<div role="radiogroup" aria-labelledby="lg"><span id="lg">${L.gender}</span>${genders
    .map((v) => `<label><input type="radio" name="gender" value="${v}">${v}</label>`).join("")}</div>`;
  if (id === "copy" || id === "pledge") return `<p><input type="checkbox" id="${id}"><label for="${id}">${L[id]}</label></p>`;
  return `<div id="row-${id}"><label for="${id}">${L[id]}</label>${body[id] ?? `<input id="${id}">`}</div>`;
};
document.body.innerHTML = `<main><h1>Đăng ký khai sinh</h1>${Object.entries(sections)
  .map(([title, ids]) => `<section aria-label="${title}"><h2>${title}</h2>${ids.map(row).join("")}</section>`).join("")}</main>`;
const at = (id) => document.getElementById(id);
flatpickr("#birth_date", { dateFormat: "d/m/Y", allowInput: false });
flatpickr("#birth_time", { enableTime: true, noCalendar: true, dateFormat: "H:i", time_24hr: true });
const tom = Object.fromEntries(["relation", "province", "commune", "vaccines"].map((id) => [id, new TomSelect(`#${id}`, {})]));
tom.ethnicity = new TomSelect("#ethnicity", {
  valueField: "value", labelField: "value", searchField: "value",
  load: (typed, ok) => searchEthnicity(typed).then((found) => ok(found.map((value) => ({ value })))),
});
tom.province.on("change", async (value) => {
  const found = await communes(value);
  tom.commune.clear(); tom.commune.clearOptions();
  tom.commune.addOptions(found.map((v) => ({ value: v, text: v })));
});
at("row-copies").hidden = true;
at("copy").addEventListener("change", (e) => { at("row-copies").hidden = !e.target.checked; });
report(() => ({
  ...Object.fromEntries(["requester_name", "identity_number", "phone", "email", "child_name", "birth_date", "birth_time",
    "note"].map((id) => [id, at(id).value])),
  ...Object.fromEntries(["relation", "province", "commune", "ethnicity"].map((id) => [id, tom[id].getValue()])),
  vaccines: tom.vaccines.getValue(), gender: document.querySelector("[name=gender]:checked")?.value ?? "",
  weight: Number(at("weight").value) || null, copy: at("copy").checked, pledge: at("pledge").checked,
  copies: at("copy").checked ? Number(at("copies").value) || null : null,
}));
