package org.convergence.advocacy.dialogue.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActId;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActKind;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActState;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.ReplyState;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.MandateId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.OfficeKind;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.directory.people.ListExportLog;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads decision-makers with their mandates, and acts. A protected person has its code name everywhere. */
@Service
@Transactional(readOnly = true)
@Requires(DialoguePermissions.READ)
public class DialogueQueries {

    private static final String NAMES = """
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', %1$s, 'name', %2$s) ORDER BY %2$s), '[]') FROM %3$s)
            """;

    private static final String ACTS = """
            SELECT a.id, a.version, a.kind, a.state, a.happened_on, a.subject, a.said, a.source, a.register, a.staff_hours,
                   a.reply, a.reply_by, a.replied_on, a.reply_words, a.counts, a.line, %s AS targets, %s AS ours, %s AS asks
            FROM advocacy.dialogue_act a WHERE %%s ORDER BY a.happened_on DESC, a.id DESC LIMIT %%d
            """.formatted(
                    NAMES.formatted("d.id", "coalesce(p.display_name, d.office)", """
                            advocacy.dialogue_act_decision_maker x JOIN advocacy.dialogue_decision_maker d ON d.id = x.decision_maker
                            LEFT JOIN directory.people_person_name p ON p.id = d.person WHERE x.act = a.id
                            """),
                    NAMES.formatted("p.id", "p.display_name", """
                            advocacy.dialogue_act_person x JOIN directory.people_person_name p ON p.id = x.person
                            WHERE x.act = a.id
                            """),
                    NAMES.formatted("k.id", "k.words", """
                            advocacy.dialogue_act_ask x JOIN advocacy.dialogue_ask k ON k.id = x.ask WHERE x.act = a.id
                            """));

    private final JdbcClient db;
    private final ListExportLog exports;
    private final ListQuery<DecisionMakerFilter, DecisionMakerRow> list;

    DialogueQueries(JdbcClient db, ListExportLog exports, OrganisationSettings settings) {
        this.db = db;
        this.exports = exports;
        this.list = new ListQuery<>(
                db,
                """
                d.id, d.version, d.person, coalesce(s.display_name, d.office) AS name, d.follower,
                f.display_name AS follower_name, d.notes, m.title, m.body, m.body_kind, m.until_on,
                (SELECT max(a.happened_on) FROM advocacy.dialogue_act_decision_maker x
                 JOIN advocacy.dialogue_act a ON a.id = x.act
                 WHERE x.decision_maker = d.id AND a.state = 'DONE') AS last_act,
                (SELECT count(*) FROM advocacy.dialogue_commitment c
                 WHERE c.decision_maker = d.id AND c.state = 'MADE') AS commitments
                """,
                """
                advocacy.dialogue_decision_maker d
                LEFT JOIN directory.people_person_name s ON s.id = d.person
                LEFT JOIN directory.people_person_name f ON f.id = d.follower
                LEFT JOIN LATERAL (
                    SELECT title, body, body_kind, until_on FROM advocacy.dialogue_mandate WHERE decision_maker = d.id
                    ORDER BY until_on DESC NULLS FIRST, from_on DESC NULLS LAST, id DESC LIMIT 1) m ON true
                """,
                filter -> new SqlConditions()
                        .andSelective("""
                                d.id IN (SELECT k.id FROM advocacy.dialogue_decision_maker k
                                         JOIN directory.people_person_name n ON n.id = k.person
                                         WHERE n.search_form LIKE '%' || platform.fold(:words) || '%'
                                         UNION ALL
                                         SELECT id FROM advocacy.dialogue_decision_maker
                                         WHERE search_form LIKE '%' || platform.fold(:words) || '%'
                                         UNION ALL
                                         SELECT decision_maker FROM advocacy.dialogue_mandate
                                         WHERE search_form LIKE '%' || platform.fold(:words) || '%')
                                """, "words", filter.words().strip())
                        .and("m.body_kind = :kind", "kind", filter.bodyKind())
                        .and(
                                "(m.until_on < :today) = (:office = 'LEFT')",
                                "office",
                                filter.office() == null ? null : filter.office().name())
                        .with("today", settings.today())
                        .andSelective("d.person = :person", "person", filter.person()),
                List.of(ListOrder.<DecisionMakerRow>ascending("name")
                        .text("coalesce(s.display_name, d.office)", DecisionMakerRow::name)
                        .id("d.id", DecisionMakerRow::id)),
                RecordMapper.of(DecisionMakerRow.class));
    }

    /** Whether the last mandate goes on. */
    public enum OfficeFilter {
        LEFT;

        /** The message key of its name. */
        public String key() {
            return "dialogue.office." + name();
        }
    }

    /**
     * A filter of decision-makers.
     *
     * @param words in the name, or in the title and body of a mandate; may be empty
     */
    public record DecisionMakerFilter(
            String words,
            @Nullable OfficeKind bodyKind,
            @Nullable OfficeFilter office,
            @Nullable PersonId person) {

        static final DecisionMakerFilter ALL = new DecisionMakerFilter("", null, null, null);
    }

    /**
     * A decision-maker with the last mandate.
     *
     * @param person {@code null} for an office without a known person
     * @param untilOn the last day of the last mandate; {@code null} while it lasts, or without a mandate
     * @param lastAct the day of the last act
     * @param commitments the number of promises that are open
     */
    public record DecisionMakerRow(
            DecisionMakerId id,
            int version,
            @Nullable PersonId person,
            String name,
            @Nullable PersonId follower,
            @Nullable String followerName,
            String notes,
            @Nullable String title,
            @Nullable String body,
            @Nullable OfficeKind bodyKind,
            @Nullable LocalDate untilOn,
            @Nullable LocalDate lastAct,
            long commitments) {

        /** Whether the last mandate is over. */
        public boolean hasLeft(LocalDate today) {
            return untilOn != null && untilOn.isBefore(today);
        }
    }

    /** A mandate; its addresses are empty once it is over. */
    public record MandateRow(
            MandateId id,
            String title,
            String body,
            OfficeKind bodyKind,
            LobbyRegister register,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate untilOn,
            String mail,
            String phone,
            String address) {}

    /** A decision-maker, one of us, or an ask. */
    public record ActLink(UUID id, String name) {}

    /**
     * An act.
     *
     * @param counts whether its hours count for a lobby register
     */
    public record AdvocacyActRow(
            AdvocacyActId id,
            int version,
            AdvocacyActKind kind,
            AdvocacyActState state,
            LocalDate happenedOn,
            String subject,
            String said,
            String source,
            LobbyRegister register,
            BigDecimal staffHours,
            ReplyState reply,
            @Nullable LocalDate replyBy,
            @Nullable LocalDate repliedOn,
            String replyWords,
            boolean counts,
            @Nullable ActionId line,
            List<ActLink> targets,
            List<ActLink> ours,
            List<ActLink> asks) {}

    public ListPage<DecisionMakerRow> findPage(ListRequest<DecisionMakerFilter> request) {
        return list.findPage(request);
    }

    /** The first decision-makers that match some words, for the global search. */
    public List<DecisionMakerRow> findFirst(String words, int limit) {
        return list.findSlice(ListRequest.first(new DecisionMakerFilter(words, null, null, null), limit))
                .rows();
    }

    /** All decision-makers of a filter, for a file; noted, since it names people. */
    @Transactional
    public Iterator<DecisionMakerRow> takeOut(DecisionMakerFilter filter, String format) {
        exports.record(format, list.count(filter).counted(), !filter.equals(DecisionMakerFilter.ALL));
        return list.iterateAll(filter, "");
    }

    /** @throws NotFound if there is no such decision-maker */
    public DecisionMakerRow findById(DecisionMakerId id) {
        return findByIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("decision-maker"));
    }

    public List<DecisionMakerRow> findByIds(List<DecisionMakerId> ids) {
        return list.findByIds(DecisionMakerFilter.ALL, ids);
    }

    public Optional<DecisionMakerRow> findByPerson(PersonId person) {
        return list.findSlice(ListRequest.first(new DecisionMakerFilter("", null, null, person), 1)).rows().stream()
                .findFirst();
    }

    /** The mandates of a decision-maker, the present ones first; addresses only of those that last on a day. */
    public List<MandateRow> findMandates(DecisionMakerId id, LocalDate today) {
        return db.sql("""
                        SELECT id, title, body, body_kind, register, from_on, until_on, CASE WHEN lasts THEN mail ELSE '' END AS mail,
                               CASE WHEN lasts THEN phone ELSE '' END AS phone, CASE WHEN lasts THEN address ELSE '' END AS address
                        FROM (SELECT *, coalesce(until_on >= :today, true) AS lasts FROM advocacy.dialogue_mandate
                              WHERE decision_maker = :id) m
                        ORDER BY until_on DESC NULLS FIRST, from_on DESC NULLS LAST, id DESC LIMIT 50
                        """)
                .param("today", today)
                .param("id", id.value())
                .query(RecordMapper.of(MandateRow.class))
                .list();
    }

    /** @throws NotFound if there is no such act */
    public AdvocacyActRow findAct(AdvocacyActId id) {
        return db.sql(ACTS.formatted("a.id = :id", 1))
                .param("id", id.value())
                .query(RecordMapper.of(AdvocacyActRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("act"));
    }

    /** The acts towards a decision-maker, the latest first. */
    public List<AdvocacyActRow> findActs(DecisionMakerId id, int limit) {
        return db.sql(ACTS.formatted(
                        "a.id IN (SELECT act FROM advocacy.dialogue_act_decision_maker WHERE decision_maker = :id)",
                        limit))
                .param("id", id.value())
                .query(RecordMapper.of(AdvocacyActRow.class))
                .list();
    }

    /** The acts that concern a register since a day, the latest first. */
    public List<AdvocacyActRow> findActs(LobbyRegister register, LocalDate since) {
        return db.sql(ACTS.formatted("a.register = :register AND a.state = 'DONE' AND a.happened_on >= :since", 200))
                .param("register", register.name())
                .param("since", since)
                .query(RecordMapper.of(AdvocacyActRow.class))
                .list();
    }
}
