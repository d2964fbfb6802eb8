// Naive UI: labels of its form items point at nothing.
import { createApp, reactive, ref, watch } from "vue";
import naive, { dateViVN, viVN } from "naive-ui";
import { labels as L, relations, genders, vaccines, provinces, communes, searchEthnicity, blank, report } from "../../pages/spec.js";

const items = (values) => values.map((value) => ({ value, label: value }));
const app = createApp({
  setup() {
    const v = reactive({ ...blank(), relation: null, province: null, commune: null, ethnicity: null, gender: null, birth_date: null, birth_time: null });
    const places = ref([]), found = ref([]);
    watch(() => v.province, async (p) => { v.commune = null; places.value = await communes(p); });
    const look = async (t) => { found.value = await searchEthnicity(t); };
    report(() => ({ ...v, relation: v.relation ?? "", province: v.province ?? "", commune: v.commune ?? "", ethnicity: v.ethnicity ?? "",
      gender: v.gender ?? "", birth_date: v.birth_date ?? "", birth_time: v.birth_time ?? "", copies: v.copy ? v.copies : null }));
    return { v, L, items, relations, genders, vaccines, provinces, places, found, look, viVN, dateViVN };
  },
  template: `<n-config-provider :locale="viVN" :date-locale="dateViVN"><main style="max-width:700px;margin:auto"><h1>Đăng ký khai sinh</h1><n-form>
  <n-card title="Thông tin người yêu cầu"><n-form-item v-for="id in ['requester_name','identity_number','phone','email']" :label="L[id]" required><n-input v-model:value="v[id]"/></n-form-item>
  <n-form-item :label="L.relation"><n-select v-model:value="v.relation" :options="items(relations)"/></n-form-item></n-card>
  <n-card title="Thông tin trẻ"><n-form-item :label="L.child_name"><n-input v-model:value="v.child_name"/></n-form-item>
  <n-form-item :label="L.gender"><n-radio-group v-model:value="v.gender"><n-radio v-for="g in genders" :value="g" :label="g"/></n-radio-group></n-form-item>
  <n-form-item :label="L.birth_date"><n-date-picker v-model:formatted-value="v.birth_date" value-format="dd/MM/yyyy" format="dd/MM/yyyy" type="date"/></n-form-item>
  <n-form-item :label="L.birth_time"><n-time-picker v-model:formatted-value="v.birth_time" value-format="HH:mm" format="HH:mm"/></n-form-item>
  <n-form-item :label="L.province"><n-select v-model:value="v.province" :options="items(provinces)" filterable/></n-form-item>
  <n-form-item :label="L.commune"><n-select v-model:value="v.commune" :options="items(places)" filterable/></n-form-item>
  <n-form-item :label="L.ethnicity"><n-select v-model:value="v.ethnicity" :options="items(found)" filterable remote @search="look"/></n-form-item>
  <n-form-item :label="L.weight"><n-input-number v-model:value="v.weight"/></n-form-item>
  <n-form-item :label="L.vaccines"><n-select v-model:value="v.vaccines" :options="items(vaccines)" multiple/></n-form-item></n-card>
  <n-card title="Đề nghị"><n-form-item :label="L.copy"><n-switch v-model:value="v.copy"/></n-form-item>
  <n-form-item v-if="v.copy" :label="L.copies"><n-input-number v-model:value="v.copies"/></n-form-item>
  <n-form-item :label="L.note"><n-input type="textarea" v-model:value="v.note"/></n-form-item>
  <n-checkbox v-model:checked="v.pledge">{{L.pledge}}</n-checkbox></n-card></n-form></main></n-config-provider>`,
});
app.use(naive).mount("#app");
