package org.convergence.directory.people.domain.merging;

import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches for duplicates of new and changed records, a hundred at a time; it resumes where it stopped. */
@Component
class DuplicateSearchJob implements Job {

    static final String KIND = "people.duplicates";

    private final DuplicateFinder duplicateFinder;
    private final LikenessRepository likenesses;

    DuplicateSearchJob(DuplicateFinder duplicateFinder, LikenessRepository likenesses) {
        this.duplicateFinder = duplicateFinder;
        this.likenesses = likenesses;
    }

    /**
     * The progress of the job.
     *
     * @param subject the kind being searched; {@code null} at the end
     */
    record DuplicateSearchPosition(
            @Nullable MergeSubject subject, @Nullable UUID after) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        run.setTotal(duplicateFinder.countWaiting(MergeSubject.PERSON)
                + duplicateFinder.countWaiting(MergeSubject.ORGANISATION));
        DuplicateSearchPosition at = run.position().node().isEmpty()
                ? new DuplicateSearchPosition(MergeSubject.PERSON, null)
                : run.position().as(DuplicateSearchPosition.class);
        for (MergeSubject subject = at.subject(); subject != null; subject = at.subject()) {
            DuplicateSearchPosition here = at;
            run.step(DuplicateFinder.AT_ONCE, () -> Json.of(next(here)));
            at = run.position().as(DuplicateSearchPosition.class);
        }
    }

    private DuplicateSearchPosition next(DuplicateSearchPosition here) {
        MergeSubject subject = here.subject();
        if (subject == null) {
            return here;
        }
        UUID last = duplicateFinder.searchNext(subject, here.after());
        if (last != null) {
            return new DuplicateSearchPosition(subject, last);
        }
        if (subject == MergeSubject.PERSON) {
            return new DuplicateSearchPosition(MergeSubject.ORGANISATION, null);
        }
        likenesses.deleteOrphans();
        return new DuplicateSearchPosition(null, null);
    }
}
