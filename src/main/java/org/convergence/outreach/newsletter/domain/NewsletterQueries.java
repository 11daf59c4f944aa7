package org.convergence.outreach.newsletter.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.segment.AudienceExclusion;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.publicform.FormOrigins;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists issues, and tells what came of them: never who opened a letter. */
@Service
@Transactional(readOnly = true)
@Requires(NewsletterPermissions.READ)
public class NewsletterQueries {

    private static final Duration COUNTED = Duration.ofDays(30);

    /** Condition on {@code r}: a letter was written to the person, who withdrew in the days counted. */
    private static final String WITHDREW = """
            r.edition IS NOT NULL AND EXISTS (
                SELECT FROM directory.consent_withdrawal w
                 WHERE w.person = r.person AND (w.purpose IS NULL OR w.purpose = 'NEWS')
                   AND w.recorded_at BETWEEN least(r.decided_at, :from) AND :to)""";

    private final NewsletterRepository repository;
    private final FormOrigins origins;
    private final JdbcClient db;

    NewsletterQueries(NewsletterRepository repository, FormOrigins origins, JdbcClient db) {
        this.repository = repository;
        this.origins = origins;
        this.db = db;
    }

    /** An issue in the list. */
    public record IssueRow(Newsletter issue, String subject) {}

    /** Letters in one state, with the key of its reason; {@code null} for none. */
    private record StateRow(
            @Nullable LetterState state,
            @Nullable String reason,
            @Nullable AudienceExclusion exclusion,
            int number) {}

    /** Letters that the outbox had and that reached nobody, with the key or the diagnosis that says why. */
    public record UndeliveredLetters(LetterState state, String reason, int number) {}

    /**
     * What came of an issue.
     *
     * @param written the people to whom a letter was written
     * @param letters by state, without zeros
     * @param undelivered the letters that were withheld or refused, by reason
     * @param exclusions the people who got no letter, by reason
     * @param unsubscribed the recipients who withdrew within thirty days
     * @param returned the letters that came back to another tool
     * @param registered the public forms that readers sent from its links, without saying which readers
     * @param relayed the kits made of its texts that organisations published
     */
    public record NewsletterOutcome(
            int written,
            Map<LetterState, Integer> letters,
            List<UndeliveredLetters> undelivered,
            Map<AudienceExclusion, Integer> exclusions,
            int unsubscribed,
            int returned,
            List<RelayedKit> relayed,
            int registered) {

        /** The number of people who were left aside. */
        public int excluded() {
            return exclusions.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** The number of letters in a state. */
        public int count(LetterState state) {
            return letters.getOrDefault(state, 0);
        }
    }

    /** A kit that organisations published. */
    public record RelayedKit(UUID kit, String title, int organisations) {}

    /**
     * The latest issues, with their subject in their first language.
     *
     * @param after the last issue shown; {@code null} at the beginning
     */
    public List<IssueRow> findLatest(@Nullable NewsletterId after, int limit) {
        List<Newsletter> latest = repository.findLatest(after, limit);
        Map<NewsletterId, String> subjects = new HashMap<>();
        db.sql("""
                        SELECT n.id, t.title FROM outreach.newsletter n
                        JOIN outreach.newsletter_block b ON b.newsletter = n.id AND b.kind = 'SUBJECT'
                        JOIN outreach.newsletter_text t ON t.block = b.id AND t.language = n.languages[1]
                        WHERE n.id = ANY (:issues)
                        """)
                .param("issues", latest.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .query((row, n) ->
                        subjects.put(new NewsletterId(row.getObject("id", UUID.class)), row.getString("title")))
                .list();
        return latest.stream()
                .map(each -> new IssueRow(each, subjects.getOrDefault(each.id(), "")))
                .toList();
    }

    /**
     * An issue that has not left.
     *
     * @param reason message key that says why it is a draft again since its time; {@code null} if it is confirmed
     */
    public record DepartingIssue(
            NewsletterId id,
            String subject,
            Instant leavesAt,
            String confirmedName,
            @Nullable String reason) {}

    /** The confirmed issues and those that could not leave, the first to leave first. */
    public List<DepartingIssue> findDeparting() {
        return db.sql("""
                        SELECT n.id, t.title AS subject, n.leaves_at, n.confirmed_name, n.pause_reason AS reason
                        FROM outreach.newsletter n
                        JOIN outreach.newsletter_block b ON b.newsletter = n.id AND b.kind = 'SUBJECT'
                        JOIN outreach.newsletter_text t ON t.block = b.id AND t.language = n.languages[1]
                        WHERE n.state = 'CONFIRMED' OR (n.state = 'DRAFT' AND n.pause_reason = ANY (?))
                        ORDER BY n.leaves_at LIMIT 5
                        """)
                .param(new String[] {Newsletter.EXPIRED, Newsletter.NOBODY, Newsletter.NOBODY_THIS_WEEK})
                .query(RecordMapper.of(DepartingIssue.class))
                .list();
    }

    /** What came of an issue, in a few queries. */
    public NewsletterOutcome findOutcome(Newsletter issue) {
        Map<LetterState, Integer> letters = new EnumMap<>(LetterState.class);
        List<UndeliveredLetters> undelivered = new ArrayList<>();
        Map<AudienceExclusion, Integer> exclusions = new EnumMap<>(AudienceExclusion.class);
        List<StateRow> rows = db.sql("""
                        SELECT s.state, CASE WHEN s.state IN ('WITHHELD', 'REFUSED') THEN s.reason END AS reason, r.exclusion,
                               count(*) AS number
                        FROM outreach.newsletter_recipient r
                        LEFT JOIN platform.mail_letter_status s ON s.matter = :matter AND s.record_id = r.id
                        WHERE r.newsletter = :newsletter GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                        """)
                .param("matter", NewsletterEditionRepository.MATTER)
                .param("newsletter", issue.id().value())
                .query(RecordMapper.of(StateRow.class))
                .list();
        int written = 0;
        for (StateRow row : rows) {
            written += row.exclusion() == null ? row.number() : 0;
            if (row.exclusion() != null) {
                exclusions.merge(row.exclusion(), row.number(), Integer::sum);
            } else if (row.state() != null) {
                letters.merge(row.state(), row.number(), Integer::sum);
            }
            if (row.state() != null && row.reason() != null) {
                undelivered.add(new UndeliveredLetters(row.state(), row.reason(), row.number()));
            }
        }
        return new NewsletterOutcome(
                written,
                letters,
                undelivered,
                exclusions,
                countUnsubscribed(issue),
                countReturned(issue),
                findRelayed(issue),
                origins.countByMark(issue.id().mark()));
    }

    private List<RelayedKit> findRelayed(Newsletter issue) {
        return db.sql("""
                        SELECT p.kit, p.title, count(DISTINCT p.organisation) AS organisations
                        FROM outreach.newsletter_block b
                        JOIN outreach.relay_publication p ON p.source = 'outreach.newsletter/' || b.id
                        WHERE b.newsletter = ? GROUP BY p.kit, p.title ORDER BY p.title, p.kit
                        """)
                .param(issue.id().value())
                .query(RecordMapper.of(RelayedKit.class))
                .list();
    }

    private int countReturned(Newsletter issue) {
        return db.sql("SELECT count(*) FROM outreach.newsletter_recipient WHERE newsletter = ? AND returned")
                .param(issue.id().value())
                .query(Integer.class)
                .single();
    }

    private int countUnsubscribed(Newsletter issue) {
        return db.sql("SELECT count(*) FROM outreach.newsletter_recipient r WHERE r.newsletter = :newsletter AND "
                        + WITHDREW)
                .param("newsletter", issue.id().value())
                .param("from", leftAt(issue))
                .param("to", leftAt(issue).plus(COUNTED))
                .query(Integer.class)
                .single();
    }

    private static OffsetDateTime leftAt(Newsletter issue) {
        return SqlTime.at(Stream.of(Optional.ofNullable(issue.startedAt()), Optional.ofNullable(issue.leavesAt()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(issue.createdAt()));
    }

    /** The numbers of an outcome that are neither a state of letters nor a reason why there is none. */
    public enum OtherOutcome {
        RETURNED,
        UNSUBSCRIBED
    }

    /**
     * A person of the segment of an issue.
     *
     * @param person {@code null} if the person was erased or is protected
     * @param reason why the letter reached nobody, as a key or a diagnosis; {@code null} if it did
     */
    public record IssueReader(
            UUID id,
            @Nullable PersonId person,
            @Nullable String name,
            @Nullable LetterState state,
            @Nullable String reason,
            @Nullable AudienceExclusion exclusion) {}

    /**
     * The people behind a number of the outcome.
     *
     * @param number the name of a {@link LetterState}, an {@link AudienceExclusion} or an {@link OtherOutcome}
     * @param reason of letters that reached nobody; {@code null} for every reason
     * @param after the id of the last row shown; {@code null} at the beginning
     */
    @Requires(NewsletterPermissions.SEND)
    public List<IssueReader> findReaders(
            NewsletterId id, String number, @Nullable String reason, @Nullable UUID after, int limit) {
        OffsetDateTime leftAt = leftAt(repository.findById(id));
        return db.sql("""
                        SELECT r.id, p.id AS person, p.display_name AS name, s.state, s.reason, r.exclusion
                        FROM outreach.newsletter_recipient r
                        LEFT JOIN platform.mail_letter_status s ON s.matter = :matter AND s.record_id = r.id
                        LEFT JOIN directory.people_person_in_clear c ON c.id = r.person
                        LEFT JOIN directory.people_person_name p ON p.id = c.id
                        WHERE r.newsletter = :newsletter AND (CAST(:after AS uuid) IS NULL OR r.id > CAST(:after AS uuid))
                          AND CASE :number WHEN 'RETURNED' THEN r.returned WHEN 'UNSUBSCRIBED' THEN %s
                                           ELSE :number IN (s.state, r.exclusion) END
                          AND (CAST(:reason AS text) IS NULL OR s.reason = :reason)
                        ORDER BY r.id LIMIT :limit
                        """.formatted(WITHDREW))
                .param("matter", NewsletterEditionRepository.MATTER)
                .param("newsletter", id.value())
                .param("number", number)
                .param("reason", reason)
                .param("after", after)
                .param("from", leftAt)
                .param("to", leftAt.plus(COUNTED))
                .param("limit", limit)
                .query(RecordMapper.of(IssueReader.class))
                .list();
    }
}
