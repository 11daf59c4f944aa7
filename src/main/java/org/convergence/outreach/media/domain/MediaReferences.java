package org.convergence.outreach.media.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.convergence.directory.segment.SegmentCriterion;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References to people and outlets, names in texts, and press contacts as criteria of segments. */
@Configuration(proxyBeanMethods = false)
class MediaReferences {

    private static final List<String> ID = List.of("id");

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
    static IdentityReference mediaContactPeople(JdbcClient db) {
        return ReferencingColumn.toPerson(db, MediaService.CONTACTS, "person", ID, ErasureRule.DELETE)
                .withDuplicateKey(List.of());
    }

    @Bean
    static IdentityReference mediaContactOutlets(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, MediaService.CONTACTS, "outlet", ID);
    }

    @Bean
    static IdentityReference mediaReleaseRecipients(JdbcClient db) {
        return ReferencingColumn.toPerson(db, "outreach.media_recipient", "person", ID, ErasureRule.CLEAR)
                .withDuplicateKey(List.of("release"));
    }

    @Bean
    static IdentityReference mediaAskers(JdbcClient db) {
        return ReferencingColumn.toPerson(db, MediaService.REQUESTS, "person", ID, ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference mediaAskingOutlets(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, MediaService.REQUESTS, "outlet", ID);
    }

    @Bean
    static IdentityReference mediaAnswerers(JdbcClient db) {
        return ReferencingColumn.toPerson(db, MediaService.REQUESTS, "responsible", ID, ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference mediaPickupOutlets(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, MediaService.PICKUPS, "outlet", ID);
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

    @Bean
    static IdentityReference namesInMediaContacts(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, MediaService.CONTACTS, "r.person = :person", Map.of("themes", 300, "note", 1_000));
    }

    @Bean
    static IdentityReference namesInMediaReleases(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                MediaReleaseService.TABLE,
                "false",
                Map.of(
                        "title_fr",
                        200,
                        "body_fr",
                        10_000,
                        "title_en",
                        200,
                        "body_en",
                        10_000,
                        "title_es",
                        200,
                        "body_es",
                        10_000,
                        "spokesperson",
                        300));
    }

    @Bean
    static IdentityReference namesInMediaRequests(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                MediaService.REQUESTS,
                "r.person = :person",
                Map.of("asker", 200, "about", 300, "mandate", 1_000, "outcome", 2_000));
    }

    @Bean
    static IdentityReference namesInMediaPickups(TextStandIns standIns) {
        return new ColumnMentions(standIns, MediaService.PICKUPS, "false", Map.of("title", 300));
    }
}
