package org.convergence.platform.imports.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The part of the form for the meaning of the columns. */
final class ImportColumnForm {

    private ImportColumnForm() {}

    static String field(int at) {
        return "column" + at;
    }

    /** Fills in the recognised columns. */
    static Form of(ImportFile file) {
        Form form = Form.blank().atVersion(file.version());
        for (int at = 0; at < file.head().size(); at++) {
            ImportColumn column = file.columns().get(at);
            form.with(field(at), column == null ? null : column.name());
        }
        return form;
    }

    /** The chosen columns; a column that may not repeat is chosen once, and mandatory columns are chosen somewhere. */
    static List<@Nullable ImportColumn> columns(ImportFile file, Form form, Words t) {
        List<@Nullable ImportColumn> columns = new ArrayList<>();
        for (int at = 0; at < file.head().size(); at++) {
            String said = form.value(field(at));
            ImportColumn column = named(file.kind(), said);
            if (column == null && !said.isEmpty()) {
                form.reject(field(at), "shell.form.choice");
            } else if (column != null && !column.mayRepeat() && columns.contains(column)) {
                form.reject(field(at), "imports.twice");
            }
            columns.add(column);
        }
        file.kind().requiredColumns().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> form.refuse("imports.needed", t.say(column.key())));
        return columns;
    }

    private static @Nullable ImportColumn named(ImportKind kind, String name) {
        return kind.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
