package org.convergence.cooperation.fieldwork.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.domain.WorkbookEntry.KnownEntry;
import org.convergence.cooperation.fieldwork.domain.WorkbookEntry.WorkbookMatch;
import org.convergence.platform.imports.ImportOutcome;

/**
 * Tells which rows of a workbook are new, changed, or known (R-PART-6), also after it was sorted, or rows were inserted
 * or deleted: a row that says what a known one said is that row, wherever it stands; else its number tells it, or two of
 * its day, its label, its figure and its words, or one of them at the same place. An entry whose row is missing is left
 * as it is.
 */
final class WorkbookPolicy {

    private final List<KnownEntry> left;
    private final Map<Integer, KnownEntry> found = new HashMap<>();

    private WorkbookPolicy(List<KnownEntry> known) {
        this.left = new ArrayList<>(known);
    }

    /** What each row is, in order. A number that stands twice is taken once. */
    static List<WorkbookMatch> match(List<WorkbookEntry> rows, List<KnownEntry> known) {
        WorkbookPolicy policy = new WorkbookPolicy(known);
        Set<String> numbers = new HashSet<>();
        List<WorkbookEntry> entries = rows.stream()
                .filter(row -> row.lack() == null && numbers.add(row.key()))
                .toList();
        // First where it stood, so that of two rows that say the same each stays its own.
        policy.find(entries, (row, it) -> it.says(row) && it.rowKey().equals(row.key()));
        policy.find(entries, (row, it) -> !row.isNumbered() && it.says(row));
        policy.find(entries, (row, it) -> row.isNumbered() && it.rowKey().equals(row.key()));
        policy.find(entries, (row, it) -> !row.isNumbered() && it.rowKey().equals(row.key()) && common(row, it) >= 2);
        policy.find(entries, (row, it) -> !row.isNumbered() && common(row, it) >= 2);
        policy.find(entries, (row, it) -> it.rowKey().equals(row.key()) && common(row, it) >= 1);
        Set<WorkbookEntry> taken = new HashSet<>(entries);
        return rows.stream()
                .map(row -> taken.contains(row) ? policy.match(row) : new WorkbookMatch(row, ImportOutcome.ASIDE, null))
                .toList();
    }

    private void find(List<WorkbookEntry> rows, BiPredicate<WorkbookEntry, KnownEntry> test) {
        for (WorkbookEntry row : rows) {
            if (!found.containsKey(row.number())) {
                left.stream().filter(it -> test.test(row, it)).findFirst().ifPresent(it -> {
                    left.remove(it);
                    found.put(row.number(), it);
                });
            }
        }
    }

    /** How many of day, label, figure and words they have in common. */
    private static long common(WorkbookEntry row, KnownEntry known) {
        return Stream.of(
                        Objects.equals(row.facts().on(), known.happenedOn()),
                        isSame(row.facts().label(), known.label()),
                        isSame(row.facts().typed(), known.typed()),
                        isSame(row.facts().details(), known.details()))
                .filter(same -> same)
                .count();
    }

    private static boolean isSame(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    private WorkbookMatch match(WorkbookEntry row) {
        KnownEntry known = found.get(row.number());
        if (known == null) {
            return new WorkbookMatch(row, ImportOutcome.CREATED, null);
        }
        return new WorkbookMatch(row, known.says(row) ? ImportOutcome.SAME : ImportOutcome.CHANGED, known);
    }
}
