package org.convergence.directory.segment.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.segment.SegmentId;
import org.convergence.platform.database.Ids;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A segment.
 *
 * @param criteria as {@link SegmentCriteria} writes them
 */
@Table(schema = "directory", value = "segment")
public record Segment(@Id UUID id, @Version int version, String name, List<String> criteria) {

    static final String TABLE = "directory.segment";

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 100;

    static Segment create(String name, SegmentCriteria criteria) {
        return new Segment(Ids.next(), 0, name, criteria.write());
    }

    Segment with(String title, SegmentCriteria chosen) {
        return new Segment(id, version, title, chosen.write());
    }

    public SegmentId typedId() {
        return new SegmentId(id);
    }

    /** The chosen values by criterion. */
    public SegmentCriteria chosen() {
        return SegmentCriteria.read(criteria);
    }
}
