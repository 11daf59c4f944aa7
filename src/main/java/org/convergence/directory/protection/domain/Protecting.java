package org.convergence.directory.protection.domain;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.CodeNames;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SealedPeople;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.TrustedAccounts.Trusted;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.Jobs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Protects a person, from the start or later: from then on the code name replaces the name. */
@Service
@Transactional
@Requires(ProtectionPermissions.PROTECT)
public class Protecting {

    private final CodeNames codeNames;
    private final Vault vault;
    private final Openers openers;
    private final SealedPeople sealed;
    private final Watch watch;
    private final Jobs jobs;
    private final SecureRandom random = new SecureRandom();

    Protecting(CodeNames codeNames, Vault vault, Openers openers, SealedPeople sealed, Watch watch, Jobs jobs) {
        this.codeNames = codeNames;
        this.vault = vault;
        this.openers = openers;
        this.sealed = sealed;
        this.watch = watch;
        this.jobs = jobs;
    }

    /** A free code name. */
    public String propose() {
        return CodeNamePolicy.propose(random, codeNames::isFree);
    }

    /** The version of a person's record. */
    public int version(PersonId person) {
        return codeNames.version(person);
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
        CodeNames.Added added = codeNames.add(codeName, identity.names(), identity.addresses());
        PersonId person = added.person();
        vault.put(person, identity, true);
        list(person, listed);
        watch.seen(person, codeName, Gesture.Kind.SEALED, null);
        Sweep.ask(jobs, person, added.former());
        return person;
    }

    /**
     * Seals a person of the directory. Their names are removed from the record, from what names them and from the
     * history.
     *
     * @param version on which the record was read
     */
    public void seal(PersonId person, int version, String codeName, Collection<UUID> listed) {
        if (!CodeNamePolicy.isOne(codeName)) {
            throw new Refused("protection.code-name.word");
        }
        if (!codeNames.isFree(codeName)) {
            throw new Refused("protection.code-name.taken");
        }
        CodeNames.Lifted lifted = codeNames.seal(person, version, codeName);
        Identity identity = Identity.of(lifted);
        if (CodeNamePolicy.tells(codeName, identity)) {
            throw new Refused("protection.code-name.tells");
        }
        vault.put(person, identity, false);
        list(person, listed);
        watch.seen(person, codeName, Gesture.Kind.SEALED, null);
        Sweep.ask(jobs, person, lifted.former());
    }

    private void requireGood(String codeName, Identity identity) {
        if (!CodeNamePolicy.isOne(codeName)) {
            throw new Refused("protection.code-name.word");
        }
        if (CodeNamePolicy.tells(codeName, identity)) {
            throw new Refused("protection.code-name.tells");
        }
        if (!codeNames.isFree(codeName)) {
            throw new Refused("protection.code-name.taken");
        }
    }

    private void list(PersonId person, Collection<UUID> listed) {
        Set<UUID> all = new HashSet<>(listed);
        all.retainAll(openers.eligible().stream().map(Trusted::account).toList());
        all.add(CurrentActor.get().id());
        openers.set(person, all);
    }
}
