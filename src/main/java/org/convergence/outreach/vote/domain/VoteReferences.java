package org.convergence.outreach.vote.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * References from delegations to members, and the names of delegates and candidates. Erasure keeps cards, votes and
 * results, under a replacement name.
 */
@Configuration(proxyBeanMethods = false)
class VoteReferences {

    @Bean
    static IdentityReferences referencesFromVote(ReferenceDeclarations declare) {
        return declare.table("outreach.vote_delegation")
                .organisation("organisation")
                .person("person", ErasureRule.KEEP)
                .textsOf(DoorRepository.DELEGATES, Map.of("name", 200))
                .textsOf("outreach.vote_movement", Map.of("name", 200))
                .textsOf("outreach.vote_candidate", Map.of("name", 200, "interests", 1_000))
                .textsOf(Vote.TABLE, Map.of("text", 10_000, "passage", 2_000, "scrutineer", 200, "second", 200));
    }
}
