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

  @L4-PRC-07
  Tình huống: Thông báo mỗi lần đổi trạng thái
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì mỗi lần đổi trạng thái người nộp được báo một lần

  @L4-PRC-10
  Tình huống: Ngày hẹn có giá trị, không ở quá khứ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì ngày hẹn trả có trên hồ sơ và ở sau ngày tiếp nhận

  @L4-PRC-03
  Tình huống: Lịch sử xử lý ghi ai làm, lúc nào
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì lịch sử xử lý ghi thời điểm và người thực hiện từng bước
