package org.convergence.directory.people.domain.merging;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Possible duplicates, for users to decide. */
@Service
@Transactional
@Requires(PeoplePermissions.EDIT)
public class DuplicateService {

    /** The maximum shown at once; the next ones follow as these are decided. */
    public static final int SHOWN = 20;

    /** The kind of the job that searches for them. */
    public static final String WORK = DuplicateSearchJob.KIND;

    private static final String SIDE = """
            jsonb_build_object('id', %1$s.id, 'name', %2$s, 'since', %1$s.created_at, 'reached', (
                SELECT coalesce(jsonb_agg(point -> 'value'), '[]') FROM jsonb_array_elements(%1$s.contact_points) AS point),
              'ties', %3$s) AS %1$s
            """;

    private static final String FUNCTIONS = """
            (SELECT coalesce(jsonb_agg(f.title || ', ' || coalesce(g.short_name, g.name) ORDER BY f.until DESC NULLS FIRST), '[]')
             FROM directory.people_function f JOIN directory.people_organisation g ON g.id = f.organisation
             WHERE f.person = %s.id)
            """;

    private static final String AFFILIATIONS = """
            (SELECT coalesce(jsonb_agg(g.name ORDER BY g.name), '[]')
             FROM directory.people_affiliation f JOIN directory.people_organisation g ON g.id = f.parent
             WHERE f.member = %s.id)
            """;

    private final LikenessRepository likenesses;
    private final JobQueue jobs;
    private final JdbcClient db;

    DuplicateService(LikenessRepository likenesses, JobQueue jobs, JdbcClient db) {
        this.likenesses = likenesses;
        this.jobs = jobs;
        this.db = db;
    }

    /**
     * One of two records.
     *
     * @param reached its addresses and numbers
     * @param ties a person's functions, or an organisation's parents
     */
    public record DuplicateSide(UUID id, String name, String since, List<String> reached, List<String> ties) {}

    /**
     * Two possible duplicates, the one entered first before the other.
     *
     * @param reasons MAIL, PHONE, NAME, ALIKE
     */
    public record DuplicateProposal(DuplicateSide first, DuplicateSide second, List<String> reasons) {}

    /** Undecided pairs; those with a common address or number first. */
    @Transactional(readOnly = true)
    public List<DuplicateProposal> findUndecided(MergeSubject subject) {
        boolean people = subject == MergeSubject.PERSON;
        String ties = people ? FUNCTIONS : AFFILIATIONS;
        String name = people ? ".display_name" : ".name";
        String sql = "SELECT l.reasons, " + SIDE.formatted("a", "a" + name, ties.formatted("a")) + ", "
                + SIDE.formatted("b", "b" + name, ties.formatted("b"))
                + subject.sql("""
                FROM directory.people_likeness l JOIN %1$s a ON a.id = l.one JOIN %1$s b ON b.id = l.other
                WHERE l.kind = :kind AND l.dismissed_at IS NULL
                ORDER BY l.reasons && '{MAIL,PHONE}'::text[] DESC, l.found_at DESC, l.one, l.other LIMIT :most
                """);
        return db.sql(sql)
                .param("kind", subject.name())
                .param("most", SHOWN)
                .query((row, n) -> new DuplicateProposal(
                        Json.parse(row.getString("a")).as(DuplicateSide.class),
                        Json.parse(row.getString("b")).as(DuplicateSide.class),
                        List.of((String[]) row.getArray("reasons").getArray())))
                .list();
    }

    /** The number of undecided pairs, counted up to 10,000. */
    @Transactional(readOnly = true)
    public long countUndecided(MergeSubject subject) {
        return db.sql(subject.sql("""
                        SELECT count(*) FROM (
                            SELECT FROM directory.people_likeness l JOIN %1$s a ON a.id = l.one JOIN %1$s b ON b.id = l.other
                            WHERE l.kind = :kind AND l.dismissed_at IS NULL LIMIT 10001) AS pairs
                        """))
                .param("kind", subject.name())
                .query(Long.class)
                .single();
    }

    /** Decides that two records are different; they are never proposed again. */
    public void dismiss(MergeSubject subject, UUID one, UUID other) {
        likenesses.dismiss(subject, one, other);
    }

    /** Undoes a dismissal, so that the pair can be proposed again. */
    public void undoDismissal(UUID one, UUID other) {
        likenesses.undoDismissal(one, other);
    }

    /** Starts the search in the background. */
    public UUID startSearch() {
        return jobs.submit(JobRequest.of(
                        DuplicateSearchJob.KIND,
                        "people.duplicates.work",
                        Json.empty().node())
                .once("duplicates"));
    }
}
