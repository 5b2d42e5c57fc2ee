"""Code tables of the Party's statistics, as data: each table names its source. Codes are stored, names are shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from exchange.folding import folded_letters


@dataclass(frozen=True)
class Code:
    """One row of a code table; `aliases` are other spellings that people type, `parent` the row it is counted under."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    parent: str = ""


class CodeTable:
    """Rows in their official order, found by code, or by name and aliases in whatever spelling."""

    def __init__(self, rows: Iterable[Code], *, source: str) -> None:
        self.rows = tuple(rows)
        self.source = source
        self.by_code = {row.code: row for row in self.rows}
        self._by_text = {folded_letters(text): row for row in self.rows for text in (row.name, *row.aliases)}

    def find(self, text: str) -> Code | None:
        """The row that `text` names (accents, case, hyphens and apostrophes do not matter), or None."""
        return self._by_text.get(folded_letters(text))


# The 54 ethnic groups: decision 121-TCTK/PPCĐ of 02/03/1979 of the General Statistical Office, in its order.
# 55 gathers foreigners and other peoples, as the Party's tables of ethnic groups do (11-HD/BTCTW, 13/12/2021, Biểu 2B).
KINH = "01"
ETHNIC_GROUPS = CodeTable(
    [
        Code("01", "Kinh", ("Việt", "Người Kinh")),
        Code("02", "Tày", ("Thổ Tày", "Ngạn", "Phén", "Thù Lao", "Pa Dí")),
        Code("03", "Thái", ("Tày Khao", "Tày Đăm", "Tày Mười", "Tày Thanh", "Thái Đen", "Thái Trắng")),
        Code("04", "Hoa", ("Hán", "Triều Châu", "Phúc Kiến", "Quảng Đông", "Hải Nam", "Hẹ", "Người Hoa")),
        Code("05", "Khơ-me", ("Khmer", "Khơ me", "Cur", "Miên", "Khơ-mer")),
        Code("06", "Mường", ("Mol", "Mual", "Mọi Bi")),
        Code("07", "Nùng", ("Xuồng", "Giang", "Nùng An", "Phàn Sình", "Nùng Cháo", "Nùng Lòi")),
        Code("08", "Mông", ("H'Mông", "Hmông", "Mèo", "Mẹo", "Mán Trắng", "H'mong")),
        Code("09", "Dao", ("Mán", "Động", "Trại", "Xá", "Dìu Miền", "Kim Miền")),
        Code("10", "Gia-rai", ("Jarai", "J'rai", "Jrai", "Giơ-rai", "Chơ-rai")),
        Code("11", "Ngái", ("Xín", "Lê", "Đản", "Khách Gia")),
        Code("12", "Ê-đê", ("Rađê", "Ra-đê", "Đê", "Kpạ", "Êđê", "Ede")),
        Code("13", "Ba-na", ("Bahnar", "Bana", "Gơ-lar", "Tơ-lô", "Giơ-lâng")),
        Code("14", "Xơ-đăng", ("Xêđăng", "Xơ-teng", "Tơ-đrá", "Mơ-nâm", "Sedang", "Xê-đăng")),
        Code("15", "Sán Chay", ("Cao Lan", "Sán Chỉ", "Cao Lan - Sán Chỉ", "Mán Cao Lan", "Hờn Bạn")),
        Code("16", "Cơ-ho", ("K'Ho", "Kơ Ho", "Cơ Ho", "Koho", "Xrê", "Nốp", "Cơ-dòn", "Chil", "Lát")),
        Code("17", "Chăm", ("Chàm", "Chiêm Thành", "Hroi", "Cham")),
        Code("18", "Sán Dìu", ("Sán Dẻo", "Trại Đất", "Quần Cộc")),
        Code("19", "Hrê", ("Chăm Rê", "Chom Krẹ", "H'Rê")),
        Code("20", "Mnông", ("M'Nông", "Pnông", "Bu-đâng", "Đi-Pri")),
        Code("21", "Ra-glai", ("Raglai", "Raglay", "Ra-glây", "Rai", "Noang", "Rắc-lây")),
        Code("22", "Xtiêng", ("S'Tiêng", "Stiêng", "Xa-điêng")),
        Code("23", "Bru-Vân Kiều", ("Vân Kiều", "Bru", "Trì", "Khùa", "Ma Coong")),
        Code("24", "Thổ", ("Kẹo", "Mọn", "Cuối", "Họ", "Đan Lai", "Ly Hà", "Tày Poọng")),
        Code("25", "Giáy", ("Nhắng", "Dẩng", "Pầu Thìn", "Pu Nà", "Cùi Chu")),
        Code("26", "Cơ-tu", ("Ca-tu", "K'Tu", "Cơtu", "Phương", "Katu")),
        Code("27", "Gié-Triêng", ("Giẻ-Triêng", "Đgiéh", "Tareh", "Gié", "Triêng", "Ve", "Bnoong")),
        Code("28", "Mạ", ("Châu Mạ", "Mạ Ngăn", "Mạ Xốp", "Mạ Tô", "Mạ Krung")),
        Code("29", "Khơ-mú", ("Khơ mú", "Xá Cẩu", "Mứn Xen", "Pu Thênh", "Tênh", "Tày Hay")),
        Code("30", "Co", ("Cor", "Col", "Cùa", "Trầu")),
        Code("31", "Tà-ôi", ("Tôi-ôi", "Pa Cô", "Pa-hi", "Ba-hi", "Tà Ôi")),
        Code("32", "Chơ-ro", ("Châu Ro", "Dơ-ro", "Chrau", "Chơro", "Ch'ro")),
        Code("33", "Kháng", ("Xá Khao", "Xá Súa", "Xá Dón", "Quảng Lâm")),
        Code("34", "Xinh-mun", ("Puộc", "Pụa", "Xinh Mun")),
        Code("35", "Hà Nhì", ("U Ní", "Xá U Ní")),
        Code("36", "Chu-ru", ("Chơ-ru", "Chu", "Churu", "Chru")),
        Code("37", "Lào", ("Lào Bốc", "Lào Nọi")),
        Code("38", "La Chí", ("Cù Tê", "La Quả")),
        Code("39", "La Ha", ("Xá Khắc", "Phlắc", "Khlá")),
        Code("40", "Phù Lá", ("Bồ Khô Pạ", "Mu Di Pạ", "Xá Phó", "Phổ", "Va Xơ Lao")),
        Code("41", "La Hủ", ("Pu Đang", "Khù Xung", "Cò Xung", "Khả Quy")),
        Code("42", "Lự", ("Lừ", "Nhuồn Duôn")),
        Code("43", "Lô Lô", ("Lôlô",)),
        Code("44", "Chứt", ("Sách", "Mày", "Rục", "Mã Liềng", "A Rem", "Tu Vang", "Pa Leng", "Xơ-Lang")),
        Code("45", "Mảng", ("Mảng Ư", "Xá Lá Vàng")),
        Code("46", "Pà Thẻn", ("Pà Hưng", "Tống", "Pathen")),
        Code("47", "Cơ Lao", ("Cờ Lao", "Ke Lao")),
        Code("48", "Cống", ("Xắm Khống", "Mấng Nhé", "Xá Xeng")),
        Code("49", "Bố Y", ("Chủng Chá", "Trọng Gia", "Tu Dí", "Tu Dìn")),
        Code("50", "Si La", ("Cù Dề Xừ", "Khả Pẻ")),
        Code("51", "Pu Péo", ("Ka Beo", "Pen Ti Lô Lô")),
        Code("52", "Brâu", ("Brao",)),
        Code("53", "Ơ Đu", ("Tày Hạt", "Ơ-đu")),
        Code("54", "Rơ-măm", ("Rơ Măm", "Rmăm")),
        Code("55", "Dân tộc khác", ("Người nước ngoài", "Khác")),
    ],
    source="121-TCTK/PPCĐ, 02/03/1979; 11-HD/BTCTW, 13/12/2021, Biểu 2B-BTCTW",
)

# Religions counted by the Party's tables (11-HD/BTCTW, 13/12/2021, Biểu 2B), with those recognised by the Government
# Committee for Religious Affairs. "Không" is written where there is none (12-HD/BTCTW, 18/01/2022, form 2-KNĐ).
NO_RELIGION = "0"
RELIGIONS = CodeTable(
    [
        Code("0", "Không", ("Không có", "Không tôn giáo", "Không theo tôn giáo nào", "K", "Ko")),
        Code("1", "Phật giáo", ("Phật", "Đạo Phật", "Nam tông", "Bắc tông")),
        Code("2", "Công giáo", ("Thiên Chúa giáo", "Thiên Chúa", "Đạo Thiên Chúa", "Kitô giáo", "Đạo Công giáo")),
        Code("3", "Tin Lành", ("Tin lành", "Đạo Tin Lành")),
        Code("4", "Cao Đài", ("Đạo Cao Đài",)),
        Code("5", "Phật giáo Hòa Hảo", ("Hòa Hảo", "PGHH")),
        Code("6", "Hồi giáo", ("Islam", "Bà-ni", "Hồi giáo Bà-ni", "Chăm Bà-ni", "Hồi giáo Islam", "Đạo Hồi")),
        Code("7", "Bà-la-môn", ("Bàlamôn", "Chăm Bà-la-môn", "Bà-la-môn giáo", "Ấn Độ giáo", "Ahiêr")),
        Code("8", "Tịnh độ cư sĩ Phật hội Việt Nam", ("Tịnh độ cư sĩ",)),
        Code("9", "Tứ Ân Hiếu Nghĩa"),
        Code("10", "Bửu Sơn Kỳ Hương"),
        Code("11", "Bahá'í", ("Baha'i", "Tôn giáo Baha'i")),
        Code("12", "Minh Sư đạo", ("Giáo hội Phật đường Nam tông Minh Sư đạo", "Minh Sư")),
        Code("13", "Minh Lý đạo", ("Minh Lý đạo - Tam Tông Miếu", "Minh Lý")),
        Code("14", "Cơ đốc Phục lâm", ("Giáo hội Cơ đốc Phục lâm Việt Nam",)),
        Code("15", "Mặc Môn", ("Mormon",)),
        Code("99", "Tôn giáo khác", ("Khác",)),
    ],
    source="11-HD/BTCTW, 13/12/2021, Biểu 2B-BTCTW; 12-HD/BTCTW, 18/01/2022, mẫu 2-KNĐ",
)

# Kinds of base organisation (11-HD/BTCTW, 13/12/2021, Biểu 5-BTCTW, "loại hình cơ sở"). Printed tables abbreviate both
# Nhà nước (the State) and nước ngoài (abroad) as "NN": names are written out. Special zones exist since 01/07/2025.
OWNERSHIP_TYPES = CodeTable(
    [
        Code("1", "Xã"),
        Code("2", "Phường"),
        Code("3", "Thị trấn", ("Đặc khu",)),
        Code("4", "Cơ quan Đảng, Mặt trận Tổ quốc, đoàn thể chính trị - xã hội"),
        Code("5", "Cơ quan Nhà nước"),
        Code("6", "Đơn vị sự nghiệp"),
        Code("6a", "Đơn vị sự nghiệp công lập", parent="6"),
        Code("6b", "Đơn vị sự nghiệp ngoài công lập", parent="6"),
        Code("7", "Quân đội"),
        Code("8", "Công an"),
        Code("9", "Doanh nghiệp và hợp tác xã"),
        Code("9a", "Doanh nghiệp có vốn Nhà nước", parent="9"),
        Code("9a1", "Doanh nghiệp Nhà nước nắm giữ 100% vốn điều lệ", parent="9a"),
        Code("9a2", "Doanh nghiệp Nhà nước nắm giữ từ 50% vốn điều lệ trở lên", parent="9a"),
        Code("9a3", "Doanh nghiệp Nhà nước nắm giữ dưới 50% vốn điều lệ", parent="9a"),
        Code("9b", "Doanh nghiệp ngoài khu vực Nhà nước", parent="9"),
        Code("9b1", "Công ty cổ phần", parent="9b"),
        Code("9b2", "Doanh nghiệp tư nhân", parent="9b"),
        Code("9b3", "Công ty trách nhiệm hữu hạn", ("Công ty TNHH",), parent="9b"),
        Code("9b4", "Công ty hợp danh", parent="9b"),
        Code("9b5", "Doanh nghiệp có vốn nước ngoài", ("FDI",), parent="9b"),
        Code("9b51", "Doanh nghiệp 100% vốn nước ngoài", parent="9b5"),
        Code("9c", "Hợp tác xã", parent="9"),
        Code("10", "Tổ chức cơ sở đảng ở ngoài nước"),
        Code("11", "Loại hình khác"),
    ],
    source="11-HD/BTCTW, 13/12/2021, Biểu 5-BTCTW",
)

# General education counted by Biểu 2-BTCTW, II.3.
EDUCATION_LEVELS = CodeTable(
    [
        Code("1", "Biết đọc, biết viết chữ quốc ngữ"),
        Code("2", "Tiểu học"),
        Code("3", "Trung học cơ sở", ("THCS",)),
        Code("4", "Trung học phổ thông", ("THPT",)),
    ],
    source="11-HD/BTCTW, 13/12/2021, Biểu 2-BTCTW, mục II.3",
)

# Professional qualifications counted by Biểu 2-BTCTW, II.4; "0" is not printed there: people without any.
QUALIFICATIONS = CodeTable(
    [
        Code("0", "Không", ("Không có", "Chưa qua đào tạo", "Lao động phổ thông")),
        Code(
            "1",
            "Công nhân kỹ thuật, nhân viên nghiệp vụ, sơ cấp",
            ("Sơ cấp", "Sơ cấp nghề", "Công nhân kỹ thuật", "Nhân viên nghiệp vụ", "CNKT"),
        ),
        Code("2", "Trung cấp", ("Trung cấp nghề", "Trung cấp chuyên nghiệp", "Trung học chuyên nghiệp", "TC")),
        Code("3", "Cao đẳng", ("Cao đẳng nghề", "CĐ")),
        Code("4", "Đại học", ("Cử nhân", "Kỹ sư", "Bác sĩ", "Dược sĩ", "ĐH")),
        Code("5", "Thạc sĩ", ("Thạc sỹ", "Cao học", "ThS")),
        Code("6", "Tiến sĩ", ("Tiến sỹ", "TS")),
    ],
    source="11-HD/BTCTW, 13/12/2021, Biểu 2-BTCTW, mục II.4",
)

# Occupations counted by Biểu 2-BTCTW, II.1; 7a to 7c are the labour classes within enterprises.
OCCUPATIONS = CodeTable(
    [
        Code("1", "Cán bộ, công chức cơ quan Nhà nước từ cấp huyện trở lên"),
        Code("2", "Cán bộ, công chức cơ quan Đảng, Mặt trận Tổ quốc, đoàn thể từ cấp huyện trở lên"),
        Code("3", "Cán bộ, công chức, người hoạt động không chuyên trách xã, phường, thị trấn"),
        Code("4", "Người hoạt động không chuyên trách thôn, tổ dân phố"),
        Code("5", "Viên chức đơn vị sự nghiệp công lập"),
        Code("6", "Người lao động đơn vị sự nghiệp ngoài công lập"),
        Code("7", "Người lao động trong các doanh nghiệp"),
        Code("7a", "Người lãnh đạo, quản lý", parent="7"),
        Code("7b", "Nhân viên, người gián tiếp sản xuất", parent="7"),
        Code("7c", "Công nhân, lao động trực tiếp sản xuất", parent="7"),
        Code("8", "Người làm nông, lâm, ngư nghiệp"),
        Code("9", "Lực lượng vũ trang"),
        Code("10", "Sinh viên"),
        Code("11", "Học sinh"),
        Code("12", "Khác (lao động hợp đồng, tự do…)", ("Khác",)),
    ],
    source="11-HD/BTCTW, 13/12/2021, Biểu 2-BTCTW, mục II.1",
)


def qualification_level(text: str) -> Code | None:
    """The level that a qualification in words belongs to: “Đại học Kinh tế” counts as Đại học. None where unknown."""
    words = text.split()
    for length in range(len(words), 0, -1):
        if row := QUALIFICATIONS.find(" ".join(words[:length])):
            return row
    return None
