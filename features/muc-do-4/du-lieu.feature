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
