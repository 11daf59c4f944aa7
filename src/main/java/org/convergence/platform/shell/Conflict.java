package org.convergence.platform.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two people changed one record. Three versions are compared field by field: the form as opened, the present record,
 * the typed values. A field changed only by the other person takes the present value; if both changed it, both values
 * are shown beside each other, to keep one or mix them.
 *
 * @param since the version on which the form was first opened, the base of the comparison
 * @param who the author of the present version; {@code null} if unknown
 */
public record Conflict(
        List<FieldConflict> differences,
        int since,
        @Nullable String who) {

    /** A field changed by both. */
    public record FieldConflict(String field, String mine, String theirs) {}

    /** The name of the button that takes the present value of a field. */
    static final String TAKE = "take";

    /** The name of the hidden field that holds {@link #since}. */
    static final String SINCE = "since";

    public Conflict {
        differences = List.copyOf(differences);
    }

    /**
     * Merges the versions in the form.
     *
     * @param mine the typed values; takes over fields changed only by the other person
     * @param before the form as it was opened
     * @param theirs the form as it would open now, at the present version
     * @param fields the names of the fields to compare
     * @param shown formats a field's value, for instance a choice's label instead of its constant
     */
    public static Conflict merge(
            Form mine,
            Form before,
            Form theirs,
            int since,
            @Nullable String who,
            Collection<String> fields,
            BiFunction<String, String, String> shown) {
        List<FieldConflict> both = new ArrayList<>();
        for (String field : fields) {
            List<String> typed = plain(mine.values(field));
            List<String> stands = plain(theirs.values(field));
            if (mine.value(TAKE).equals(field) || typed.equals(plain(before.values(field)))) {
                mine.with(field, theirs.values(field));
            } else if (!stands.equals(plain(before.values(field))) && !stands.equals(typed)) {
                both.add(new FieldConflict(field, words(field, typed, shown), words(field, stands, shown)));
            }
        }
        mine.with("version", theirs.value("version"));
        return new Conflict(both, since, who);
    }

    private static List<String> plain(List<String> values) {
        return values.stream()
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String words(String field, List<String> values, BiFunction<String, String, String> shown) {
        return values.stream().map(value -> shown.apply(field, value)).collect(Collectors.joining("\n"));
    }
}
