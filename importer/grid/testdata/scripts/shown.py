"""Has LibreOffice write down what it shows of each fixture: each sheet as text, a cell a field.

Run with the system's Python: python3 scripts/shown.py (in testdata). Needs LibreOffice.
A document goes by way of a web page, for its tables are read by the part of it that reads sheets.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile

OUT = pathlib.Path("shown")
# Comma, quote, UTF-8, from the first line on, as shown, no formulas, every sheet.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1"
SHEETS = [".xlsx", ".xls", ".ods", ".html", ".docx", ".odt"]
# Texts by their charset and separator, which nobody but us finds out by itself.
TEXTS = {"utf8.csv": "44,34,76", "utf8-bom.csv": "44,34,76", "gb18030.csv": "44,34,85", "semicolon.csv": "59,34,76",
         "utf16le-tab.txt": "9,34,65535", "utf16be-tab.tsv": "9,34,65535"}
PAGES = ["libreoffice-html.xls"]
# What LibreOffice's sheets make nothing of: tags that are left open and tables in tables scatter the cells, the state
# of fields and boxes gets lost, tables of several kinds lie in one sheet, numbers of lists are no text; a frame holds no table.
LEFT_OUT = ["web-html.xls", "web-form.html", "python-docx-places.docx", "python-docx-controls.docx", "libreoffice-controls.docx",
            "python-docx-embedded.docx", "frameset.html", "libreoffice-places.odt", "libreoffice-controls.odt", "odfpy-text.odt",
            "python-docx-lists.docx", "libreoffice-lists.odt"]


def office(source, folder, to, tmp, *options):
    subprocess.run(["libreoffice", "--headless", f"-env:UserInstallation=file://{tmp}/profile", *options, "--convert-to", to, "--outdir", str(folder), str(source)],
                   check=True, env=dict(os.environ, HOME=tmp), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def shown(source, tmp):
    made = pathlib.Path(tmp) / "made"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    options = []
    if source.suffix in [".docx", ".odt"]:
        office(source, tmp, "html:HTML (StarWriter)", tmp)
        source = pathlib.Path(tmp) / (source.stem + ".html")
    if source.suffix == ".html" or source.name in PAGES:
        options = ["--infilter=HTML (StarCalc)"]
    elif source.name in TEXTS:
        options = [f"--infilter=Text - txt - csv (StarCalc):{TEXTS[source.name]},1,,0,false,false"]
    office(source, made, CSV, tmp, *options)
    for sheet in sorted(made.iterdir()):
        yield sheet.stem[len(source.stem) + 1:] or "sheet", sheet.read_text(encoding="utf-8")


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    with tempfile.TemporaryDirectory() as tmp:
        for folder in ["return", "kinds", "seen"]:
            for source in sorted(pathlib.Path(folder).iterdir()):
                if source.suffix not in SHEETS and source.name not in TEXTS or source.name in LEFT_OUT:
                    continue
                for sheet, text in shown(source, tmp):
                    target = OUT / folder / source.name / (sheet + ".csv")
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
