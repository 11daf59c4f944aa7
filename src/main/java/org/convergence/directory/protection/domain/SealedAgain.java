package org.convergence.directory.protection.domain;

import java.util.HashSet;
import java.util.Map;
import org.convergence.directory.people.CodeNames;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.TrustedAccounts;
import org.convergence.platform.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals people again after an older backup is restored: the {@linkplain SealedRoll register} beside the keys lists
 * them, and is checked at each start ({@link SealedAtStart}) and each night. Without the keys' folder this knowledge is
 * lost.
 */
@Component
class SealedAgain {

    private static final Logger LOG = LoggerFactory.getLogger(SealedAgain.class);

    private final SealedRoll roll;
    private final CodeNames codeNames;
    private final Vault vault;
    private final Openers openers;
    private final TrustedAccounts accounts;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    SealedAgain(
            SealedRoll roll,
            CodeNames codeNames,
            Vault vault,
            Openers openers,
            TrustedAccounts accounts,
            Jobs jobs,
            PlatformTransactionManager transactions) {
        this.roll = roll;
        this.codeNames = codeNames;
        this.vault = vault;
        this.openers = openers;
        this.accounts = accounts;
        this.jobs = jobs;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setName("protection.seal-again");
    }

    /** Seals the people that the register lists and that are in clear; returns their number. */
    int sealAgain() {
        roll.complete();
        Map<PersonId, SealedRoll.Line> clear = roll.inClear();
        clear.forEach((person, line) -> {
            try {
                transactions.executeWithoutResult(status -> seal(person, line));
                LOG.warn("Somebody who is protected stood in clear, as in an older backup: she is sealed again");
            } catch (RuntimeException kept) {
                // One failure must not keep the others in clear. The exception's message may name the person.
                LOG.error(
                        "Somebody who is protected stands in clear and cannot be sealed ({}): see /directory/protection",
                        kept.getClass().getSimpleName());
            }
        });
        return clear.size();
    }

    private void seal(PersonId person, SealedRoll.Line line) {
        String codeName = line.codeName();
        for (int number = 2; !codeNames.isFree(codeName); number++) {
            codeName = line.codeName() + number;
        }
        // A sealed person must not have an account under their name.
        accounts.closeOf(person.value());
        CodeNames.Lifted lifted = codeNames.seal(person, codeNames.version(person), codeName);
        vault.put(person, Identity.of(lifted), false);
        openers.set(person, new HashSet<>(line.openers()));
        Sweep.ask(jobs, person, lifted.former());
    }
}
