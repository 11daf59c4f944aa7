package org.convergence.advocacy.dialogue.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActId;
import org.convergence.advocacy.dialogue.domain.AskService.AskState;
import org.convergence.advocacy.dialogue.domain.AskService.CommitmentId;
import org.convergence.advocacy.dialogue.domain.AskService.CommitmentState;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.ActLink;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what we ask, and what was promised. */
@Service
@Transactional(readOnly = true)
@Requires(DialoguePermissions.READ)
public class AskQueries {

    private static final int MOST = 100;

    private final ListQuery<AskFilter, AskRow> asks;
    private final ListQuery<CommitmentFilter, CommitmentRow> commitments;

    AskQueries(JdbcClient db) {
        this.asks = new ListQuery<>(
                db,
                """
                k.id, k.words, k.theme, k.state, k.opened_on, k.closed_on,
                (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', coalesce(p.display_name, d.office))
                                           ORDER BY coalesce(p.display_name, d.office)), '[]')
                 FROM advocacy.dialogue_ask_target x JOIN advocacy.dialogue_decision_maker d ON d.id = x.decision_maker
                 LEFT JOIN directory.people_person_name p ON p.id = d.person WHERE x.ask = k.id) AS targets,
                (SELECT max(a.happened_on) FROM advocacy.dialogue_act_ask x JOIN advocacy.dialogue_act a ON a.id = x.act
                 WHERE x.ask = k.id AND a.state = 'DONE') AS last_on
                """,
                "advocacy.dialogue_ask k",
                filter -> new SqlConditions()
                        .andPassage("k.search_form", filter.words())
                        .and("k.state = :state", "state", filter.state())
                        .andSelective(
                                "k.id IN (SELECT ask FROM advocacy.dialogue_ask_target WHERE decision_maker = :of)",
                                "of",
                                filter.of()),
                List.of(ListOrder.<AskRow>descending("latest")
                        .day("k.opened_on", AskRow::openedOn)
                        .id("k.id", AskRow::id)),
                RecordMapper.of(AskRow.class));
        this.commitments = new ListQuery<>(
                db,
                """
                c.id, c.decision_maker, coalesce(p.display_name, d.office) AS name, c.act, c.words, c.source, c.made_on,
                c.due_on, c.state, c.closed_on, c.evidence
                """,
                """
                advocacy.dialogue_commitment c JOIN advocacy.dialogue_decision_maker d ON d.id = c.decision_maker
                LEFT JOIN directory.people_person_name p ON p.id = d.person
                """,
                filter -> new SqlConditions()
                        .andPassage("c.search_form", filter.words())
                        .and("c.state = :state", "state", filter.state())
                        .andSelective("c.decision_maker = :by", "by", filter.by()),
                List.of(ListOrder.<CommitmentRow>descending("latest")
                        .day("c.made_on", CommitmentRow::madeOn)
                        .id("c.id", CommitmentRow::id)),
                RecordMapper.of(CommitmentRow.class));
    }

    /** A filter of asks; words may be empty. */
    public record AskFilter(
            String words,
            @Nullable AskState state,
            @Nullable DecisionMakerId of) {}

    /** A filter of promises; words may be empty. */
    public record CommitmentFilter(
            String words,
            @Nullable CommitmentState state,
            @Nullable DecisionMakerId by) {}

    /**
     * An ask.
     *
     * @param targets of whom it is asked
     * @param lastOn the last day on which it was asked; {@code null} for never
     */
    public record AskRow(
            AskId id,
            String words,
            String theme,
            AskState state,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            List<ActLink> targets,
            @Nullable LocalDate lastOn) {}

    /**
     * A promise.
     *
     * @param act the meeting or letter in which it was made
     * @param evidence what shows that it was kept or broken; may be empty
     */
    public record CommitmentRow(
            CommitmentId id,
            DecisionMakerId decisionMaker,
            String name,
            @Nullable AdvocacyActId act,
            String words,
            String source,
            LocalDate madeOn,
            @Nullable LocalDate dueOn,
            CommitmentState state,
            @Nullable LocalDate closedOn,
            String evidence) {}

    public ListPage<AskRow> findAsks(ListRequest<AskFilter> request) {
        return asks.findPage(request);
    }

    public ListPage<CommitmentRow> findCommitments(ListRequest<CommitmentFilter> request) {
        return commitments.findPage(request);
    }

    /** What we ask of a decision-maker, the latest first. */
    public List<AskRow> findAsks(DecisionMakerId of) {
        return asks.findSlice(ListRequest.first(new AskFilter("", null, of), MOST))
                .rows();
    }

    /** The asks that are open, the latest first. */
    public List<AskRow> findOpenAsks() {
        return asks.findSlice(ListRequest.first(new AskFilter("", AskState.OPEN, null), MOST))
                .rows();
    }

    /** What a decision-maker promised, the latest first. */
    public List<CommitmentRow> findCommitments(DecisionMakerId by) {
        return commitments
                .findSlice(ListRequest.first(new CommitmentFilter("", null, by), MOST))
                .rows();
    }
}
