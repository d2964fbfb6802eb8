# language: vi
@nhom:thong-tin
Tính năng: Thông tin về dịch vụ trên trang công khai

  @L4-INF-01
  Tình huống: Tên thủ tục trên trang trùng tên trong cơ sở dữ liệu quốc gia
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì tên thủ tục trên trang trùng tên trong cơ sở dữ liệu quốc gia

  @L4-INF-05
  Tình huống: Trang nêu thời hạn giải quyết
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì thời hạn giải quyết trên trang là thời hạn đã phê duyệt

  @L4-INF-08
  Tình huống: Trang ghi rõ kết quả cuối cùng
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang nêu kết quả cuối cùng, không chỉ thông báo hay phiếu từ chối

  @L4-INF-09
  Tình huống: Trang có mẫu đơn, yêu cầu, điều kiện, phí, lệ phí nếu thủ tục có
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang có đủ mẫu đơn, tờ khai của thủ tục
    Và trang nêu đủ yêu cầu, điều kiện
    Và mức phí, lệ phí đã phê duyệt hiện bằng đồng

  @L4-INF-12
  Tình huống: Mã thủ tục đúng định dạng, đúng dịch vụ
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì mã thủ tục trên trang đúng định dạng và là mã của dịch vụ này

  @L4-INF-02
  Tình huống: Có trình tự thực hiện
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang nêu trình tự thực hiện

  @L4-INF-03
  Tình huống: Có cách thức thực hiện (trực tuyến/bưu chính/trực tiếp)
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang nêu cách thức thực hiện, có nộp trực tuyến

  @L4-INF-04
  Tình huống: Có thành phần và số lượng hồ sơ
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì thành phần hồ sơ đã duyệt có đủ trên trang
    Và không thành phần nào có số lượng 0

  @L4-INF-06
  Tình huống: Có đối tượng thực hiện
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang nêu đối tượng thực hiện

  @L4-INF-07
  Tình huống: Có cơ quan giải quyết
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang nêu đúng cơ quan thực hiện

  @L4-INF-11
  Tình huống: Nêu văn bản QPPL và quyết định công bố TTHC
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang nêu căn cứ pháp lý có số hiệu

  @L4-INF-13
  Tình huống: Hiển thị mức độ cung cấp (mức độ 4 / toàn trình)
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì mức độ cung cấp trên trang là mức đã duyệt

  @L4-INF-10
  Tình huống: Trang thủ tục nêu hình thức nhận hồ sơ và trả kết quả
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang thủ tục nêu hình thức nhận hồ sơ và trả kết quả

  @L4-INF-14
  Tình huống: Mẫu đơn tải được, mở được, không rỗng
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì mỗi mẫu đơn tải được, mở được và có nội dung

  @L4-INF-15
  Tình huống: Mẫu đơn là phiên bản hiện hành
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì mẫu đơn ghi đúng văn bản ban hành đang có hiệu lực

  @L4-INF-16
  Tình huống: Có hướng dẫn, hỏi đáp, đầu mối hỗ trợ
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang dịch vụ dẫn tới hướng dẫn nộp hồ sơ
    Và có mục hỏi đáp
    Và có đầu mối hỗ trợ liên hệ được

  @L4-INF-17
  Tình huống: Thông tin xem được không cần đăng nhập
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Và hồ sơ đã đi trọn quy trình trực tuyến
    Thì mọi thông tin của dịch vụ đọc được khi chưa đăng nhập và không khác khi đã đăng nhập

  @L4-INF-18
  Tình huống: Dịch vụ có trong danh mục công khai, lọc được
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì lọc danh mục theo lĩnh vực, cơ quan, mức độ đều ra dịch vụ
    Và dịch vụ không thuộc điều kiện lọc thì không còn trong danh mục
