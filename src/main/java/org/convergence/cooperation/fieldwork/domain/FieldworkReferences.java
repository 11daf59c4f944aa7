package org.convergence.cooperation.fieldwork.domain;

import java.util.List;
import java.util.Map;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.TextStandIns;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from links and entries to partners, names in their texts, and who may open their photographs. */
@Configuration(proxyBeanMethods = false)
class FieldworkReferences {

    @Bean
    static IdentityReference linkedPartners(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, PartnerLinkRepository.TABLE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference sendingPartners(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, PartnerEntryRepository.TABLE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference namesInPartnerEntries(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                PartnerEntryRepository.TABLE,
                "false",
                Map.of("label", 300, "details", 4_000, "comment", 1_000, "answer", 4_000, "decided_by", 300));
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
