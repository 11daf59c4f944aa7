package org.convergence.directory.people.domain.merging;

import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches for duplicates of new and changed records, a hundred at a time; it resumes where it stopped. */
@Component
class DuplicateSearch implements Job {

    static final String KIND = "people.duplicates";

    private final Looking looking;
    private final Likenesses likenesses;

    DuplicateSearch(Looking looking, Likenesses likenesses) {
        this.looking = looking;
        this.likenesses = likenesses;
    }

    /**
     * The progress of the job.
     *
     * @param subject the kind being searched; {@code null} at the end
     */
    record Position(@Nullable Subject subject, @Nullable UUID after) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        run.total(looking.waiting(Subject.PERSON) + looking.waiting(Subject.ORGANISATION));
        Position at = run.position().node().isEmpty()
                ? new Position(Subject.PERSON, null)
                : run.position().as(Position.class);
        for (Subject subject = at.subject(); subject != null; subject = at.subject()) {
            Position here = at;
            run.step(Looking.AT_ONCE, () -> Json.of(next(here)));
            at = run.position().as(Position.class);
        }
    }

    private Position next(Position here) {
        Subject subject = here.subject();
        if (subject == null) {
            return here;
        }
        UUID last = looking.next(subject, here.after());
        if (last != null) {
            return new Position(subject, last);
        }
        if (subject == Subject.PERSON) {
            return new Position(Subject.ORGANISATION, null);
        }
        likenesses.tidy();
        return new Position(null, null);
    }
}
