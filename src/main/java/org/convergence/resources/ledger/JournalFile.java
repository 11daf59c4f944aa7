package org.convergence.resources.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Journal lines as a file for the accounting software, in the columns that all journals of this application have. */
public final class JournalFile {

    private JournalFile() {}

    /**
     * A line of a journal.
     *
     * @param account empty where the accountant chooses it
     * @param amount above zero for a debit
     */
    public record JournalEntryLine(
            LocalDate day,
            String reference,
            String account,
            String accountName,
            BigDecimal amount,
            String party,
            String text,
            String currency) {

        private @Nullable BigDecimal debit() {
            return amount.signum() > 0 ? amount : null;
        }

        private @Nullable BigDecimal credit() {
            return amount.signum() < 0 ? amount.negate() : null;
        }
    }

    /**
     * Answers with the file.
     *
     * @param number of the batch
     * @param extension of the file, as an address names it
     * @throws NotFound if no table is written so
     */
    public static void send(
            String number, String extension, List<JournalEntryLine> postings, Words t, HttpServletResponse response)
            throws IOException {
        TableFormat format = TableFormat.findByExtension(extension).orElseThrow(() -> new NotFound("format"));
        FileDownload.setHeaders(
                response, t.say("ledger.journal.file", number) + "." + format.extension(), format.mediaType());
        TableWriter.write(
                format,
                number,
                head(t),
                postings.stream().map(JournalFile::cells).iterator(),
                t,
                response.getOutputStream());
    }

    private static List<String> head(Words t) {
        return List.of(
                t.say("ledger.journal.day"),
                t.say("ledger.journal.reference"),
                t.say("ledger.journal.account"),
                t.say("ledger.journal.name"),
                t.say("ledger.journal.debit"),
                t.say("ledger.journal.credit"),
                t.say("ledger.journal.party"),
                t.say("ledger.journal.text"),
                t.say("ledger.journal.currency"));
    }

    private static List<@Nullable Object> cells(JournalEntryLine it) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(it.day());
        cells.add(it.reference());
        cells.add(it.account());
        cells.add(it.accountName());
        cells.add(it.debit());
        cells.add(it.credit());
        cells.add(it.party());
        cells.add(it.text());
        cells.add(it.currency());
        return cells;
    }
}
