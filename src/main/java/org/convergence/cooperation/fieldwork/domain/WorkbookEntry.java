package org.convergence.cooperation.fieldwork.domain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.SentEntry.EntryFacts;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;

/**
 * A row of a partner's workbook, read as an entry (R-PART-6).
 *
 * @param number as a spreadsheet shows it
 * @param key what tells the row when the workbook is read again
 * @param version of the entry as it stood in a workbook of ours; {@code null} for a workbook of the partner
 * @param mark tells whether the row says the same as before
 * @param lack why it is no entry; {@code null} if it is one
 * @param remarks about numbers
 */
record WorkbookEntry(
        int number,
        String key,
        @Nullable Integer version,
        UUID mark,
        EntryFacts facts,
        @Nullable String lack,
        List<ImportRemark> remarks) {

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_NAME = 80;

    /** The number of a row in a workbook of ours, with the version of its entry. */
    private static final Pattern OURS = Pattern.compile("#(\\d+)/(\\d+)");

    /** One mark before three digits: what the country decides, said back before it is kept (R-PART-7). */
    private static final Pattern UNCLEAR = Pattern.compile("\\d{1,3}[.,]\\d{3}");

    /** @param currency of an amount whose row names none */
    static WorkbookEntry read(
            ImportRow row, PartnerEntryKind kind, CountryNumbers numbers, String currency, LocalDate today) {
        String day = DateReader.read(row.of(PartnerWorkbookColumn.DAY))
                .map(LocalDate::toString)
                .orElse("");
        String named = row.of(PartnerWorkbookColumn.CURRENCY).toUpperCase(Locale.ROOT);
        SentEntry sent = new SentEntry(
                null,
                kind.name(),
                day,
                row.of(PartnerWorkbookColumn.LABEL),
                row.of(PartnerWorkbookColumn.DETAILS),
                row.of(PartnerWorkbookColumn.FIGURE),
                named.isEmpty() ? currency : named,
                row.of(PartnerWorkbookColumn.WOMEN),
                row.of(PartnerWorkbookColumn.MEN),
                row.of(PartnerWorkbookColumn.OTHERS),
                row.of(PartnerWorkbookColumn.NOT_STATED),
                null);
        EntryFacts facts = sent.read(numbers);
        Matcher ours = OURS.matcher(row.of(PartnerWorkbookColumn.NUMBER));
        boolean isOurs = ours.matches();
        String key = isOurs ? ours.group(1) : row.of(PartnerWorkbookColumn.NUMBER);
        return new WorkbookEntry(
                row.number(),
                key.isEmpty() ? "L" + row.number() : key.substring(0, Math.min(key.length(), LONGEST_KEY)),
                isOurs ? TextParser.wholeNumber(ours.group(2)).orElse(null) : null,
                mark(facts),
                facts,
                lack(facts, today),
                remarks(facts, numbers));
    }

    /** Tells whether two rows say the same; of a number, the value counts and not how it is written. */
    private static UUID mark(EntryFacts facts) {
        BigDecimal figure = facts.figure();
        String said = Stream.of(
                        facts.on(),
                        facts.label(),
                        facts.details(),
                        figure == null
                                ? facts.typed()
                                : figure.stripTrailingZeros().toPlainString(),
                        facts.currency(),
                        facts.women(),
                        facts.men(),
                        facts.others(),
                        facts.notStated())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String lack(EntryFacts facts, LocalDate today) {
        boolean says = facts.kind() == PartnerEntryKind.HAPPENED
                ? !facts.details().isEmpty() || !facts.label().isEmpty()
                : !facts.typed().isEmpty();
        if (!says) {
            return "fieldwork.workbook.empty";
        }
        if (facts.on() == null) {
            return "fieldwork.workbook.no-day";
        }
        return facts.on().isAfter(today) ? "fieldwork.workbook.future" : null;
    }

    private static List<ImportRemark> remarks(EntryFacts facts, CountryNumbers numbers) {
        List<ImportRemark> remarks = new ArrayList<>();
        if (!facts.typed().isEmpty() && facts.figure() == null) {
            remarks.add(ImportRemark.of("fieldwork.workbook.unread", facts.typed()));
        } else if (facts.figure() != null && UNCLEAR.matcher(facts.typed()).matches()) {
            remarks.add(
                    ImportRemark.of("fieldwork.workbook.unclear", facts.typed(), numbers.format(facts.figure(), 0)));
        }
        return remarks;
    }

    /** Whether a cell holds the number that a workbook of ours gives its row. */
    static boolean isOurNumber(String cell) {
        return OURS.matcher(cell).matches();
    }

    /** Whether its key is the number that the workbook gives it, which stays when rows move. */
    boolean isNumbered() {
        return !key.equals("L" + number);
    }

    String name() {
        return TextShortener.shorten(
                Stream.of(facts.label(), facts.details())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                LONGEST_NAME);
    }

    /**
     * An entry that came from the same workbook.
     *
     * @param rowMark of what the workbook said last; the entry may have been corrected since on the partner's page
     */
    record KnownEntry(
            PartnerEntryId id,
            int version,
            String rowKey,
            UUID rowMark,
            PartnerEntryKind kind,
            @Nullable LocalDate happenedOn,
            String label,
            String details,
            String typed,
            @Nullable BigDecimal figure,
            @Nullable String currency,
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer others,
            @Nullable Integer notStated) {

        boolean says(WorkbookEntry row) {
            EntryFacts facts = new EntryFacts(
                    kind, happenedOn, label, details, typed, figure, currency, women, men, others, notStated, null);
            return rowMark.equals(row.mark()) || mark(facts).equals(row.mark());
        }

        /** What it says beside its day, in one line. */
        String told() {
            return Stream.of(
                            label,
                            currency == null ? typed : typed + " " + currency,
                            TextShortener.shorten(details, LONGEST_NAME))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
        }
    }

    /**
     * What a row is.
     *
     * @param known the entry that it already is; {@code null} if it is a new one
     */
    record WorkbookMatch(
            WorkbookEntry entry,
            ImportOutcome outcome,
            @Nullable KnownEntry known) {}
}
