package org.convergence.directory.protection.domain;

import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.jobs.JobQueue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the search for protected people's names came, and its repetition where it failed. */
@Service
@Transactional
@Requires(ProtectionPermissions.READ)
public class NameSweepService {

    private final NameSweepRepository sweeps;
    private final JobQueue jobs;

    NameSweepService(NameSweepRepository sweeps, JobQueue jobs) {
        this.sweeps = sweeps;
        this.jobs = jobs;
    }

    /** The state of a person's sweep. */
    public enum SweepState {
        UNDER_WAY,
        DONE,
        /** It failed or was stopped: something is not done. */
        NOT_DONE
    }

    /** The state of one person's sweep. */
    @Transactional(readOnly = true)
    public SweepState findState(PersonId person) {
        boolean done =
                sweeps.findByPerson(person).filter(NameSweepResult::finished).isPresent();
        return jobs.isUnfinished(NameSweepJob.KIND, key(person))
                ? SweepState.UNDER_WAY
                : done ? SweepState.DONE : SweepState.NOT_DONE;
    }

    /** Goes on with a sweep that failed; without effect while one is under way. */
    @Requires(ProtectionPermissions.PROTECT)
    public void retry(PersonId person) {
        if (findState(person) != SweepState.UNDER_WAY && !jobs.resumeLatest(NameSweepJob.KIND, key(person))) {
            NameSweepJob.submit(jobs, person, List.of(), 0);
        }
    }

    private static String key(PersonId person) {
        return person.value().toString();
    }
}
