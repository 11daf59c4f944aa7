package org.convergence.outreach.assembly.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from bodies to people and organisations. Erasure keeps seats, votes and attendance, under a replacement
 * name.
 */
@Configuration(proxyBeanMethods = false)
class AssemblyReferences {

    @Bean
    static IdentityReference organisationsWithASeat(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, "outreach.assembly_seat", "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference peopleWithAMandate(JdbcClient db) {
        return ReferencingColumn.toPerson(db, "outreach.assembly_mandate", "person", List.of("id"), ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference convenedPersonReference(JdbcClient db) {
        return ReferencingColumn.toPerson(db, "outreach.assembly_notice", "person", List.of("id"), ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference attendanceReference(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, "outreach.assembly_attendance", "person", List.of("meeting", "seat"), ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference proposerReference(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, "outreach.assembly_resolution", "proposer", List.of("id"), ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference seconderReference(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, "outreach.assembly_resolution", "seconder", List.of("id"), ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference peopleWithAnInterest(JdbcClient db) {
        return ReferencingColumn.toPerson(db, "outreach.assembly_interest", "person", List.of("id"), ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference followUpAssigneeReference(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, "outreach.assembly_follow_up", "person", List.of("id"), ErasureRule.CLEAR);
    }
}
