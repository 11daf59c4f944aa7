package org.convergence.cooperation.project.domain;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.convergence.cooperation.project.ResultId;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/** The shape of a logic model: one parent each, of a higher level, and no loop (R-GAR-2). */
public final class LogicModelPolicy {

    private LogicModelPolicy() {}

    /** The place of a result. */
    public record ResultPlace(ResultLevel level, @Nullable ResultId parent) {}

    /**
     * Checks where a result is put.
     *
     * @param moved {@code null} for a new result
     * @param all the present places of all results of the project
     * @throws Refused if it would follow from itself, or its parent or a child is not of the right level
     */
    public static void requirePlace(@Nullable ResultId moved, ResultPlace place, Map<ResultId, ResultPlace> all) {
        if (place.parent() != null && !all.containsKey(place.parent())) {
            throw new Refused("project.refused.parent");
        }
        if (moved != null) {
            requireNoLoop(moved, place.parent(), all);
            for (ResultPlace child : all.values()) {
                if (moved.equals(child.parent()) && child.level().compareTo(place.level()) <= 0) {
                    throw new Refused("project.refused.child-level");
                }
            }
        }
        ResultPlace parent = place.parent() == null ? null : all.get(place.parent());
        if (parent != null && parent.level().compareTo(place.level()) >= 0) {
            throw new Refused("project.refused.level");
        }
    }

    private static void requireNoLoop(ResultId moved, @Nullable ResultId parent, Map<ResultId, ResultPlace> all) {
        Set<ResultId> seen = new HashSet<>();
        for (ResultId above = parent; above != null && seen.add(above); ) {
            if (above.equals(moved)) {
                throw new Refused("project.refused.loop");
            }
            ResultPlace place = all.get(above);
            above = place == null ? null : place.parent();
        }
    }

    /** The levels of a logic model, the highest first (R-GAR-1). */
    public enum ResultLevel {
        /** Impact: how the people concerned live. */
        ULTIMATE(0),
        /** Outcome: behaviour and practices. */
        INTERMEDIATE(1),
        /** Outcome: capacities. */
        IMMEDIATE(2),
        /** Output: products and services. */
        OUTPUT(3),
        ACTIVITY(4);

        private final int position;

        ResultLevel(int position) {
            this.position = position;
        }

        /** 0 for the highest. */
        public int position() {
            return position;
        }

        /** Whether a measurement framework asks for indicators at this level. */
        public boolean isMeasured() {
            return this != ACTIVITY;
        }

        /** The level below; an activity has none, and is its own. */
        public ResultLevel next() {
            return values()[Math.min(position + 1, values().length - 1)];
        }

        public boolean isOutcome() {
            return compareTo(OUTPUT) < 0;
        }

        /** The message key of its usual name. */
        public String key() {
            return "project.level." + name();
        }
    }
}
