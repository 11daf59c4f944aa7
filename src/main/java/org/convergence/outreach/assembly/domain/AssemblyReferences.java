package org.convergence.outreach.assembly.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * References from bodies to people and organisations. Erasure keeps seats, votes and attendance, under a replacement
 * name.
 */
@Configuration(proxyBeanMethods = false)
class AssemblyReferences {

    @Bean
    static IdentityReferences referencesFromAssembly(ReferenceDeclarations declare) {
        return declare.table("outreach.assembly_seat")
                .organisation("organisation")
                .table("outreach.assembly_mandate")
                .person("person", ErasureRule.KEEP)
                .table("outreach.assembly_notice")
                .person("person", ErasureRule.KEEP)
                .texts(Map.of("words", 300))
                .about("r.person = :person")
                .table("outreach.assembly_date_answer")
                .person("person", ErasureRule.DELETE)
                .table("outreach.assembly_attendance")
                .key("meeting", "seat")
                .person("person", ErasureRule.KEEP)
                .table("outreach.assembly_resolution")
                .person("proposer", ErasureRule.KEEP)
                .person("seconder", ErasureRule.KEEP)
                .texts(Map.of("proposed_by", 600, "seconded_by", 600))
                .table("outreach.assembly_interest")
                .person("person", ErasureRule.KEEP)
                .texts(Map.of("delegate", 600))
                .table(RequisitionService.TABLE)
                .texts(Map.of("business", 5_000))
                .table("outreach.assembly_follow_up")
                .person("person", ErasureRule.CLEAR);
    }

    /** Contacts until the last day of a mandate for an organisation. */
    @Bean
    static LastContactSource mandateContacts() {
        return new LastContactSource(AssemblyPermissions.READ, "assembly.heard", """
                SELECT least(coalesce(m.until, :today), :today) AS day, '/outreach/assembly/bodies/' || s.body AS url
                FROM outreach.assembly_seat s JOIN outreach.assembly_mandate m ON m.seat = s.id
                WHERE s.organisation = :organisation AND m.since <= :today
                """);
    }
}
