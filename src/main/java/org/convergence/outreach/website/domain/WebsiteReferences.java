package org.convergence.outreach.website.domain;

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
import org.convergence.platform.shell.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References of requests to people, names in what was typed, and the people who subscribed, as a criterion. */
@Configuration(proxyBeanMethods = false)
class WebsiteReferences {

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
}
