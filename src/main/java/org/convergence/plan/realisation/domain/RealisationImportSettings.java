package org.convergence.plan.realisation.domain;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The settings for importing a file of past realisations, in addition to its columns.
 *
 * @param plan the plan whose numbers the file uses; {@code null} for the plan of each row's day
 * @param lenient whether a row is imported without its unreadable values
 * @param doubles whether a row is imported even if it seems to be recorded already
 * @param newcomers whether unknown organisations are added to the directory, unless decided otherwise
 * @param names the decision for each unknown or ambiguous organisation, by its folded name: an id, or one of the
 *     constants below
 */
public record RealisationImportSettings(
        @Nullable UUID plan, boolean lenient, boolean doubles, boolean newcomers, Map<String, String> names) {

    /** Add it to the directory. */
    public static final String NEW = "NEW";

    /** Import the row without it. */
    public static final String WITHOUT = "WITHOUT";

    /** No decision yet. */
    public static final RealisationImportSettings BEGUN =
            new RealisationImportSettings(null, false, false, false, Map.of());

    public RealisationImportSettings {
        names = Map.copyOf(names);
    }
}
