// Bootstrap 5 + select2 + jQuery UI datepicker, as server-rendered portals use them.
import "bootstrap/dist/css/bootstrap.css";
import "select2/dist/css/select2.css";
import "jquery-ui/themes/base/all.css";
import $ from "./jquery-global.js";
import select2 from "select2/dist/js/select2.full.js";
import "jquery-ui/ui/widgets/datepicker.js";
import { labels as L, sections, relations, genders, vaccines, provinces, communes, searchEthnicity, report }
  from "./spec.js";

select2(window, $);
const option = (v) => `<option>${v}</option>`;
const select = (id, values, extra = "") =>
  `<select id="${id}" class="form-select" ${extra}><option value=""></option>${values.map(option).join("")}</select>`;
const wrap = (id, body) =>
  `<div class="mb-3" id="row-${id}"><label class="form-label" for="${id}">${L[id]} <span class="text-danger">*</span></label>${body}</div>`;
const row = (id) => {
  if (id === "gender") return `<div class="mb-3"><label class="form-label">${L.gender} <span>*</span></label><div>${genders
    .map((v, i) => `<div class="form-check form-check-inline"><input class="form-check-input" type="radio" name="gender"
      id="g${i}" value="${v}"><label class="form-check-label" for="g${i}">${v}</label></div>`).join("")}</div></div>`;
  if (id === "copy" || id === "pledge") return `<div class="form-check ${id === "copy" ? "form-switch" : ""} mb-3">
    <input class="form-check-input" type="checkbox" id="${id}"><label class="form-check-label" for="${id}">${L[id]}</label></div>`;
  if (id === "relation") return wrap(id, select(id, relations));
  if (id === "province") return wrap(id, select(id, provinces));
  if (id === "commune" || id === "ethnicity") return wrap(id, select(id, []));
  if (id === "vaccines") return wrap(id, `<select id="vaccines" multiple class="form-select">${vaccines.map(option).join("")}</select>`);
  if (id === "note") return wrap(id, `<textarea class="form-control" id="note"></textarea>`);
  if (id === "birth_date") return wrap(id, `<input class="form-control" id="birth_date" autocomplete="off" placeholder="dd/mm/yyyy">`);
  if (id === "birth_time") return wrap(id, `<input class="form-control" type="time" id="birth_time">`);
  return wrap(id, `<input class="form-control" id="${id}" ${["weight", "copies"].includes(id) ? 'type="number"' : ""}>`);
};
document.body.innerHTML = `<main class="container py-4"><h1>Đăng ký khai sinh</h1>${Object.entries(sections)
  .map(([title, ids]) => `<div class="card mb-3"><h2 class="card-header h5">${title}</h2><div class="card-body">${ids.map(row).join("")}</div></div>`)
  .join("")}</main>`;

const language = { noResults: () => "Không tìm thấy", searching: () => "Đang tìm…", inputTooShort: () => "Nhập để tìm" };
$("#relation, #province, #commune, #vaccines").select2({ width: "100%", language });
// _resultId: in a module select2 loses its `this` when it would make one for what the server answers.
$("#ethnicity").select2({
  width: "100%", language, minimumInputLength: 1,
  ajax: { delay: 50, transport: (params, ok) => { searchEthnicity(params.data.term)
    .then((found) => ok({ results: found.map((v) => ({ id: v, text: v, _resultId: `ethnicity-${v}` })) })); return { abort() {} }; } },
});
$("#province").on("change", async function () {
  const found = await communes(this.value);
  $("#commune").empty().append(new Option("", ""), ...found.map((v) => new Option(v, v))).trigger("change");
});
$("#birth_date").datepicker({ dateFormat: "dd/mm/yy", changeYear: true });
$("#row-copies").hide();
$("#copy").on("change", function () { $("#row-copies").toggle(this.checked); });
report(() => ({
  ...Object.fromEntries(["requester_name", "identity_number", "phone", "email", "relation", "child_name", "birth_date",
    "birth_time", "province", "commune", "ethnicity", "note"].map((id) => [id, $(`#${id}`).val() ?? ""])),
  gender: $("[name=gender]:checked").val() ?? "", weight: Number($("#weight").val()) || null,
  vaccines: $("#vaccines").val(), copy: $("#copy").is(":checked"), pledge: $("#pledge").is(":checked"),
  copies: $("#copy").is(":checked") ? Number($("#copies").val()) || null : null,
}));
