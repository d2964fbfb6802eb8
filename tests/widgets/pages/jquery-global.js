// select2 and jQuery UI look for a global jQuery.
import $ from "jquery";
window.$ = window.jQuery = $;
export default $;
