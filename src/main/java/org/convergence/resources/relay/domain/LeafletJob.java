package org.convergence.resources.relay.domain;

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

    static final String KIND = "relay.leaflets";

    private final LeafletMaking making;
    private final LeafletList list;

    LeafletJob(LeafletMaking making, LeafletList list) {
        this.making = making;
        this.list = list;
    }

    /**
     * Progress and counts of a run.
     *
     * @param after the last member done; {@code null} before the first
     * @param same how many leaflets were unchanged, and not made again
     * @param silenced how many titles and texts were left out because they name a person
     */
    record Position(@Nullable UUID after, int made, int same, int silenced) {

        Position after(OrganisationId organisation, boolean kept, int left) {
            return new Position(organisation.value(), made + (kept ? 1 : 0), same + (kept ? 0 : 1), silenced + left);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Span span = run.parameters().as(Span.class);
        Position at = run.position().node().isEmpty()
                ? new Position(null, 0, 0, 0)
                : run.position().as(Position.class);
        run.total(list.members(span));
        for (Optional<OrganisationId> next = list.next(span, at.after());
                next.isPresent();
                next = list.next(span, at.after())) {
            at = step(run, span, next.get(), at);
        }
        run.result(new LeafletMaking.Outcome(span, at.made(), at.same(), at.silenced()));
    }

    private Position step(JobRun run, Span span, OrganisationId member, Position here) {
        try (LeafletMaking.Made made = making.made(member, span, null)) {
            run.step(1, () -> Json.of(here.after(member, making.keep(made), made.silenced())));
        }
        return run.position().as(Position.class);
    }
}
