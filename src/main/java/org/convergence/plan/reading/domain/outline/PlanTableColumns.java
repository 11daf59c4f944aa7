package org.convergence.plan.reading.domain.outline;

import java.util.Map;
import java.util.TreeMap;
import org.convergence.plan.reading.domain.outline.LineMark.LevelRank;
import org.jspecify.annotations.Nullable;

/** The meaning of a table's columns, recognised by its caption row. */
final class PlanTableColumns {

    private final Map<Integer, LevelRank> ranks = new TreeMap<>();
    private final Map<Integer, PlanTableColumn> kinds = new TreeMap<>();
    private final Map<Integer, String> captions = new TreeMap<>();

    PlanTableColumns(OutlineTable.OutlineTableRow row) {
        LevelRank deepest = null;
        for (int column : row.cells().keySet()) {
            String caption = row.text(column);
            PlanTableColumn kind = PlanTableColumn.fromCaption(caption);
            captions.put(column, caption);
            LevelRank rank = kind == null ? null : kind.rank();
            boolean urgency = deepest != null && TextAnalysis.fold(caption).matches("priorite|priority");
            if (rank == null || urgency) {
                kinds.put(column, kind == null || urgency ? PlanTableColumn.OTHER : kind);
            } else {
                // A second column of the same level is one level deeper: Orientation, Objective, Action.
                LevelRank own = deepest != null && rank.compareTo(deepest) <= 0 ? below(deepest) : rank;
                ranks.put(column, own);
                deepest = own;
            }
        }
    }

    private static LevelRank below(LevelRank rank) {
        return switch (rank) {
            case TOP -> LevelRank.MEANS;
            case MEANS -> LevelRank.ACTION;
            case ACTION, SUB_ACTION -> LevelRank.SUB_ACTION;
        };
    }

    @Nullable
    LevelRank rank(int column) {
        return ranks.get(column);
    }

    /** What a column that names no level holds; a column without a caption is {@link PlanTableColumn#OTHER}. */
    PlanTableColumn kind(int column) {
        return kinds.getOrDefault(column, PlanTableColumn.OTHER);
    }

    String caption(int column) {
        return captions.getOrDefault(column, "");
    }

    boolean hasTop() {
        return ranks.containsValue(LevelRank.TOP);
    }

    boolean isDeepest(LevelRank rank) {
        return ranks.values().stream().noneMatch(other -> other.compareTo(rank) > 0);
    }

    int lastColumn() {
        return captions.keySet().stream().max(Integer::compare).orElse(0);
    }
}
