package org.convergence.directory.protection.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the search for protected people's names came, and its repetition where it failed. */
@Service
@Transactional
@Requires(ProtectionPermissions.READ)
public class NameSweepService {

    private final NameSweepRepository sweeps;
    private final JobQueue jobs;
    private final JdbcClient db;

    NameSweepService(NameSweepRepository sweeps, JobQueue jobs, JdbcClient db) {
        this.sweeps = sweeps;
        this.jobs = jobs;
        this.db = db;
    }

    /** The state of a person's sweep. */
    public enum SweepState {
        UNDER_WAY,
        DONE,
        /** It failed or was stopped: something is not done. */
        NOT_DONE;

        static SweepState of(@Nullable JobState latest, boolean done) {
            if (latest == null) {
                return done ? DONE : NOT_DONE;
            }
            return switch (latest) {
                case QUEUED, RUNNING, STOPPING -> UNDER_WAY;
                case FAILED, STOPPED -> NOT_DONE;
                case DONE -> done ? DONE : NOT_DONE;
            };
        }
    }

    /** The state of one person's sweep. */
    @Transactional(readOnly = true)
    public SweepState findState(PersonId person) {
        return SweepState.of(
                jobs.findLatestStates(NameSweepJob.KIND).get(key(person)),
                sweeps.findByPerson(person).filter(NameSweepResult::scrubbed).isPresent());
    }

    /** The protected people whose sweep is not done, and not under way. */
    @Transactional(readOnly = true)
    public List<PersonId> findNotDone() {
        Map<String, JobState> latest = jobs.findLatestStates(NameSweepJob.KIND);
        return db
                .sql("""
                        SELECT v.person, coalesce(s.scrubbed, false) AS done FROM directory.protection_vault v
                        LEFT JOIN directory.protection_sweep s USING (person) ORDER BY v.person
                        """)
                .query((row, n) -> {
                    PersonId person = new PersonId(row.getObject("person", UUID.class));
                    SweepState state = SweepState.of(latest.get(key(person)), row.getBoolean("done"));
                    return state == SweepState.NOT_DONE ? List.of(person) : List.<PersonId>of();
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
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
