// Shoelace: every control lives in a shadow root of its own.
import "@shoelace-style/shoelace/dist/themes/light.css";
import "@shoelace-style/shoelace/dist/shoelace.js";
import { labels as L, relations, genders, vaccines, provinces, communes, report } from "../../pages/spec.js";

const value = (v) => v.replaceAll(" ", "_");
const list = (id, values, more = "") => `<sl-select id="${id}" label="${L[id]}" ${more}>${values.map((v) => `<sl-option value="${value(v)}">${v}</sl-option>`).join("")}</sl-select>`;
const text = (id, more = "") => `<sl-input id="${id}" label="${L[id]}" ${more}></sl-input>`;
document.body.innerHTML = `<main style="max-width:700px;margin:auto"><h1>Đăng ký khai sinh</h1>
<h2>Thông tin người yêu cầu</h2>${text("requester_name", "required")}${text("identity_number")}${text("phone")}${text("email")}${list("relation", relations)}
<h2>Thông tin trẻ</h2>${text("child_name")}<sl-radio-group id="gender" label="${L.gender}">${genders.map((g) => `<sl-radio value="${g}">${g}</sl-radio>`).join("")}</sl-radio-group>
${text("birth_date", 'type="date"')}${text("birth_time", 'type="time"')}${list("province", provinces)}${list("commune", [])}${text("ethnicity")}${text("weight", 'type="number"')}${list("vaccines", vaccines, "multiple clearable")}
<h2>Đề nghị</h2><sl-switch id="copy">${L.copy}</sl-switch><div id="row"></div><sl-textarea id="note" label="${L.note}"></sl-textarea><sl-checkbox id="pledge">${L.pledge}</sl-checkbox></main>`;
const $ = (id) => document.getElementById(id);
$("province").addEventListener("sl-change", async () => {
  const found = await communes($("province").value.replaceAll("_", " "));
  $("commune").value = "";
  $("commune").innerHTML = found.map((v) => `<sl-option value="${value(v)}">${v}</sl-option>`).join("");
});
$("copy").addEventListener("sl-change", () => { $("row").innerHTML = $("copy").checked ? text("copies", 'type="number"') : ""; });
report(() => ({
  ...Object.fromEntries(["requester_name", "identity_number", "phone", "email", "child_name", "birth_time", "ethnicity", "note", "gender"].map((id) => [id, $(id).value ?? ""])),
  ...Object.fromEntries(["relation", "province", "commune"].map((id) => [id, $(id).value.replaceAll("_", " ")])),
  birth_date: $("birth_date").value.split("-").reverse().join("/"), weight: Number($("weight").value) || null,
  vaccines: $("vaccines").value.map((v) => v.replaceAll("_", " ")), copy: $("copy").checked, pledge: $("pledge").checked, copies: Number($("copies")?.value) || null,
}));
