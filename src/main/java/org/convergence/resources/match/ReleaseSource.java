package org.convergence.resources.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Releases that unions agreed to pay, contributed by the modules that record them. */
public interface ReleaseSource {

    /**
     * A release.
     *
     * @param what it is, without the name of the person
     * @param cost of the union
     * @param matchedIn the agreement in which it counts already
     */
    record UnionRelease(
            UUID id,
            @Nullable OrganisationId union,
            String what,
            LocalDate day,
            BigDecimal cost,
            @Nullable String matchedIn) {}

    /** The agreed releases of a period, both days included; 200 at most. */
    List<UnionRelease> findAgreed(LocalDate from, LocalDate to);

    /** What agreed releases cost today, by their ids; the others are left out. */
    Map<UUID, BigDecimal> findCosts(Collection<UUID> releases);

    /** Says in which agreement a release counts, in the caller's transaction; {@code null} takes it back. */
    void markMatched(UUID release, @Nullable String agreement);
}
