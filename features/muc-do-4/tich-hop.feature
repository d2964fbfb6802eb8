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

  @L4-INT-05
  Tình huống: Kiểu, độ dài, định dạng ngày yyyyMMddHHmmss
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì các trường của gói tin đúng kiểu, độ dài và định dạng ngày

  @L4-INT-08
  Tình huống: KenhThucHien = 2 với hồ sơ trực tuyến
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì gói tin ghi kênh thực hiện là trực tuyến

  @L4-INT-09
  Tình huống: LoaiDoiTuong đúng theo phiên bản API
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì gói tin ghi đúng loại đối tượng nộp hồ sơ

  @L4-INT-10
  Tình huống: TaiLieuNop đủ tệp, mã thành phần không rỗng, liên kết mở được
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì gói tin có đủ tệp đã nộp, đúng mã thành phần
    Và liên kết tệp trong gói tin mở được, đúng tệp đã nộp

  @L4-INT-11
  Tình huống: DanhSachGiayToKetQua có khi trạng thái 9/10
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì gói tin của hồ sơ đã xong kèm giấy tờ kết quả

  @L4-INT-14
  Tình huống: Không dùng dữ liệu giả (số giấy tờ 000000001, mã ngẫu nhiên)
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì gói tin không có dữ liệu giả

  @L4-INT-17
  Tình huống: Cờ VNeID, số hóa, tái sử dụng chỉ bật khi có bằng chứng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì các cờ VNeID, số hóa, tái sử dụng đúng sự thật

  @L4-INT-22
  Tình huống: HinhThuc phản ánh đúng cách nhận kết quả
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì hình thức trả trong gói tin là cách người nộp đã chọn

  @L4-INT-13
  Tình huống: Cập nhật dùng isUpdating, không tạo trùng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì hồ sơ đã có trên Cổng DVC quốc gia được gửi lại như một lần cập nhật

  @L4-INT-16
  Tình huống: Lỗi đồng bộ được thử lại và cảnh báo
    Biết cán bộ từ chối một hồ sơ đã trả tiền
    Thì gói tin bị trả lỗi được gửi lại đến khi được nhận
    Và một cửa cảnh báo hồ sơ đồng bộ lỗi

  @L4-INT-18
  Tình huống: Hồ sơ bổ sung được ghi đầy đủ
    Biết cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ
    Thì gói tin ghi đủ lần bổ sung, giấy tờ và ngày hẹn mới

  @L4-INT-15
  Tình huống: Đọc lại từ Cổng DVC quốc gia khớp dữ liệu của cổng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì Cổng DVC quốc gia giữ đúng mã, trạng thái, ngày mà cổng hiện
    Và Cổng DVC quốc gia giữ đúng người nộp và số tiền
    Và kết quả ở Cổng DVC quốc gia và một cửa điện tử là tệp người nộp tải được

  @L4-INT-20
  Tình huống: Gói tin đúng khuôn QCVN 120:2019
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì mọi lời gọi tới Cổng DVC quốc gia đúng khuôn
    Và mọi dòng tiến độ đúng kiểu, độ dài, định dạng

  @L4-INT-01
  Tình huống: Thủ tục có trên cơ sở dữ liệu quốc gia và đang công khai
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì LayThuTuc trả thủ tục đang công khai theo mã trên cổng

  @L4-INT-02
  Tình huống: Liên kết từ Cổng DVC quốc gia đến đúng trang dịch vụ
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì địa chỉ đã khai với Cổng DVC quốc gia mở đúng trang của dịch vụ

  @L4-INT-23
  Tình huống: Kết quả vào Kho dữ liệu điện tử
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì Kho dữ liệu điện tử của người nộp có kết quả
