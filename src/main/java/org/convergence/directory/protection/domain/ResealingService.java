package org.convergence.directory.protection.domain;

import java.util.HashSet;
import java.util.Map;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.TrustedAccounts;
import org.convergence.platform.jobs.JobQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals people again after an older backup is restored: the {@linkplain SealedPersonRegister register} beside the keys
 * lists them, and is checked at each start ({@link ResealingAtStart}) and each night. Without the keys' folder this
 * knowledge is lost.
 */
@Component
class ResealingService {

    private static final Logger LOG = LoggerFactory.getLogger(ResealingService.class);

    private final SealedPersonRegister sealedPersonRegister;
    private final CodeNameDirectory codeNames;
    private final IdentityVault vault;
    private final OpenerRepository openers;
    private final TrustedAccounts accounts;
    private final JobQueue jobs;
    private final TransactionTemplate transactions;
    private final PublicNameReview published;

    ResealingService(
            SealedPersonRegister sealedPersonRegister,
            CodeNameDirectory codeNames,
            IdentityVault vault,
            OpenerRepository openers,
            TrustedAccounts accounts,
            JobQueue jobs,
            PlatformTransactionManager transactions,
            PublicNameReview published) {
        this.published = published;
        this.sealedPersonRegister = sealedPersonRegister;
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
        sealedPersonRegister.addMergedRecords();
        Map<PersonId, SealedPersonRegister.SealedPersonLine> clear = sealedPersonRegister.findInClear();
        clear.forEach((person, line) -> {
            try {
                transactions.executeWithoutResult(status -> seal(person, line));
                LOG.warn("A protected person was stored in clear, as in an older backup, and was sealed again");
            } catch (RuntimeException kept) {
                // One failure must not keep the others in clear. The exception's message may name the person.
                LOG.error(
                        "A protected person is stored in clear and cannot be sealed ({}): see /directory/protection",
                        kept.getClass().getSimpleName());
            }
        });
        return clear.size();
    }

    private void seal(PersonId person, SealedPersonRegister.SealedPersonLine line) {
        String codeName = line.codeName();
        for (int number = 2; !codeNames.isFree(codeName); number++) {
            codeName = line.codeName() + number;
        }
        // A sealed person must not have an account under their name.
        accounts.closeAccountsOf(person.value());
        published.withhold(person);
        CodeNameDirectory.LiftedIdentity lifted = codeNames.seal(person, codeNames.findVersion(person), codeName);
        vault.insert(person, Identity.of(lifted), false);
        openers.replace(person, new HashSet<>(line.openers()));
        NameSweepJob.submit(jobs, person, lifted.former(), lifted.texts());
    }
}
