// Form.io, as the e-forms of provincial portals are built: a JSON definition rendered in the page.
import "bootstrap/dist/css/bootstrap.css";
import "@formio/js/dist/formio.full.css";
import { Formio } from "@formio/js";
import { labels as L, relations, genders, vaccines, provinces, communes, searchEthnicity, report } from "./spec.js";

const values = (list) => list.map((value) => ({ value, label: value }));
const field = (key, type = "textfield", rest = {}) => ({ type, key, label: L[key], input: true, ...rest });
const select = (key, list, rest = {}) => field(key, "select", { widget: "choicesjs", data: { values: values(list) }, ...rest });
const panel = (title, components) => ({ type: "panel", key: title, title, input: false, components });
const definition = { display: "form", components: [
  panel("Thông tin người yêu cầu", [field("requester_name", "textfield", { validate: { required: true } }),
    field("identity_number", "textfield", { inputMask: "999999999999" }), field("phone", "phoneNumber", { inputMask: "9999999999" }),
    field("email", "email"), select("relation", relations)]),
  panel("Thông tin trẻ", [field("child_name"), field("gender", "radio", { values: values(genders), inline: true }),
    field("birth_date", "datetime", { format: "dd/MM/yyyy", enableTime: false, allowInput: true, datePicker: {} }),
    field("birth_time", "time", { format: "HH:mm", dataFormat: "HH:mm" }), select("province", provinces),
    select("commune", [], { dataSrc: "custom", data: { custom: "values = (window.places || []);" }, refreshOn: "province", clearOnRefresh: true,
      valueProperty: "value" }),
    select("ethnicity", [], { dataSrc: "custom", data: { custom: "values = (window.found || []);" }, valueProperty: "value" }),
    field("weight", "number"), select("vaccines", vaccines, { multiple: true })]),
  panel("Đề nghị", [field("copy", "checkbox"), field("copies", "number", { conditional: { show: true, when: "copy", eq: "true" } }),
    field("note", "textarea"), field("pledge", "checkbox")]),
] };
// The list of peoples is offered whole: Form.io filters what is typed in the list itself.
window.found = values((await Promise.all(["a", "ê", "ơ", "ư", "i", "o", "á", "à", "ờ"].map(searchEthnicity))).flat()
  .filter((v, i, all) => all.indexOf(v) === i));
const form = await Formio.createForm(document.getElementById("app"), definition, { language: "vi", noDefaults: false });
form.on("change", async (event) => {
  if (event.changed?.component?.key !== "province") return;
  window.places = values(await communes(event.changed.value));
  form.getComponent("commune").updateItems(null, true);
});
const dmy = (iso) => (iso ? iso.slice(0, 10).split("-").reverse().join("/") : "");
report(() => {
  const { submit, ...v } = form.submission.data;
  return { ...v, birth_date: dmy(v.birth_date), birth_time: (v.birth_time ?? "").slice(0, 5), weight: v.weight ?? null,
    copies: v.copy ? v.copies ?? null : null, ethnicity: v.ethnicity ?? "" };
});
