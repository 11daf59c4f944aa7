package org.convergence.resources.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Party;

/**
 * Published when a member is admitted. Stable name: {@code membership.admitted}.
 *
 * @param on the day of the decision, else the first day of the membership
 */
public record MemberAdmitted(UUID membership, Party member, LocalDate on) {}
