package org.convergence.outreach.media.domain;

import java.time.Clock;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.segment.SegmentCriterion;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.geography.Country;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.shell.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** References to people and outlets, names in texts, and press contacts as criteria of segments. */
@Configuration(proxyBeanMethods = false)
class MediaReferences {

    private static final int MONTHS = 12;

    @Bean
    static SegmentCriterion pressThemeCriterion() {
        return SegmentCriterion.typed(80, "presstheme", "media.segment.theme", """
                p.id IN (SELECT m.person FROM outreach.media_contact m WHERE platform.fold(m.themes) LIKE ANY (:presstheme))""");
    }

    @Bean
    static SegmentCriterion pressCountryCriterion() {
        return SegmentCriterion.chosen(
                81,
                "presscountry",
                "media.segment.country",
                t -> Country.findAll(t).stream()
                        .map(each -> new Option(each.code(), each.name(t)))
                        .toList(),
                """
                p.id IN (SELECT m.person FROM outreach.media_contact m
                         WHERE cardinality(m.countries) = 0 OR m.countries && CAST(:presscountry AS text[]))""");
    }

    @Bean
    static IdentityReferences referencesFromMedia(ReferenceDeclarations declare) {
        return declare.table(MediaContactService.CONTACTS)
                .person("person", ErasureRule.DELETE)
                .onlyOne()
                .organisation("outlet")
                .about("r.person = :person")
                .texts(Map.of("themes", 300, "note", 1_000))
                .table("outreach.media_recipient")
                .person("person", ErasureRule.CLEAR)
                .onePer("release")
                .table(MediaService.REQUESTS)
                .person("person", ErasureRule.CLEAR)
                .organisation("outlet")
                .person("responsible", ErasureRule.CLEAR)
                .about("r.person = :person")
                .texts(Map.of("asker", 200, "about", 300, "mandate", 1_000, "outcome", 2_000))
                .table(MediaService.PICKUPS)
                .organisation("outlet")
                .texts(Map.of("title", 300))
                .table("outreach.media_proposal")
                .texts(Map.of("title", 300))
                .table(MediaReleaseService.TABLE)
                .texts(Map.of("title_fr", 200, "body_fr", 10_000, "title_en", 200, "body_en", 10_000))
                .texts(Map.of("title_es", 200, "body_es", 10_000, "spokesperson", 300));
    }

    /** Lets readers of the press open clippings. */
    @Bean
    static DocumentGuard clippingGuard() {
        return DocumentGuard.of(MediaService.MODULE, MediaPermissions.READ);
    }

    @Bean
    static Holding openMediaRequests(JdbcClient db) {
        return new ColumnHolding(
                db, "media.holding", 62, MediaService.REQUESTS + ".responsible", "state = 'OPEN'", """
                SELECT r.id, r.about AS what, o.name AS detail, '/outreach/media/requests/' || r.id AS url, r.due_on AS due
                FROM outreach.media_request r LEFT JOIN directory.people_organisation_name o ON o.id = r.outlet
                WHERE r.responsible = ? AND r.state = 'OPEN' ORDER BY r.due_on, r.id
                """);
    }

    /** Every night clears who asked and what came of it from requests of the press ended {@value #MONTHS} months ago (R-L25-23). */
    @Bean
    static RecurringWork mediaCleanup(JdbcClient db, Clock clock, TransactionOperations transactions) {
        return RecurringWork.of(
                "media-sweep",
                "0 25 6 * * *",
                () -> transactions.executeWithoutResult(status -> db.sql("""
                        UPDATE outreach.media_request SET asker = NULL, outcome = NULL, version = version + 1
                        WHERE state <> 'OPEN' AND ended_at < ? AND num_nonnulls(asker, outcome) > 0
                        """)
                        .param(SqlTime.now(clock).minusMonths(MONTHS))
                        .update()));
    }
}
