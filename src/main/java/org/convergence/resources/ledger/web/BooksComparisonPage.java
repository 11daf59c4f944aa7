package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;

/**
 * The comparison of our accounts with the accountant's.
 *
 * @param verdict whether all agree, in a sentence
 */
public record BooksComparisonPage(
        String title,
        String lead,
        Tone tone,
        String verdict,
        List<AccountComparisonRow> rows,
        List<UnpairedLinesPart> explained) {

    /** An account. */
    public record AccountComparisonRow(
            String account, String closed, String open, String hers, String difference, Tone tone, String state) {}

    /** The lines of an account that only one side has. */
    public record UnpairedLinesPart(String account, String sentence, List<UnpairedSide> sides) {}

    /**
     * The lines that only our accounts, or only the accountant's books, have.
     *
     * @param open whether the lines are few enough to be shown at once
     */
    public record UnpairedSide(String title, boolean open, List<UnpairedLineRow> lines) {}

    /** A line of an account. */
    public record UnpairedLineRow(String day, String text, String amount) {}

    /** An import of a general ledger. */
    public record BooksImportPage(ImportPage file, String period, List<Option> orders) {}

    /** The imported general ledgers. */
    public record BooksPage(List<Tab> tabs, List<ImportedBooksRow> rows) {

        /** The import of a period. */
        public record ImportedBooksRow(String period, String url, String detail) {}
    }
}
