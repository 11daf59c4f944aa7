package org.convergence.outreach.vote.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

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
                .table(MandateLetterRepository.TABLE)
                .organisation("organisation")
                .onePer("meeting")
                .texts(Map.of("signed_by", 200, "authority", 300))
                .textsOf(MandateLetterRepository.PEOPLE, Map.of("name", 200, "mail", 254, "words", 300))
                .textsOf(DoorRepository.DELEGATES, Map.of("name", 200))
                .textsOf("outreach.vote_movement", Map.of("name", 200))
                .textsOf("outreach.vote_candidate", Map.of("name", 200, "interests", 1_000))
                .textsOf(
                        Vote.TABLE,
                        Map.of(
                                "text",
                                10_000,
                                "passage",
                                2_000,
                                "scrutineer",
                                200,
                                "second",
                                200,
                                "mover",
                                600,
                                "seconder",
                                600));
    }

    /** Lets those who note mandate letters open them: they carry signatures and addresses. */
    @Component
    static class MandateLetterGuard implements DocumentGuard {

        @Override
        public String kind() {
            return MandateLetterService.DOCUMENTS;
        }

        @Override
        public boolean mayRead(DocumentOwner owner, DocumentId document) {
            return CurrentActor.get().may(VotePermissions.COUNT);
        }
    }
}
