package org.convergence.education.workshop.domain;

import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.shell.PublicWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from workshops to people and organisations: an erased facilitator leaves the pool; an erased person no
 * longer answers requests; open requests pass to the successor.
 */
@Configuration(proxyBeanMethods = false)
class WorkshopReferences {

    @Bean
    static IdentityReferences referencesFromWorkshop(ReferenceDeclarations declare) {
        return declare.table("education.workshop_facilitator")
                .person("person", ErasureRule.DELETE)
                .onlyOne()
                .about("r.person = :person")
                .texts(Map.of("note", 500, "checked_by", 200))
                .table(WorkshopRequest.TABLE)
                .person("responsible", ErasureRule.CLEAR)
                .organisation("organisation")
                .about("r.responsible = :person")
                .texts(Map.of("asker", 200, "contact_name", 200, "contact_mail", 254, "contact_phone", 50))
                .texts(Map.of("place", 300, "purpose", 2_000, "access", 1_000, "answer_note", 1_000))
                .table(WorkshopSession.TABLE)
                .organisation("organisation")
                .texts(Map.of("place", 300, "notes", 4_000))
                .table(Workshop.TABLE)
                .organisation("with_partner")
                .texts(Map.of("title", 200, "theme", 100, "outline", 10_000))
                .texts(Map.of("with_we_bring", 1_000, "with_they_bring", 1_000, "with_licence", 200))
                .textsOf("education.workshop_break", Map.of("name", 200))
                .textsOf("education.workshop_facilitator_letter", Map.of("place", 300));
    }

    @Bean
    static Holding workshopRequestsToAnswer(JdbcClient db) {
        return new ColumnHolding(
                db, "workshop.holding", 56, "education.workshop_request.responsible", "answered_on IS NULL", """
                SELECT id, asker AS what, NULL AS detail, '/education/workshop/requests/' || id AS url, promised_on AS due
                FROM education.workshop_request WHERE responsible = ? AND answered_on IS NULL ORDER BY promised_on, id
                """);
    }

    /** The public catalogue, the pages by which participants evaluate, and announced sessions, which the feeds list with their place. */
    @Bean
    static PublicWords workshopWords() {
        return new PublicWords("""
                SELECT w.id, '/education/workshop/catalogue/' || w.id, concat_ws(E'\\n', w.title, w.theme, w.outline, w.kit_url)
                FROM education.workshop w WHERE w.published AND w.retired_on IS NULL
                UNION ALL
                SELECT s.id, '/education/workshop/sessions/' || s.id, concat_ws(E'\\n', w.title, s.place)
                FROM education.workshop_session s JOIN education.workshop w ON w.id = s.workshop
                WHERE s.state IN ('PLANNED', 'HELD') OR s.announced_at IS NOT NULL
                """);
    }
}
