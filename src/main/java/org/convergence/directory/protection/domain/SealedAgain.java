package org.convergence.directory.protection.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.CodeNames;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.Jobs;
import org.convergence.platform.keys.Roll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever was sealed stays sealed, also where a backup is restored that was made before: who is, is noted beside the keys,
 * and looked up at each start ({@link SealedAtStart}). Without the keys' folder nobody knows it any more.
 */
@Component
class SealedAgain {

    static final String ROLL = "sealed";

    private static final Logger LOG = LoggerFactory.getLogger(SealedAgain.class);

    private final Roll roll;
    private final CodeNames codeNames;
    private final Vault vault;
    private final Openers openers;
    private final Jobs jobs;
    private final JdbcClient db;
    private final TransactionTemplate transactions;

    SealedAgain(
            Roll roll,
            CodeNames codeNames,
            Vault vault,
            Openers openers,
            Jobs jobs,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.roll = roll;
        this.codeNames = codeNames;
        this.vault = vault;
        this.openers = openers;
        this.jobs = jobs;
        this.db = db;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setName("SealedAgain.seal");
    }

    /** Under which name she stands, and who may open her. */
    record Line(String codeName, List<UUID> openers) {}

    /** Notes beside the keys that she is sealed. */
    void note(PersonId person, String codeName) {
        List<UUID> listed = db.sql("SELECT account FROM directory.protection_opener WHERE person = ? ORDER BY account")
                .param(person.value())
                .query(UUID.class)
                .list();
        roll.enter(ROLL, person.value().toString(), new Line(codeName, listed));
    }

    /** Seals those who stand in clear though the roll knows better; answers how many they were. */
    int sealAgain() {
        Map<String, Json> lines = roll.lines(ROLL);
        if (lines.isEmpty()) {
            return 0;
        }
        List<UUID> clear = db.sql("""
                        SELECT id FROM directory.people_person
                        WHERE id = ANY (?) AND sealed_at IS NULL AND forgotten_at IS NULL ORDER BY id
                        """)
                .param(lines.keySet().stream().map(UUID::fromString).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        for (UUID each : clear) {
            Line line = lines.getOrDefault(each.toString(), Json.empty()).as(Line.class);
            try {
                transactions.executeWithoutResult(status -> seal(new PersonId(each), line));
                LOG.warn("Somebody who is protected stood in clear, as in an older backup: she is sealed again");
            } catch (Refused refused) {
                LOG.error("Somebody who is protected stands in clear and cannot be sealed: {}", refused.messageKey());
            }
        }
        return clear.size();
    }

    private void seal(PersonId person, Line line) {
        String codeName = line.codeName();
        for (int number = 2; !codeNames.isFree(codeName); number++) {
            codeName = line.codeName() + number;
        }
        vault.put(person, Identity.of(codeNames.seal(person, codeNames.version(person), codeName)), false);
        openers.set(person, new HashSet<>(line.openers()));
        Sweep.ask(jobs, person);
    }
}
