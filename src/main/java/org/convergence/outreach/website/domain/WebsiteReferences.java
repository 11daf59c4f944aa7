package org.convergence.outreach.website.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.directory.segment.SegmentCriterion;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.shell.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** References of requests to people, names in what was typed, and the people who subscribed, as a criterion. */
@Configuration(proxyBeanMethods = false)
class WebsiteReferences {

    private static final int UNCONFIRMED = 7;
    private static final int DONE = 90;
    private static final int COUNTED = 30;

    private static final String HERS = """
            (person = :person OR mail IN (SELECT unnest(c.contact_keys) FROM directory.people_person_contact c
                                          WHERE c.id = :person))""";

    /** An erased person's requests lose what she typed, and so do requests from her addresses. */
    @Bean
    static IdentityReference websiteSubscribers(JdbcClient db) {
        return new SingleColumnReference(
                ReferencingColumn.toPerson(db, WebsiteRequestRepository.TABLE, "person", ErasureRule.CLEAR)) {
            @Override
            public void erase(PersonId person) {
                db.sql("DELETE FROM outreach.website_request WHERE state = 'PENDING' AND " + HERS)
                        .param("person", person.value())
                        .update();
                db.sql("""
                                UPDATE outreach.website_request SET mail = NULL, name = '', message = NULL, version = version + 1
                                WHERE\s""" + HERS).param("person", person.value()).update();
                super.erase(person);
            }
        };
    }

    @Bean
    static IdentityReferences referencesFromWebsite(ReferenceDeclarations declare) {
        return declare.table(WebsiteRequestRepository.TABLE)
                .texts(Map.of("mail", 254, "name", 200, "organisation_name", 200, "message", 2_000, "wording", 4_000))
                .textsOf(WebsiteSettings.TABLE, Map.of("about_fr", 5_000, "about_en", 5_000, "about_es", 5_000));
    }

    @Bean
    static SegmentCriterion websiteCriterion() {
        return SegmentCriterion.chosen(
                70, "website", "website.segment", t -> List.of(new Option("FORM", t.say("website.segment.form"))), """
                p.id IN (SELECT r.person FROM outreach.website_request r
                         WHERE r.kind = 'SUBSCRIBE' AND r.state = 'DONE' AND 'FORM' = ANY (:website))""");
    }

    /**
     * Every night deletes requests that no address confirmed in {@value #UNCONFIRMED} days, those that the team left
     * unanswered for {@value #DONE} days, and the counts of letters after {@value #COUNTED} days; and erases what visitors
     * typed {@value #DONE} days after it was dealt with: the consent and the prospect hold what is still needed (R-L25-23).
     */
    @Bean
    static RecurringWork websiteCleanup(JdbcClient db, Clock clock, TransactionOperations transactions) {
        return RecurringWork.of("website-sweep", "0 20 6 * * *", () -> {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            transactions.executeWithoutResult(status -> {
                db.sql("DELETE FROM outreach.website_request WHERE state = 'PENDING' AND asked_at < ?")
                        .param(now.minus(Duration.ofDays(UNCONFIRMED)))
                        .update();
                db.sql("""
                            UPDATE outreach.website_request
                            SET mail = NULL, name = '', organisation_name = NULL, message = NULL, version = version + 1
                            WHERE state IN ('DONE', 'DISMISSED') AND ended_at < ? AND mail IS NOT NULL
                            """).param(now.minus(Duration.ofDays(DONE))).update();
                db.sql("DELETE FROM outreach.website_request WHERE state = 'CONFIRMED' AND confirmed_at < ?")
                        .param(now.minus(Duration.ofDays(DONE)))
                        .update();
                db.sql("DELETE FROM outreach.website_letter WHERE posted_at < ?")
                        .param(now.minus(Duration.ofDays(COUNTED)))
                        .update();
            });
        });
    }
}
