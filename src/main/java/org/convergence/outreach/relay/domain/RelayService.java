package org.convergence.outreach.relay.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.outreach.relay.domain.Relay.RelayAnswer;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.outreach.relay.domain.Relay.RelayKit.RelayKitFacts;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.outreach.relay.domain.Relay.RelayState;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes kits, takes the answers of organisations, and records evidence. A published relay is a realisation. */
@Service
@Transactional
@Requires(RelayPermissions.EDIT)
public class RelayService {

    /** The prefix of links. */
    public static final String PATH = "/outreach/relay/link/";

    static final String DOCUMENTS = "outreach.relay";

    private static final Actor BY_LINK = Actor.system("relay link");
    private static final int MOST = 200;

    private final RelayRepository repository;
    private final RelayKitRepository kits;
    private final RelayLetterSender letters;
    private final RealisationRecorder realisations;
    private final DocumentStorage documents;
    private final RelayPictureService pictures;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    RelayService(
            RelayRepository repository,
            RelayKitRepository kits,
            RelayLetterSender letters,
            RealisationRecorder realisations,
            DocumentStorage documents,
            RelayPictureService pictures,
            RecipientWords words,
            OrganisationSettings settings) {
        this.repository = repository;
        this.kits = kits;
        this.letters = letters;
        this.realisations = realisations;
        this.documents = documents;
        this.pictures = pictures;
        this.words = words;
        this.settings = settings;
    }

    /** @throws NotFound if there is no such kit */
    @Transactional(readOnly = true)
    @Requires(RelayPermissions.READ)
    public RelayKit findKit(RelayKitId id) {
        return kits.findById(id);
    }

    @Transactional(readOnly = true)
    @Requires(RelayPermissions.READ)
    public List<RelayKit> findKits() {
        return kits.findLatest(MOST);
    }

    /** The organisations that published each kit; kits without one are left out. */
    @Transactional(readOnly = true)
    @Requires(RelayPermissions.READ)
    public Map<RelayKitId, Integer> countPublished() {
        return repository.countPublished();
    }

    /** The relays of a kit that were taken or published. */
    @Transactional(readOnly = true)
    @Requires(RelayPermissions.READ)
    public List<Relay> findTaken(RelayKitId kit) {
        return repository.findTaken(kit);
    }

    /** The latest relays of an organisation. */
    @Transactional(readOnly = true)
    @Requires(RelayPermissions.READ)
    public List<Relay> findByOrganisation(OrganisationId organisation) {
        return repository.findByOrganisation(organisation, 20);
    }

    /**
     * Makes a kit, or changes one of which no letter has left; its waiting letters are taken back.
     *
     * @param id {@code null} for a new one
     * @param picture {@code null} to leave it as it is
     * @throws Refused if the picture lacks words in a language of the kit, or is no longer that of the source, or the kit has
     *     left
     */
    @Transactional(label = "relay.write")
    public RelayKitId save(
            @Nullable RelayKitId id, int version, RelayKitFacts facts, @Nullable PreparedDocument picture) {
        RelayKitId kit = id == null ? new RelayKitId(Ids.next()) : id;
        RelayKit before = id == null ? null : kits.findById(id);
        if (before != null) {
            OptimisticLock.requireSameVersion(RelayKitRepository.TABLE, kit.value(), version, before.version());
            if (before.sentAt() != null) {
                letters.reopen(kit);
            }
        }
        pictures.requireUsable(facts, picture, before != null && before.picture() != null);
        kits.save(kit, facts);
        if (picture != null) {
            kits.setPicture(kit, documents.store(picture, new DocumentOwner(DOCUMENTS, kit.value())));
        }
        return kit;
    }

    /**
     * The relay behind a link.
     *
     * @throws NotFound if the secret opens nothing
     */
    @Open("a link answers for one organisation")
    @Transactional(readOnly = true)
    public RelayInvitation open(String secret) {
        return byLink(secret, id -> {
            Relay relay = repository.findById(id);
            return new RelayInvitation(
                    relay,
                    kits.findById(relay.kit()),
                    repository.findByOrganisation(relay.organisation(), 20).stream()
                            .filter(each -> each.state().isPublished())
                            .toList(),
                    repository.findLanguage(id));
        });
    }

    /**
     * A kit as the organisation sees it by its link.
     *
     * @param published what it published of all kits, the latest first
     * @param language of its contact; empty if it is not known
     */
    public record RelayInvitation(Relay relay, RelayKit kit, List<Relay> published, String language) {}

    /**
     * Records an answer of an organisation; an equal one changes nothing. Of a publication that staff already saw, it
     * states where it was published and in how many copies.
     *
     * @throws Refused if staff already saw the publication and the answer is another one, or its day is in the future
     */
    @Open("a link answers for one organisation")
    @Transactional(label = "relay.answer")
    public void answer(String secret, RelayAnswer answer) {
        byLink(secret, id -> {
            answer(repository.lock(id), answer);
            return true;
        });
    }

    /**
     * Records an answer that an organisation gave otherwise, such as by mail; it need not have been asked.
     *
     * @throws Refused as in {@link #answer}
     */
    @Transactional(label = "relay.answer")
    public UUID recordAnswer(RelayKitId kit, OrganisationId organisation, RelayAnswer answer) {
        UUID relay = repository.findOrInsert(kit, organisation);
        answer(repository.lock(relay), answer);
        return relay;
    }

    private void answer(Relay before, RelayAnswer answer) {
        LocalDate today = settings.today();
        if (RelayPolicy.mayComplete(before.state(), answer.state())) {
            save(before.withStatement(answer.channel(), answer.circulation(), today));
            return;
        }
        if (!RelayPolicy.mayAnswer(before.state(), answer.state())) {
            throw new Refused("public.relay.refused.seen");
        }
        boolean published = answer.state() == RelayState.DECLARED;
        LocalDate on = published ? Objects.requireNonNullElse(answer.on(), today) : null;
        if (on != null && on.isAfter(today)) {
            throw new Refused("public.relay.refused.future");
        }
        Integer circulation = published ? answer.circulation() : null;
        save(new Relay(
                before.id(),
                before.version(),
                before.kit(),
                before.title(),
                before.organisation(),
                before.organisationName(),
                answer.state(),
                on,
                published ? answer.channel() : null,
                published ? answer.url() : null,
                circulation,
                circulation == null ? null : today,
                null));
    }

    private <T> T byLink(String secret, Function<UUID, T> work) {
        UUID relay = repository.findByLink(secret).orElseThrow(() -> new NotFound("relay"));
        return CurrentActor.callAs(BY_LINK, () -> work.apply(relay));
    }

    /**
     * Records that staff saw the publication at an address.
     *
     * @param on the day of publication, unless the organisation stated one
     */
    @Transactional(label = "relay.see")
    public void recordSeen(UUID relay, String url, LocalDate on) {
        Relay before = requireEvidence(relay, RelayState.SEEN);
        save(before.withEvidence(RelayState.SEEN, url, before.document(), on));
    }

    /** Keeps a copy of the publication. */
    @Transactional(label = "relay.keep")
    public void keep(UUID relay, PreparedDocument copy) {
        Relay before = requireEvidence(relay, RelayState.KEPT);
        DocumentId document = documents.store(copy, new DocumentOwner(DOCUMENTS, relay));
        save(before.withEvidence(RelayState.KEPT, before.url(), document, settings.today()));
    }

    private Relay requireEvidence(UUID relay, RelayState evidence) {
        Relay before = repository.lock(relay);
        if (!RelayPolicy.mayRecord(before.state(), evidence)) {
            throw new Refused("relay.refused.kept");
        }
        return before;
    }

    private void save(Relay relay) {
        repository.save(relay);
        RealisationSource source = new RealisationSource(
                "outreach.relay",
                "relay",
                relay.id().toString(),
                "/outreach/relay/" + relay.kit().value());
        LocalDate on = relay.declaredOn();
        if (!relay.state().isPublished() || on == null) {
            realisations.withdraw(source);
            return;
        }
        realisations.record(RecordRealisationCommand.forLine(
                source,
                new RealisationDetails(
                        TextShortener.shorten(
                                words.forOrganisation()
                                        .say("relay.realisation", relay.organisationName(), relay.title()),
                                RealisationDetails.LONGEST_TITLE),
                        RealisationKind.PUBLICATION,
                        DayRange.on(on),
                        null,
                        null,
                        Set.of(relay.organisation())),
                Amounts.UNKNOWN,
                kits.findById(relay.kit()).action()));
    }
}
