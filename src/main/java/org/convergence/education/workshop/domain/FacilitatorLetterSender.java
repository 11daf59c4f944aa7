package org.convergence.education.workshop.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.LetterRecipients;
import org.convergence.directory.people.LetterRecipients.PartyRecipient;
import org.convergence.directory.people.Party;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.ExcludedAddressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells facilitators that a session is agreed, moved or cancelled, or no longer theirs. The letter concerns their function
 * (R-CASL-7). Access needs are filled in when it leaves, and never stored in it.
 */
@Service
@Transactional
@Requires(WorkshopPermissions.EDIT)
public class FacilitatorLetterSender {

    /** The purpose, the completer, and the matter of letters. */
    static final String NAME = "workshop_facilitator";

    /** The mark for date, place, access needs and material. */
    private static final String DETAILS = "details";

    private final LetterRecipients recipients;
    private final MailingService mailings;
    private final Outbox outbox;
    private final LetterStatusService statuses;
    private final FacilitatorLetterCompleter completer;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    FacilitatorLetterSender(
            LetterRecipients recipients,
            MailingService mailings,
            Outbox outbox,
            LetterStatusService statuses,
            FacilitatorLetterCompleter completer,
            OrganisationSettings settings,
            JdbcClient db) {
        this.recipients = recipients;
        this.mailings = mailings;
        this.outbox = outbox;
        this.statuses = statuses;
        this.completer = completer;
        this.settings = settings;
        this.db = db;
    }

    private List<UntoldFacilitator> findUntold(WorkshopSessionId id) {
        return db.sql("""
                        SELECT u.session, u.facilitator, f.person, w.title, u.kind, u.day, u.begins, u.place
                        FROM (%s) AS u JOIN education.workshop_facilitator f ON f.id = u.facilitator
                        JOIN education.workshop_session s ON s.id = u.session JOIN education.workshop w ON w.id = s.workshop
                        WHERE u.session = :session AND u.held_on >= :today ORDER BY u.facilitator
                        """.formatted(UntoldFacilitator.SQL))
                .param("session", id.value())
                .param("today", settings.today())
                .query(RecordMapper.of(UntoldFacilitator.class))
                .list();
    }

    /** Whether a facilitator of a session to come does not know what is so. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public boolean isUntold(WorkshopSessionId id) {
        return !findUntold(id).isEmpty();
    }

    /** A facilitator to tell, as the directory knows the person. */
    private record ReachedFacilitator(UntoldFacilitator to, PartyRecipient reader) {}

    private List<ReachedFacilitator> findReached(WorkshopSessionId id) {
        List<UntoldFacilitator> untold = findUntold(id);
        Map<Party, PartyRecipient> found = recipients.findAll(
                untold.stream().map(UntoldFacilitator::person).toList());
        return untold.stream()
                .flatMap(each -> Optional.ofNullable(found.get(each.person())).stream()
                        .map(reader -> new ReachedFacilitator(each, reader)))
                .toList();
    }

    /** Previews {@link #send}; facilitators without an address are left out, to be told otherwise. */
    @Transactional(readOnly = true)
    public MailingPreview preview(WorkshopSessionId id) {
        List<ReachedFacilitator> all = findReached(id);
        return mailings.preview(
                        null,
                        all.stream()
                                .map(ReachedFacilitator::reader)
                                .filter(each -> each.mail() != null)
                                .map(PartyRecipient::addressee)
                                .toList(),
                        to -> all.stream()
                                .filter(each -> each.to().person().value().equals(to.party()))
                                .findFirst()
                                .map(this::preview)
                                .orElseThrow())
                .withLeftOut(all.stream()
                        .map(ReachedFacilitator::reader)
                        .filter(each -> each.mail() == null)
                        .map(each -> new ExcludedAddressee(each.addressee(), "workshop.facilitator.letter.no-mail"))
                        .toList());
    }

    private LetterText preview(ReachedFacilitator it) {
        return write(it, completer.details(it.to().session(), it.reader().words()));
    }

    private LetterText write(ReachedFacilitator it, List<LetterBlock> details) {
        UntoldFacilitator to = it.to();
        Words t = it.reader().words();
        List<LetterBlock> blocks = new ArrayList<>();
        blocks.add(new LetterBlock.LetterParagraph(
                t.say("workshop.facilitator.letter.hello", it.reader().name())));
        blocks.add(new LetterBlock.LetterParagraph(
                t.say("workshop.facilitator.letter." + to.kind(), to.title(), t.dayAndDate(to.day()))));
        if (to.kind().isExpected()) {
            blocks.addAll(details);
        }
        blocks.add(new LetterBlock.LetterParagraph(t.say("workshop.facilitator.letter.end")));
        blocks.add(new LetterBlock.Signature(settings.current().name()));
        return LetterText.of(
                t.say("workshop.facilitator.letter.subject", to.kind().name()), blocks, t);
    }

    /**
     * Writes to the facilitators who do not know what is so, and have an address.
     *
     * @return the number of letters
     */
    @Transactional(label = "workshop.tell-facilitators")
    public int send(WorkshopSessionId id) {
        lock(id);
        int posted = 0;
        for (ReachedFacilitator it : findReached(id)) {
            String mail = it.reader().mail();
            if (mail == null) {
                continue;
            }
            UUID letter = add(it.to());
            LetterText text = write(it, List.of(new LetterBlock.LetterParagraph("[[" + DETAILS + "]]")));
            outbox.post(new Letter(mail, text, NAME, new Letter.Completion(NAME, letter)).regarding(NAME, letter));
            posted++;
        }
        return posted;
    }

    private void lock(WorkshopSessionId id) {
        if (db.sql("SELECT id FROM education.workshop_session WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new NotFound("session");
        }
    }

    private UUID add(UntoldFacilitator to) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO education.workshop_facilitator_letter (id, session, facilitator, kind, day, begins, place)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id, to.session(), to.facilitator(), to.kind().name(), to.day(), to.begins(), to.place()))
                .update();
        return id;
    }

    /** Notes that the facilitators who did not know what is so were told by telephone or face to face. */
    @Transactional(label = "workshop.facilitators-told")
    public void markTold(WorkshopSessionId id) {
        lock(id);
        findUntold(id).forEach(each -> statuses.markTold(NAME, NAME, add(each)));
    }

    /** Takes {@link #markTold} of today back. */
    @Transactional(label = "workshop.facilitators-untold")
    public void undoTold(WorkshopSessionId id) {
        List<UUID> told = findLetters(id).stream()
                .map(FacilitatorLetter::status)
                .filter(each -> each.method() == DeliveryMethod.TOLD)
                .map(LetterStatus::record)
                .toList();
        statuses.undoDelivered(NAME, told);
    }

    /** The last letter to a facilitator. */
    public record FacilitatorLetter(String name, LetterStatus status) {}

    /** The last letter to each facilitator about a session, by name. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public List<FacilitatorLetter> findLetters(WorkshopSessionId id) {
        record FacilitatorLetterRow(UUID id, String name) {}
        List<FacilitatorLetterRow> rows = db.sql("""
                        SELECT DISTINCT ON (p.display_name, n.facilitator) n.id, p.display_name AS name
                        FROM education.workshop_facilitator_letter n
                        JOIN platform.mail_letter_status l ON l.matter = 'workshop_facilitator' AND l.record_id = n.id
                        JOIN education.workshop_facilitator f ON f.id = n.facilitator
                        JOIN directory.people_person_name p ON p.id = f.person
                        WHERE n.session = ? ORDER BY p.display_name, n.facilitator, l.posted_at DESC, n.id DESC
                        """)
                .param(id.value())
                .query(RecordMapper.of(FacilitatorLetterRow.class))
                .list();
        Map<UUID, LetterStatus> found = statuses.findByRecords(
                NAME, rows.stream().map(FacilitatorLetterRow::id).toList());
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(found.get(row.id())).stream()
                        .map(status -> new FacilitatorLetter(row.name(), status)))
                .toList();
    }
}
