# language: vi
@nhom:tich-hop
Tính năng: Đồng bộ với Cổng Dịch vụ công quốc gia và một cửa điện tử

  @L4-INT-03
  Tình huống: Hồ sơ được đồng bộ sau khi tiếp nhận
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì Cổng DVC quốc gia nhận được hồ sơ đã tiếp nhận

  @L4-INT-04
  Tình huống: Gói tin hồ sơ đủ trường bắt buộc
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì gói tin hồ sơ không bỏ trống trường bắt buộc nào

  @L4-INT-06
  Tình huống: Các ngày trong gói tin có thứ tự hợp lý
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì các ngày trong gói tin hồ sơ đúng thứ tự

  @L4-INT-07
  Tình huống: Trạng thái trong gói tin từ 1 đến 10, không rỗng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì mọi trạng thái gửi đi nằm trong danh mục và có thật

  @L4-INT-12
  Tình huống: Tiến độ từng bước được đồng bộ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì không bước nào bị báo xong ngay lúc tiếp nhận
    Và mỗi bước của hồ sơ được gửi tiến độ, đúng thứ tự

  @L4-INT-19
  Tình huống: Cổng dịch vụ công và một cửa điện tử cùng mã, cùng trạng thái
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì một cửa điện tử ghi cùng mã hồ sơ
    Và một cửa điện tử ghi cùng trạng thái cuối
