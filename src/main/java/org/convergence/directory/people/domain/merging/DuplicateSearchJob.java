package org.convergence.directory.people.domain.merging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobInSteps;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Searches, some records at a time, for others that may be the same: common addresses first, then names with the same
 * words, then similar names in the same organisation. An address or a number is not enough, since colleagues share
 * them: a word of the name must match.
 */
@Component
record DuplicateSearchJob(JdbcClient db, LikenessRepository likenesses) {

    /** A batch size that takes well under half a second. */
    static final int AT_ONCE = 100;

    private static final String PERSONS = """
            WITH looked AS (
                SELECT r.id, r.contact_keys, r.search_form, string_to_array(btrim(r.search_form), ' ') AS words,
                       directory.people_word_set(r.given_name || ' ' || r.family_name) AS word_set
                FROM directory.people_person r WHERE r.id = ANY (:ids)),
            found AS (
                SELECT l.id AS a, o.id AS b, CASE WHEN key LIKE '%@%' THEN 'MAIL' ELSE 'PHONE' END AS reason
                FROM looked l CROSS JOIN unnest(l.contact_keys) AS key
                CROSS JOIN LATERAL (
                    SELECT q.id, q.search_form FROM directory.people_person q
                    WHERE q.contact_keys @> ARRAY[key] AND q.id <> l.id ORDER BY q.id LIMIT 30) AS o
                WHERE length(key) > 5
                  AND (string_to_array(btrim(o.search_form), ' ') && l.words
                       OR public.similarity(l.search_form, o.search_form) >= 0.3)
                UNION ALL
                SELECT l.id, o.id, 'NAME' FROM looked l
                CROSS JOIN LATERAL (
                    SELECT k.id FROM directory.people_looked k JOIN directory.people_person q ON q.id = k.id
                    WHERE k.words_hash = hashtextextended(l.word_set, 0) AND k.id <> l.id
                      AND directory.people_word_set(q.given_name || ' ' || q.family_name) = l.word_set
                    ORDER BY k.id LIMIT 10) AS o
                WHERE position(' ' IN l.word_set) > 0
                UNION ALL
                SELECT l.id, o.id, 'ALIKE' FROM looked l
                JOIN directory.people_function f ON f.person = l.id
                CROSS JOIN LATERAL (
                    SELECT q.id, q.search_form FROM directory.people_function g
                    JOIN directory.people_person q ON q.id = g.person
                    WHERE g.organisation = f.organisation AND g.person <> l.id LIMIT 300) AS o
                WHERE public.similarity(l.search_form, o.search_form) >= 0.5)
            """;

    private static final String ORGANISATIONS = """
            WITH looked AS (
                SELECT r.id, r.contact_keys, r.search_form, string_to_array(btrim(r.search_form), ' ') AS words,
                       directory.people_word_set(r.name) AS word_set, regexp_replace(r.name, '\\D', '', 'g') AS figures,
                       directory.people_called(r.name, r.short_name, r.other_names) AS called,
                       ARRAY(SELECT a.parent FROM directory.people_affiliation a WHERE a.member = r.id) AS parents
                FROM directory.people_organisation r WHERE r.id = ANY (:ids)),
            found AS (
                SELECT l.id AS a, o.id AS b, CASE WHEN key LIKE '%@%' THEN 'MAIL' ELSE 'PHONE' END AS reason
                FROM looked l CROSS JOIN unnest(l.contact_keys) AS key
                CROSS JOIN LATERAL (
                    SELECT q.id, q.search_form FROM directory.people_organisation q
                    WHERE q.contact_keys @> ARRAY[key] AND q.id <> l.id ORDER BY q.id LIMIT 30) AS o
                WHERE length(key) > 5 AND public.similarity(l.search_form, o.search_form) >= 0.3
                UNION ALL
                SELECT l.id, o.id, 'NAME' FROM looked l
                CROSS JOIN LATERAL (
                    SELECT q.id FROM directory.people_organisation q
                    WHERE q.id <> l.id AND (directory.people_word_set(q.name) = l.word_set
                        OR directory.people_called(q.name, q.short_name, q.other_names) && array_remove(l.called, NULL))
                    ORDER BY q.id LIMIT 10) AS o
                -- « Comité de solidarité » of one union is not that of another.
                WHERE cardinality(l.parents) = 0
                   OR NOT EXISTS (SELECT FROM directory.people_affiliation a WHERE a.member = o.id)
                   OR EXISTS (SELECT FROM directory.people_affiliation a WHERE a.member = o.id AND a.parent = ANY (l.parents))
                UNION ALL
                SELECT l.id, o.id, 'ALIKE' FROM looked l
                CROSS JOIN LATERAL (
                    SELECT q.id, q.search_form, q.name FROM directory.people_affiliation g
                    JOIN directory.people_organisation q ON q.id = g.member
                    WHERE g.parent = ANY (l.parents) AND g.member <> l.id LIMIT 300) AS o
                -- « Local 12 » is not « Local 13 ».
                WHERE public.similarity(l.search_form, o.search_form) >= 0.6
                  AND regexp_replace(o.name, '\\D', '', 'g') = l.figures)
            """;

    private static final String PAIRS = """
            SELECT least(a, b) AS one, greatest(a, b) AS other,
                   array_agg(DISTINCT reason ORDER BY reason) AS reasons
            FROM found GROUP BY 1, 2
            """;
    static final String KIND = "people.duplicates";

    /**
     * The progress of the job.
     *
     * @param subject the kind being searched; {@code null} at the end
     */
    record DuplicateSearchPosition(
            @Nullable MergeSubject subject, @Nullable UUID after) {}

    /** The number of new records, and of records changed since their last search. */
    long countWaiting(MergeSubject subject) {
        return db.sql(subject.sql("""
                        SELECT count(*) FROM %1$s r LEFT JOIN directory.people_looked k ON k.id = r.id
                        WHERE k.version IS DISTINCT FROM r.version
                        """)).query(Long.class).single();
    }

    /**
     * Searches the next batch.
     *
     * @param after the last record of the previous batch, {@code null} to begin
     * @return the last record, {@code null} where none is left
     */
    @Nullable
    UUID searchNext(MergeSubject subject, @Nullable UUID after) {
        List<UUID> ids = db.sql(subject.sql("""
                        SELECT r.id FROM %1$s r LEFT JOIN directory.people_looked k ON k.id = r.id
                        WHERE r.id > :after AND k.version IS DISTINCT FROM r.version ORDER BY r.id LIMIT :most
                        """))
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
        if (ids.isEmpty()) {
            return null;
        }
        note(subject, ids);
        likenesses.replaceFound(subject, ids, found(subject, ids));
        return ids.get(ids.size() - 1);
    }

    /** Done first, so that records of one batch find each other. */
    private void note(MergeSubject subject, List<UUID> ids) {
        String hash = subject == MergeSubject.PERSON
                ? "hashtextextended(directory.people_word_set(r.given_name || ' ' || r.family_name), 0)"
                : "NULL";
        db.sql(subject.sql("""
                        INSERT INTO directory.people_looked (id, version, words_hash)
                        SELECT r.id, r.version, %HASH% FROM %1$s r WHERE r.id = ANY (:ids)
                        ON CONFLICT (id) DO UPDATE SET version = excluded.version, words_hash = excluded.words_hash
                        """.replace("%HASH%", hash)))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private List<LikenessRepository.LikenessPair> found(MergeSubject subject, List<UUID> ids) {
        String sql = (subject == MergeSubject.PERSON ? PERSONS : ORGANISATIONS) + PAIRS;
        return db.sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .query(RecordMapper.of(LikenessRepository.LikenessPair.class))
                .list();
    }

    @Bean
    static Job duplicateSearch(DuplicateSearchJob search) {
        return new JobInSteps<>(
                KIND,
                Object.class,
                new DuplicateSearchPosition(MergeSubject.PERSON, null),
                none -> search.countWaiting(MergeSubject.PERSON) + search.countWaiting(MergeSubject.ORGANISATION),
                AT_ONCE,
                (none, at) -> search.searchNext(at),
                (none, end) -> null);
    }

    private Optional<DuplicateSearchPosition> searchNext(DuplicateSearchPosition at) {
        MergeSubject subject = at.subject();
        if (subject == null) {
            return Optional.empty();
        }
        UUID last = searchNext(subject, at.after());
        if (last != null) {
            return Optional.of(new DuplicateSearchPosition(subject, last));
        }
        if (subject == MergeSubject.PERSON) {
            return Optional.of(new DuplicateSearchPosition(MergeSubject.ORGANISATION, null));
        }
        likenesses.deleteOrphans();
        return Optional.empty();
    }
}
