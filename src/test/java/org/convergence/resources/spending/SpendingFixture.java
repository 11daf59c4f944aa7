package org.convergence.resources.spending;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.testing.TestDatabase;
import org.jsoup.parser.Parser;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Empties the tables of this module for its tests: filed reports refuse to be deleted by the application. */
@Lazy
@Component
class SpendingFixture {

    private final TestDatabase database;

    SpendingFixture(TestDatabase database) {
        this.database = database;
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
