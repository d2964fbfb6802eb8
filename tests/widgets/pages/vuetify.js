// Vuetify 3, compiled in the page.
import "vuetify/styles";
import { createApp, reactive, ref, watch } from "vue/dist/vue.esm-bundler.js";
import { createVuetify } from "vuetify";
import * as components from "vuetify/components";
import { VDateInput } from "vuetify/labs/VDateInput";
import * as directives from "vuetify/directives";
import { labels as L, relations, genders, vaccines, provinces, communes, searchEthnicity, blank, report } from "./spec.js";

const two = (n) => String(n).padStart(2, "0");
const app = createApp({
  setup() {
    const v = reactive({ ...blank(), birth_date: null });
    const places = ref([]), found = ref([]), typed = ref("");
    watch(() => v.province, async (p) => { v.commune = ""; places.value = await communes(p); });
    watch(typed, async (t) => { if (t !== v.ethnicity) found.value = await searchEthnicity(t); });
    report(() => ({
      ...v, weight: Number(v.weight) || null, copies: v.copy ? Number(v.copies) || null : null, ethnicity: v.ethnicity ?? "",
      birth_date: v.birth_date ? `${two(v.birth_date.getDate())}/${two(v.birth_date.getMonth() + 1)}/${v.birth_date.getFullYear()}` : "",
    }));
    return { v, L, relations, genders, vaccines, provinces, places, found, typed };
  },
  template: `<v-app><v-main><v-container><h1>Đăng ký khai sinh</h1>
    <v-card class="mb-4" title="Thông tin người yêu cầu"><v-card-text>
      <v-text-field v-model="v.requester_name" :label="L.requester_name + ' *'"/>
      <v-text-field v-model="v.identity_number" :label="L.identity_number" maxlength="12"/>
      <v-text-field v-model="v.phone" :label="L.phone"/><v-text-field v-model="v.email" :label="L.email" type="email"/>
      <v-select v-model="v.relation" :items="relations" :label="L.relation"/></v-card-text></v-card>
    <v-card class="mb-4" title="Thông tin trẻ"><v-card-text>
      <v-text-field v-model="v.child_name" :label="L.child_name"/>
      <v-radio-group v-model="v.gender" :label="L.gender" inline><v-radio v-for="g in genders" :key="g" :label="g" :value="g"/></v-radio-group>
      <v-date-input v-model="v.birth_date" :label="L.birth_date" input-format="dd/mm/yyyy"/>
      <v-text-field v-model="v.birth_time" :label="L.birth_time" type="time"/>
      <v-select v-model="v.province" :items="provinces" :label="L.province"/>
      <v-select v-model="v.commune" :items="places" :label="L.commune"/>
      <v-autocomplete v-model="v.ethnicity" v-model:search="typed" :items="found" no-filter :label="L.ethnicity"/>
      <v-text-field v-model="v.weight" :label="L.weight" type="number"/>
      <v-select v-model="v.vaccines" :items="vaccines" multiple chips :label="L.vaccines"/></v-card-text></v-card>
    <v-card title="Đề nghị"><v-card-text><v-switch v-model="v.copy" :label="L.copy"/>
      <v-text-field v-if="v.copy" v-model="v.copies" :label="L.copies" type="number"/>
      <v-textarea v-model="v.note" :label="L.note"/><v-checkbox v-model="v.pledge" :label="L.pledge"/></v-card-text></v-card>
    </v-container></v-main></v-app>`,
});
app.use(createVuetify({ components: { ...components, VDateInput }, directives, locale: { locale: "vi", fallback: "en" } })).mount("#app");
