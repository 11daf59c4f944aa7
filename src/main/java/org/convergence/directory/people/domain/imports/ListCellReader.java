package org.convergence.directory.people.domain.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row. Unreadable values are left out, with a remark. */
final class ListCellReader {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern COMMAS = Pattern.compile("[,\\s]+");
    private static final Pattern PHONE = Pattern.compile(
            "(?:(?<![\\p{L}])(?!(?:ou|et|or|and|y)\\s)(?<before>\\p{L}[\\p{L}.]{0,14})\\s*:?\\s*)?"
                    + "(?<number>(?:\\+(?!1)[0-9]{1,3}(?:[ .-]?[0-9]{2,5}){2,4}|(?:\\+?1[ .-]?)?(?:\\([0-9]{3}\\) ?|[0-9]{3}[ .\\-\u00a0])[0-9]{3}[ .\\-\u00a0]?[0-9]{4})"
                    + "(?:,? ?(?:poste|ext\\.?|#|x) ?[0-9]{1,6})?)(?![0-9])(?:\\s*\\((?<after>[\\p{L}. ]{2,20})\\))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("(?:[\\s/,|&-]|ou|et|or|and|y)*", Pattern.CASE_INSENSITIVE);
    private static final int NOTE = 20_000;

    private final ImportRow row;
    private final List<ImportRemark> remarks = new ArrayList<>();

    ListCellReader(ImportRow row) {
        this.row = row;
    }

    List<ImportRemark> remarks() {
        return remarks;
    }

    void remark(String key, String... arguments) {
        remarks.add(ImportRemark.of("people.import.remark." + key, (Object[]) arguments));
    }

    /** A short text, cut where it is too long. */
    @Nullable
    String text(ListImportColumn field, int max) {
        String cell = row.of(field);
        if (cell.isEmpty()) {
            return null;
        }
        String text = SPACES.matcher(cell.replace("\u0000", "")).replaceAll(" ").strip();
        return text.isEmpty() ? null : cut(text, max);
    }

    @Nullable
    String note() {
        String text = row.of(ListImportColumn.NOTE).replace("\u0000", "").strip();
        return text.isEmpty() ? null : cut(text, NOTE);
    }

    List<String> readList(ListImportColumn field, int most, int max) {
        List<String> parts = row.splitValues(field);
        if (parts.size() > most) {
            remark("too-many", parts.get(most));
        }
        return parts.stream().limit(most).map(part -> cut(part, max)).toList();
    }

    void points(ListImportColumn field, ContactSphere sphere, List<ContactPoint> points) {
        for (String part : row.splitValues(field)) {
            List<ContactPoint> phones = phones(part, sphere);
            if (phones.size() > 1
                    || (phones.size() == 1
                            && ContactPoint.read(part, sphere, null).isEmpty())) {
                points.addAll(phones);
                continue;
            }
            for (String one : part.contains("@") ? COMMAS.split(part) : new String[] {part}) {
                ContactPoint.read(one, sphere, null)
                        .ifPresentOrElse(points::add, () -> remark("contact", cutForWords(one)));
            }
        }
    }

    /** The telephone numbers in a text of nothing else: "418-555-0101 (cell) ou 418-555-0202". */
    private static List<ContactPoint> phones(String text, ContactSphere sphere) {
        List<ContactPoint> phones = new ArrayList<>();
        Matcher matcher = PHONE.matcher(text);
        while (matcher.find()) {
            String before = matcher.group("before");
            String after = matcher.group("after");
            String label = after == null ? before : after;
            ContactPoint.read(matcher.group("number").replace(",", ""), sphere, label)
                    .ifPresent(phones::add);
        }
        return BETWEEN.matcher(PHONE.matcher(text).replaceAll(" ")).matches() ? phones : List.of();
    }

    /** Whether a cell holds a telephone number. */
    static boolean isPhone(String cell) {
        return !phones(cell, ContactSphere.PROFESSIONAL).isEmpty();
    }

    @Nullable
    LocalDate date(ListImportColumn field) {
        String text = row.of(field);
        Optional<LocalDate> date = text.isEmpty() ? Optional.empty() : DateReader.read(text);
        if (!text.isEmpty() && date.isEmpty()) {
            remark("date", cutForWords(text));
        }
        return date.orElse(null);
    }

    private String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        remark("cut", cutForWords(text));
        return text.substring(0, max).strip();
    }

    static String cutForWords(String text) {
        return TextShortener.shorten(text, 60);
    }
}
