# language: vi
@nhom:du-lieu
Tính năng: Dữ liệu công bố không tự mâu thuẫn

  @L4-DAT-03
  Tình huống: Phí ghi số 0 thì mô tả không có số tiền
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì phí ghi số 0 thì mô tả không nêu số tiền

  @L4-DAT-04
  Tình huống: Số phí khớp với số tiền trong mô tả
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì số phí là một trong các số tiền mà mô tả nêu

  @L4-DAT-01
  Tình huống: Dịch vụ mang nhãn trực tuyến có kênh nộp trực tuyến trong danh mục
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì dịch vụ mang nhãn trực tuyến có kênh nộp trực tuyến trong danh mục

  @L4-DAT-02
  Tình huống: Danh mục khai cách trả kết quả ngoài nơi nộp
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì danh mục khai cách trả kết quả ngoài nơi nộp

  @L4-DAT-05
  Tình huống: Phí giao HĐND tỉnh quy định đã có số tiền trong hồ sơ duyệt
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì phí giao HĐND tỉnh quy định đã có số tiền trong hồ sơ duyệt

  @L4-DAT-06
  Tình huống: Thời hạn bằng số, mô tả và từng trường hợp không mâu thuẫn
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì thời hạn bằng số, mô tả và từng trường hợp không mâu thuẫn

  @L4-DAT-07
  Tình huống: Thành phần có số lượng 0 không bị bắt buộc nộp
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì thành phần có số lượng 0 không bị bắt buộc nộp

  @L4-DAT-08
  Tình huống: Giấy tờ chỉ để xuất trình không bị bắt buộc nộp
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì giấy tờ chỉ để xuất trình không bị bắt buộc nộp

  @L4-DAT-09
  Tình huống: Dịch vụ có biểu mẫu điện tử trong danh mục
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì dịch vụ có biểu mẫu điện tử trong danh mục

  @L4-DAT-10
  Tình huống: Danh mục nêu kết quả cuối cùng, không chỉ thông báo hay từ chối
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì danh mục nêu kết quả cuối cùng, không chỉ thông báo hay từ chối

  @L4-DAT-11
  Tình huống: Thủ tục không nhắc giấy tờ đã bãi bỏ
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì thủ tục không nhắc giấy tờ đã bãi bỏ

  @L4-DAT-12
  Tình huống: Cấp thực hiện không còn cấp huyện
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì cấp thực hiện không còn cấp huyện

  @L4-DAT-13
  Tình huống: Mã thủ tục còn hiệu lực trong danh mục
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì mã thủ tục còn hiệu lực trong danh mục

  @L4-DAT-14
  Tình huống: Đơn vị thời gian khác thường có mô tả đọc được
    Biết danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu
    Thì đơn vị thời gian khác thường có mô tả đọc được
