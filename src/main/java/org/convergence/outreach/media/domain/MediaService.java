package org.convergence.outreach.media.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseId;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestFacts;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestId;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestState;
import org.convergence.outreach.media.domain.MediaService.MediaPickup.MediaPickupFacts;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes requests of journalists and pick-up, which is a realisation. */
@Service
@Transactional
@Requires(MediaPermissions.EDIT)
public class MediaService {

    static final String REQUESTS = "outreach.media_request";
    static final String PICKUPS = "outreach.media_pickup";

    static final String MODULE = "outreach.media";

    private final MediaQueries queries;
    private final PeopleDirectory people;
    private final RealisationRecorder realisations;
    private final DocumentStorage documents;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    MediaService(
            MediaQueries queries,
            PeopleDirectory people,
            RealisationRecorder realisations,
            DocumentStorage documents,
            OrganisationSettings settings,
            JdbcClient db,
            Clock clock) {
        this.queries = queries;
        this.people = people;
        this.realisations = realisations;
        this.documents = documents;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    private @Nullable OrganisationId find(ChosenParties<OrganisationId> chosen) {
        OrganisationId known = chosen.first();
        return known != null || chosen.isEmpty()
                ? known
                : people.findOrCreateOrganisation(chosen.newcomers().get(0));
    }

    /**
     * Notes a request, or changes one that is open.
     *
     * @param id {@code null} for a new one, received now
     * @throws Refused if it is over
     */
    @Transactional(label = "media.save-request")
    public MediaRequestId saveRequest(@Nullable MediaRequestId id, int version, MediaRequestFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "outlet");
        values.put("outlet", find(facts.outlet()));
        if (id == null) {
            values.put("received_at", clock.instant());
        } else {
            requireState(queries.findRequest(id), true);
        }
        return new MediaRequestId(VersionedRow.save(db, REQUESTS, id, version, values));
    }

    /**
     * Notes what came of a request.
     *
     * @throws Refused if it is over, or was answered without a mandate and a person who answers
     */
    @Transactional(label = "media.end-request")
    public void endRequest(MediaRequestId id, int version, MediaRequestState state, @Nullable String outcome) {
        MediaRequest request = queries.findRequest(id);
        requireState(request, true);
        if (state == MediaRequestState.OPEN) {
            throw new IllegalArgumentException("reopen it instead");
        }
        boolean answered = state == MediaRequestState.ANSWERED;
        if (answered && (request.responsible() == null || request.mandate() == null)) {
            throw new Refused("media.refused.mandate");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", state);
        values.put("ended_at", clock.instant());
        values.put("outcome", outcome);
        VersionedRow.save(db, REQUESTS, id, version, values);
    }

    /** Takes a request up again. */
    @Transactional(label = "media.reopen-request")
    public void reopenRequest(MediaRequestId id) {
        MediaRequest request = queries.findRequest(id);
        requireState(request, false);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", MediaRequestState.OPEN);
        values.put("ended_at", null);
        VersionedRow.save(db, REQUESTS, id, request.version(), values);
    }

    private static void requireState(MediaRequest request, boolean open) {
        if ((request.state() == MediaRequestState.OPEN) != open) {
            throw new Refused("media.refused.over");
        }
    }

    /**
     * Notes where the press spoke of us, and records the realisation; a second call corrects both.
     *
     * @param id {@code null} for a new one
     * @param clipping the page or the photograph; {@code null} to leave it as it is
     * @throws Refused if its day is in the future
     */
    @Transactional(label = "media.save-pickup")
    public MediaPickupId savePickup(
            @Nullable MediaPickupId id, int version, MediaPickupFacts facts, @Nullable PreparedDocument clipping) {
        if (facts.seenOn().isAfter(settings.today())) {
            throw new Refused("media.refused.ahead");
        }
        OrganisationId outlet = Objects.requireNonNull(find(facts.outlet()), "the form asks for it");
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "outlet");
        values.put("outlet", outlet);
        MediaPickupId pickup = new MediaPickupId(VersionedRow.save(db, PICKUPS, id, version, values));
        if (clipping != null) {
            discardClipping(pickup);
            db.sql("UPDATE outreach.media_pickup SET clipping = ? WHERE id = ?")
                    .params(documents.store(clipping, owner(pickup)).value(), pickup.value())
                    .update();
        }
        realisations.record(RecordRealisationCommand.done(
                        source(pickup),
                        new RealisationDetails(
                                TextShortener.shorten(facts.title(), RealisationDetails.LONGEST_TITLE),
                                RealisationKind.MEDIA,
                                DayRange.on(facts.seenOn()),
                                null,
                                null,
                                // The outlet printed what others did: it is no organisation that took part.
                                Set.of()),
                        Amounts.UNKNOWN,
                        PlanAttribution.ofLine(
                                facts.action(), "", facts.url() == null ? List.of() : List.of(facts.url())))
                .proposingLine());
        return pickup;
    }

    /** Removes a pick-up that was noted by mistake; its realisation is withdrawn. */
    @Transactional(label = "media.remove-pickup")
    public void removePickup(MediaPickupId id) {
        discardClipping(id);
        db.sql("DELETE FROM outreach.media_pickup WHERE id = ?")
                .param(id.value())
                .update();
        realisations.withdraw(source(id), "taken back");
    }

    private void discardClipping(MediaPickupId id) {
        DocumentId before = queries.findPickup(id).clipping();
        if (before != null) {
            documents.discard(before, owner(id));
        }
    }

    private static DocumentOwner owner(MediaPickupId id) {
        return new DocumentOwner(MODULE, id.value());
    }

    /** The realisation of a pick-up; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<RealisationId> findRealisation(MediaPickupId id) {
        return realisations.findBySource(source(id));
    }

    private static RealisationSource source(MediaPickupId id) {
        return new RealisationSource(MODULE, "pickup", id.value().toString(), "/outreach/media/pickups/" + id.value());
    }

    /**
     * A place where the press spoke of us. Its realisation holds the plan's words.
     *
     * @param interview whether one of us was interviewed
     * @param request the request that led to it; {@code null} for none
     * @param release the release that it takes up; {@code null} for none
     * @param clipping the page or the photograph that was kept; {@code null} for none
     */
    public record MediaPickup(
            MediaPickupId id,
            int version,
            OrganisationId outlet,
            String outletName,
            String title,
            LocalDate seenOn,
            boolean interview,
            @Nullable String url,
            @Nullable MediaRequestId request,
            @Nullable MediaReleaseId release,
            @Nullable ActionId action,
            @Nullable DocumentId clipping) {

        /** What is noted of a pick-up. */
        public record MediaPickupFacts(
                ChosenParties<OrganisationId> outlet,
                String title,
                LocalDate seenOn,
                boolean interview,
                @Nullable String url,
                @Nullable MediaRequestId request,
                @Nullable MediaReleaseId release,
                @Nullable ActionId action) {}
    }

    /** A place where the press spoke of us. */
    public record MediaPickupId(UUID value) implements Identifier {}
}
