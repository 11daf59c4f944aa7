package org.convergence.directory.exchange.domain;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.Exchanged;
import org.convergence.directory.exchange.Exchanges;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.People;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.Recovery;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Versions;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, corrects, deletes and restores exchanges. */
@Service
@Transactional
@Requires(ExchangePermissions.RECORD)
public class ExchangeRecording implements Exchanges {

    private final ExchangeRepository repository;
    private final ExchangeParticipants participants;
    private final People people;
    private final Recovery recovery;
    private final OrganisationSettings settings;
    private final Clock clock;

    ExchangeRecording(
            ExchangeRepository repository,
            ExchangeParticipants participants,
            People people,
            Recovery recovery,
            OrganisationSettings settings,
            Clock clock) {
        this.repository = repository;
        this.participants = participants;
        this.people = people;
        this.recovery = recovery;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional(label = "exchange.record")
    public ExchangeId record(Exchanged what) {
        ExchangePolicy.requirePossible(what.day(), settings.today());
        Exchange it = repository.save(Exchange.of(what, CurrentActor.get().id(), clock.instant()));
        participants.replace(it.id(), what.people(), what.organisations());
        return new ExchangeId(it.id());
    }

    /** Records an exchange entered by hand; organisations unknown to the directory are created. */
    @Transactional(label = "exchange.record")
    public ExchangeId record(Exchanged what, Collection<String> newcomers) {
        return record(withNewcomers(what, newcomers));
    }

    /**
     * Replaces its content.
     *
     * @param version the version on which the form was opened
     * @throws org.convergence.platform.database.EditConflict where it was changed meanwhile
     */
    @Transactional(label = "exchange.correct")
    public void correct(ExchangeId id, int version, Exchanged what, Collection<String> newcomers) {
        Exchange before = repository.findHeldById(id.value()).orElseThrow(() -> new NotFound("exchange"));
        Versions.requireSame(Exchange.TABLE, before.id(), version, before.version());
        ExchangePolicy.requirePossible(what.day(), settings.today());
        Exchanged whole = withNewcomers(what, newcomers);
        boolean others = participants.replace(before.id(), whole.people(), whole.organisations());
        Exchange now = before.saying(whole);
        if (others || !now.equals(before)) {
            save(now);
        }
    }

    /** Deletes it. */
    @Transactional(label = "exchange.strike-out")
    public void strikeOut(ExchangeId id, int version) {
        Exchange it = repository.findHeldById(id.value()).orElseThrow(() -> new NotFound("exchange"));
        Versions.requireSame(Exchange.TABLE, it.id(), version, it.version());
        repository.delete(it);
    }

    /**
     * Restores it with its participants.
     *
     * @throws NotFound where it is restored already, or was erased
     */
    @Transactional(label = "exchange.restore")
    public void bringBack(ExchangeId id) {
        recovery.bringBack(
                Exchange.TABLE,
                id.value(),
                Map.of("directory.exchange_person", "exchange", "directory.exchange_organisation", "exchange"));
    }

    private Exchanged withNewcomers(Exchanged what, Collection<String> newcomers) {
        Set<OrganisationId> all = new LinkedHashSet<>(what.organisations());
        newcomers.forEach(name -> all.add(people.organisationNamed(name)));
        return new Exchanged(what.day(), what.channel(), what.subject(), what.text(), what.people(), all);
    }

    private void save(Exchange it) {
        Versions.save(repository, it, Exchange.TABLE, it.id(), it.version());
    }
}
