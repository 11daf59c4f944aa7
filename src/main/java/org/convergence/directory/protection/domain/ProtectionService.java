package org.convergence.directory.protection.domain;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.directory.people.NamesOfOthers;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SealedPersonRecogniser;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.TrustedAccounts.TrustedAccount;
import org.convergence.directory.protection.domain.ProtectionQueries.IdentityAction;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobQueue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Protects a person, from the start or later: from then on the code name replaces the name. */
@Service
@Transactional
@Requires(ProtectionPermissions.PROTECT)
public class ProtectionService {

    private final CodeNameDirectory codeNames;
    private final IdentityVault vault;
    private final OpenerRepository openers;
    private final SealedPersonRecogniser sealed;
    private final IdentityWatch watch;
    private final NamesOfOthers others;
    private final JobQueue jobs;
    private final SecureRandom random = new SecureRandom();
    private final PublicNameReview published;

    ProtectionService(
            CodeNameDirectory codeNames,
            IdentityVault vault,
            OpenerRepository openers,
            SealedPersonRecogniser sealed,
            IdentityWatch watch,
            NamesOfOthers others,
            JobQueue jobs,
            PublicNameReview published) {
        this.published = published;
        this.codeNames = codeNames;
        this.vault = vault;
        this.openers = openers;
        this.sealed = sealed;
        this.watch = watch;
        this.others = others;
        this.jobs = jobs;
    }

    /** A free code name. */
    public String proposeCodeName() {
        return CodeNamePolicy.propose(random, codeNames::isFree);
    }

    /** The version of a person's record. */
    public int findVersion(PersonId person) {
        return codeNames.findVersion(person);
    }

    /** Whether another record has the person's name: texts that mean the other are replaced too, but for its record. */
    public boolean hasNamesake(PersonId person) {
        return others.hasNamesake(person);
    }

    /**
     * Enters a person whose name was never in the directory.
     *
     * @param listed the openers, besides the actor
     * @throws Refused where the person is known, or the code name is invalid
     */
    public PersonId enter(Identity identity, String codeName, Collection<UUID> listed) {
        requireGood(codeName, identity);
        if (sealed.recognise(identity.names(), identity.addresses()).isPresent()) {
            throw new Refused("people.sealed.known");
        }
        CodeNameDirectory.CodeNamedPerson added = codeNames.add(codeName, identity.names(), identity.addresses());
        PersonId person = added.person();
        vault.insert(person, identity, true);
        published.withhold(person, vault.spellings(person));
        list(person, listed);
        watch.logAction(person, codeName, IdentityAction.IdentityActionKind.SEALED, null);
        NameSweepJob.submit(jobs, person, added.former(), 0);
        return person;
    }

    /**
     * Seals a person of the directory. Their names are removed from the record, from what names them and from the
     * history.
     *
     * @param version on which the record was read
     */
    public void seal(PersonId person, int version, String codeName, Collection<UUID> listed) {
        if (!CodeNamePolicy.isValid(codeName)) {
            throw new Refused("protection.code-name.word");
        }
        if (!codeNames.isFree(codeName)) {
            throw new Refused("protection.code-name.taken");
        }
        published.withhold(person);
        CodeNameDirectory.LiftedIdentity lifted = codeNames.seal(person, version, codeName);
        Identity identity = Identity.of(lifted);
        if (CodeNamePolicy.reveals(codeName, identity)) {
            throw new Refused("protection.code-name.tells");
        }
        vault.insert(person, identity, false);
        list(person, listed);
        watch.logAction(person, codeName, IdentityAction.IdentityActionKind.SEALED, null);
        NameSweepJob.submit(jobs, person, lifted.former(), lifted.texts());
    }

    private void requireGood(String codeName, Identity identity) {
        if (!CodeNamePolicy.isValid(codeName)) {
            throw new Refused("protection.code-name.word");
        }
        if (CodeNamePolicy.reveals(codeName, identity)) {
            throw new Refused("protection.code-name.tells");
        }
        if (!codeNames.isFree(codeName)) {
            throw new Refused("protection.code-name.taken");
        }
    }

    private void list(PersonId person, Collection<UUID> listed) {
        Set<UUID> all = new HashSet<>(listed);
        all.retainAll(
                openers.findEligible().stream().map(TrustedAccount::account).toList());
        all.add(CurrentActor.get().id());
        openers.replace(person, all);
    }
}
