package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A task, its assignee and due date.
 *
 * @param what 1 to 1,000 characters
 * @param person assignee; {@code null} if not in the directory
 * @param who assignee in words (« la coordination »); {@code null} if a person or nobody is assigned
 */
public record FollowUpFacts(
        String what,
        @Nullable PersonId person,
        @Nullable String who,
        @Nullable LocalDate dueOn) {}
