package org.convergence.directory.people.domain.requests;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.keys.ErasureRegister;
import org.convergence.platform.text.LoggableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The register of erased records, stored beside the keys, outside of backups, since an older backup restores them. */
@Component
record ErasedPersonRegister(ErasureRegister erasureRegister, JdbcClient db, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedPersonRegister.class);
    private static final String NAME = "forgotten";

    /**
     * Registers the record and its merged ones once the erasure is committed: registered records are erased again.
     * Deleted records with the same name are left out, since they may be a namesake's in the backup.
     *
     * @return the time of the erasure
     */
    OffsetDateTime register(PersonId person) {
        List<UUID> hers = new ArrayList<>(db.sql("SELECT id FROM directory.people_alias WHERE person = ? ORDER BY id")
                .param(person.value())
                .query(UUID.class)
                .list());
        hers.add(person.value());
        OffsetDateTime now = SqlTime.now(clock);
        Map<String, String> line = Map.of("on", now.toLocalDate().toString());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    hers.forEach(each -> erasureRegister.put(NAME, each.toString(), line));
                } catch (RuntimeException unwritten) {
                    // The person is erased all the same: the caller must not get an error.
                    LOG.error(
                            "An erasure could not be recorded beside the keys: an older backup restores the person",
                            LoggableException.of(unwritten));
                }
            }
        });
        return now;
    }

    /** An erased record that is back, with its version. */
    record ReappearedPerson(PersonId person, int version, boolean sealed) {}

    List<ReappearedPerson> findReappeared() {
        UUID[] ids = erasureRegister.findEntries(NAME).keySet().stream()
                .map(UUID::fromString)
                .toArray(UUID[]::new);
        return ids.length == 0
                ? List.of()
                : db.sql("""
                                SELECT id AS person, version, sealed_at IS NOT NULL AS sealed FROM directory.people_person
                                WHERE id = ANY (?) AND forgotten_at IS NULL ORDER BY id
                                """)
                        .param(ids)
                        .query(RecordMapper.of(ReappearedPerson.class))
                        .list();
    }
}
