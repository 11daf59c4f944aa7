package org.convergence.directory.handover.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HandoverBackgroundSource;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads holdings and completed hand-overs. A person sees their own; the permission to hand over shows all. */
@Service
@Transactional(readOnly = true)
@Requires(HandoverPermissions.OWN)
public class HandoverQueries {

    private static final String SELECT = """
            SELECT h.id, h.person, p.display_name, h.last_day, h.note, h.passed_at, h.passed_name
            FROM directory.handover h JOIN directory.people_person_name p ON p.id = h.person
            """;

    private final HoldingCollector holdingCollector;
    private final PeopleDirectory people;
    private final SuccessorLetterSender letters;
    private final JdbcClient db;

    HandoverQueries(
            HoldingCollector holdingCollector, PeopleDirectory people, SuccessorLetterSender letters, JdbcClient db) {
        this.holdingCollector = holdingCollector;
        this.people = people;
        this.letters = letters;
        this.db = db;
    }

    /** The things a person would still hold after a day. */
    public Inventory findInventory(PersonId person, LocalDate lastDay, Words t) {
        findPerson(person);
        return holdingCollector.collectInventory(person, lastDay, t);
    }

    /**
     * The name of a person.
     *
     * @throws NotFound where the actor may not see this person's holdings
     */
    public PersonName findPerson(PersonId person) {
        boolean may = CurrentActor.get().may(HandoverPermissions.PASS)
                || person.value().equals(CurrentActor.get().personId());
        // Also for those who may not read the directory: one's own name is no secret.
        return db.sql("SELECT id, display_name AS name FROM directory.people_person_name WHERE id = ? AND ?")
                .params(person.value(), may)
                .query(RecordMapper.of(PersonName.class))
                .optional()
                .orElseThrow(() -> new NotFound("person"));
    }

    /** The background of held things. */
    public List<HandoverBackgroundSource.BackgroundChapter> findBackground(List<UUID> things, Words t) {
        return holdingCollector.collectBackground(things, t);
    }

    /** A completed hand-over, visible to the leaver, the successors and the holders of {@code PASS}. */
    public Handover findById(HandoverId id) {
        UUID me = CurrentActor.get().personId();
        boolean all = CurrentActor.get().may(HandoverPermissions.PASS);
        return db.sql(SELECT + """
                         WHERE h.id = :id AND (:all OR h.person = CAST(:me AS uuid) OR EXISTS (
                             SELECT FROM directory.handover_note n WHERE n.handover = h.id AND n.successor = CAST(:me AS uuid)))
                        """)
                .param("id", id.value())
                .param("all", all)
                .param("me", me)
                .query((row, n) -> handover(row, items(id)))
                .optional()
                .orElseThrow(() -> new NotFound("hand-over"));
    }

    /** Completed hand-overs, latest first, without their items. */
    @Requires(HandoverPermissions.PASS)
    public List<Handover> findLatest(int limit) {
        return db.sql(SELECT + " ORDER BY h.id DESC LIMIT ?")
                .param(limit)
                .query((row, n) -> handover(row, List.of()))
                .list();
    }

    /** Completed hand-overs of a person, latest first, without their items. */
    @Requires(HandoverPermissions.PASS)
    public List<Handover> findByPerson(PersonId person) {
        return db.sql(SELECT + " WHERE h.person = ? ORDER BY h.id DESC")
                .param(person.value())
                .query((row, n) -> handover(row, List.of()))
                .list();
    }

    /** Hand-overs to the actor whose note is not marked as read. */
    public List<Handover> findUnread() {
        UUID me = CurrentActor.get().personId();
        return me == null
                ? List.of()
                : db.sql(SELECT + """
                         JOIN directory.handover_note n ON n.handover = h.id
                         WHERE n.successor = ? AND n.read_at IS NULL ORDER BY h.id
                        """)
                        .param(me)
                        .query((row, n) -> handover(row, List.of()))
                        .list();
    }

    /**
     * A letter to a successor.
     *
     * @param successor the person, by id
     * @param name of the successor
     * @param status {@code null} where no letter was written
     */
    public record SuccessorLetter(
            UUID successor, String name, @Nullable LetterStatus status) {

        /** Whether it can be delivered otherwise: it has not left. */
        public boolean isOpen() {
            return status == null || !status.state().hasLeft();
        }

        /** Whether it is noted as delivered by post or by hand. */
        public boolean isDelivered() {
            return status != null && status.state() == LetterState.DELIVERED_OTHERWISE;
        }
    }

    /** The letters of a hand-over that the actor may see, with their states. */
    public List<SuccessorLetter> findLetters(Handover it) {
        List<UUID> successors = successors(it.id());
        Map<PersonId, PersonName> names =
                people.personNames(successors.stream().map(PersonId::new).toList());
        Map<UUID, LetterStatus> statuses = letters.statuses(it.id(), successors);
        return names.values().stream()
                .map(each -> new SuccessorLetter(
                        each.id().value(), each.name(), statuses.get(each.id().value())))
                .toList();
    }

    /** Notes that letters to successors were delivered by post or by hand, and returns their number. */
    @Transactional
    @Requires(HandoverPermissions.PASS)
    public int markDelivered(Handover it, Set<UUID> successors, LetterDelivery delivery) {
        List<UUID> open = findLetters(it).stream()
                .filter(each -> each.isOpen() && successors.contains(each.successor()))
                .map(SuccessorLetter::successor)
                .toList();
        return letters.markDelivered(it.id(), open, delivery);
    }

    /** Undoes the delivery to a successor that was noted by mistake, and returns the number undone. */
    @Transactional
    @Requires(HandoverPermissions.PASS)
    public int undoDelivered(HandoverId id, UUID successor) {
        return letters.undoDelivered(id, successor);
    }

    /** Takes back the waiting letters to successors, and returns their number. */
    @Transactional
    @Requires(HandoverPermissions.PASS)
    public int takeBackLetters(HandoverId id) {
        return letters.takeBack(id, successors(id));
    }

    private List<UUID> successors(HandoverId id) {
        return db.sql("SELECT successor FROM directory.handover_note WHERE handover = ? ORDER BY successor")
                .param(id.value())
                .query(UUID.class)
                .list();
    }

    private List<Handover.ItemOutcome> items(HandoverId id) {
        return db.sql("""
                        SELECT i.kind, i.fate, i.thing AS held_id, i.what AS held_what, i.detail AS held_detail, i.url AS held_url,
                               i.due AS held_due, s.display_name AS successor
                        FROM directory.handover_item i LEFT JOIN directory.people_person_name s ON s.id = i.successor
                        WHERE i.handover = ? ORDER BY i.position
                        """)
                .param(id.value())
                .query(RecordMapper.of(Handover.ItemOutcome.class))
                .list();
    }

    private static Handover handover(ResultSet row, List<Handover.ItemOutcome> items) throws SQLException {
        return new Handover(
                new HandoverId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("display_name"),
                row.getObject("last_day", LocalDate.class),
                row.getString("note"),
                row.getObject("passed_at", OffsetDateTime.class).toInstant(),
                row.getString("passed_name"),
                items);
    }
}
