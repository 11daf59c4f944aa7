package org.convergence.plan.reading.domain.outline;

import java.util.Map;
import java.util.TreeMap;
import org.convergence.plan.reading.domain.outline.Mark.Rank;
import org.jspecify.annotations.Nullable;

/** What the columns of one table hold, by its caption row. */
final class Columns {

    private final Map<Integer, Rank> ranks = new TreeMap<>();
    private final Map<Integer, Column> kinds = new TreeMap<>();
    private final Map<Integer, String> captions = new TreeMap<>();

    Columns(Table.Row row) {
        Rank deepest = null;
        for (int column : row.cells().keySet()) {
            String caption = row.text(column);
            Column kind = Column.of(caption);
            captions.put(column, caption);
            Rank rank = kind == null ? null : kind.rank();
            boolean urgency = deepest != null && Words.fold(caption).matches("priorite|priority");
            if (rank == null || urgency) {
                kinds.put(column, kind == null || urgency ? Column.OTHER : kind);
            } else {
                // A second column of the same level is one level deeper: Orientation, Objective, Action.
                Rank own = deepest != null && rank.compareTo(deepest) <= 0 ? below(deepest) : rank;
                ranks.put(column, own);
                deepest = own;
            }
        }
    }

    private static Rank below(Rank rank) {
        return switch (rank) {
            case TOP -> Rank.MEANS;
            case MEANS -> Rank.ACTION;
            case ACTION, SUB_ACTION -> Rank.SUB_ACTION;
        };
    }

    @Nullable
    Rank rank(int column) {
        return ranks.get(column);
    }

    /** What a column that names no level holds; a column without a caption is {@link Column#OTHER}. */
    Column kind(int column) {
        return kinds.getOrDefault(column, Column.OTHER);
    }

    String caption(int column) {
        return captions.getOrDefault(column, "");
    }

    boolean hasTop() {
        return ranks.containsValue(Rank.TOP);
    }

    boolean isDeepest(Rank rank) {
        return ranks.values().stream().noneMatch(other -> other.compareTo(rank) > 0);
    }

    int last() {
        return captions.keySet().stream().max(Integer::compare).orElse(0);
    }
}
