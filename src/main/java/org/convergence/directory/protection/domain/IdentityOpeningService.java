package org.convergence.directory.protection.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.TrustedAccounts.TrustedAccount;
import org.convergence.directory.protection.domain.ProtectionQueries.IdentityAction;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobQueue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an identity with a reason, for its openers, and changes the openers. */
@Service
@Transactional
@Requires(ProtectionPermissions.READ)
public class IdentityOpeningService {

    private final CodeNameDirectory codeNames;
    private final IdentityVault vault;
    private final OpenerRepository openers;
    private final IdentityWatch watch;
    private final JobQueue jobs;
    private final PublicNameReview published;

    IdentityOpeningService(
            CodeNameDirectory codeNames,
            IdentityVault vault,
            OpenerRepository openers,
            IdentityWatch watch,
            JobQueue jobs,
            PublicNameReview published) {
        this.published = published;
        this.jobs = jobs;
        this.codeNames = codeNames;
        this.vault = vault;
        this.openers = openers;
        this.watch = watch;
    }

    /**
     * An opened identity.
     *
     * @param version its version in the vault
     */
    public record OpenedIdentity(PersonId person, String codeName, int version, Identity identity) {}

    /**
     * Shows the identity and notifies the other openers.
     *
     * @throws Refused where the actor is not an opener, or the keys differ
     */
    public OpenedIdentity open(PersonId person, String reason) {
        String codeName = codeName(person);
        requireListed(person);
        IdentityVault.StoredIdentity lying = vault.open(person);
        watch.logAction(person, codeName, IdentityAction.IdentityActionKind.OPENED, reason);
        return new OpenedIdentity(person, codeName, lying.version(), lying.identity());
    }

    /**
     * Corrects a sealed identity after it was opened. A name that is new is then searched for everywhere.
     *
     * @param version on which it was opened
     */
    public void correct(PersonId person, int version, Identity identity) {
        String codeName = codeName(person);
        requireListed(person);
        if (CodeNamePolicy.reveals(codeName, identity)) {
            throw new Refused("protection.code-name.tells");
        }
        vault.replace(person, version, identity);
        published.withhold(person, vault.spellings(person));
        watch.logAction(person, codeName, IdentityAction.IdentityActionKind.CORRECTED, null);
        NameSweepJob.submit(jobs, person, List.of(), 0);
    }

    /** The person's openers whose accounts are open. */
    public List<TrustedAccount> findOpeners(PersonId person) {
        return openers.findByPerson(person);
    }

    /**
     * A list of openers that is too short.
     *
     * @param openers the number of openers whose accounts are open: one, the current actor, or none
     */
    public record ShortList(PersonId person, int openers) {}

    /** The lists with fewer than two openers that the current actor may change. */
    public List<ShortList> findShortLists() {
        return openers.findShort(CurrentActor.get().may(ProtectionPermissions.SETTLE));
    }

    /** The accounts that can become openers. */
    public List<TrustedAccount> findEligible() {
        return openers.findEligible();
    }

    /** Whether the actor may change the openers: they are one, or none is left and they may decide. */
    public boolean mayChangeOpeners(PersonId person) {
        return openers.includes(person)
                || (openers.findByPerson(person).isEmpty() && CurrentActor.get().may(ProtectionPermissions.SETTLE));
    }

    /**
     * Replaces the openers; at least one remains.
     *
     * @throws Refused where the actor may not change them, or none would be left
     */
    public void changeOpeners(PersonId person, Collection<UUID> accounts) {
        String codeName = codeName(person);
        if (!mayChangeOpeners(person)) {
            throw new Refused("protection.list.not-yours");
        }
        Set<UUID> kept = new TreeSet<>(accounts);
        kept.retainAll(
                openers.findEligible().stream().map(TrustedAccount::account).toList());
        if (kept.isEmpty()) {
            throw new Refused("protection.list.nobody");
        }
        watch.logAction(person, codeName, IdentityAction.IdentityActionKind.LISTED, null);
        openers.replace(person, kept);
    }

    private String codeName(PersonId person) {
        return codeNames.findByPerson(person).orElseThrow(() -> new NotFound("protected person"));
    }

    private void requireListed(PersonId person) {
        if (!openers.includes(person)) {
            throw new Refused("protection.open.not-listed");
        }
    }
}
