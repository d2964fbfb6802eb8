import { createApp } from "vue";
import Citizen from "./Citizen.vue";
import { vuetify } from "./vuetify.js";

createApp(Citizen).use(vuetify).mount("#ung-dung");
