package org.convergence.cooperation.fieldwork.domain;

import java.util.Map;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** References from links and entries to partners, names in their texts, and who may open their photographs. */
@Configuration(proxyBeanMethods = false)
class FieldworkReferences {

    @Bean
    static IdentityReferences referencesFromFieldwork(ReferenceDeclarations declare) {
        return declare.table(PartnerLinkRepository.TABLE)
                .organisation("organisation")
                .table(PartnerEntryRepository.TABLE)
                .organisation("organisation")
                .texts(Map.of("label", 300, "details", 4_000, "comment", 1_000, "answer", 4_000, "decided_by", 300));
    }

    @Bean
    static DocumentGuard partnerPhotographs() {
        return new DocumentGuard() {
            @Override
            public String kind() {
                return PhotographAssembler.OWNER;
            }

            @Override
            public boolean mayRead(DocumentOwner owner, DocumentId document) {
                return CurrentActor.get().may(FieldworkPermissions.READ);
            }
        };
    }
}
