package org.convergence.outreach.relay.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** References from relays to organisations and contacts, names in texts, and who may open files. */
@Configuration(proxyBeanMethods = false)
class RelayReferences {

    @Bean
    static IdentityReferences referencesFromRelay(ReferenceDeclarations declare) {
        return declare.table("outreach.relay")
                .organisation("organisation")
                .onePer("kit")
                .person("person", ErasureRule.CLEAR)
                .about("r.person = :person")
                .texts(Map.of("channel", 200))
                .table(RelayRepository.KIT_TABLE)
                .texts(Map.of("title", 200, "body", 10_000, "alternative", 500, "licence", 300));
    }

    /** Lets readers of relays open pictures and kept copies. */
    @Component
    static class RelayGuard implements DocumentGuard {

        @Override
        public String kind() {
            return RelayService.DOCUMENTS;
        }

        @Override
        public boolean mayRead(DocumentOwner owner, DocumentId document) {
            return CurrentActor.get().may(RelayPermissions.READ);
        }
    }

    /** Deletes links that no longer open anything (R-L25-23). */
    @Component
    static class RelayLinkCleanup implements RecurringWork {

        private final RelayRepository repository;
        private final TransactionOperations transactions;

        RelayLinkCleanup(RelayRepository repository, TransactionOperations transactions) {
            this.repository = repository;
            this.transactions = transactions;
        }

        @Override
        public String name() {
            return "relay-sweep";
        }

        @Override
        public String cron() {
            return "0 40 4 * * *";
        }

        @Override
        public void run() {
            transactions.executeWithoutResult(status -> repository.deleteExpiredLinks());
        }
    }
}
