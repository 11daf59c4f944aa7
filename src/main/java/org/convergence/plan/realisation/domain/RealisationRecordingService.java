package org.convergence.plan.realisation.domain;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records realisations, by hand or from another module. */
@Service
@Transactional
@Requires(RealisationPermissions.RECORD)
public class RealisationRecordingService implements RealisationRecorder {

    /** What was planned by hand for the same day and is now recorded by its module, under a title that begins alike. */
    private static final String PLANNED_ALIKE = """
            SELECT id FROM plan.realisation
            WHERE state = 'PLANNED' AND source_module IS NULL AND kind = :kind AND ends_on = :day
              AND starts_with(lower(:title), lower(title)) ORDER BY id LIMIT 1
            """;

    private static final String FROM_SOURCE = """
            SELECT id FROM plan.realisation
            WHERE source_module = :module AND source_kind = :kind AND source_id = :id
            """;

    private final RealisationRepository store;
    private final RealisationLinkRepository links;
    private final RealisationEventPublisher realisationEventPublisher;
    private final WorkLineProposer lineProposer;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;
    private final RecipientWords words;
    private final JdbcClient db;
    private final Clock clock;

    RealisationRecordingService(
            RealisationRepository store,
            RealisationLinkRepository links,
            RealisationEventPublisher realisationEventPublisher,
            WorkLineProposer lineProposer,
            PeopleDirectory people,
            OrganisationSettings settings,
            RecipientWords words,
            JdbcClient db,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.realisationEventPublisher = realisationEventPublisher;
        this.lineProposer = lineProposer;
        this.people = people;
        this.settings = settings;
        this.words = words;
        this.db = db;
        this.clock = clock;
    }

    @Override
    @Transactional(label = "realisation.record")
    public RealisationId record(RecordRealisationCommand what) {
        RealisationRecordingPolicy.requirePossible(
                what.state(), what.happening().when(), settings.today());
        RealisationSource source = what.source();
        if (source == null) {
            return insert(what);
        }
        oneAtATime(source);
        Optional<RealisationId> known = findBySource(source);
        known.ifPresent(id -> bringUpToDate(load(id.value()), what));
        return known.or(() -> takeOverPlanned(what)).orElseGet(() -> insert(what));
    }

    /** Records a realisation entered by hand: planned if its last day is in the future, else done. */
    @Transactional(label = "realisation.enter")
    public RealisationId recordByHand(RealisationEntry entry) {
        RealisationDetails happening = entry.withNewcomers(people::findOrCreateOrganisation);
        return record(RecordRealisationCommand.byHand(happening, entry.amounts(), entry.telling(), settings.today()));
    }

    @Override
    @Transactional(label = "realisation.withdraw-source")
    public void withdraw(RealisationSource source, String reason) {
        oneAtATime(source);
        findBySource(source)
                .map(id -> load(id.value()))
                .filter(it -> it.state() != RealisationState.WITHDRAWN)
                .ifPresent(it -> realisationEventPublisher.withdrawn(
                        store.save(it.withState(RealisationState.WITHDRAWN, reason.strip()))));
    }

    @Override
    @Transactional(label = "realisation.withdraw-source")
    public void withdraw(RealisationSource source) {
        withdraw(source, words.forOrganisation().say("realisation.taken-back"));
    }

    @Override
    @Transactional(label = "realisation.record")
    public void correct(RealisationSource source, Amounts amounts) {
        oneAtATime(source);
        findBySource(source).map(id -> load(id.value())).ifPresent(before -> {
            Realisation now =
                    before.happening(before.happening(Set.of()), amounts).withState(RealisationState.DONE, null);
            if (!now.equals(before)) {
                realisationEventPublisher.changed(store.save(now));
            }
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RealisationId> findBySource(RealisationSource source) {
        return db.sql(FROM_SOURCE)
                .param("module", source.module())
                .param("kind", source.kind())
                .param("id", source.id())
                .query(UUID.class)
                .optional()
                .map(RealisationId::new);
    }

    /** Once a meeting is recorded by its module, the one that was planned by hand becomes it, with its lines. */
    private Optional<RealisationId> takeOverPlanned(RecordRealisationCommand what) {
        if (what.happening().kind() != RealisationKind.MEETING || what.state() != RealisationState.DONE) {
            return Optional.empty();
        }
        Optional<UUID> planned = db.sql(PLANNED_ALIKE)
                .param("kind", what.happening().kind().name())
                .param("day", what.happening().when().to())
                .param("title", what.happening().title())
                .query(UUID.class)
                .optional();
        planned.ifPresent(id -> bringUpToDate(load(id).withSource(Objects.requireNonNull(what.source())), what));
        return planned.map(RealisationId::new);
    }

    private RealisationId insert(RecordRealisationCommand what) {
        var origin =
                Realisation.OriginColumns.of(what.source(), CurrentActor.get().id(), clock.instant());
        Realisation it =
                store.save(Realisation.of(what.state(), what.happening(), what.amounts(), what.telling(), origin));
        links.setOrganisations(it.id(), what.happening().organisations());
        links.setActions(it.id(), lineProposer.findServed(what));
        realisationEventPublisher.recorded(it);
        return new RealisationId(it.id());
    }

    private void bringUpToDate(Realisation before, RecordRealisationCommand what) {
        Realisation now = before.happening(what.happening(), what.amounts()).withState(what.state(), null);
        boolean others = links.setOrganisations(before.id(), what.happening().organisations());
        if (others || !now.equals(before)) {
            realisationEventPublisher.changed(store.save(now));
        }
    }

    private Realisation load(UUID id) {
        return store.findHeldById(id).orElseThrow();
    }

    /** Serialises concurrent calls for the same source. */
    private void oneAtATime(RealisationSource source) {
        String name = String.join(" ", "plan.realisation", source.module(), source.kind(), source.id());
        TransactionLock.acquire(db, name);
    }
}
