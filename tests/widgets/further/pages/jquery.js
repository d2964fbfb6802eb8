// What server-rendered portals add to Bootstrap: Chosen, bootstrap-select, bootstrap-datepicker, Cleave masks, Inputmask.
import "bootstrap/dist/css/bootstrap.css";
import "chosen-js/chosen.css";
import "bootstrap-select/dist/css/bootstrap-select.css";
import "bootstrap-datepicker/dist/css/bootstrap-datepicker.css";
import $ from "../../pages/jquery-global.js";
import * as bootstrap from "bootstrap";
import Cleave from "cleave.js";
import Inputmask from "inputmask";
import Choices from "choices.js";
import "choices.js/public/assets/styles/choices.css";
import { labels as L, sections, relations, genders, vaccines, provinces, communes, searchEthnicity, report } from "../../pages/spec.js";

window.bootstrap = bootstrap;
await import("chosen-js/chosen.jquery.js");
await import("bootstrap-select/dist/js/bootstrap-select.js");
await import("bootstrap-datepicker/dist/js/bootstrap-datepicker.js");
const option = (v) => `<option>${v}</option>`;
const list = (id, values, more = "") => `<select id="${id}" ${more}>${more ? "" : "<option></option>"}${values.map(option).join("")}</select>`;
const row = (id) => {
  const wrap = (body) => `<div class="form-group row mb-2" id="row-${id}"><label class="col-sm-4">${L[id]} <span class="text-danger">(*)</span></label><div class="col-sm-8">${body}</div></div>`;
  if (id === "gender") return wrap(genders.map((g) => `<label class="radio-inline"><input type="radio" name="gender" value="${g}"> ${g}</label>`).join(""));
  if (id === "copy" || id === "pledge") return `<div class="checkbox"><label><input type="checkbox" id="${id}"> ${L[id]}</label></div>`;
  if (id === "relation") return wrap(list(id, relations));
  if (id === "province") return wrap(list(id, provinces));
  if (id === "commune") return wrap(list(id, []));
  if (id === "ethnicity") return wrap(list(id, []));
  if (id === "vaccines") return wrap(list(id, vaccines, "multiple"));
  if (id === "note") return wrap(`<textarea class="form-control" id="note"></textarea>`);
  if (id === "birth_date") return wrap(`<div class="input-group date"><input class="form-control" id="birth_date"><span class="input-group-addon input-group-text"><i class="glyphicon">📅</i></span></div>`);
  return wrap(`<input class="form-control" id="${id}">`);
};
document.body.innerHTML = `<main class="container py-4"><h1>Đăng ký khai sinh</h1>${Object.entries(sections).map(([title, ids]) =>
  `<div class="panel"><div class="panel-heading"><span class="panel-title">${title}</span></div><div class="panel-body">${ids.map(row).join("")}</div></div>`).join("")}</main>`;
$("#relation").chosen({ width: "100%", disable_search_threshold: 10 });
$("#province, #vaccines").selectpicker({ liveSearch: true, noneSelectedText: "Chưa chọn" });
$("#commune").chosen({ width: "100%" });
$("#province").on("change", async function () {
  $("#commune").empty().append("<option></option>", (await communes(this.value)).map(option).join("")).trigger("chosen:updated");
});
const people = new Choices($("#ethnicity")[0], { searchChoices: false, shouldSort: false });
people.passedElement.element.addEventListener("search", async (e) => {
  people.setChoices((await searchEthnicity(e.detail.value)).map((v) => ({ value: v, label: v })), "value", "label", true);
});
$(".date").datepicker({ format: "dd/mm/yyyy", autoclose: true });
new Inputmask("99:99").mask($("#birth_time")[0]);
const weight = new Cleave("#weight", { numeral: true, numeralDecimalMark: ",", delimiter: "." });
new Cleave("#phone", { blocks: [4, 3, 3], numericOnly: true });
$("#row-copies").hide();
$("#copy").on("change", function () { $("#row-copies").toggle(this.checked); });
report(() => ({
  ...Object.fromEntries(["requester_name", "identity_number", "email", "relation", "child_name", "birth_date", "birth_time", "province", "commune", "ethnicity", "note"].map((id) => [id, $(`#${id}`).val() ?? ""])),
  phone: $("#phone").val().replaceAll(" ", ""), gender: $("[name=gender]:checked").val() ?? "", weight: Number(weight.getRawValue()) || null, vaccines: $("#vaccines").val(),
  copy: $("#copy").is(":checked"), pledge: $("#pledge").is(":checked"), copies: $("#copy").is(":checked") ? Number($("#copies").val()) || null : null,
}));
