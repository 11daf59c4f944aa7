package org.convergence.platform.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convergence.platform.text.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what the columns of a file hold by their titles. The best fit goes first: the same words, then words with
 * which the title begins, then words that stand in it; among equals the likeliest title, then the first column.
 */
public final class ColumnRecognition {

    /** Shorter words tell something only where they are the whole title. */
    private static final int TELLING = 3;

    private static final int SAME = 2_000;
    private static final int BEGINS = 1_000;

    private ColumnRecognition() {}

    private record Fit(int at, ImportColumn column, int fit, int likelihood) {}

    /** For each title what its column holds, {@code null} where nobody can tell; nothing is held by two but what may. */
    public static List<@Nullable ImportColumn> of(List<? extends ImportColumn> known, List<String> head) {
        List<Fit> fits = new ArrayList<>();
        for (int at = 0; at < head.size(); at++) {
            String title = Fold.of(head.get(at));
            for (ImportColumn column : known) {
                fits.addAll(fits(at, title, column));
            }
        }
        fits.sort(Comparator.comparingInt((Fit fit) -> -fit.fit())
                .thenComparingInt(Fit::likelihood)
                .thenComparingInt(Fit::at));
        List<@Nullable ImportColumn> columns = new ArrayList<>(Collections.nCopies(head.size(), null));
        Set<ImportColumn> taken = new HashSet<>();
        for (Fit fit : fits) {
            if (columns.get(fit.at()) == null && (fit.column().mayRepeat() || taken.add(fit.column()))) {
                columns.set(fit.at(), fit.column());
            }
        }
        return columns;
    }

    private static List<Fit> fits(int at, String title, ImportColumn column) {
        List<Fit> fits = new ArrayList<>();
        for (int i = 0; i < column.titles().size(); i++) {
            int fit = fit(title, column.titles().get(i));
            if (fit > 0) {
                fits.add(new Fit(at, column, fit, i));
            }
        }
        return fits;
    }

    private static int fit(String title, String known) {
        if (title.equals(known)) {
            return SAME;
        } else if (known.length() < TELLING) {
            return 0;
        } else if (title.startsWith(known + " ")) {
            return BEGINS + known.length();
        }
        return (" " + title + " ").contains(" " + known + " ") ? known.length() : 0;
    }
}
