package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records consents and withdrawals, which never change. */
@Service
@Transactional
@Requires(ConsentPermissions.RECORD)
public class ConsentLedgerService {

    private final ConsentLedgerRepository store;
    private final AddressWithdrawals addresses;
    private final SenderIdentityRepository senderIdentityRepository;
    private final OrganisationSettings settings;

    ConsentLedgerService(
            ConsentLedgerRepository store,
            AddressWithdrawals addresses,
            SenderIdentityRepository senderIdentityRepository,
            OrganisationSettings settings) {
        this.store = store;
        this.addresses = addresses;
        this.senderIdentityRepository = senderIdentityRepository;
        this.settings = settings;
    }

    /**
     * Records a ground for writing to a person.
     *
     * @throws Refused where its proof is incomplete
     */
    @Transactional(label = "consent.give")
    public UUID record(ConsentRecord it) {
        ConsentProofPolicy.requireProof(
                it, settings.today(), senderIdentityRepository.current().charitySince());
        return store.insert(it);
    }

    /**
     * Records a withdrawal, effective at once (R-CASL-11).
     *
     * @param channel {@code null} for all
     * @param purpose {@code null} for all that the person can choose
     * @param source the letter or message that requests the withdrawal
     */
    @Transactional(label = "consent.withdraw")
    public UUID withdraw(
            PersonId person,
            @Nullable ConsentChannel channel,
            @Nullable Purpose purpose,
            LocalDate day,
            ConsentMethod method,
            @Nullable String source) {
        ConsentProofPolicy.requirePast(day, settings.today());
        if (purpose != null && !purpose.isChosen()) {
            throw new Refused("consent.purpose-goes-on");
        }
        addresses.insertMarks(person.value(), channel, purpose, day);
        return store.insertWithdrawal(person, channel, purpose, day, method, source);
    }
}
