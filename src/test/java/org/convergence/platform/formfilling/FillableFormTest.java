package org.convergence.platform.formfilling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentType;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;

/** Others' forms are filled where asked; the rest stays as it is (R-PROJ-6). */
class FillableFormTest {

    private static final Words FRENCH = Messages.load().in(Language.FRENCH, ZoneOffset.UTC);

    private final FillableForm workbook = FillableForm.read(DocumentType.EXCEL, FormFiles.workbook());
    private final FillableForm word = FillableForm.read(DocumentType.WORD, FormFiles.word());

    @Test
    void guessesCellsFromTextsOfForm() {
        assertThat(workbook.guess(List.of("Impression", "2.1"), List.of("budget")))
                .hasValue("B7");
        assertThat(workbook.guess(List.of("Transport"), List.of("cumulatif", "dépenses")))
                .hasValue("C8");
        assertThat(workbook.guess(List.of("organisme"), List.of())).hasValue("B3");
        assertThat(workbook.guess(List.of("Salaires"), List.of("budget"))).isEmpty();
        assertThat(word.guess(List.of("total"), List.of("dépenses"))).hasValue("depense");
    }

    @Test
    void guessesCellsRightOfMergedLabelsOnly() throws IOException {
        FillableForm form = FillableForm.read(DocumentType.EXCEL, FormFiles.workbookOfMergedLabels());
        assertThat(form.guess(List.of("nom de l organisme"), List.of())).hasValue("Section B!D3");
        assertThat(form.guess(List.of("Salaires"), List.of("budget"))).hasValue("Section B!C8");
        assertThat(form.guess(List.of("Transport"), List.of("dépenses"))).hasValue("Section B!D9");
        assertThat(form.guess(List.of("Transport"), List.of("solde")))
                .as("a formula")
                .isEmpty();
        assertThat(form.places())
                .contains("Section B!D3", "Section B!C8")
                .doesNotContain("Section B!B3", "Section B!B8", "Listes!B1");

        try (XSSFWorkbook now = new XSSFWorkbook(
                new ByteArrayInputStream(fill(form, Map.of("Section B!D3", "Solidarité en partage"))))) {
            assertThat(now.getSheet("Section B").getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("Nom de l’organisme");
            assertThat(now.isSheetHidden(1)).isTrue();
        }
    }

    @Test
    void fillsHeadersAndTheDaysThatControlsKeep() throws IOException {
        FillableForm form = FillableForm.read(DocumentType.WORD, FormFiles.wordWithHeader());
        assertThat(form.guess(List.of("numéro de dossier"), List.of())).hasValue("dossier");
        byte[] filled = fill(form, Map.of("dossier", "FS-2214", "fin", LocalDate.of(2026, 3, 31)));
        assertThat(FormFiles.part(filled, "word/header1.xml"))
                .contains(">FS-2214<")
                .doesNotContain("?<");
        assertThat(FormFiles.part(filled, "word/document.xml"))
                .contains("w:fullDate=\"2026-03-31T00:00:00Z\"", "31 mars 2026")
                .doesNotContain("2020");
        assertThat(FormFiles.part(fill(form, Map.of("fin", "à venir")), "word/document.xml"))
                .doesNotContain("fullDate");
    }

    @Test
    void fillsCellsAndLeavesOthersUnchanged() throws IOException {
        byte[] filled = fill(
                workbook,
                Map.of(
                        "b7",
                        new BigDecimal("10000.00"),
                        "C3",
                        "Solidarité",
                        "Signature!B2",
                        LocalDate.of(2026, 3, 31)));

        try (XSSFWorkbook now = new XSSFWorkbook(new ByteArrayInputStream(filled));
                XSSFWorkbook before = new XSSFWorkbook(new ByteArrayInputStream(FormFiles.workbook()))) {
            XSSFSheet sheet = now.getSheet("Rapport");
            assertThat(sheet.getRow(6).getCell(1).getNumericCellValue()).isEqualTo(10_000);
            // C3 is merged into B3.
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("Solidarité");
            assertThat(now.getSheet("Signature").getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("31 mars 2026");
            assertThat(now.getForceFormulaRecalculation()).isTrue();
            assertThat(sheet.getRow(8).getCell(1).getCellFormula()).isEqualTo("SUM(B7:B8)");
            before.getSheet("Rapport")
                    .forEach(row -> row.forEach(cell -> assertThat(sheet.getRow(row.getRowNum())
                                    .getCell(cell.getColumnIndex())
                                    .toString())
                            .isEqualTo(cell.toString())));
        }
    }

    @Test
    void namesOnePlaceInOneWay() {
        assertThat(workbook.resolve(List.of("b7", "$B$7", "Rapport!B7", "C3", "Signature!b2")))
                .containsExactly("B7", "B7", "B7", "B3", "Signature!B2");
    }

    @Test
    void refusesFormulasAndUnknownPlaces() {
        assertThatThrownBy(() -> workbook.resolve(List.of("B7", "B9")))
                .isInstanceOf(Refused.class)
                .hasMessage("formfilling.refused.formula");
        for (String wrong : List.of("", "B", "7", "B0", "ZZZZ1", "B99999999", "Absente!B7", "B7:C8")) {
            assertThatThrownBy(() -> workbook.resolve(List.of(wrong)))
                    .as(wrong)
                    .isInstanceOf(Refused.class)
                    .hasMessage("formfilling.refused.place");
        }
        assertThatThrownBy(() -> word.resolve(List.of("B7"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> FillableForm.read(DocumentType.EXCEL, FormFiles.word()))
                .isInstanceOf(Refused.class)
                .hasMessage("formfilling.refused.damaged");
        assertThatThrownBy(() -> FillableForm.read(DocumentType.TEXT, new byte[0]))
                .isInstanceOf(Refused.class)
                .hasMessage("formfilling.refused.type");
        assertThatThrownBy(() -> FillableForm.read(DocumentType.PDF, new byte[0]))
                .isInstanceOf(Refused.class)
                .hasMessage("formfilling.refused.damaged");
    }

    @Test
    void fillsAProtectedFormOfAHundredSheetsAndKeepsItsProtection() throws IOException {
        byte[] filled = fill(
                FillableForm.read(DocumentType.EXCEL, FormFiles.protectedWorkbook(100)),
                Map.of("'Feuille 100'!B1", new BigDecimal("12.34")));
        try (XSSFWorkbook now = new XSSFWorkbook(new ByteArrayInputStream(filled))) {
            assertThat(now.getNumberOfSheets()).isEqualTo(100);
            XSSFSheet last = now.getSheet("Feuille 100");
            assertThat(last.getProtect()).isTrue();
            assertThat(last.getRow(0).getCell(1).getNumericCellValue()).isEqualTo(12.34);
        }
    }

    @Test
    void refusesAFormUnderAPassword() {
        assertThatThrownBy(() -> FillableForm.read(DocumentType.EXCEL, FormFiles.workbookUnderPassword()))
                .isInstanceOf(Refused.class)
                .hasMessage("formfilling.refused.damaged");
    }

    @Test
    void fillsContentControlsAndKeepsTheirStyle() throws IOException {
        byte[] filled = fill(word, Map.of("depense", new BigDecimal("850.00"), "explication", "Retard < 2 mois"));

        try (XWPFDocument now = new XWPFDocument(new ByteArrayInputStream(filled));
                XWPFWordExtractor text = new XWPFWordExtractor(now)) {
            assertThat(text.getText())
                    .contains("Dépensé : 850", "Retard < 2 mois")
                    .doesNotContain("Cliquez", "ici");
            assertThat(now.getDocument().xmlText())
                    .contains("w:val=\"depense\"", "<w:b/>")
                    .doesNotContain("showingPlcHdr", "PlaceholderText");
        }
    }

    private static byte[] fill(FillableForm form, Map<String, Object> values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.fill(values, FRENCH, out);
        return out.toByteArray();
    }
}
