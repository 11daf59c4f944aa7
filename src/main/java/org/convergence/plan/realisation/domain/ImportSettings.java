package org.convergence.plan.realisation.domain;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What someone decided about a file of past realisations, beside its columns.
 *
 * @param plan whose numbers the file bears; {@code null} for the plan of each row's day
 * @param lenient whether a row is taken without the values that cannot be read
 * @param doubles whether a row is taken although the same seems to be recorded already
 * @param newcomers whether organisations that nobody knows are entered in the directory, unless decided otherwise
 * @param names what each organisation that is not known, or not known once, stands for, by its folded name: an id, or
 *     one of the words below
 */
public record ImportSettings(
        @Nullable UUID plan, boolean lenient, boolean doubles, boolean newcomers, Map<String, String> names) {

    /** It is entered in the directory. */
    public static final String NEW = "NEW";

    /** The row is taken without it. */
    public static final String WITHOUT = "WITHOUT";

    /** Nothing is decided yet. */
    public static final ImportSettings BEGUN = new ImportSettings(null, false, false, false, Map.of());

    public ImportSettings {
        names = Map.copyOf(names);
    }
}
