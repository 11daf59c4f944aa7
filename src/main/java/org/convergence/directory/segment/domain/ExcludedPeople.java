package org.convergence.directory.segment.domain;

import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.jspecify.annotations.Nullable;

/**
 * A part of the people of a segment who are excluded for a reason.
 *
 * @param people possibly none, even where others follow
 * @param last the last person examined; {@code null} once all are
 */
public record ExcludedPeople(
        List<AudiencePerson> people, @Nullable PersonId last) {}
