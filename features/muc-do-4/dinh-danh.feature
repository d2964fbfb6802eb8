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

  @L4-IDN-04
  Tình huống: Cá nhân chỉ đăng nhập bằng VNeID
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang đăng nhập không có mật khẩu hay tài khoản riêng của cổng

  @L4-IDN-09
  Tình huống: Không cản trở lựa chọn nộp trực tuyến
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Và hồ sơ đã đi trọn quy trình trực tuyến
    Thì không điều gì cản trở người dân chọn nộp trực tuyến

  @L4-IDN-10
  Tình huống: Nêu đủ các kênh nộp hồ sơ
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang nêu đủ các kênh trực tiếp, bưu chính, Cổng Dịch vụ công quốc gia, VNeID

  @L4-IDN-06
  Tình huống: Không phải tạo tài khoản thứ hai
    Khi phiên đăng nhập mất giữa chừng và người nộp đăng nhập lại
    Thì lần đăng nhập thứ hai vào đúng tài khoản cũ

  @L4-IDN-07
  Tình huống: Đăng xuất kết thúc phiên
    Khi người nộp đăng xuất rồi có người dùng lại cookie cũ
    Thì cookie cũ không mở được trang cá nhân nữa
