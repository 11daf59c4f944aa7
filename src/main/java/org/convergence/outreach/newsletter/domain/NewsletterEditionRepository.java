package org.convergence.outreach.newsletter.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.LetterStatusService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The text of an issue by language as it was confirmed, and its recipients. */
@Repository
class NewsletterEditionRepository {

    /** The record that a letter regards is a recipient. */
    static final String MATTER = "newsletter_recipient";

    private static final String TAKEN_BACK = "mail.withheld.taken-back";

    private final LetterStatusService statuses;
    private final JdbcClient db;

    NewsletterEditionRepository(LetterStatusService statuses, JdbcClient db) {
        this.statuses = statuses;
        this.db = db;
    }

    /** An issue in a language. */
    record Edition(UUID id, String language, String subject) {}

    void save(NewsletterId newsletter, String language, String subject, LetterContent content) {
        db.sql("""
                        INSERT INTO outreach.newsletter_edition (id, newsletter, language, subject, content)
                        VALUES (:id, :newsletter, :language, :subject, :content)
                        """)
                .param("id", Ids.next())
                .param("newsletter", newsletter.value())
                .param("language", language)
                .param("subject", subject)
                .param("content", Json.of(content).toString())
                .update();
    }

    /** The editions by language. */
    Map<String, Edition> findByNewsletter(NewsletterId newsletter) {
        return db
                .sql("SELECT id, language, subject FROM outreach.newsletter_edition WHERE newsletter = ?")
                .param(newsletter.value())
                .query(Edition.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Edition::language, each -> each));
    }

    LetterContent content(UUID edition) {
        return db.sql("SELECT content FROM outreach.newsletter_edition WHERE id = ?")
                .param(edition)
                .query(String.class)
                .optional()
                .map(content -> Json.parse(content).as(LetterContent.class))
                .orElseThrow(() -> new NotFound("newsletter-edition"));
    }

    /** Takes a picture out of the texts of an issue. */
    void deletePicture(NewsletterId newsletter, String path) {
        findByNewsletter(newsletter)
                .values()
                .forEach(each -> db.sql("UPDATE outreach.newsletter_edition SET content = ? WHERE id = ?")
                        .params(Json.of(content(each.id()).withoutPicture(path)).toString(), each.id())
                        .update());
    }

    /**
     * A person of the segment when an issue leaves.
     *
     * @param edition what the person gets; {@code null} if excluded
     */
    record RecipientRow(
            UUID id, AudiencePerson person, @Nullable UUID edition) {}

    void insertRecipients(NewsletterId newsletter, List<RecipientRow> rows, Instant now) {
        db.sql("""
                        INSERT INTO outreach.newsletter_recipient
                               (id, newsletter, person, edition, basis, exclusion, decided_at)
                        SELECT fresh.id, :newsletter, fresh.person, fresh.edition,
                               CASE WHEN fresh.edition IS NOT NULL THEN fresh.basis END,
                               CASE WHEN fresh.edition IS NULL THEN fresh.exclusion END, :now
                        FROM unnest(CAST(:ids AS uuid[]), CAST(:people AS uuid[]), CAST(:editions AS uuid[]),
                                    CAST(:bases AS text[]), CAST(:exclusions AS text[]))
                             AS fresh (id, person, edition, basis, exclusion)
                        """)
                .param("newsletter", newsletter.value())
                .param("now", SqlTime.at(now))
                .param("ids", rows.stream().map(RecipientRow::id).toArray(UUID[]::new))
                .param(
                        "people",
                        rows.stream().map(row -> row.person().person().value()).toArray(UUID[]::new))
                .param("editions", rows.stream().map(RecipientRow::edition).toArray(UUID[]::new))
                .param("bases", names(rows, row -> row.person().basis()))
                .param("exclusions", names(rows, row -> row.person().exclusion()))
                .update();
    }

    private static String[] names(List<RecipientRow> rows, Function<RecipientRow, @Nullable Enum<?>> value) {
        return rows.stream()
                .map(row -> {
                    Enum<?> each = value.apply(row);
                    return each == null ? null : each.name();
                })
                .toArray(String[]::new);
    }

    /** The people who get an issue, by the language of its edition, in the order of their ids. */
    Map<PersonId, String> findReaders(NewsletterId newsletter) {
        Map<PersonId, String> readers = new LinkedHashMap<>();
        db.sql("""
                        SELECT r.person, e.language
                          FROM outreach.newsletter_recipient r
                          JOIN outreach.newsletter_edition e ON e.id = r.edition
                         WHERE r.newsletter = ? AND r.person IS NOT NULL ORDER BY r.person
                        """)
                .param(newsletter.value())
                .query((row, n) ->
                        readers.put(new PersonId(row.getObject("person", UUID.class)), row.getString("language")))
                .list();
        return readers;
    }

    /** The rows of the people to whom a letter was written. */
    List<UUID> findLetters(NewsletterId newsletter) {
        return db.sql("SELECT id FROM outreach.newsletter_recipient WHERE newsletter = ? AND edition IS NOT NULL")
                .param(newsletter.value())
                .query(UUID.class)
                .list();
    }

    /** Whether letters to people were written. */
    boolean hasReaders(NewsletterId newsletter) {
        return has(newsletter, "edition IS NOT NULL");
    }

    /** Whether people got none since another letter of the week is meant for their organisation. */
    boolean hasExcludedForWeek(NewsletterId newsletter) {
        return has(newsletter, "exclusion = 'WEEK'");
    }

    private boolean has(NewsletterId newsletter, String condition) {
        return db.sql("SELECT EXISTS (SELECT FROM outreach.newsletter_recipient WHERE newsletter = ? AND " + condition
                        + ")")
                .param(newsletter.value())
                .query(Boolean.class)
                .single();
    }

    /** Notes that the letters of people came back. */
    void markReturned(NewsletterId newsletter, Collection<PersonId> people) {
        db.sql("""
                        UPDATE outreach.newsletter_recipient SET returned = true
                         WHERE newsletter = ? AND edition IS NOT NULL AND person = ANY (?)
                        """)
                .params(newsletter.value(), people.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    /** @throws Refused if its words may name a person whose name may not be published, and nobody decided */
    void requireShown(NewsletterId newsletter) {
        if (isWithheld(newsletter)) {
            throw new Refused("newsletter.refused.named");
        }
    }

    /** Whether its words may name a person whose name may not be published, and nobody decided. */
    boolean isWithheld(NewsletterId newsletter) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM outreach.newsletter_edition e
                                       WHERE e.newsletter = ? AND platform.is_withheld(e.id))
                        """).param(newsletter.value()).query(Boolean.class).single();
    }

    /** Whether a person who was to get it is protected since. */
    boolean hasProtectedReader(NewsletterId newsletter) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM outreach.newsletter_recipient r
                                       WHERE r.newsletter = ? AND r.edition IS NOT NULL AND r.person IS NOT NULL
                                         AND NOT EXISTS (SELECT FROM directory.people_person_in_clear c WHERE c.id = r.person))
                        """).param(newsletter.value()).query(Boolean.class).single();
    }

    /** Forgets the recipients and the editions of an issue that is a draft again. */
    void deleteAll(NewsletterId newsletter) {
        db.sql("DELETE FROM outreach.newsletter_recipient WHERE newsletter = ?")
                .param(newsletter.value())
                .update();
        delete(newsletter);
    }

    void delete(NewsletterId newsletter) {
        db.sql("DELETE FROM outreach.newsletter_edition WHERE newsletter = ?")
                .param(newsletter.value())
                .update();
    }

    /** Takes back the letters that wait, and returns their number. */
    int takeBack(NewsletterId newsletter) {
        List<UUID> waiting = db.sql("""
                        SELECT r.id FROM outreach.newsletter_recipient r
                        JOIN platform.mail_letter_status s ON s.matter = :matter AND s.record_id = r.id
                        WHERE r.newsletter = :newsletter AND s.queued
                        """)
                .param("matter", MATTER)
                .param("newsletter", newsletter.value())
                .query(UUID.class)
                .list();
        return statuses.takeBack(MATTER, waiting);
    }

    /** The organisations of the people whose letter was taken back, without those to which one left or may leave. */
    List<OrganisationId> findOrganisationsWithout(NewsletterId newsletter, LocalDate today) {
        return db.sql("""
                        SELECT f.organisation
                          FROM outreach.newsletter_recipient r
                          LEFT JOIN platform.mail_letter_status s ON s.matter = :matter AND s.record_id = r.id
                          JOIN directory.people_held_function f ON f.person = r.person AND (f.until IS NULL OR f.until >= :today)
                         WHERE r.newsletter = :newsletter AND r.edition IS NOT NULL
                         GROUP BY f.organisation
                        HAVING bool_and(coalesce(s.state = 'WITHHELD' AND s.reason = :reason, false))
                        """)
                .param("matter", MATTER)
                .param("reason", TAKEN_BACK)
                .param("newsletter", newsletter.value())
                .param("today", today)
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Forgets the recipients whose letter was taken back, so that they get another one. */
    void deleteTakenBack(NewsletterId newsletter) {
        db.sql("""
                        DELETE FROM outreach.newsletter_recipient r USING platform.mail_letter_status s
                        WHERE s.matter = :matter AND s.record_id = r.id AND r.newsletter = :newsletter
                          AND s.state = 'WITHHELD' AND s.reason = :reason
                        """)
                .param("matter", MATTER)
                .param("reason", TAKEN_BACK)
                .param("newsletter", newsletter.value())
                .update();
    }
}
