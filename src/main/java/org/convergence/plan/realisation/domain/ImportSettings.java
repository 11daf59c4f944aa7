package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What someone decided about a file of past realisations before it is taken.
 *
 * @param columns what each column of the file holds, {@code null} for what is not taken
 * @param plan whose numbers the file bears; {@code null} for the plan of each row's day
 * @param lenient whether a row is taken without the values that cannot be read
 * @param doubles whether a row is taken although the same seems to be recorded already
 * @param newcomers whether organisations that nobody knows are entered in the directory, unless decided otherwise
 * @param names what each organisation that is not known, or not known once, stands for, by its folded name: an id, or
 *     one of the words below
 */
public record ImportSettings(
        List<@Nullable Column> columns,
        @Nullable UUID plan,
        boolean lenient,
        boolean doubles,
        boolean newcomers,
        Map<String, String> names) {

    /** It is entered in the directory. */
    public static final String NEW = "NEW";

    /** The row is taken without it. */
    public static final String WITHOUT = "WITHOUT";

    public ImportSettings {
        columns = Collections.unmodifiableList(new ArrayList<>(columns));
        names = Map.copyOf(names);
    }

    static ImportSettings begun(List<String> head) {
        return new ImportSettings(ColumnGuess.of(head), null, false, false, false, Map.of());
    }
}
