package org.convergence.resources.impact.domain;

import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the leaflets of all members of a period, one by one; a resumed run continues after the last member done. */
@Component
class LeafletJob implements Job {

    static final String KIND = "impact.leaflets";

    private final LeafletService leaflets;
    private final LeafletQueries leafletQueries;

    LeafletJob(LeafletService leaflets, LeafletQueries leafletQueries) {
        this.leaflets = leaflets;
        this.leafletQueries = leafletQueries;
    }

    /**
     * Progress and counts of a run.
     *
     * @param after the last member done; {@code null} before the first
     * @param same how many leaflets were unchanged, and not made again
     * @param silenced how many titles and texts were left out because they name a person
     */
    record LeafletJobProgress(@Nullable UUID after, int made, int same, int silenced) {

        LeafletJobProgress after(OrganisationId organisation, boolean kept, int left) {
            return new LeafletJobProgress(
                    organisation.value(), made + (kept ? 1 : 0), same + (kept ? 0 : 1), silenced + left);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        LeafletPeriod span = run.parameters().as(LeafletPeriod.class);
        LeafletJobProgress at = run.position().node().isEmpty()
                ? new LeafletJobProgress(null, 0, 0, 0)
                : run.position().as(LeafletJobProgress.class);
        run.setTotal(leafletQueries.countMembers(span));
        for (Optional<OrganisationId> next = leafletQueries.findNextMember(span, at.after());
                next.isPresent();
                next = leafletQueries.findNextMember(span, at.after())) {
            at = step(run, span, next.get(), at);
        }
        run.result(new LeafletService.LeafletRunOutcome(span, at.made(), at.same(), at.silenced()));
    }

    private LeafletJobProgress step(JobRun run, LeafletPeriod span, OrganisationId member, LeafletJobProgress here) {
        try (LeafletService.RenderedLeafletFile made = leaflets.render(member, span, null)) {
            run.step(1, () -> Json.of(here.after(member, leaflets.store(made), made.silenced())));
        }
        return run.position().as(LeafletJobProgress.class);
    }
}
