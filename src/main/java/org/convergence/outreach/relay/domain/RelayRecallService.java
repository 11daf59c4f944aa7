package org.convergence.outreach.relay.domain;

import java.util.List;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.TextCopies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Kits whose text is taken back where it comes from: their waiting letters do not leave, and the organisations that have
 * them are to be told, until a person notes that they were.
 */
@Service
@Transactional
@Requires(RelayPermissions.EDIT)
public class RelayRecallService implements TextCopies {

    /** Condition on a relay {@code r}: the organisation has the kit, and did not decline it. */
    public static final String RECEIVED = """
            (r.state IN ('TAKEN', 'DECLARED', 'SEEN', 'KEPT') OR r.state = 'PROPOSED' AND EXISTS (
                SELECT FROM platform.mail_letter_status s WHERE s.matter = 'relay_kit' AND s.record_id = r.id
                   AND s.state NOT IN ('WITHHELD', 'REFUSED')))
            """;

    private final RelayRepository repository;
    private final RelayKitRepository kits;
    private final SegmentAudience audience;
    private final LetterStatusService statuses;
    private final OrganisationSettings settings;

    RelayRecallService(
            RelayRepository repository,
            RelayKitRepository kits,
            SegmentAudience audience,
            LetterStatusService statuses,
            OrganisationSettings settings) {
        this.repository = repository;
        this.kits = kits;
        this.audience = audience;
        this.statuses = statuses;
        this.settings = settings;
    }

    @Override
    @Open("the module of the text decides")
    public int takeBack(String from) {
        return kits.findBySource(from).stream().mapToInt(this::takeBack).sum();
    }

    private int takeBack(RelayKitId kit) {
        statuses.takeBack(RelayLetterSender.NAME, repository.findIds(kit));
        repository.findWithheld(kit).forEach((id, organisations) -> audience.forgetLetters(id.value(), organisations));
        repository.deleteWithheld(kit);
        if (repository.findIds(kit).isEmpty()) {
            kits.clearSent(kit);
        }
        kits.setTakenBack(kit, settings.today(), CurrentActor.get().personId());
        return repository.findReceived(kit).size();
    }

    @Override
    @Open("the module of the text decides")
    public void giveAgain(String from) {
        kits.findBySource(from).forEach(kit -> kits.setTakenBack(kit, null, null));
    }

    /** The organisations that have a kit whose text was taken back, by name; empty if it was not. */
    @Transactional(readOnly = true)
    @Requires(RelayPermissions.READ)
    public List<Relay> findRecipients(RelayKitId id) {
        return kits.findById(id).takenBackOn() == null ? List.of() : repository.findReceived(id);
    }

    /** Notes that these organisations were told. */
    @Transactional(label = "relay.tell")
    public void noteTold(RelayKitId id) {
        kits.setTold(id, settings.today());
    }

    /** Undoes {@link #noteTold}. */
    @Transactional(label = "relay.untell")
    public void undoTold(RelayKitId id) {
        kits.setTold(id, null);
    }
}
