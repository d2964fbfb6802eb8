// PrimeVue.
import { createApp, reactive, ref, watch } from "vue";
import PrimeVue from "primevue/config";
import Aura from "@primeuix/themes/aura";
import InputText from "primevue/inputtext";
import Select from "primevue/select";
import RadioButton from "primevue/radiobutton";
import DatePicker from "primevue/datepicker";
import AutoComplete from "primevue/autocomplete";
import InputNumber from "primevue/inputnumber";
import MultiSelect from "primevue/multiselect";
import ToggleSwitch from "primevue/toggleswitch";
import Textarea from "primevue/textarea";
import Checkbox from "primevue/checkbox";
import { labels as L, relations, genders, vaccines, provinces, communes, searchEthnicity, blank, report } from "../../pages/spec.js";

const two = (n) => String(n).padStart(2, "0");
const app = createApp({
  setup() {
    const v = reactive({ ...blank(), birth_date: null, birth_time: null });
    const places = ref([]), found = ref([]);
    watch(() => v.province, async (p) => { v.commune = ""; places.value = await communes(p); });
    const look = async (e) => { found.value = await searchEthnicity(e.query); };
    report(() => ({ ...v, ethnicity: v.ethnicity ?? "", copies: v.copy ? v.copies : null,
      birth_date: v.birth_date ? `${two(v.birth_date.getDate())}/${two(v.birth_date.getMonth() + 1)}/${v.birth_date.getFullYear()}` : "",
      birth_time: v.birth_time ? `${two(v.birth_time.getHours())}:${two(v.birth_time.getMinutes())}` : "" }));
    return { v, L, relations, genders, vaccines, provinces, places, found, look };
  },
  template: `<main style="max-width:700px;margin:auto"><h1>Đăng ký khai sinh</h1>
  <h2>Thông tin người yêu cầu</h2>
  <p v-for="id in ['requester_name','identity_number','phone','email']"><label :for="id">{{L[id]}} <span>*</span></label><br><InputText :id="id" v-model="v[id]"/></p>
  <p><label for="relation">{{L.relation}}</label><br><Select inputId="relation" labelId="relation" v-model="v.relation" :options="relations" placeholder="Chọn"/></p>
  <h2>Thông tin trẻ</h2>
  <p><label for="child_name">{{L.child_name}}</label><br><InputText id="child_name" v-model="v.child_name"/></p>
  <div><span>{{L.gender}}</span><div v-for="g in genders"><RadioButton v-model="v.gender" :inputId="g" name="gender" :value="g"/><label :for="g">{{g}}</label></div></div>
  <p><label for="birth_date">{{L.birth_date}}</label><br><DatePicker inputId="birth_date" v-model="v.birth_date" dateFormat="dd/mm/yy" showIcon/></p>
  <p><label for="birth_time">{{L.birth_time}}</label><br><DatePicker inputId="birth_time" v-model="v.birth_time" timeOnly/></p>
  <p><label for="province">{{L.province}}</label><br><Select labelId="province" v-model="v.province" :options="provinces"/></p>
  <p><label for="commune">{{L.commune}}</label><br><Select labelId="commune" v-model="v.commune" :options="places" filter/></p>
  <p><label for="ethnicity">{{L.ethnicity}}</label><br><AutoComplete inputId="ethnicity" v-model="v.ethnicity" :suggestions="found" @complete="look" forceSelection/></p>
  <p><label for="weight">{{L.weight}}</label><br><InputNumber inputId="weight" v-model="v.weight" locale="vi-VN"/></p>
  <p><label for="vaccines">{{L.vaccines}}</label><br><MultiSelect inputId="vaccines" labelId="vaccines" v-model="v.vaccines" :options="vaccines" display="chip" filter/></p>
  <h2>Đề nghị</h2>
  <p><ToggleSwitch inputId="copy" v-model="v.copy"/><label for="copy">{{L.copy}}</label></p>
  <p v-if="v.copy"><label for="copies">{{L.copies}}</label><br><InputNumber inputId="copies" v-model="v.copies" showButtons :min="1"/></p>
  <p><label for="note">{{L.note}}</label><br><Textarea id="note" v-model="v.note" rows="4"/></p>
  <p><Checkbox inputId="pledge" v-model="v.pledge" binary/><label for="pledge">{{L.pledge}}</label></p></main>`,
});
const parts = { InputText, Select, RadioButton, DatePicker, AutoComplete, InputNumber, MultiSelect, ToggleSwitch, Textarea, Checkbox };
for (const [name, part] of Object.entries(parts)) app.component(name, part);
app.use(PrimeVue, { theme: { preset: Aura } }).mount("#app");
