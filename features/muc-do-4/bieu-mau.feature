# language: vi
@nhom:bieu-mau
Tính năng: Biểu mẫu điện tử và giấy tờ đính kèm

  @L4-FRM-02
  Tình huống: Tờ khai tự điền thông tin từ tài khoản
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì thông tin người nộp đã có trong tài khoản được điền sẵn

  @L4-FRM-09
  Tình huống: Ô bắt buộc được đánh dấu, lỗi được báo tức thời bằng tiếng Việt
    Khi người nộp lần lượt bỏ trống, nhập sai từng ô và bỏ từng giấy tờ bắt buộc
    Thì mọi ô bắt buộc được đánh dấu
    Và lỗi được báo bằng tiếng Việt ngay tại ô

  @L4-FRM-13
  Tình huống: Thành phần hồ sơ trên biểu mẫu đúng như trong thủ tục
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì biểu mẫu đòi đúng các giấy tờ của thủ tục, không thừa, không thiếu

  @L4-FRM-14
  Tình huống: Nêu định dạng, dung lượng tệp và báo lỗi rõ khi tệp sai
    Khi người nộp thử đính kèm các tệp đúng và sai quy định
    Thì trang nêu định dạng và dung lượng tệp được nhận
    Và tệp sai bị từ chối có lý do, tệp đúng được nhận

  @L4-FRM-15
  Tình huống: Tệp tải lên không bị hỏng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì tệp tải lại trùng từng byte với tệp đã gửi

  @L4-FRM-21
  Tình huống: Chữ Việt, ký tự đặc biệt và đoạn dài không bị sai
    Khi người nộp nhập chữ Việt, ký tự đặc biệt và đoạn dài
    Thì nội dung hiện lại đúng như đã nhập

  @L4-FRM-23
  Tình huống: Có màn hình xem lại trước khi nộp
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì màn hình xem lại có mọi điều đã khai

  @L4-FRM-01
  Tình huống: Tờ khai là biểu mẫu điện tử tương tác (không tải-in-ký-quét)
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Và người nộp đã mở từng trang của tờ khai
    Thì tờ khai được khai trên biểu mẫu điện tử, không phải đính kèm

  @L4-FRM-17
  Tình huống: Không đòi giấy tờ mà dữ liệu đã thay thế (sổ hộ khẩu, bản sao CCCD…)
    Biết người nộp đã mở từng trang của tờ khai
    Thì không ô đính kèm bắt buộc nào đòi giấy tờ mà dữ liệu đã thay thế

  @L4-FRM-18
  Tình huống: Không đòi bản giấy/bản chính để đối chiếu
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì không chỗ nào đòi bản giấy, bản chính để đối chiếu
