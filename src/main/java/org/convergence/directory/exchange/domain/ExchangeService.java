package org.convergence.directory.exchange.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeActivities;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.ExchangeRecorder;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.RowRecovery;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, corrects, deletes and restores exchanges. */
@Service
@Transactional
@Requires(ExchangePermissions.RECORD)
public class ExchangeService implements ExchangeRecorder {

    private final ExchangeRepository repository;
    private final ExchangeParticipants participants;
    private final PeopleDirectory people;
    private final RowRecovery recovery;
    private final OrganisationSettings settings;
    private final Clock clock;
    private final ExchangeActivities activities;
    private final ExchangeQueries queries;

    ExchangeService(
            ExchangeRepository repository,
            ExchangeParticipants participants,
            PeopleDirectory people,
            RowRecovery recovery,
            OrganisationSettings settings,
            Clock clock,
            ExchangeActivities activities,
            ExchangeQueries queries) {
        this.repository = repository;
        this.participants = participants;
        this.people = people;
        this.recovery = recovery;
        this.settings = settings;
        this.clock = clock;
        this.activities = activities;
        this.queries = queries;
    }

    @Override
    @Transactional(label = "exchange.record")
    public ExchangeId record(ExchangeContent what) {
        requirePossible(what.day(), settings.today());
        Exchange it = repository.save(Exchange.of(what, CurrentActor.get().id(), clock.instant()));
        participants.replace(it.id(), what.people(), what.organisations());
        return new ExchangeId(it.id());
    }

    /** Records an exchange entered by hand; organisations unknown to the directory are created. */
    @Transactional(label = "exchange.record")
    public ExchangeId record(ExchangeContent what, Collection<String> newcomers) {
        return record(what, newcomers, null);
    }

    /** The same, as an action of the plan that serves a line; {@code null} for none. */
    @Transactional(label = "exchange.record")
    public ExchangeId record(ExchangeContent what, Collection<String> newcomers, @Nullable UUID line) {
        ExchangeContent whole = withNewcomers(what, newcomers);
        ExchangeId id = record(whole);
        activities.record(id, whole, line);
        return id;
    }

    /**
     * Replaces the content of an exchange, and of the action of the plan that it is.
     *
     * @param line that it serves from now on; {@code null} changes nothing of that
     * @param version the version on which the form was opened
     * @throws org.convergence.platform.database.EditConflict where it was changed meanwhile
     */
    @Transactional(label = "exchange.correct")
    public void correct(
            ExchangeId id, int version, ExchangeContent what, Collection<String> newcomers, @Nullable UUID line) {
        Exchange before = repository.findHeldById(id.value()).orElseThrow(() -> new NotFound("exchange"));
        OptimisticLock.requireSameVersion(Exchange.TABLE, before.id(), version, before.version());
        requirePossible(what.day(), settings.today());
        ExchangeContent whole = withNewcomers(what, newcomers);
        boolean others = participants.replace(before.id(), whole.people(), whole.organisations());
        Exchange now = before.withContent(whole);
        if (others || !now.equals(before)) {
            save(now);
        }
        activities.record(id, whole, line);
    }

    /** Deletes an exchange. */
    @Transactional(label = "exchange.strike-out")
    public void delete(ExchangeId id, int version) {
        Exchange it = repository.findHeldById(id.value()).orElseThrow(() -> new NotFound("exchange"));
        OptimisticLock.requireSameVersion(Exchange.TABLE, it.id(), version, it.version());
        repository.delete(it);
        activities.withdraw(id);
    }

    /**
     * Restores a deleted exchange with its participants.
     *
     * @throws NotFound where it is restored already, or was erased
     */
    @Transactional(label = "exchange.restore")
    public void restore(ExchangeId id) {
        recovery.restore(
                Exchange.TABLE,
                id.value(),
                Map.of("directory.exchange_person", "exchange", "directory.exchange_organisation", "exchange"));
        activities.restore(id, queries.findById(id).content());
    }

    private ExchangeContent withNewcomers(ExchangeContent what, Collection<String> newcomers) {
        Set<OrganisationId> all = new LinkedHashSet<>(what.organisations());
        newcomers.forEach(name -> all.add(people.findOrCreateOrganisation(name)));
        return new ExchangeContent(what.day(), what.channel(), what.subject(), what.text(), what.people(), all);
    }

    private void save(Exchange it) {
        OptimisticLock.save(repository, it, Exchange.TABLE, it.id(), it.version());
    }

    /** An exchange is in the past: a future one is an appointment, which is not recorded here. */
    private static void requirePossible(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Refused("exchange.ahead", day);
        }
    }
}
