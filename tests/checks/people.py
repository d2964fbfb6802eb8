"""Who applies, where, and under which code, in the prepared evidence."""

AGENCY = "Ủy ban nhân dân xã Mẫu"
CODE = "000.00.00.H99-261120-0001"
PERSON = {
    "id": "nguyen-van-mau",
    "full_name": "Nguyễn Văn Mẫu",
    "identity_number": "999090000001",
    "birth_date": "15/03/1990",
    "phone": "0990000001",
    "email": "nguyen-van-mau@example.vn",
    "address": "Số 12 phố Mẫu, phường Mẫu Một, thành phố Hà Nội",
}
