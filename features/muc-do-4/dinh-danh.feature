# language: vi
@nhom:dinh-danh
Tính năng: Đăng nhập và định danh

  @L4-IDN-01
  Tình huống: Đăng nhập bằng tài khoản Cổng DVC quốc gia, VNeID
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì người nộp đăng nhập qua VNeID và trang hiện đúng tên mình

  @L4-IDN-03
  Tình huống: Yêu cầu xác thực hợp lệ, chống giả mạo bằng state
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Khi người lạ mở từng địa chỉ mà chủ hồ sơ đã thấy
    Thì yêu cầu xác thực có code, openid, redirect_uri an toàn và state
    Và mã xác thực kèm state sai bị từ chối

  @L4-IDN-02
  Tình huống: Đăng nhập không quay vòng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì đăng nhập đi thẳng, không quay vòng

  @L4-IDN-05
  Tình huống: Nhận đủ họ tên, số định danh, ngày sinh từ VNeID
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì họ tên, số định danh, ngày sinh từ VNeID có sẵn trong tờ khai
