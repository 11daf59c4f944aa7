package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.Jobs;
import org.convergence.platform.jobs.Recurring;
import org.convergence.platform.redaction.DocumentRedaction;
import org.convergence.platform.redaction.NamePattern;
import org.convergence.platform.redaction.TextRedaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each night: whoever is protected and was named since, by whom it may be, is so no more in the morning. */
@Component
class NightlySweep implements Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(NightlySweep.class);

    private final SealedAgain again;
    private final Vault vault;
    private final TextRedaction texts;
    private final DocumentRedaction documents;
    private final SweepStore store;
    private final Jobs jobs;
    private final JdbcClient db;

    NightlySweep(
            SealedAgain again,
            Vault vault,
            TextRedaction texts,
            DocumentRedaction documents,
            SweepStore store,
            Jobs jobs,
            JdbcClient db) {
        this.again = again;
        this.vault = vault;
        this.texts = texts;
        this.documents = documents;
        this.store = store;
        this.jobs = jobs;
        this.db = db;
    }

    @Override
    public String name() {
        return "protection.sweep";
    }

    @Override
    public String cron() {
        return "0 20 3 * * *";
    }

    @Override
    public void run() {
        sealAgain();
        List<PersonId> people =
                db
                        .sql("SELECT person FROM directory.protection_vault ORDER BY person")
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(PersonId::new)
                        .toList();
        for (PersonId person : people) {
            try {
                NamePattern names = vault.pattern(person);
                Optional<Instant> looked = store.lookedAt(person);
                // Never: the job that was asked for when she was sealed did not come to its end.
                if (looked.isEmpty()
                        || texts.tables().stream().anyMatch(table -> texts.holding(table, names) > 0)
                        || documents.holding(names, looked.get())) {
                    Sweep.ask(jobs, person, List.of());
                }
            } catch (Refused otherKeys) {
                // The page on her says so to whoever opens her.
            }
        }
    }

    /** Whoever could not be sealed again when the application started, as long as nobody else kept the accounts. */
    private void sealAgain() {
        try {
            again.sealAgain();
        } catch (Refused damaged) {
            LOG.error("Who is protected cannot be read: {}", damaged.messageKey());
        }
    }
}
