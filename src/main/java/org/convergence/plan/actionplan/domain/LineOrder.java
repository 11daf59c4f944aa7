package org.convergence.plan.actionplan.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.LineLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The order of lines among their siblings: integers with gaps, so that a move writes one row until a gap is used up. A
 * move leaves the line's version unchanged, so it causes no conflict for an editor of its text.
 */
@Component
record LineOrder(JdbcClient jdbc) {

    static final int GAP = 1024;

    /** The position after the last line of a family. */
    int nextPosition(SiblingGroup family) {
        List<SiblingPosition> siblings = siblings(family);
        return siblings.isEmpty() ? GAP : siblings.get(siblings.size() - 1).position + GAP;
    }

    /** The number of lines of a family. */
    int size(SiblingGroup family) {
        return siblings(family).size();
    }

    /** The rank of a line in its family, from 0. */
    int rank(SiblingGroup family, UUID line) {
        return siblings(family).stream().map(SiblingPosition::id).toList().indexOf(line);
    }

    /** Moves a line to a rank of its family, from 0; a rank beyond the end is the end. */
    void place(SiblingGroup family, UUID line, int rank) {
        List<SiblingPosition> others = new ArrayList<>(siblings(family));
        others.removeIf(sibling -> sibling.id.equals(line));
        int at = Math.max(0, Math.min(rank, others.size()));
        int before = at == 0 ? 0 : others.get(at - 1).position;
        int after = at == others.size() ? before + 2 * GAP : others.get(at).position;
        if (after - before > 1) {
            write(family.level, line, before + (after - before) / 2);
            return;
        }
        others.add(at, new SiblingPosition(line, 0));
        for (int i = 0; i < others.size(); i++) {
            write(family.level, others.get(i).id, (i + 1) * GAP);
        }
    }

    private void write(LineLevel level, UUID line, int position) {
        jdbc.sql("UPDATE " + StoredLine.tableOf(level) + " SET position = ? WHERE id = ? AND position <> ?")
                .params(position, line, position)
                .update();
    }

    private List<SiblingPosition> siblings(SiblingGroup family) {
        return jdbc.sql("SELECT id, position FROM " + StoredLine.tableOf(family.level) + " WHERE " + family.condition()
                        + " ORDER BY position, id")
                .params(family.keys())
                .query((row, n) -> new SiblingPosition(row.getObject("id", UUID.class), row.getInt("position")))
                .list();
    }

    private record SiblingPosition(UUID id, int position) {}

    /**
     * The lines of one level under one line.
     *
     * @param above the plan of objectives and sections, the objective of means, the means of actions
     * @param parent for sub-actions, their action
     */
    record SiblingGroup(
            LineLevel level, UUID above, @Nullable UUID parent) {

        static SiblingGroup of(StoredLine line) {
            if (line instanceof Means means) {
                return new SiblingGroup(LineLevel.MEANS, means.objective().value(), null);
            }
            if (line instanceof Action action) {
                var parent = action.parent();
                return new SiblingGroup(
                        LineLevel.ACTION, action.means().value(), parent == null ? null : parent.value());
            }
            return new SiblingGroup(line.level(), line.plan().value(), null);
        }

        private String condition() {
            return switch (level) {
                case MEANS -> "objective = ?";
                case ACTION -> parent == null ? "means = ? AND parent IS NULL" : "means = ? AND parent = ?";
                default -> "plan = ?";
            };
        }

        private List<Object> keys() {
            return parent == null ? List.of(above) : List.of(above, parent);
        }
    }
}
