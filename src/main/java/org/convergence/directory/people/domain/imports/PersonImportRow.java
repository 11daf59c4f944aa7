package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * A person in a row.
 *
 * @param facts {@code null} where the row has no name
 * @param folded the name, as compared
 * @param mails the mail addresses, as compared
 * @param organisation the name of the function's organisation, {@code null} for none
 * @param title the function's title, {@code null} for none
 */
record PersonImportRow(
        int line,
        @Nullable PersonFacts facts,
        String folded,
        List<String> mails,
        @Nullable String organisation,
        @Nullable String title,
        Period period,
        List<ImportRemark> remarks) {

    private static final Map<String, String> CODES = codes();
    private static final Pattern APART = Pattern.compile("[,/]+| et | and | y ");

    static PersonImportRow read(ImportRow row) {
        ListCellReader cells = new ListCellReader(row);
        String given = cells.text(ListImportColumn.GIVEN_NAME, 100);
        String family = cells.text(ListImportColumn.FAMILY_NAME, 100);
        String full = cells.text(ListImportColumn.FULL_NAME, 200);
        String function = null;
        if (given == null && family == null) {
            WrittenName name = full == null ? null : WrittenName.read(full);
            if (name != null) {
                given = name.given();
                family = name.family();
                function = name.function();
            }
            if (name != null && name.couple()) {
                cells.remark("couple", given + " " + family);
            }
        } else if (WrittenName.namesNobody(
                ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip())) {
            given = null;
            family = null;
        } else {
            given = given == null ? null : WrittenName.withoutTitle(given);
            family = family == null ? null : WrittenName.withoutTitle(family);
        }
        if (given == null && family == null) {
            cells.remark("nameless");
            return new PersonImportRow(row.number(), null, "", List.of(), null, null, Period.ALWAYS, cells.remarks());
        }
        List<ContactPoint> points = new ArrayList<>();
        cells.points(ListImportColumn.MAIL, ContactSphere.PROFESSIONAL, points);
        cells.points(ListImportColumn.PHONE, ContactSphere.PROFESSIONAL, points);
        cells.points(ListImportColumn.PERSONAL_MAIL, ContactSphere.PERSONAL, points);
        cells.points(ListImportColumn.PERSONAL_PHONE, ContactSphere.PERSONAL, points);
        var facts = new PersonFacts(
                given == null ? "" : given,
                family == null ? "" : family,
                cells.text(ListImportColumn.DISPLAY_FORM, 200),
                cells.text(ListImportColumn.PRONOUN, 40),
                PersonImportRow.read(cells, row),
                points.stream().distinct().limit(20).toList(),
                cells.note());
        String organisation = cells.text(ListImportColumn.ORGANISATION, 300);
        String inColumn = cells.text(ListImportColumn.TITLE, 200);
        String title = inColumn == null ? function : inColumn;
        if (organisation == null && title != null) {
            cells.remark("function-nowhere", title);
        }
        return new PersonImportRow(
                row.number(),
                facts,
                TextNormalizer.fold(facts.givenName() + " " + facts.familyName()),
                mails(facts),
                organisation,
                title,
                period(cells),
                cells.remarks());
    }

    private static List<String> mails(PersonFacts facts) {
        return facts.contactPoints().stream()
                .filter(point -> point.channel() == ContactChannel.MAIL)
                .map(point -> point.value().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The lane number, by the last word of the name in any column: rows that may mean the same person share a lane. */
    int lane() {
        String name = folded;
        return name.substring(name.lastIndexOf(' ') + 1).hashCode();
    }

    private static Period period(ListCellReader cells) {
        var since = cells.date(ListImportColumn.SINCE);
        var until = cells.date(ListImportColumn.UNTIL);
        if (since != null && until != null && until.isBefore(since)) {
            cells.remark("period");
            return Period.ALWAYS;
        }
        return new Period(since, until);
    }

    static List<String> read(ListCellReader cells, ImportRow row) {
        List<String> codes = new ArrayList<>();
        for (String cell : row.splitValues(ListImportColumn.LANGUAGES)) {
            for (String word : APART.splitAsStream(cell).map(String::strip).toList()) {
                String code = CODES.get(TextNormalizer.fold(word));
                if (code == null && !word.isEmpty()) {
                    cells.remark("language", ListCellReader.cutForWords(word));
                } else if (code != null && !codes.contains(code) && codes.size() < 10) {
                    codes.add(code);
                }
            }
        }
        return codes;
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            codes.put(code, code);
            for (String reader : List.of("fr", "en", "es")) {
                codes.putIfAbsent(TextNormalizer.fold(new Locale(code).getDisplayLanguage(new Locale(reader))), code);
            }
        }
        codes.put("creole", "ht");
        return codes;
    }
}
