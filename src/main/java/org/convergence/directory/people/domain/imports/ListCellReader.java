package org.convergence.directory.people.domain.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            for (String one : part.contains("@") ? COMMAS.split(part) : new String[] {part}) {
                ContactPoint.read(one, sphere, null)
                        .ifPresentOrElse(points::add, () -> remark("contact", cutForWords(one)));
            }
        }
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
