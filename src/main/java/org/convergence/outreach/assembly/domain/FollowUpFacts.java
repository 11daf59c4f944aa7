package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, by whom, by when.
 *
 * @param what 1 to 1,000 characters
 * @param person who sees to it, {@code null} where it is nobody of the directory
 * @param who the same in words (« la coordination »), {@code null} where a person is named or nobody is
 */
public record FollowUpFacts(
        String what,
        @Nullable PersonId person,
        @Nullable String who,
        @Nullable LocalDate dueOn) {}
