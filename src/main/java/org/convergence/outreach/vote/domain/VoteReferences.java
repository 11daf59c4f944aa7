package org.convergence.outreach.vote.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from delegations to members, and the names of delegates and candidates. Erasure keeps cards, votes and
 * results, under a replacement name.
 */
@Configuration(proxyBeanMethods = false)
class VoteReferences {

    @Bean
    static IdentityReference delegationsOfOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, "outreach.vote_delegation", "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference delegationsOfPeople(JdbcClient db) {
        return ReferencingColumn.toPerson(db, "outreach.vote_delegation", "person", List.of("id"), ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference namesOfDelegates(TextStandIns standIns) {
        return new ColumnMentions(standIns, DoorRepository.DELEGATES, "false", Map.of("name", 200));
    }

    @Bean
    static IdentityReference namesInMovements(TextStandIns standIns) {
        return new ColumnMentions(standIns, "outreach.vote_movement", "false", Map.of("name", 200));
    }

    @Bean
    static IdentityReference namesOfCandidates(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, "outreach.vote_candidate", "false", Map.of("name", 200, "interests", 1_000));
    }

    @Bean
    static IdentityReference namesInVotes(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                Vote.TABLE,
                "false",
                Map.of("text", 10_000, "passage", 2_000, "scrutineer", 200, "second", 200));
    }
}
