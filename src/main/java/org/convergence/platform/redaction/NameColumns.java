package org.convergence.platform.redaction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two columns in which a record has the name of a person. */
public final class NameColumns {

    public static final String GIVEN = "given_name";
    public static final String FAMILY = "family_name";

    private NameColumns() {}

    /** The whole name of a row, if the text is a half of it and neither half is empty; else the text itself. */
    static String whole(String column, String text, List<TextColumn> columns, @Nullable String[] values) {
        if (!column.equals(GIVEN) && !column.equals(FAMILY)) {
            return text;
        }
        String given = "";
        String family = "";
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            if (value != null && columns.get(i).name().equals(GIVEN)) {
                given = value;
            } else if (value != null && columns.get(i).name().equals(FAMILY)) {
                family = value;
            }
        }
        return given.isBlank() || family.isBlank() ? text : given + " " + family;
    }
}
