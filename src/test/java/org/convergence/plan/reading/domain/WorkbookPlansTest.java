package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.convergence.plan.reading.domain.ReadPlan.ReadSection;
import org.convergence.plan.reading.domain.outline.ReadingWarning;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Plans kept in Excel, in the shapes that organisations give them. */
class WorkbookPlansTest {

    private final XSSFWorkbook book = new XSSFWorkbook();

    @Test
    void readsRowsUnderTitlesAsTheTableOfThePlan() {
        XSSFSheet sheet = book.createSheet("Feuil1");
        row(sheet, 0, null, "SOLIDARITÉ DES RIVES");
        row(sheet, 1, null, "Plan d'action 2026-2027");
        sheet.addMergedRegion(CellRangeAddress.valueOf("B2:I2"));
        row(sheet, 2, null, "Période :", null, "du 1er avril 2026 au 31 mars 2027");
        row(sheet, 3, null, "Adopté par l'assemblée générale le 12 juin 2026");
        row(sheet, 5, null, "Objectif", "Moyens", null, "Actions", "Responsable", "Échéance", "Indicateurs", "Budget");
        row(
                sheet,
                6,
                null,
                "1. Éduquer",
                "1.1 Ateliers",
                null,
                "Donner dix ateliers",
                "Équipe",
                day(2026, 11, 30),
                10,
                1500);
        row(sheet, 7, null, null, null, null, "Évaluer les ateliers si possible", "Coordination", month(2026, 8));
        row(sheet, 8, null, null, "1.2 Outils", null, "Publier un guide_x000D_\nTraduire le guide", "Comité", "T2");
        row(
                sheet,
                10,
                null,
                "2. Coopérer",
                "2.1 Missions",
                null,
                "Préparer la mission",
                "Comité",
                "mai 2026",
                percent(0.8),
                formula("1500*2", 3000));
        sheet.addMergedRegion(CellRangeAddress.valueOf("B7:B9"));
        sheet.addMergedRegion(CellRangeAddress.valueOf("C7:C8"));
        row(sheet, 12, null, "Ce plan sera revu en janvier.");

        ReadPlan plan = read();

        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O (1) Éduquer
              M (1.1) Ateliers <EDUCATION>
                A Donner dix ateliers {FIRM} Équipe|2026-11-30|[Indicateurs : 10, Budget : 1500]
                A Évaluer les ateliers si possible {IF_CAPACITY_ALLOWS IF_CAPACITY_ALLOWS=si possible} Coordination|2026-08|[]
              M (1.2) Outils <EDUCATION>
                A Publier un guide {FIRM} Comité|T2|[]
                A Traduire le guide {FIRM} Comité|T2|[]
            O (2) Coopérer
              M (2.1) Missions <COOPERATION>
                A Préparer la mission {FIRM} Comité|mai 2026|[Indicateurs : 80\u00a0%, Budget : 3000]
            """);
        assertThat(plan.title()).isEqualTo("Plan d'action 2026-2027");
        assertThat(plan.period().from()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(plan.period().to()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(plan.adoption()).isEqualTo("Adopté par l'assemblée générale le 12 juin 2026");
        assertThat(plan.sections()).extracting(ReadSection::text).anyMatch(text -> text.contains("revu en janvier"));
        assertThat(plan.sections()).extracting(ReadSection::text).anyMatch(text -> text.contains("DES RIVES"));
    }

    @Test
    void readsEachVisibleSheetAndNamesTheHiddenOne() {
        for (String axis : new String[] {"Axe 1 - Rayonner", "Axe 2 - Grandir"}) {
            XSSFSheet sheet = book.createSheet(axis);
            row(sheet, 0, "Action", "Qui", "Quand", "Cible");
            row(sheet, 1, "Tenir le kiosque de " + axis.substring(8), "Conseil", day(2027, 3, 8), 20);
        }
        XSSFSheet budget = book.createSheet("Budget");
        row(budget, 0, "POSTE", "MONTANT");
        row(budget, 1, "Salaires", 90000);
        book.createSheet("Vide");
        row(book.createSheet("Listes"), 0, "En cours", "Terminé");
        book.setSheetHidden(4, true);

        ReadPlan plan = read();

        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O (1) Rayonner
              M (implied) <OUTREACH>
                A Tenir le kiosque de Rayonner {FIRM} Conseil|2027-03-08|[Cible : 20]
            O (2) Grandir
              M (implied) <OUTREACH>
                A Tenir le kiosque de Grandir {FIRM} Conseil|2027-03-08|[Cible : 20]
            """);
        assertThat(plan.sections()).singleElement().satisfies(section -> {
            assertThat(section.title()).isEqualTo("Budget");
            assertThat(section.text()).contains("Salaires", "90000");
        });
        assertThat(plan.warnings())
                .filteredOn(warning -> warning.kind() == ReadingWarning.ReadingWarningKind.SHEET_HIDDEN)
                .extracting(ReadingWarning::words)
                .containsExactly("Listes");
    }

    @Test
    void aBoldCellAloneIsTheTitleOfTheRowsBelow() {
        XSSFSheet sheet = book.createSheet("Plan 2027");
        row(sheet, 0, null, "Plan d’action du comité");
        row(sheet, 1, null, "Moyens", "Responsables", "Échéancier");
        row(sheet, 2, null, "Orientation 1 : accueillir");
        row(sheet, 3, null, "Ouvrir une permanence", "Bénévoles", "Septembre");
        row(sheet, 4, null, "Former l’accueil");
        row(sheet, 6, null, "Orientation 2 : agir");
        row(sheet, 7, null, "Écrire aux personnes élues au besoin", "Conseil", "En continu");
        bold(sheet, 0, 1, 2, 6);

        assertThat(PlanPrinter.tree(read())).isEqualTo("""
            O (1) accueillir
              M (implied) <OUTREACH>
                A Ouvrir une permanence {FIRM} Bénévoles|Septembre|[]
                A Former l’accueil {FIRM}
            O (2) agir
              M (implied) <ADVOCACY>
                A Écrire aux personnes élues au besoin {IF_SITUATION_CALLS IF_SITUATION_CALLS=au besoin} Conseil|En continu|[]
            """);
    }

    private ReadPlan read() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            return new PlanReader(ReadingLimits.USUAL).read(new WrittenFile("plan.xlsx", out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Styled(double number, String format) {}

    private record Formula(String formula, double value) {}

    private static Styled day(int year, int month, int day) {
        return new Styled(DateUtil.getExcelDate(LocalDate.of(year, month, day)), "d mmmm yyyy");
    }

    private static Styled month(int year, int month) {
        return new Styled(DateUtil.getExcelDate(LocalDate.of(year, month, 1)), "mmm-yy");
    }

    private static Styled percent(double share) {
        return new Styled(share, "0%");
    }

    private static Formula formula(String formula, double value) {
        return new Formula(formula, value);
    }

    private void row(XSSFSheet sheet, int number, @Nullable Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            Cell cell = row.createCell(i);
            if (values[i] instanceof Styled styled) {
                CellStyle style = book.createCellStyle();
                style.setDataFormat(book.createDataFormat().getFormat(styled.format()));
                cell.setCellStyle(style);
                cell.setCellValue(styled.number());
            } else if (values[i] instanceof Formula formula) {
                cell.setCellFormula(formula.formula());
                cell.setCellValue(formula.value());
            } else if (values[i] instanceof Number count) {
                cell.setCellValue(count.doubleValue());
            } else if (values[i] != null) {
                cell.setCellValue((String) values[i]);
            }
        }
    }

    private void bold(XSSFSheet sheet, int... rows) {
        XSSFFont font = book.createFont();
        font.setBold(true);
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        for (int row : rows) {
            sheet.getRow(row).forEach(cell -> cell.setCellStyle(style));
        }
    }
}
