// What every page of this folder builds: the same 18 fields, lists and answers from a "server".
export const labels = {
  requester_name: "Họ, chữ đệm, tên người yêu cầu",
  identity_number: "Số định danh cá nhân",
  phone: "Số điện thoại",
  email: "Thư điện tử",
  relation: "Quan hệ với trẻ",
  child_name: "Họ, chữ đệm, tên trẻ",
  gender: "Giới tính",
  birth_date: "Ngày sinh",
  birth_time: "Giờ sinh",
  province: "Tỉnh, thành phố nơi sinh",
  commune: "Xã, phường nơi sinh",
  ethnicity: "Dân tộc",
  weight: "Cân nặng (gam)",
  vaccines: "Các mũi tiêm đã thực hiện",
  copy: "Đề nghị cấp bản sao",
  copies: "Số bản sao",
  note: "Ghi chú",
  pledge: "Tôi cam đoan các thông tin trên là đúng sự thật",
};
export const sections = {
  "Thông tin người yêu cầu": ["requester_name", "identity_number", "phone", "email", "relation"],
  "Thông tin trẻ": ["child_name", "gender", "birth_date", "birth_time", "province", "commune", "ethnicity", "weight",
    "vaccines"],
  "Đề nghị": ["copy", "copies", "note", "pledge"],
};
export const relations = ["Cha", "Mẹ", "Ông", "Bà", "Người giám hộ"];
export const genders = ["Nam", "Nữ"];
export const vaccines = ["Viêm gan B", "Lao (BCG)", "Bạch hầu", "Ho gà", "Uốn ván"];
const communesOf = {
  "Thành phố Mẫu": ["Phường Trung Tâm", "Phường Bến Thuyền", "Phường Đồi Thông"],
  "Tỉnh Mẫu": ["Xã Đồng Lúa", "Xã Suối Trong", "Xã Núi Đá"],
};
export const provinces = Object.keys(communesOf);
const ethnicities = ["Kinh", "Tày", "Thái", "Mường", "Khmer", "Hoa", "Nùng", "Mông", "Dao", "Gia Rai", "Ê Đê", "Ba Na",
  "Xơ Đăng", "Sán Chay", "Cơ Ho", "Chăm", "Sán Dìu", "Hrê", "Ra Glai", "Mnông", "Xtiêng"];
const later = (value, ms) => new Promise((done) => setTimeout(() => done(value), ms));
export const communes = (province) => later(communesOf[province] ?? [], 150);
export const searchEthnicity = (typed) =>
  later(typed ? ethnicities.filter((e) => e.toLowerCase().includes(typed.toLowerCase())) : [], 120);
export const blank = () => ({
  requester_name: "", identity_number: "", phone: "", email: "", relation: "", child_name: "", gender: "",
  birth_date: "", birth_time: "", province: "", commune: "", ethnicity: "", weight: null, vaccines: [], copy: false,
  copies: null, note: "", pledge: false,
});
// The page reports what it would send, in one canonical shape whatever its widgets hold.
export const dmy = (iso) => (iso ? iso.split("-").reverse().join("/") : "");
export const report = (read) => { window.submission = () => JSON.parse(JSON.stringify(read())); };
