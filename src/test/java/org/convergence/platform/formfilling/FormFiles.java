package org.convergence.platform.formfilling;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Forms as ministries make them: merged cells, formulas and another sheet; content controls with a grey text. */
public final class FormFiles {

    private FormFiles() {}

    /** A workbook: a merged title, the organisation in B3, lines in rows 7 and 8 and totals by formula in row 9. */
    public static byte[] workbook() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Rapport");
            text(sheet, 0, "Rapport financier annuel");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:E1"));
            text(sheet, 2, "Nom de l’organisme :");
            sheet.addMergedRegion(CellRangeAddress.valueOf("B3:C3"));
            text(sheet, 5, "Postes", "Budget approuvé", "Dépenses de la période", "Solde", "Explication des écarts");
            text(sheet, 6, "2.1 Impression");
            text(sheet, 7, "2.2 Transport");
            Row total = text(sheet, 8, "Total");
            total.createCell(1).setCellFormula("SUM(B7:B8)");
            total.createCell(2).setCellFormula("SUM(C7:C8)");
            text(workbook.createSheet("Signature"), 0, "Signée par", "à remplir à la main");
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A workbook that begins with instructions: a label merged over A3:C3 and its cell over D3:F3, a head over two rows,
     * lines merged over A and B in rows 8 and 9, and a hidden sheet with the same words.
     */
    static byte[] workbookOfMergedLabels() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            text(
                    workbook.createSheet("Directives"),
                    0,
                    "Le nom de l’organisme, le budget approuvé et les dépenses de chaque poste se trouvent dans la convention.");
            Sheet hidden = workbook.createSheet("Listes");
            text(hidden, 0, "Nom de l’organisme");
            workbook.setSheetHidden(1, true);
            Sheet sheet = workbook.createSheet("Section B");
            text(sheet, 2, "Nom de l’organisme");
            text(sheet, 5, "Postes", "", "Montants");
            text(sheet, 6, "", "", "Budget approuvé", "Dépenses", "Solde");
            text(sheet, 7, "1. Salaires").createCell(4).setCellFormula("C8-D8");
            text(sheet, 8, "2. Transport").createCell(4).setCellFormula("C9-D9");
            for (String range : List.of("A3:C3", "D3:F3", "A6:B7", "C6:D6", "A8:B8", "A9:B9")) {
                sheet.addMergedRegion(CellRangeAddress.valueOf(range));
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook whose sheets are all protected, each with a label in A1. */
    static byte[] protectedWorkbook(int sheets) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int number = 1; number <= sheets; number++) {
                Sheet sheet = workbook.createSheet("Feuille " + number);
                text(sheet, 0, "Montant");
                sheet.protectSheet("ministère");
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook that only a password opens. */
    static byte[] workbookUnderPassword() {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("ministère");
            try (OutputStream sealed = encryptor.getDataStream(container)) {
                sealed.write(workbook());
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A workbook as Excel saves it with macros. */
    public static byte[] workbookWithMacros() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            text(workbook.createSheet("Rapport"), 0, "Nom de l’organisme");
            workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1}));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row text(Sheet sheet, int row, String... texts) {
        Row line = sheet.createRow(row);
        for (int column = 0; column < texts.length; column++) {
            line.createCell(column).setCellValue(texts[column]);
        }
        return line;
    }

    /** A document with two controls, one in a sentence and one that holds a paragraph. */
    public static byte[] word() {
        String text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t xml:space="preserve">Dépensé : </w:t></w:r><w:sdt><w:sdtPr><w:alias w:val="Total des dépenses"/><w:tag w:val="depense"/>
                <w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:b/></w:rPr>
                <w:t>Cliquez </w:t></w:r><w:r><w:t>ici</w:t></w:r></w:sdtContent></w:sdt></w:p>
                <w:sdt><w:sdtPr><w:tag w:val="explication"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>
                </w:body></w:document>
                """.strip();
        return zip(Map.of("[Content_Types].xml", """
                <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml"
                ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
                """.strip(), "_rels/.rels", """
                <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
                Target="word/document.xml"/></Relationships>
                """.strip(), "word/document.xml", text));
    }

    /** A document whose number is asked in its header, and a day by a control that holds another one. */
    static byte[] wordWithHeader() {
        String head = "<w:%s xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
        return zip(Map.of(
                "word/document.xml",
                head.formatted("document") + """
                        <w:body><w:p><w:sdt><w:sdtPr><w:alias w:val="Date de fin"/><w:tag w:val="fin"/><w:date w:fullDate="2020-01-01T00:00:00Z"/></w:sdtPr>
                        <w:sdtContent><w:r><w:t>1er janvier 2020</w:t></w:r></w:sdtContent></w:sdt></w:p></w:body></w:document>
                        """.strip(),
                "word/header1.xml",
                head.formatted("hdr") + """
                        <w:p><w:sdt><w:sdtPr><w:alias w:val="Numéro de dossier"/><w:tag w:val="dossier"/></w:sdtPr><w:sdtContent><w:r><w:t>?</w:t></w:r>
                        </w:sdtContent></w:sdt></w:p></w:hdr>
                        """.strip()));
    }

    /** The text of a part of a document. */
    static String part(byte[] file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException(name);
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
