package org.convergence.education.tool.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolPermissions;
import org.convergence.education.tool.domain.Tool.EditionFacts;
import org.convergence.education.tool.domain.Tool.HandOutFacts;
import org.convergence.education.tool.domain.Tool.ToolFacts;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records tools, editions, copies and hand-outs. */
@Service
@Transactional
@Requires(ToolPermissions.EDIT)
public class ToolService {

    static final String TABLE = "education.tool";
    static final String EDITIONS = "education.tool_edition";

    private final JdbcClient db;
    private final WorkRecorder work;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;

    ToolService(JdbcClient db, WorkRecorder work, PeopleDirectory people, OrganisationSettings settings) {
        this.db = db;
        this.work = work;
        this.people = people;
        this.settings = settings;
    }

    /** @param id {@code null} for a new tool */
    @Transactional(label = "tool.save")
    public ToolId save(@Nullable ToolId id, int version, ToolFacts facts) {
        return new ToolId(VersionedRow.save(db, TABLE, id, version, VersionedRow.values(facts)));
    }

    /**
     * @param id {@code null} for a new edition
     * @throws Refused if a deposit comes before the publication
     */
    @Transactional(label = "tool.save-edition")
    public UUID saveEdition(ToolId tool, @Nullable UUID id, int version, EditionFacts facts) {
        if (isBefore(facts.banqOn(), facts.publishedOn()) || isBefore(facts.ottawaOn(), facts.publishedOn())) {
            throw new Refused("tool.refused.deposit");
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("tool", tool);
        return VersionedRow.save(db, EDITIONS, id, version, values);
    }

    private static boolean isBefore(@Nullable LocalDate day, LocalDate other) {
        return day != null && day.isBefore(other);
    }

    /** Records printed copies, and where they lie. */
    @Transactional(label = "tool.print")
    public UUID print(UUID edition, LocalDate on, int copies, String place) {
        UUID id = Ids.next();
        db.sql("INSERT INTO education.tool_batch (id, edition, printed_on, copies, place) VALUES (?, ?, ?, ?, ?)")
                .params(id, edition, on, copies, place)
                .update();
        return id;
    }

    /**
     * Records copies handed out.
     *
     * @param confirmed whether more than the stock is meant, because copies were counted wrong
     * @throws Refused if the day is in the future, a consent of the edition ended by then, or more copies than are left
     *     are not confirmed
     */
    @Transactional(label = "tool.hand-out")
    @Requires(ToolPermissions.RECORD)
    public UUID handOut(UUID batch, HandOutFacts facts, boolean confirmed) {
        if (facts.on().isAfter(settings.today())) {
            throw new Refused("tool.refused.future");
        }
        int copies = db.sql("SELECT copies FROM education.tool_batch WHERE id = ? FOR UPDATE")
                .param(batch)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("tool"));
        if (isWithoutConsent(batch, facts.on())) {
            throw new Refused("tool.refused.without-consent");
        }
        int given = db.sql("SELECT coalesce(sum(copies), 0) FROM education.tool_hand_out WHERE batch = ?")
                .param(batch)
                .query(Integer.class)
                .single();
        if (!confirmed && ToolPolicy.exceedsStock(facts.copies(), copies - given)) {
            throw new Refused("tool.ask.stock", copies - given);
        }
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO education.tool_hand_out (id, batch, handed_on, copies, setting, region)
                        VALUES (:id, :batch, :on, :copies, :setting, :region)
                        """)
                .param("id", id)
                .param("batch", batch)
                .param("on", facts.on())
                .param("copies", facts.copies())
                .param("setting", facts.setting().name())
                .param("region", facts.region())
                .update();
        recordHandOut(id, batch, facts);
        return id;
    }

    /**
     * Takes copies out of their pile that are not handed out, such as those of an edition whose consent ended.
     *
     * @param copies negative to put copies back that were taken out
     * @param discarded the copies taken out before, as the form showed them: of one form sent twice, the second is refused
     * @throws Refused if fewer copies are in the pile, or were taken out
     */
    @Transactional(label = "tool.discard")
    @Requires(ToolPermissions.RECORD)
    public void discard(UUID batch, int copies, int discarded) {
        int before = db.sql("SELECT discarded FROM education.tool_batch WHERE id = ? FOR UPDATE")
                .param(batch)
                .query(Integer.class)
                .single();
        if (before != discarded) {
            throw new Refused("tool.refused.discarded-meanwhile", before);
        }
        int changed = db.sql("""
                        UPDATE education.tool_batch b SET copies = b.copies - :copies, discarded = b.discarded + :copies
                        WHERE b.id = :id AND b.discarded + :copies >= 0 AND b.copies - :copies >= (
                            SELECT coalesce(sum(h.copies), 0) FROM education.tool_hand_out h WHERE h.batch = b.id)
                        """).param("copies", copies).param("id", batch).update();
        if (changed == 0) {
            throw new Refused("tool.refused.discard");
        }
    }

    private boolean isWithoutConsent(UUID batch, LocalDate day) {
        return db.sql(
                        "SELECT %s FROM education.tool_batch b JOIN education.tool_edition e ON e.id = b.edition WHERE b.id = :id"
                                .formatted(ToolConsentService.ENDED))
                .param("today", day)
                .param("id", batch)
                .query(Boolean.class)
                .single();
    }

    /** The copies count for the line of the plan, and for the organisation that received them. */
    private void recordHandOut(UUID id, UUID batch, HandOutFacts facts) {
        TitledTool tool = db.sql("""
                        SELECT t.id, t.title FROM education.tool t JOIN education.tool_edition e ON e.tool = t.id
                        JOIN education.tool_batch b ON b.edition = e.id WHERE b.id = ?
                        """)
                .param(batch)
                .query(RecordMapper.of(TitledTool.class))
                .single();
        OrganisationId receiver =
                facts.receiver() == null && !facts.receiverName().isEmpty()
                        ? people.findOrCreateOrganisation(facts.receiverName())
                        : facts.receiver();
        work.record(
                source(id, "/education/tool/" + tool.id().value()),
                RealisationKind.PUBLICATION,
                facts.on(),
                receiver == null ? Set.of() : Set.of(receiver),
                new Amounts(null, null, facts.copies()),
                "tool.realisation",
                tool.title());
    }

    private record TitledTool(ToolId id, String title) {}

    private static RealisationSource source(UUID handOut, @Nullable String url) {
        return new RealisationSource("education.tool", "hand-out", handOut.toString(), url);
    }

    /**
     * Records copies of a hand-out that came back to their pile; the hand-out then counts for those that stayed.
     *
     * @return the return, which can be taken back as a hand-out
     * @throws Refused if the day is in the future or before the hand-out, or more come back than are out
     */
    @Transactional(label = "tool.copies-back")
    @Requires(ToolPermissions.RECORD)
    public UUID noteReturn(UUID handOut, LocalDate on, int copies) {
        LocalDate handedOn = db.sql(
                        "SELECT handed_on FROM education.tool_hand_out WHERE id = ? AND returns IS NULL FOR UPDATE")
                .param(handOut)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new NotFound("tool"));
        if (on.isAfter(settings.today()) || on.isBefore(handedOn)) {
            throw new Refused("tool.refused.back-day", handedOn);
        }
        int out = countOut(handOut);
        if (copies > out) {
            throw new Refused("tool.refused.back", out);
        }
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO education.tool_hand_out (id, batch, handed_on, copies, setting, region, returns)
                        SELECT :id, batch, :on, -:copies, setting, region, id FROM education.tool_hand_out WHERE id = :handOut
                        """)
                .param("id", id)
                .param("on", on)
                .param("copies", copies)
                .param("handOut", handOut)
                .update();
        correctWork(handOut);
        return id;
    }

    /** The copies of a hand-out that did not come back. */
    private int countOut(UUID handOut) {
        return db.sql("SELECT coalesce(sum(copies), 0) FROM education.tool_hand_out WHERE :id IN (id, returns)")
                .param("id", handOut)
                .query(Integer.class)
                .single();
    }

    private void correctWork(UUID handOut) {
        int out = countOut(handOut);
        if (out == 0) {
            work.withdraw(source(handOut, null));
        } else {
            work.correct(source(handOut, null), new Amounts(null, null, out));
        }
    }

    /** Takes a hand-out back with its returns, or one return, such as one typed twice. */
    @Transactional(label = "tool.take-back")
    @Requires(ToolPermissions.RECORD)
    public void takeBack(UUID handOut) {
        db.sql("DELETE FROM education.tool_hand_out WHERE returns = ?")
                .param(handOut)
                .update();
        db.sql("DELETE FROM education.tool_hand_out WHERE id = :id RETURNING coalesce(returns, id)")
                .param("id", handOut)
                .query(UUID.class)
                .optional()
                .ifPresent(this::correctWork);
    }
}
