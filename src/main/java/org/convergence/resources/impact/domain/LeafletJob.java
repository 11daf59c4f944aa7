package org.convergence.resources.impact.domain;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobInSteps;
import org.convergence.resources.impact.domain.LeafletService.LeafletRunOutcome;
import org.convergence.resources.impact.domain.LeafletService.RenderedLeafletFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the leaflets of all members of a period, one by one. */
@Configuration(proxyBeanMethods = false)
class LeafletJob {

    static final String KIND = "impact.leaflets";

    /**
     * Progress and counts of a run.
     *
     * @param after the last member done; {@code null} before the first
     * @param same how many leaflets were unchanged, and not made again
     * @param silenced how many titles and texts were left out because they name a person
     */
    private record LeafletJobProgress(@Nullable UUID after, int made, int same, int silenced) {}

    @Bean
    static Job leafletsOfAllMembers(LeafletService leaflets, LeafletQueries members) {
        return new JobInSteps<>(
                KIND,
                LeafletPeriod.class,
                new LeafletJobProgress(null, 0, 0, 0),
                members::countMembers,
                1,
                (span, at) -> members.findNextMember(span, at.after()).map(member -> make(leaflets, member, span, at)),
                (span, end) -> new LeafletRunOutcome(span, end.made(), end.same(), end.silenced()));
    }

    private static LeafletJobProgress make(
            LeafletService leaflets, OrganisationId member, LeafletPeriod span, LeafletJobProgress at) {
        try (RenderedLeafletFile file = leaflets.render(member, span, null)) {
            int made = leaflets.store(file) ? 1 : 0;
            return new LeafletJobProgress(
                    member.value(), at.made() + made, at.same() + 1 - made, at.silenced() + file.silenced());
        }
    }
}
