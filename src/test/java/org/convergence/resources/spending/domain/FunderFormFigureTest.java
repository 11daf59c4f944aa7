package org.convergence.resources.spending.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.document.DocumentType;
import org.convergence.platform.formfilling.FillableForm;
import org.convergence.platform.formfilling.FormFiles;
import org.convergence.resources.spending.BudgetOrigins.BudgetOrigin;
import org.convergence.resources.spending.CostClass;
import org.convergence.resources.spending.domain.FinancialReport.ReportedBooks;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.junit.jupiter.api.Test;

/** The figures of a report that a funder's form asks, and the places that its own texts propose. */
class FunderFormFigureTest {

    private final ReportedLine printing = line("2.1", "Impression", "10000.00", "600.00", "850.00", "Guide repoussé");
    private final ReportedLine travel = line("2.2", "Transport", "500.00", "100.00", "100.00", "");

    @Test
    void givesEachFigureOfLinesAndTotals() {
        LocalDate from = LocalDate.of(2026, 4, 1);
        LocalDate to = LocalDate.of(2027, 3, 31);
        var report = new FinancialReport(
                "fr",
                "Entente fictive",
                "CAD",
                from,
                to,
                from,
                to,
                to,
                List.of(printing, travel),
                List.of(),
                new ReportedBooks("CAD", null, 0, List.of(), List.of()),
                new BudgetOrigin("Ministère fictif", "FS-2214", null, null),
                null,
                null);

        assertThat(FunderFormFigure.values(report, "Solidarité fictive"))
                .containsAllEntriesOf(Map.of("title", "Entente fictive", "number", "FS-2214", "from", from, "to", to))
                .containsAllEntriesOf(Map.of(
                        "organisation",
                        "Solidarité fictive",
                        printing.id() + ".budget",
                        new BigDecimal("10000.00"),
                        printing.id() + ".spent",
                        new BigDecimal("600.00"),
                        printing.id() + ".cumulative",
                        new BigDecimal("850.00"),
                        printing.id() + ".left",
                        new BigDecimal("9150.00"),
                        printing.id() + ".reason",
                        "Guide repoussé",
                        "total.spent",
                        new BigDecimal("700.00"),
                        "total.left",
                        new BigDecimal("9550.00")))
                .doesNotContainKeys(travel.id() + ".reason", "total.reason");
    }

    @Test
    void proposesPlacesNamedByForm() {
        FillableForm form = FillableForm.read(DocumentType.EXCEL, FormFiles.workbook());

        assertThat(FunderFormFigure.guess(form, List.of(printing, travel)))
                .containsAllEntriesOf(Map.of(
                        "organisation",
                        "B3",
                        printing.id() + ".budget",
                        "B7",
                        travel.id() + ".spent",
                        "C8",
                        travel.id() + ".left",
                        "D8"))
                // The form's totals are formulas.
                .doesNotContainKeys(printing.id() + ".cumulative", "title", "total.budget")
                .doesNotContainValue("A7");
    }

    private static ReportedLine line(
            String code, String label, String budget, String spent, String cumulative, String reason) {
        return new ReportedLine(
                UUID.randomUUID(),
                code,
                label,
                CostClass.DIRECT,
                "",
                new BigDecimal(budget),
                new BigDecimal(spent),
                new BigDecimal(cumulative),
                new BigDecimal("0.00"),
                reason,
                null,
                null,
                null,
                null);
    }
}
