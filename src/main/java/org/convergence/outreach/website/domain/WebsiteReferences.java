package org.convergence.outreach.website.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
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
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** References of requests to people, names in what was typed, and the people who subscribed, as a criterion. */
@Configuration(proxyBeanMethods = false)
class WebsiteReferences {

    private static final int DONE = 90;
    private static final int COUNTED = 30;

    /** A letter given up through a fault of the server may be sent again; one that was refused or returned may not. */
    private static final String UNCONFIRMED = """
            DELETE FROM outreach.website_request r
            WHERE r.state = 'PENDING' AND r.asked_at < :since AND (r.asked_at < :kept OR NOT EXISTS (
                SELECT FROM platform.mail_letter_status l WHERE l.matter = :matter AND l.record_id = r.id
                AND (coalesce(l.left_on, l.posted_at) >= :since OR l.state = 'WAITING'
                     OR (l.state = 'REFUSED' AND coalesce(l.reason, '') NOT IN ('REFUSED_RECIPIENT', 'BOUNCED')))))
            """;

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
     * Every night deletes requests that no address confirmed in the {@value WebsiteLetterSender#CONFIRM_DAYS} days after the
     * letter left, or in {@value #DONE} days if it never does, those that the team left unanswered for {@value #DONE} days,
     * and the counts of letters after {@value #COUNTED} days; and erases what visitors typed {@value #DONE} days after it was
     * dealt with: the consent, and the exchange of the prospect, hold what is still needed, as the form says (R-L25-23).
     */
    @Bean
    static RecurringWork websiteCleanup(
            JdbcClient db, Clock clock, OrganisationSettings settings, TransactionOperations transactions) {
        return RecurringWork.of("website-sweep", "0 20 6 * * *", () -> {
            OffsetDateTime now = SqlTime.now(clock);
            transactions.executeWithoutResult(status -> {
                db.sql(UNCONFIRMED)
                        .param("matter", WebsiteLetterSender.NAME)
                        .param(
                                "since",
                                settings.today()
                                        .minusDays(WebsiteLetterSender.CONFIRM_DAYS)
                                        .atStartOfDay(settings.current().zone())
                                        .toOffsetDateTime())
                        .param("kept", now.minus(Duration.ofDays(DONE)))
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
