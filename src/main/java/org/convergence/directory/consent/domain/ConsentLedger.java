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

/** Where consents and withdrawals are recorded; neither is ever changed. */
@Service
@Transactional
@Requires(ConsentPermissions.RECORD)
public class ConsentLedger {

    private final LedgerStore store;
    private final Addresses addresses;
    private final Standings standings;
    private final OrganisationSettings settings;

    ConsentLedger(LedgerStore store, Addresses addresses, Standings standings, OrganisationSettings settings) {
        this.store = store;
        this.addresses = addresses;
        this.standings = standings;
        this.settings = settings;
    }

    /**
     * Records a reason to be allowed to write to someone.
     *
     * @throws Refused where it would prove nothing
     */
    public UUID give(Given it) {
        RecordingPolicy.requireProof(it, settings.today(), standings.now().charitySince());
        return store.add(it);
    }

    /**
     * Records that someone asked for no more; it takes effect at once (R-CASL-11).
     *
     * @param channel by what; {@code null} for everything
     * @param purpose of what; {@code null} for all that she can stop
     * @param source the letter or the message in which she asked
     */
    public UUID withdraw(
            PersonId person,
            @Nullable ConsentChannel channel,
            @Nullable Purpose purpose,
            LocalDate day,
            Method method,
            @Nullable String source) {
        RecordingPolicy.requirePast(day, settings.today());
        if (purpose != null && !purpose.isChosen()) {
            throw new Refused("consent.purpose-goes-on");
        }
        addresses.mark(person.value(), channel, purpose, day);
        return store.withdraw(person, channel, purpose, day, method, source);
    }
}
