"""Writes old workbooks: of Excel 95, and encrypted with the password that every program knows.

Run with the system's Python: python3 scripts/legacy.py (in testdata).
Needs LibreOffice with its Python bridge (uno), which writes rc4.xls. No program at hand writes
the others: they are made here, from what [MS-XLS] and [MS-OFFCRYPTO] say. LibreOffice reads
excel95-936.xls as it is meant.
"""
import hashlib
import pathlib
import struct
import subprocess
import tempfile
import time

OUT = pathlib.Path("legacy")
PASSWORD = "VelvetSweatshop"
HEAD = ["序号", "具体要求", "完成状态", "完成率", "完成时间", "进展情况"]
ROWS = [
    [1, "1.主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。", "已完成", 1, 44467, "已公开3份，镕基图书馆同步上墙。"],
    [2, "2.做好“十一五”规划至“十三五”规划等各项规划的归集整理和主动公开工作。", "推进中", 0.855, None, "第一行\n第二行"],
]


def record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def compound(stream, name):
    """A compound file with one stream at its root."""
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    n = max(8, -(-len(stream) // 512))
    stream = stream.ljust(n * 512, b"\0")
    tables = 1
    while tables * 128 < tables + 1 + n:
        tables += 1
    fat = [0xFFFFFFFD] * tables + [end] + [tables + 2 + i for i in range(n - 1)] + [end]
    fat += [free] * (tables * 128 - len(fat))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, tables, tables, 0, 4096, end, 0, end, 0)
    head += b"".join(struct.pack("<I", i if i < tables else free) for i in range(109))

    def entry(label, kind, child, start, size):
        text = label.encode("utf-16le") + b"\0\0" if label else b""
        return text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, free, free, child) + bytes(36) + struct.pack("<IQ", start, size)

    directory = entry("Root Entry", 5, 1, end, 0) + entry(name, 2, free, tables + 1, len(stream)) + entry("", 0, free, 0, 0) * 2
    return head + b"".join(struct.pack("<I", v) for v in fat) + directory + stream


def excel95(page, name="Book"):
    """A workbook of Excel 95 whose texts are in a code page."""
    coding = {936: "gbk", 1252: "cp1252"}[page]

    def label(row, col, text, style=0):
        text = text.encode(coding)
        return record(0x204, struct.pack("<HHHH", row, col, style, len(text)) + text)

    def formula(row, col, text):
        """A formula with a text for a result: a record of its own behind it."""
        text = text.encode(coding)
        return record(6, struct.pack("<HHH", row, col, 0) + bytes([0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) + struct.pack("<HIH", 0, 0, 3) + b"\x1e\1\0") + record(0x207, struct.pack("<H", len(text)) + text)

    font = record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\4SimS")
    red = record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 10, 400, 0, 0, 0, 0, 0) + b"\4SimS")
    code = 'yyyy"年"m"月"d"日"'.encode(coding)
    formats = record(0x41E, struct.pack("<HB", 164, len(code)) + code)

    def style(font, form, fill=0):
        return record(0xE0, struct.pack("<HHHBBI", font, form, 1, 0x20, 0, fill) + bytes(4))

    yellow = 13 | 65 << 7 | 1 << 16
    styles = style(0, 0) * 16 + style(0, 9) + style(0, 164) + style(5, 0, yellow)
    sheet = record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0, 0)) + record(0x200, struct.pack("<HHHHH", 0, 8, 0, 8, 0))
    sheet += label(0, 0, "图书馆2021年第三季度政务公开报送表")
    for col, text in enumerate(HEAD):
        sheet += label(1, col, text, 18)
    for at, row in enumerate(ROWS, 2):
        for col, v in enumerate(row):
            if isinstance(v, str):
                sheet += label(at, col, v)
            elif v is not None:
                sheet += record(0x203, struct.pack("<HHHd", at, col, {3: 16, 4: 17}.get(col, 0), v))
    sheet += formula(4, 1, "合计公开两项")
    sheet += record(0x0A)

    def globals_(at):
        title = "第三季度".encode(coding)
        return (record(0x809, struct.pack("<HHHH", 0x500, 5, 0, 0)) + record(0x42, struct.pack("<H", page)) + font * 4 + red + formats + styles
                + record(0x85, struct.pack("<IHB", at, 0, len(title)) + title) + record(0x0A))

    return compound(globals_(len(globals_(0))) + sheet, name)


def rc4(key, data):
    s, j = list(range(256)), 0
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) & 255
        s[i], s[j] = s[j], s[i]
    i = j = 0
    out = bytearray()
    for b in data:
        i = (i + 1) & 255
        j = (j + s[i]) & 255
        s[i], s[j] = s[j], s[i]
        out.append(b ^ s[(s[i] + s[j]) & 255])
    return bytes(out)


def stream_of(path):
    """The workbook stream of a compound file whose sectors lie in a row, as LibreOffice writes it."""
    data = path.read_bytes()
    first = struct.unpack_from("<I", data, 48)[0]
    for at in range((first + 1) * 512, len(data), 128):
        if data[at:at + 16].decode("utf-16le") == "Workbook":
            start, size = struct.unpack_from("<IQ", data, at + 116)
            return data[(start + 1) * 512:][:size & 0xFFFFFFFF]
    raise SystemExit("no workbook")


def crypto_api(stream, bits=128, password=PASSWORD):
    """The stream encrypted as Excel 2003 does with the provider it prefers."""
    salt, secret = bytes(range(16)), bytes(range(100, 116))
    begin = hashlib.sha1(salt + password.encode("utf-16le")).digest()

    def key(block):
        k = hashlib.sha1(begin + struct.pack("<I", block)).digest()[:bits // 8]
        return k + bytes(11) if bits == 40 else k

    sealed = rc4(key(0), secret + hashlib.sha1(secret).digest())
    provider = "Microsoft Enhanced Cryptographic Provider v1.0\0".encode("utf-16le")
    header = struct.pack("<8I", 4, 0, 0x6801, 0x8004, bits, 1, 0, 0) + provider
    lock = record(0x2F, struct.pack("<HHHI", 1, 2, 2, 4) + struct.pack("<I", len(header)) + header + struct.pack("<I", 16) + salt + sealed[:16] + struct.pack("<I", 20) + sealed[16:])
    out, open_ = bytearray(), []
    at = 0
    while at + 4 <= len(stream):
        kind, n = struct.unpack_from("<HH", stream, at)
        body = bytearray(stream[at + 4:at + 4 + n])
        if kind == 0x85:
            struct.pack_into("<I", body, 0, struct.unpack_from("<I", body)[0] + len(lock))
        begin_at = len(out)
        out += stream[at:at + 4] + body
        clear = 4 + (n if kind in (0x809, 0xE1, 0x194, 0x195, 0x196, 0x138) else 4 if kind == 0x85 else 0)
        open_.append((begin_at, begin_at + clear))
        if at == 0:
            open_.append((len(out), len(out) + len(lock)))
            out += lock
        at += 4 + n
    plain = bytes(out)
    for block in range(0, len(out), 1024):
        out[block:block + 1024] = rc4(key(block // 1024), plain[block:block + 1024])
    for a, b in open_:
        out[a:b] = plain[a:b]
    return bytes(out)


def libreoffice_rc4(source, target):
    """LibreOffice writes what Excel 97 does, under a password that it is given."""
    import uno
    from com.sun.star.beans import PropertyValue

    def prop(name, value):
        p = PropertyValue()
        p.Name, p.Value = name, value
        return p

    with tempfile.TemporaryDirectory() as tmp:
        pipe = "fixtures"
        office = subprocess.Popen(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{tmp}/profile", f"--accept=pipe,name={pipe};urp;"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
            for _ in range(120):
                try:
                    context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                    break
                except Exception:
                    time.sleep(0.5)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            doc = desktop.loadComponentFromURL(source.resolve().as_uri(), "_blank", 0, (prop("Hidden", True),))
            doc.storeToURL(target.resolve().as_uri(), (prop("FilterName", "MS Excel 97"), prop("Password", PASSWORD)))
            doc.close(True)
            desktop.terminate()
        finally:
            office.wait(timeout=60)


def main():
    OUT.mkdir(exist_ok=True)
    (OUT / "excel95-936.xls").write_bytes(excel95(936))
    stream = stream_of(pathlib.Path("return/libreoffice.xls"))
    (OUT / "cryptoapi-128.xls").write_bytes(compound(crypto_api(stream), "Workbook"))
    (OUT / "cryptoapi-40.xls").write_bytes(compound(crypto_api(stream, 40), "Workbook"))
    (OUT / "own-password.xls").write_bytes(compound(crypto_api(stream, 128, "123456"), "Workbook"))
    libreoffice_rc4(pathlib.Path("return/openpyxl.xlsx"), OUT / "rc4.xls")


main()
