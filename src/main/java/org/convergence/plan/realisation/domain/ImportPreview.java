package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.OrganisationName;

/**
 * What would become of a file if it were taken now.
 *
 * @param taken how many rows would be recorded
 * @param left how many would not
 * @param names organisations that are not known, or not known once, the most frequent first
 * @param more how many of those are not shown
 * @param created how many organisations would be entered in the directory
 * @param rows those asked for, in their order
 * @param next the number after which the next rows begin; 0 where there are none
 */
public record ImportPreview(int taken, int left, List<Name> names, int more, int created, List<Row> rows, int next) {

    /** Which rows to show. */
    public enum Show {
        /** Those with something to look at, else the first. */
        LEFT,
        TAKEN
    }

    /**
     * A name.
     *
     * @param key by which it is decided
     * @param rows how many rows bear it
     * @param meant those that bear it, or are like it
     * @param ambiguous whether several bear it
     */
    public record Name(String key, String name, int rows, List<OrganisationName> meant, boolean ambiguous) {}

    /** @param taken whether it would be recorded */
    public record Row(RowReading reading, boolean taken) {}

    /** How often each name stands in the file, by its key. */
    record Tally(String name, int rows) {

        static void add(Map<String, Tally> tallies, String key, String name) {
            tallies.merge(key, new Tally(name, 1), (one, other) -> new Tally(one.name(), one.rows() + 1));
        }
    }
}
