# language: vi
@nhom:xu-ly
Tính năng: Trạng thái trong quá trình giải quyết

  @L4-PRC-01
  Tình huống: Mỗi bước hiển thị trạng thái tương ứng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì sau mỗi bước trang hồ sơ hiện trạng thái của bước đó

  @L4-PRC-02
  Tình huống: Trạng thái chuyển hợp lệ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì lịch sử trạng thái đúng thứ tự, không quay lui
