package org.convergence.resources.spending;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.jsoup.parser.Parser;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Makes budgets, and empties the tables of this module: filed reports refuse to be deleted by the application. */
@Lazy
@Component
class SpendingFixture {

    private final TestDatabase database;
    private final TestUsers users;
    private final Budgets budgets;

    SpendingFixture(TestDatabase database, TestUsers users, Budgets budgets) {
        this.database = database;
        this.users = users;
        this.budgets = budgets;
    }

    /** Creates a budget in Canadian dollars, as the coordinator, and returns its lines. */
    List<BudgetLineState> createBudget(String subject, LocalDate starts, LocalDate ends, BudgetLineFacts... lines) {
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR),
                () -> budgets.create(new BudgetFacts(subject, "Entente fictive", "CAD", starts, ends, List.of(lines))));
        return findLines(subject);
    }

    List<BudgetLineState> findLines(String subject) {
        return CurrentActor.callAs(users.actor(Role.COORDINATOR), () -> budgets.findLines(subject));
    }

    static BudgetLineFacts line(String code, String label, String amount) {
        return new BudgetLineFacts(code, label, CostClass.DIRECT, new BigDecimal(amount));
    }

    void clear() throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    TRUNCATE resources.spending_remittance, resources.spending_funder_form, resources.spending_report_link, resources.spending_report, resources.spending_variance, resources.spending_split,
                        resources.spending_expense, resources.spending_batch, resources.spending_line,
                        resources.spending_budget
                    """);
        }
    }

    /** The text of a PDF, Word or Excel file. */
    static String text(byte[] bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        if (bytes[0] == '%') {
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                text.append(new PDFTextStripper().getText(pdf));
            }
        } else {
            Path file = Files.write(Files.createTempFile("paper", ".zip"), bytes);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry each : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            Files.delete(file);
        }
        return Parser.unescapeEntities(text.toString(), false)
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }
}
