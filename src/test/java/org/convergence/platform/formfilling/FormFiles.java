package org.convergence.platform.formfilling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.zip.ZipEntry;
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
