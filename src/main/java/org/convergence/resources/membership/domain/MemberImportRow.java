package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.directory.people.domain.imports.ListImportColumn;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;

/**
 * The membership in a line of a list of members.
 *
 * @param category as written; empty if the line names none
 * @param since the first day; {@code null} if not stated or not understood
 * @param headcount {@code null} if not stated or not understood
 * @param countedOn the day of the headcount; {@code null} if not stated or not understood
 * @param remarks on what is not understood
 */
record MemberImportRow(
        String organisation,
        String category,
        @Nullable LocalDate since,
        @Nullable Integer headcount,
        @Nullable LocalDate countedOn,
        List<ImportRemark> remarks) {

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f']");
    private static final Map<MemberColumn, ListImportColumn> CONTACT = Map.of(
            MemberColumn.CONTACT, ListImportColumn.FULL_NAME,
            MemberColumn.CONTACT_TITLE, ListImportColumn.TITLE,
            MemberColumn.CONTACT_MAIL, ListImportColumn.MAIL,
            MemberColumn.CONTACT_PHONE, ListImportColumn.PHONE);

    static MemberImportRow read(ImportRow row) {
        List<ImportRemark> remarks = new ArrayList<>();
        return new MemberImportRow(
                row.of(ListImportColumn.NAME),
                TextShortener.shorten(row.of(MemberColumn.CATEGORY), 100),
                day(row, MemberColumn.MEMBER_SINCE, remarks),
                headcount(row, remarks),
                day(row, MemberColumn.COUNTED_ON, remarks),
                remarks);
    }

    /** The contact as a line of a list of people; empty if the line names none. */
    static Optional<ImportRow> contact(ImportRow row) {
        if (row.of(MemberColumn.CONTACT).isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> cells = new HashMap<>();
        CONTACT.forEach((from, to) -> cells.put(to.name(), row.of(from)));
        cells.put(ListImportColumn.ORGANISATION.name(), row.of(ListImportColumn.NAME));
        return Optional.of(new ImportRow(row.number(), cells));
    }

    private static @Nullable Integer headcount(ImportRow row, List<ImportRemark> remarks) {
        Optional<Integer> number = TextParser.wholeNumber(
                        BLANKS.matcher(row.of(MemberColumn.HEADCOUNT)).replaceAll(""))
                .filter(each -> each >= 0 && each <= CategoryFacts.MOST);
        if (number.isEmpty()) {
            remarkUnread(row, MemberColumn.HEADCOUNT, remarks);
        }
        return number.orElse(null);
    }

    /** A day; a year alone is its first day. */
    private static @Nullable LocalDate day(ImportRow row, MemberColumn column, List<ImportRemark> remarks) {
        String text = row.of(column);
        if (YEAR.matcher(text).matches()) {
            text = text + "-01-01";
        }
        Optional<LocalDate> day = DateReader.read(text);
        if (day.isEmpty()) {
            remarkUnread(row, column, remarks);
        }
        return day.orElse(null);
    }

    private static void remarkUnread(ImportRow row, MemberColumn column, List<ImportRemark> remarks) {
        if (!row.of(column).isEmpty()) {
            remarks.add(ImportRemark.onColumn(
                    column, "membership.import.unread", TextShortener.shorten(row.of(column), 60)));
        }
    }

    /** The code of a category that the by-laws will name so: « A », or the initials of « Syndicats locaux ». */
    static String code(String category) {
        String folded = TextNormalizer.fold(category).toUpperCase(Locale.ROOT);
        String code = folded.matches(CategoryFacts.CODE)
                ? folded
                : Pattern.compile("[^A-Z0-9]+")
                        .splitAsStream(folded)
                        .filter(word -> !word.isEmpty())
                        .limit(10)
                        .map(word -> word.substring(0, 1))
                        .collect(Collectors.joining());
        return code.isEmpty() ? "X" : code;
    }
}
