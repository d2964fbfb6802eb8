// Quasar: floating labels, masks, a date in a popup behind an icon.
import "quasar/dist/quasar.css";
import { createApp, reactive, ref, watch } from "vue";
import * as Q from "quasar";
import { labels as L, relations, genders, vaccines, provinces, communes, searchEthnicity, blank, report } from "../../pages/spec.js";

const app = createApp({
  setup() {
    const v = reactive({ ...blank(), relation: null, province: null, commune: null, ethnicity: null });
    const places = ref([]), found = ref([]);
    watch(() => v.province, async (p) => { v.commune = null; places.value = await communes(p); });
    const look = (t, update) => searchEthnicity(t).then((all) => update(() => { found.value = all; }));
    report(() => ({ ...v, relation: v.relation ?? "", province: v.province ?? "", commune: v.commune ?? "", ethnicity: v.ethnicity ?? "",
      weight: Number(v.weight) || null, copies: v.copy ? Number(v.copies) || null : null }));
    const choices = genders.map((g) => ({ label: g, value: g }));
    return { v, L, relations, choices, vaccines, provinces, places, found, look };
  },
  template: `<main style="max-width:700px;margin:auto"><h1>Đăng ký khai sinh</h1><h2>Thông tin người yêu cầu</h2>
  <q-input v-for="id in ['requester_name','identity_number','phone','email']" v-model="v[id]" :label="L[id] + ' *'"/>
  <q-select v-model="v.relation" :options="relations" :label="L.relation"/>
  <h2>Thông tin trẻ</h2><q-input v-model="v.child_name" :label="L.child_name"/>
  <div><div>{{L.gender}}</div><q-option-group v-model="v.gender" :options="choices"/></div>
  <q-input v-model="v.birth_date" :label="L.birth_date" mask="##/##/####"><template #append><q-icon name="event"><q-popup-proxy><q-date v-model="v.birth_date" mask="DD/MM/YYYY"/></q-popup-proxy></q-icon></template></q-input>
  <q-input v-model="v.birth_time" :label="L.birth_time" mask="time"/>
  <q-select v-model="v.province" :options="provinces" :label="L.province"/><q-select v-model="v.commune" :options="places" :label="L.commune"/>
  <q-select v-model="v.ethnicity" use-input input-debounce="50" :options="found" @filter="look" :label="L.ethnicity"/>
  <q-input v-model="v.weight" type="number" :label="L.weight"/>
  <q-select v-model="v.vaccines" multiple use-chips :options="vaccines" :label="L.vaccines"/>
  <h2>Đề nghị</h2><q-toggle v-model="v.copy" :label="L.copy"/><q-input v-if="v.copy" v-model="v.copies" type="number" :label="L.copies"/>
  <q-input v-model="v.note" type="textarea" :label="L.note"/><q-checkbox v-model="v.pledge" :label="L.pledge"/></main>`,
});
app.use(Q.Quasar, { components: Q }).mount("#app");
