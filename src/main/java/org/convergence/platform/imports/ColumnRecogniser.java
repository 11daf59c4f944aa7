package org.convergence.platform.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a file's columns by their titles. The best match wins: the same text, then text at the beginning of the
 * title, then text within it; among equals the column offered first, by its likeliest title.
 */
public final class ColumnRecogniser {

    /** Shorter text counts only as the whole title. */
    private static final int TELLING = 3;

    private static final int SAME = 2_000;
    private static final int BEGINS = 1_000;

    private ColumnRecogniser() {}

    private record TitleMatch(int at, ImportColumn column, int fit) {}

    /** The column for each title, {@code null} if none is recognised; no column is given twice unless it may repeat. */
    public static List<@Nullable ImportColumn> recognise(List<? extends ImportColumn> known, List<String> head) {
        List<String> titles = head.stream().map(TextNormalizer::fold).toList();
        List<TitleMatch> fits = new ArrayList<>();
        known.forEach(column -> column.titles().forEach(words -> {
            for (int at = 0; at < titles.size(); at++) {
                int fit = fit(titles.get(at), words);
                if (fit > 0) {
                    fits.add(new TitleMatch(at, column, fit));
                }
            }
        }));
        // The sort is stable: equals keep their order.
        fits.sort(Comparator.comparingInt(fit -> -fit.fit()));
        List<@Nullable ImportColumn> columns = new ArrayList<>(Collections.nCopies(head.size(), null));
        Set<ImportColumn> taken = new HashSet<>();
        for (TitleMatch fit : fits) {
            if (columns.get(fit.at()) == null && (fit.column().mayRepeat() || taken.add(fit.column()))) {
                columns.set(fit.at(), fit.column());
            }
        }
        return columns;
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
